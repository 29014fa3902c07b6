"""Read "за що — не сказав" and "скільки — не рахувала" as what is not known.

They are neither a question nor a denial.
"""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_WHAT_FOR = frozenset(
    {
        "за що",
        "за що саме",
        "на що",
        "для чого",
        "нащо",
        "навіщо",
        "за что",
        "за что именно",
        "на что",
        "для чего",
        "what for",
        "for what",
        "why",
        "зачем",
        "за шо",
        "на шо",
    }
)
_SAYING = (
    "сказа", "скаж", "каза", "каж", "поясн", "объясн", "уточн", "зна", "памят", "помн",
    "повідом", "говор", "say", "said", "tell", "told", "explain", "know", "mention", "зрозум",
    "поня", "ясно", "відом", "извест", "рахув", "счита", "посчита", "count", "поміт", "замет",
    "запис", "вказа", "указа", "wrote", "writ", "note", "pamyat", "pamiat", "pamjat", "pomn",
    "zna", "skaza",
)  # fmt: skip
_NOT = (
    "обіц",
    "обещ",
    "promis",
    "he'd",
    "she'd",
    "they'd",
    "не",
    "ні",
    "didn",
    "did not",
    "doesn",
    "don",
    "no",
    "haven",
    "hasn",
    "wasn",
    "never",
    "ne",
    "без",
    "nobody",
    "ніхто",
    "никто",
)
_NOBODY_KNOWS = frozenset(
    "забув забула забули забыл забыла забыли forgot хз хтозна бозна dunno".split()
)
_AWARE = ("курсі", "курсе", "курс")
_REACH = 4


_HOW_MUCH = frozenset(
    {"скільки", "скіки", "скіко", "сколько", "скок", "скока", "скоко", "how much", "сумму", "суму"}
)


def with_unsaid(spans: list[Span]) -> list[Span]:
    """Make one span of "what for" or "how much" and of what says that nobody said it."""
    for at in range(len(spans)):
        if spans[at].folded in _HOW_MUCH:
            return _unsaid(spans, at, 1, "vague")
        if _asks_what_for(spans, at):
            words = 2 if spans[at].folded in _OF_TWO else 1
            return _unsaid(spans, at, words, "purpose")
    return spans


def _unsaid(spans: list[Span], at: int, words: int, value: str) -> list[Span]:
    for place in (*range(at + words, at + words + _REACH), *range(at - 1, at - 1 - _REACH, -1)):
        if 0 <= place < len(spans) and _is_unsaid(spans, place, at):
            first, last = max(0, min(at, place - 1)), max(at + words - 1, place)
            text = " ".join(span.text for span in spans[first : last + 1])
            unsaid = replace(
                spans[first],
                kind=SpanKind.VAGUE,
                value=value,
                text=text,
                folded=text.casefold(),
                end=spans[last].end,
            )
            return [*spans[:first], unsaid, *spans[last + 1 :]]
    return spans


def _asks_what_for(spans: Sequence[Span], at: int) -> bool:
    said = spans[at].folded
    if said in _OF_TWO:
        words = [span.folded for span in spans[at : at + 2]]
        is_latin = len(words) > 1 and words[0] in _FOR and words[1] in _WHAT
        return is_latin or words in (["what", "for"], ["for", "what"])
    return said in _WHAT_FOR


_FOR = frozenset({"za", "na"})
_WHAT = frozenset({"shcho", "scho", "sho", "cho", "chto"})
_OF_TWO = _FOR | {"what", "for"}


def _is_unsaid(spans: Sequence[Span], place: int, at: int) -> bool:
    """Tell whether a word of saying is denied right before it, with no figure up to "what for"."""
    between = spans[min(place, at) : max(place, at)]
    if any(span.number is not None for span in between):
        return False
    words = spans[place].folded.split() or [""]
    if spans[place].folded in _NOBODY_KNOWS or spans[place].folded in _AWARE:
        return True
    is_denied = (place > 0 and spans[place - 1].folded.startswith(_NOT)) or words[0].startswith(
        _NOT
    )
    return is_denied and words[-1].startswith(_SAYING)
