"""Tell goods that were counted, packed or are to be ordered from money: "stock count: tees 63"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_COUNTS = (
    "stocktak", "stock-tak", "inventory", "re-count", "переоблік", "інвентариз", "инвентариз",
    "переуч", "пересч", "перелік товар", "ревізі", "ревизи",
)  # fmt: skip
"""What is only said of counting goods."""
_COUNTING = (
    "stock count", "count of stock", "counted stock", "stock take", "stock level", "stock check",
    "counted the shel", "counted the rack", "counted the stock", "left in stock", "stock left",
    "залишки на", "залишок на складі", "остатки на", "остаток на складе", "залишки товар",
    "залишок товар", "остаток товар", "остатки товар", "порахувала полиц", "порахував полиц",
    "посчитала полк", "посчитал полк", "порахувала товар", "полічила товар", "полічив товар",
    "посчитала товар",
)  # fmt: skip
_AT_HAND = (
    "in stock", "in the warehouse", "on the shelf", "on the shelves", "on the rack",
    "need to order", "to order", "to reorder", "reorder", "order more", "packed", "picked for",
    "на складі", "на складе", "по складу", "на полиц", "на полк", "на стелаж", "на стеллаж",
    "замовити", "дозамовити", "докупити", "заказать", "дозаказать", "докупить", "залишки",
    "остатки", "зібрала", "зібрав", "собрала", "собрал", "запакувала", "упаковала",
    "відвантажити", "отгрузить", "привезуть", "привезут", "to load", "to ship", "лишилось",
    "лишилося", "залишилось", "залишилося", "осталось", "завезти", "довезти", "відвезти",
    "отвезти", "подвезти", "на склад", "по накладній", "по накладной", "прийшло", "пришло",
    "надійшло", "поступило", "arrived", "delivered", "on display", "на вітрині", "на витрине",
    "short of", "shelf check", "shelf count", "recount", "we have", "зняти з", "принести",
    "перемістити", "переместить", "have left",
)  # fmt: skip
"""What may be said of spending as well: all its figures must count goods then."""
_MONEY = frozenset(
    {
        SpanKind.CURRENCY,
        SpanKind.CASH,
        SpanKind.CARD,
        SpanKind.SIGN_WORD,
        SpanKind.EACH,
        SpanKind.ORDER,
        SpanKind.MULTIPLIER,
        SpanKind.NAME,
        SpanKind.ROLE,
        SpanKind.FIRM,
    }
)
"""What tells of money or of somebody, beside whom no goods are counted."""
_MOVING_GOODS = frozenset({"bring", "carry", "unsure", "receive"})
_OFF = frozenset({"cash_shortage", "cash_surplus"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.MODEL})
_THINGS = frozenset({SpanKind.GOODS, SpanKind.BRAND})
_MORE = frozenset("ще еще ещё more another прийшло пришло arrived".split())
"""What tells of as many again, or how many of those came."""
_ALIKE = _THINGS | {SpanKind.WORD, SpanKind.THING}
_MARKS = frozenset({"-", "–", "—", ":", "=", "x", "х"})
_MANY = 1_000
_REACH = 2


@woken_by(*_COUNTS, *_COUNTING, *_AT_HAND)
def is_count_of_goods(spans: Sequence[Span]) -> bool:
    """Tell whether all figures say how many goods there are, are packed or should be ordered."""
    if any(_tells_of_money(span) for span in spans):
        return False
    figures = [at for at, span in enumerate(spans) if span.kind in _FIGURES]
    if not figures:
        return False
    said = " ".join(span.text.lower() for span in spans)
    if any(word.startswith(_COUNTS) and word[-1] != "ю" for word in said.split()) or any(
        phrase in said for phrase in _COUNTING
    ):
        return len(figures) > 1 or any(span.kind in _THINGS for span in spans)
    padded = f" {said}"
    is_at_hand = any(f" {phrase}" in padded for phrase in _AT_HAND)
    counted = [_counts_goods(spans, at, _THINGS) for at in figures]
    is_of_goods = sum(counted) * 2 >= len(counted)
    return is_at_hand and is_of_goods and all(_counts_goods(spans, at, _ALIKE) for at in figures)


def _tells_of_money(span: Span) -> bool:
    if span.kind is SpanKind.AMOUNT:
        is_whole = span.number is not None and span.number % 1 == 0
        return bool(span.value or span.sign) or not is_whole
    is_verb = span.kind is SpanKind.VERB and span.value not in _MOVING_GOODS
    return is_verb or span.kind in _MONEY or span.value in _OFF


def _counts_goods(spans: Sequence[Span], at: int, kinds: AbstractSet[SpanKind]) -> bool:
    """Tell whether goods stand right before or behind a figure that is no price of any."""
    number = spans[at].number
    if spans[at].kind is SpanKind.AMOUNT and (number is None or number >= _MANY):
        return False
    before = [it for it in spans[max(0, at - _REACH - 1) : at] if it.text not in _MARKS]
    near = [*before[-_REACH:], *spans[at + 1 : at + 1 + _REACH]]
    is_more = any(it.folded in _MORE for it in before[-_REACH:])
    return is_more or any(it.kind in kinds for it in near)
