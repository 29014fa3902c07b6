"""Read foreign money that is bought or sold as changed: "bought $200 for 8 260"."""

from collections.abc import Sequence
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
    if _is_changed_then(line):
        return [_as_changing(it) if it.kind is SpanKind.VERB else it for it in line]
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
            return [*line[:at], _as_changing(span), *line[at + 1 :]]
    return line


_GOT = frozenset({"receive", "take"})


def _is_changed_then(line: Sequence[Span]) -> bool:
    """Tell whether ours was got for what was sold: "sold 200 usd at the kiosk, got 8 300"."""
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    if len(verbs) != _SOLD_AND_GOT or line[verbs[0]].value != "sell":
        return False
    sums = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _SOLD_AND_GOT or line[verbs[1]].value not in _GOT:
        return False
    is_foreign = sums[0] == verbs[0] + 1 and line[sums[0]].value not in {"", "UAH"}
    return is_foreign and sums[1] > verbs[1] and line[sums[1]].value in {"", "UAH"}


_SOLD_AND_GOT = 2


def _as_changing(verb: Span) -> Span:
    return replace(verb, kind=SpanKind.EXCHANGE, value="exchange")
