"""Prices and wages that are told: what something costs now, what somebody earns."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_RAISED = (
    "raised", "upped", "hiked", "bumped", "dropped the price", "підняв", "підняли", "підняла",
    "дорожч", "подорожч", "дешевш", "подешевш", "дорожает", "подорожал", "дешевеет", "подешевел",
    "поднял", "подняла", "подняли", "знизив", "знизили", "снизил", "опустил", "скинув ціну",
)  # fmt: skip
_NOW = frozenset({"тепер", "теперь", "відтепер", "отныне"})
_ALREADY = frozenset({"уже", "вже"})
_EARNS = frozenset({"получает", "получают", "отримує", "отримують", "earns", "gets", "earn"})


@woken_by(*_RAISED, words=(*_NOW, "now", *_EARNS, *_ALREADY), values=("price",))
def tells_prices(spans: Sequence[Span]) -> bool:
    """Tell whether prices are told and nothing was done."""
    has_verb = any(span.kind is SpanKind.VERB for span in spans)
    is_priced = any(span.value == "price" for span in spans) or _costs_now(spans)
    is_priced = is_priced or _is_price_changed(spans) or _costs_already(spans)
    return (not has_verb and is_priced) or _earns_monthly(spans)


_UP_TO = frozenset({"to", "до", "на"})


def _is_price_changed(spans: Sequence[Span]) -> bool:
    """Tell whether the sum is what a price became: "the supplier raised flour to 520"."""
    raised = next((at for at, it in enumerate(spans) if it.folded.startswith(_RAISED)), -1)
    if raised < 0 or any(span.kind is SpanKind.VERB for span in spans):
        return False
    after = spans[raised:]
    return any(
        before.folded in _UP_TO and span.kind is SpanKind.AMOUNT
        for before, span in pairwise(after)
    )


def _costs_already(spans: Sequence[Span]) -> bool:
    """Tell whether a price is what it has come to: "бензин уже по 62"."""
    return any(
        one.folded in _ALREADY and by.folded == "по" and sum_.kind is SpanKind.AMOUNT
        for one, by, sum_ in zip(spans, spans[1:], spans[2:], strict=False)
    )


_MONTHLY = frozenset({"місяць", "месяц", "month", "тиждень", "неделю", "week", "monthly"})


def _costs_now(spans: Sequence[Span]) -> bool:
    """Tell whether a price is new: "повісити бойлер тепер 900", "hanging a boiler is 900 now"."""
    words = [word for span in spans for word in span.folded.split()]
    is_service = any(span.kind in _PRICED for span in spans)
    is_english = any(
        before.folded == "is" and span.kind is SpanKind.AMOUNT for before, span in pairwise(spans)
    )
    is_english = is_english or any(
        before.value == "at_time" and span.kind is SpanKind.AMOUNT
        for before, span in pairwise(spans)
    )
    is_now = bool(_NOW & set(words)) or (is_english and "now" in words)
    is_told = any(span.kind in _TOLD_OF for span in spans)
    return is_now and is_service and not is_told


_PRICED = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})
_TOLD_OF = frozenset({SpanKind.ROLE, SpanKind.NAME, SpanKind.ORDER, SpanKind.CASH})


def _earns_monthly(spans: Sequence[Span]) -> bool:
    """Tell whether somebody's wage is told: "Іван отримує 14 000 на місяць"."""
    words = {word for span in spans for word in span.folded.split()}
    return bool(words & _EARNS) and bool(words & _MONTHLY)
