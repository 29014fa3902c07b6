"""Put right who was meant: "paid Stepan 1,400, sorry, Taras", "аванс не Кате, а Косте"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.spans import Span, SpanKind

_SLIPS = frozenset({"slip", "that_is", "interjection"})
_NO = frozenset({"no", "ні", "нет", "нє", "не"})
_BUT = frozenset({"а", "but", "но", "але", "та"})
_BETWEEN = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.CORRECTION})
_TO = frozenset({SpanKind.PREPOSITION})
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", "(", ")"})
_REACH = 5
_STEM = 3


def with_names_put_right(spans: list[Span]) -> list[Span]:
    """Let the name that is said after a slip stand for the one before it."""
    names = [at for at, span in enumerate(spans) if span.kind is SpanKind.NAME]
    if not _has_sum(spans):
        return spans  # which speaks of what was told before
    for first, second in pairwise(names):
        start = _denied_from(spans, first, second)
        if start is not None:
            return [*spans[:start], *spans[_with_to(spans, second) :]]
        start = _slip_from(spans, first, second)
        if start is not None:
            after = _without_said_of(spans[first], spans[second + 1 :])
            return [*spans[:first], spans[second], *spans[first + 1 : start], *after]
    return spans


def _denied_from(spans: Sequence[Span], first: int, second: int) -> int | None:
    """Say where "не Кате, а Косте" begins; none if it is not said."""
    start = _with_to(spans, first) - 1
    if start < 0 or spans[start].kind is not SpanKind.NEGATION:
        return None
    between = spans[first + 1 : _with_to(spans, second)]
    told = [span.folded for span in between if span.kind is not SpanKind.PUNCTUATION]
    return start if len(told) == 1 and told[0] in _BUT else None


def _with_to(spans: Sequence[Span], name: int) -> int:
    """Say where a name begins with the word before it that says to whom."""
    return name - 1 if name and spans[name - 1].kind in _TO else name


def _slip_from(spans: Sequence[Span], first: int, second: int) -> int | None:
    """Say where it begins that somebody else was meant; none if that is not said.

    Only what is right before the second name is looked at, behind a sign.
    """
    start = second
    while start > first + 1 and _is_of_slip(spans[start - 1]):
        start -= 1
    said = spans[start:second]
    if not said or len(said) > _REACH or spans[start].kind is not SpanKind.PUNCTUATION:
        return None
    if _has_sum(spans[:start]) and _has_sum(spans[second:]):
        return None  # "Кате 300, нет, Косте 400"
    return start if any(map(_is_slip, said)) and _ends(spans, second) else None


def _has_sum(spans: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.AMOUNT for span in spans)


def _is_of_slip(span: Span) -> bool:
    return span.kind in _BETWEEN or span.kind in _TO or _is_slip(span)


def _is_slip(span: Span) -> bool:
    if span.kind is SpanKind.NEGATION:
        return span.folded in _NO
    return span.kind is SpanKind.CORRECTION or span.value in _SLIPS


def _ends(spans: Sequence[Span], name: int) -> bool:
    """Tell whether a name ends its clause, or goes on with the one before: no verb is his own."""
    after = spans[name + 1 : name + 2]
    return not after or after[0].kind not in {SpanKind.VERB, SpanKind.NEGATION, SpanKind.JOINER}


def _without_said_of(wrong: Span, after: Sequence[Span]) -> list[Span]:
    """Leave out the clause that says of the one who was named by mistake why he was not meant."""
    for at, span in enumerate(after):
        is_same = span.kind is SpanKind.NAME and span.folded[:_STEM] == wrong.folded[:_STEM]
        if is_same and at and after[at - 1].text in _BORDERS:
            rest = after[at:]
            if not any(it.kind is SpanKind.AMOUNT for it in rest):
                return list(after[: at - 1])
    return list(after)
