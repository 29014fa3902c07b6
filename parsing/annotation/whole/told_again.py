"""Read what is told once more: a day put right, what a sum is not, and "those 90"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_SLIPS = frozenset({"slip", "that_is", "interjection"})
_NOT = frozenset({"не", "not"})
_THOSE = frozenset("ті те тих ці цих оті эти этих тех той ту the those these that".split())
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", "(", ")"})
_BETWEEN = frozenset({SpanKind.PUNCTUATION, SpanKind.CORRECTION, SpanKind.COMMON})
_GIVING = frozenset({"give", "give_back", "pay"})
_PAIR = 2
_REACH = 4


def with_days_put_right(spans: list[Span]) -> list[Span]:
    """Let the day behind a slip stand for the one before: "в середу, тобто у вівторок"."""
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE]
    if len(days) != _PAIR or not any(span.kind is SpanKind.AMOUNT for span in spans):
        return spans
    first, second = days
    said = spans[first + 1 : second]
    is_slip = any(it.value in _SLIPS or it.kind is SpanKind.CORRECTION for it in said)
    if not is_slip or len(said) > _REACH or not all(it.kind in _BETWEEN for it in said):
        return spans
    return [*spans[:first], spans[second], *spans[second + 1 :]]


def with_sold_instead(spans: list[Span]) -> list[Span]:
    """Let "took it back for 560, sold another for 810 instead" be two movements, none denied."""
    for at in range(1, len(spans) - 1):
        after = spans[at + 1]
        is_instead = spans[at].value == "instead" or spans[at].folded == "instead"
        if is_instead and after.kind is SpanKind.VERB and after.value in {"sell", "buy"}:
            spans[at] = replace(spans[at], kind=SpanKind.COMMON, value="common")
    return spans


def without_denied_sum(spans: list[Span]) -> list[Span]:
    """Leave out what a sum is not: "120, не 112, за изоленту"."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR:
        return spans
    told, denied = sums
    between, after = spans[told + 1 : denied], spans[denied + 1 : denied + 2]
    if [it.text for it in between[:-1]] != [","] or between[-1].folded not in _NOT:
        return spans
    if between[-1].kind is not SpanKind.NEGATION or (after and after[0].text not in _BORDERS):
        return spans
    rest = spans[denied + 1 :]
    if any(it.kind is SpanKind.JOINER or it.value == "but" for it in rest[:_PAIR]):
        return spans  # "не 112, а 120"
    return [*spans[: told + 1], *rest]


def with_those_given_back(spans: list[Span]) -> list[Span]:
    """Take a sum told twice once, where "those 90" were handed over: to be confirmed."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR or spans[sums[0]].number != spans[sums[1]].number:
        return spans
    first, second = sums
    if spans[second - 1].folded not in _THOSE or not _is_of_two_days(spans, first):
        return spans
    borders = [at for at in range(first, second) if spans[at].text in _BORDERS]
    near = spans[max(first, second - _REACH) : second]
    if not borders or not any(it.value in _GIVING for it in near):
        return spans
    before = [
        replace(it, kind=SpanKind.COMMON, value="") if it.kind is SpanKind.VERB else it
        for at, it in enumerate(spans[: borders[0]])
        if at != first and it.kind is not SpanKind.DATE
    ]
    middle = [
        replace(it, kind=SpanKind.COMMON, value="") if it.value == "receive" else it
        for it in spans[borders[0] : second]
    ]
    return [*before, *middle, replace(spans[second], is_sure=False), *spans[second + 1 :]]


def _is_of_two_days(spans: Sequence[Span], first: int) -> bool:
    """Tell whether what was told first is of a day of its own."""
    days = [at for at, span in enumerate(spans) if span.kind is SpanKind.DATE]
    end = next((at for at in range(first, len(spans)) if spans[at].text in _BORDERS), first)
    return bool(days) and days[0] < end
