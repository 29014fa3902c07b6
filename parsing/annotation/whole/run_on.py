"""Part what was dictated without a comma: "продали насос за 2200 заплатили водієві 300"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_DONE = frozenset({"sell", "take", "receive", "pay", "buy", "give"})
_SPENDING = frozenset({"pay", "buy"})
_BORDERS = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.JOINER})
_FOR_WORK = frozenset({"courier", "loader", "cleaner", "installer", "handyman"})
_SUMS = 2


def with_borders_dictated(spans: list[Span]) -> list[Span]:
    """Put a comma where a payment begins right behind the sum of what was told before it.

    Both have a verb of their own, and the payment says who or what for: "client gave 2000 paid
    1640" is one movement.
    """
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) < _SUMS:
        return spans
    for at in reversed(sums[:-1]):
        if _begins_payment(spans, at + 1) and _is_told_before(spans, at):
            end = spans[at].end
            comma = replace(
                spans[at],
                kind=SpanKind.PUNCTUATION,
                start=end,
                end=end,
                text=",",
                folded=",",
                value="",
                number=None,
                sign="",
            )
            spans = [*spans[: at + 1], comma, *spans[at + 1 :]]
    return spans


def _begins_payment(spans: Sequence[Span], at: int) -> bool:
    verb = spans[at] if at < len(spans) else None
    if verb is None or verb.kind is not SpanKind.VERB or verb.value not in _SPENDING:
        return False
    clause = _until_border(spans[at + 1 :])
    is_of_sum = any(span.kind is SpanKind.AMOUNT for span in clause)
    return is_of_sum and any(
        span.kind in {SpanKind.PURPOSE, SpanKind.THING} or span.value in _FOR_WORK
        for span in clause
    )


def _is_told_before(spans: Sequence[Span], at: int) -> bool:
    clause = _until_border(list(reversed(spans[:at])))
    verbs = {span.value for span in clause if span.kind is SpanKind.VERB}
    return bool(verbs) and verbs <= _DONE and any(span.kind in _OF_TRADE for span in clause)


_OF_TRADE = frozenset({SpanKind.GOODS, SpanKind.ORDER, SpanKind.THING, SpanKind.PURPOSE})


def _until_border(spans: Sequence[Span]) -> list[Span]:
    end = next((at for at, span in enumerate(spans) if span.kind in _BORDERS), len(spans))
    return list(spans[:end])
