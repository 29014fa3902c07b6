"""Read foreign money that is bought or sold as changed: "bought $200 for 8 260"."""

from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TRADED = frozenset({"buy", "sell"})
_FOR = frozenset({"for", "for_price", "by", "at_time"})
_RATE_MAX = Decimal(100)
"""A figure up to here behind "at" is the rate, which is computed with."""
_THINGS = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.PURPOSE, SpanKind.THING})


@woken_by(values=_TRADED)
def with_currency_bought(line: list[Span]) -> list[Span]:
    """Take a verb of trading right before foreign money, with a price in ours, for changing."""
    if any(span.kind in _THINGS for span in line):
        return line
    for at, span in enumerate(line[:-3]):
        if span.kind is not SpanKind.VERB or span.value not in _TRADED:
            continue
        money, by, price = line[at + 1 : at + 4]
        is_foreign = money.kind is SpanKind.AMOUNT and money.value not in {"", "UAH"}
        is_ours_named = price.kind is SpanKind.CURRENCY and price.value == "UAH"
        is_ours = price.kind is SpanKind.AMOUNT and price.value in {"", "UAH"}
        if (
            is_foreign
            and by.value in _FOR
            and (is_ours_named or (is_ours and (price.number or 0) > _RATE_MAX))
        ):
            return [
                *line[:at],
                replace(span, kind=SpanKind.EXCHANGE, value="exchange"),
                *line[at + 1 :],
            ]
    return line
