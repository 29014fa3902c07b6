"""Guess which of a message's days is when the cash moved; integers throughout.

A logistic regression over what stands around a day: "goods come on Tuesday" and "the ad in
Saturday's issue" tell of something else than the money. Its weights are learned by
tests/parsing/train_guess.py and kept in thousandths of a natural logarithm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsing.annotation.respelling import is_slipped_word
from parsing.annotation.spans import Span, SpanKind
from parsing.guess.features import bones_of
from parsing.guess.figures import read_weights
from parsing.operation.told_days import ASIDE, VAGUE_DAYS

ASIDE_LEAD, SURE_ASIDE, SURE_DAY = -5_000, -8_000, -2_500
"""A day that leads by less is left aside, by less than the second without asking; by more than
the third it is when the cash moved without asking."""
_DUE = frozenset({"to", "until"})
_NEAR = (1, 2, 3)
_BORDERS = frozenset({",", ".", ";", ":", "(", ")", "!", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class DayGuesser:
    """Scores days."""

    bias: int
    features: Mapping[str, int]

    def lead(self, spans: Sequence[Span], at: int) -> int:
        """Say how far it is likelier that the cash moved on a day than not; below zero: not."""
        return self.bias + sum(self.features.get(each, 0) for each in around_day(spans, at))


def is_day(span: Span) -> bool:
    """Tell whether a span names a day, or a time that may be one."""
    is_vague = span.kind is SpanKind.DATE_WORD and span.value in VAGUE_DAYS
    return span.kind is SpanKind.DATE or is_vague


def with_days_aside(spans: Sequence[Span], guesser: DayGuesser) -> list[Span]:
    """Take the days that tell of something beside the money for plain words."""
    told = list(spans)
    if not any(span.kind is SpanKind.AMOUNT for span in told):
        return told
    for at, span in enumerate(spans):
        is_due = at > 0 and spans[at - 1].value in _DUE  # "until Friday" is no day of a payment
        if is_due or not is_day(span) or is_slipped_word(span):
            continue
        lead = guesser.lead(spans, at)
        if lead < ASIDE_LEAD:
            told[at] = replace(span, kind=SpanKind.COMMON, value=ASIDE, is_sure=lead < SURE_ASIDE)
        elif lead < SURE_DAY:
            told[at] = replace(span, is_sure=False)
    return told


def around_day(spans: Sequence[Span], at: int) -> frozenset[str]:
    """Give the features of the day at a place."""
    start, end = _clause(spans, at)
    found = {_written(spans[at]), *_clause_features(spans[start:at], spans[at + 1 : end])}
    for step in _NEAR:
        found.update(f"-{step} {what}" for what in _beside(spans, at - step))
        found.update(f"+{step} {what}" for what in _beside(spans, at + step))
    money = [it for it, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    is_along = any(start <= it < end for it in money)
    place = "before" if not money or at < money[0] else "after"
    found.update((f"{place} money", f"{place} money, {'in' if is_along else 'out of'} its clause"))
    others = [it for it, span in enumerate(spans) if it != at and is_day(span)]
    found.add("the only day" if not others else "first day" if at < others[0] else "later day")
    return frozenset(found)


def _clause(spans: Sequence[Span], at: int) -> tuple[int, int]:
    """Say where the clause around a place begins and ends."""
    borders = [it for it, span in enumerate(spans) if _is_border(span)]
    start = max((it + 1 for it in borders if it < at), default=0)
    return start, min((it for it in borders if it > at), default=len(spans))


def _is_border(span: Span) -> bool:
    return span.text in _BORDERS or span.kind in {SpanKind.NEWLINE, SpanKind.JOINER}


def _clause_features(before: Sequence[Span], after: Sequence[Span]) -> Iterator[str]:
    words = [*before, *after]
    if not any(span.kind is SpanKind.VERB for span in words):
        yield "no verb"
    yield "opens its clause" if not before else "ends its clause" if not after else "within"
    for span in words:
        yield from (f"by {what}" for what in _named(span))


def _beside(spans: Sequence[Span], at: int) -> tuple[str, ...]:
    return _named(spans[at]) if 0 <= at < len(spans) else ("edge",)


def _named(span: Span) -> tuple[str, ...]:
    if span.kind is SpanKind.PUNCTUATION:
        return (span.text,)
    if span.number is not None:
        return (span.kind,)
    return _words_for(span.kind, span.value, span.folded)


@lru_cache(maxsize=4_096)
def _words_for(kind: SpanKind, value: str, folded: str) -> tuple[str, ...]:
    bones = bones_of(folded)
    named = (f"{kind} {value}",) if value and kind is not SpanKind.DATE else ()
    return (kind, *named, f"word {bones}", f"{bones[:4]}…")


def _written(span: Span) -> str:
    if span.kind is SpanKind.DATE_WORD:
        return f"vague {span.value}"
    return "in digits" if span.text[:1].isdecimal() else f"day {bones_of(span.folded)}"


@lru_cache(maxsize=1)
def load_day_guesser() -> DayGuesser:
    """Read the weights that come with the package."""
    weights = read_weights("days")
    return DayGuesser(weights["bias"], weights["features"])
