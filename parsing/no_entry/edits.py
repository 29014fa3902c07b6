"""See that a message only edits what was typed before: "поправ на 350", "typed 4500, meant 5400".

Nothing says of which entry it speaks, so nothing is filed; against the talk it is a correction.
The words are data: edits.toml.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold
from parsing.no_entry.beside_clauses import DAY_ONLY
from parsing.operation.operation import has_money

_Listed = dict[str, list[tuple[str, ...]]]
_REACH = 3
"""So many words may stand between what belongs together."""
_WORDS_MAX = 40
"""Who edits what he typed says so in fewer words."""
_QUIET = frozenset({SpanKind.COMMON, SpanKind.PUNCTUATION, SpanKind.JOINER, SpanKind.PREPOSITION,
                    SpanKind.PLAN, SpanKind.CURRENCY, SpanKind.PERSON})  # fmt: skip
_TELLING = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS,
                      SpanKind.ROLE, SpanKind.FIRM})  # fmt: skip
"""What tells of something that happened."""
_THIS_ONE = frozenset({"its", "thats", "це", "то", "это"})
_LAST_ONE = frozenset("остання останній останнє последняя последний последнее".split())
_FOR = frozenset({"for", "за", "на"})
_FORGOT = frozenset(
    "забула забув забыла забыл forgot що что that to add дописати дописать додати добавить".split()
)
_NEW_VALUES = _QUIET | {SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.DATE, SpanKind.ORDER}


@cache
def _told() -> dict[str, _Listed]:
    """Give the phrases of each list by their first words."""
    text = files("parsing.no_entry").joinpath("edits.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(text)
    told: dict[str, _Listed] = {}
    for name, listed in lists.items():
        by_first = told.setdefault(name, {})
        for phrase in _phrases(listed):
            by_first.setdefault(phrase[0], []).append(phrase)
    return told


def _phrases(listed: str) -> Iterator[tuple[str, ...]]:
    for phrase in listed.split(","):
        if words := tuple(fold(phrase.strip()).split()):
            yield words


def _waking() -> frozenset[str]:
    """Give a word of every phrase of those without which no rule of this room speaks."""
    told = _told()
    lists = (told[name] for name in ("edit", "alone", "asking", "part", "typed", "zero"))
    phrases = chain.from_iterable(chain.from_iterable(each.values() for each in lists))
    return frozenset(max(words, key=len) for words in phrases) | _THIS_ONE | _LAST_ONE


@woken_by(words=_waking())
def edits_only(spans: Sequence[Span]) -> bool:
    """Tell whether a message says only that something typed before is to be other than it is."""
    words = list(_words_of(spans))
    if len(words) > _WORDS_MAX:
        return False
    if typed_instead(spans) is not None or _has_beside(words, "extra", "zero", 1):
        return True
    if _moves_day(spans, words) or _asks_of_told(spans, words):
        return True
    if has_money(spans) and any(span.kind in _TELLING for span in spans):
        return False  # "refund 320, wrong thermostat, order 2307"
    if _has_beside(words, "edit", "part") or _has_beside(words, "part", "wrong", is_any_way=True):
        return True
    return _edits_to(spans, words)


class Typed(NamedTuple):
    """Two figures of which one was typed for the other."""

    wrong: Span
    meant: Span


def typed_instead(spans: Sequence[Span]) -> Typed | None:
    """Give what was typed and what was meant: the 300 and the 30 of "писала 300, а треба 30"."""
    figures = [at for at, span in enumerate(spans) if span.number is not None]
    if len(figures) != 2:  # what was typed, and what was meant
        return None
    first, second = figures
    words = list(_words_of(spans))
    is_typed = any(first - _REACH <= at < first for at in _places(words, "typed"))
    meant = [at for at in _places(words, "meant") if first < at < second]
    if not is_typed or not meant:
        return None
    between = [spans[at] for at in range(first + 1, second) if at not in meant]
    is_plain = all(span.kind in _QUIET for span in between)
    return Typed(spans[first], spans[second]) if is_plain else None


def _moves_day(spans: Sequence[Span], words: Sequence[tuple[str, int]]) -> bool:
    """Tell whether nothing is said but which day "this", or the last, was of: "це за вчора"."""
    said = [word for word, _ in words]
    if said and said[0] in _LAST_ONE and said[1:2] != ["за"]:
        return False  # "остання на сьогодні"
    named = _THIS_ONE | _LAST_ONE
    opening = next((at for at, word in enumerate(said) if word in named), None)
    if opening is None or not _FORGOT.issuperset(said[:opening]):
        return False
    is_for = any(word in _FOR for word in said[opening + 1 : opening + 2])
    days = {span.kind for place, span in enumerate(spans) if place >= words[opening][1]}
    is_day = SpanKind.DATE in days and days - {SpanKind.WORD} <= DAY_ONLY | {SpanKind.PREPOSITION}
    return is_for and is_day


def _asks_of_told(spans: Sequence[Span], words: Sequence[tuple[str, int]]) -> bool:
    """Tell whether what entries are told to be is asked for: "розбий кур'єрські на дві"."""
    is_asked = any(True for _ in _found(words, "asking"))
    names = any(span.kind in {SpanKind.PURPOSE, SpanKind.THING, SpanKind.NAME} for span in spans)
    return is_asked and names and not has_money(spans)


def _edits_to(spans: Sequence[Span], words: Sequence[tuple[str, int]]) -> bool:
    """Tell whether to change something is all that is said beside the new day, sum or order."""
    edits = set(_places(words, "alone"))
    rest = [span for at, span in enumerate(spans) if at not in edits]
    is_new = any(span.kind in _NEW_VALUES - _QUIET for span in rest)
    return bool(edits) and is_new and all(span.kind in _NEW_VALUES for span in rest)


def _has_beside(
    words: Sequence[tuple[str, int]],
    name: str,
    other: str,
    reach: int = _REACH,
    *,
    is_any_way: bool = False,
) -> bool:
    """Tell whether a phrase of one list stands near before one of another, or behind it too."""
    others = list(_found(words, other))
    return any(
        0 <= later[0] - first[1] <= reach or (is_any_way and 0 <= first[0] - later[1] <= reach)
        for first in _found(words, name)
        for later in others
    )


def _places(words: Sequence[tuple[str, int]], name: str) -> Iterator[int]:
    """Give the places of the spans that have a phrase of a list."""
    for start, end in _found(words, name):
        yield from {place for _, place in words[start:end]}


def _found(words: Sequence[tuple[str, int]], name: str) -> Iterator[tuple[int, int]]:
    """Give where phrases of a list begin and end, in words."""
    by_first = _told()[name]
    for start, (word, _) in enumerate(words):
        for phrase in by_first.get(word, ()):
            end = start + len(phrase)
            if tuple(said for said, _ in words[start:end]) == phrase:
                yield start, end


def _words_of(spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """Give the words of a message with the place of the span that each is in."""
    for place, span in enumerate(spans):
        for word in fold(span.text).split():
            yield word, place
