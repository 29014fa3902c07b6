"""Read cash on delivery that a courier or the post brings to the shop as money of a sale."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ON_DELIVERY = (
    "cod", "cash on delivery", "cash-on-delivery", "накладен", "наложен", "наложк", "післяплат",
    "послеплат",
)  # fmt: skip
_BROUGHT = frozenset({"give", "bring", "give_back", "carry", "deposit", "pay", "put_in"})
_GOT = frozenset({"receive", "take"})
_CAME_IN = frozenset({"came in", "arrived", "прийшла", "пришла", "надійшла", "поступила"})
_GETTING = ("у", "ю", "і", "е", "ій", "ой", "ові", "еві")
"""Endings of whoever is given something."""
_PARCEL = ("parcel", "package", "посилк", "посылк", "відправлен", "отправлен", "ттн", "ttn")
_NUMBERED_MIN = 4


@woken_by(*_ON_DELIVERY)
def with_cash_on_delivery(line: list[Span]) -> list[Span]:
    """Let "the courier handed over COD for parcel 2045" be a sale, its numbers no amounts."""
    said = [at for at, span in enumerate(line) if _is_on_delivery(span)]
    if said and _is_paid_by_us(line):
        return [
            replace(span, kind=SpanKind.COMMON, value="common") if at in said else span
            for at, span in enumerate(line)
        ]
    if said and _is_bought_so(line):
        bought = replace(line[said[0]], kind=SpanKind.PURPOSE, value="supplier_goods")
        return [bought if at == said[0] else span for at, span in enumerate(line)]
    return _as_sale(line, said) if said and _comes_from_carrier(line) else line


def _as_sale(line: list[Span], said: Sequence[int]) -> list[Span]:
    for at, span in enumerate(line):
        if at in said:
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="sale_cash")
        elif span.kind is SpanKind.FIRM and span.value == "delivery":
            line[at] = replace(span, kind=SpanKind.ROLE, value="courier")
        elif _is_parcel(span):
            line[at] = replace(span, kind=SpanKind.DOCUMENT_WORD, value="document")
        elif _is_parcel_number(line, at):
            line[at] = replace(span, kind=SpanKind.MODEL)
    return line


_OURS = ("ordered", "замов", "заказ")
_WE_PAID = (
    "paid", "заплатила", "оплатила", "сплатила", "викупила", "выкупила", "заплатили", "оплатили",
    "сплатили", "викупили", "выкупили",
)  # fmt: skip
_POST = ("пошт", "почт", "post", "нп", "нова", "новій", "новой", "відділен", "отделен")


def _is_bought_so(line: Sequence[Span]) -> bool:
    """Tell whether a supplier got it, or it was paid by us at the post, whatever it was for."""
    verbs = {span.value for span in line if span.kind is SpanKind.VERB}
    if verbs - {"pay", "give"} or any(span.value == "customer" for span in line):
        return False
    is_paid = any(span.folded.startswith(_WE_PAID) for span in line)
    is_at_post = any(word.startswith(_POST) for span in line for word in span.folded.split())
    is_to_supplier = any(span.value == "supplier" for span in line)
    return (is_paid and is_at_post) or (is_to_supplier and (is_paid or not verbs))


def _is_paid_by_us(line: Sequence[Span]) -> bool:
    """Tell whether we paid for goods that came so: "COD at the post: paid 2 870 for valves"."""
    has_goods = any(span.kind is SpanKind.GOODS for span in line)
    is_paid = any(span.folded.startswith(_WE_PAID) for span in line)
    is_customers = any(span.value in {"customer", "courier"} for span in line)
    is_ours = any(span.folded.startswith(_OURS) for span in line) or not is_customers
    return has_goods and is_paid and is_ours


def _is_on_delivery(span: Span) -> bool:
    return span.kind is SpanKind.EXCHANGE and span.folded.startswith(_ON_DELIVERY)


def _is_carrier(span: Span) -> bool:
    is_courier = span.kind is SpanKind.ROLE and span.value == "courier"
    return is_courier or (span.kind is SpanKind.FIRM and span.value == "delivery")


def _comes_from_carrier(line: Sequence[Span]) -> bool:
    """Tell whether who carries it did something before it, or it was got from him."""
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    for at, span in enumerate(line):
        if not _is_carrier(span):
            continue
        before = line[at - 1] if at else None
        if before is not None and before.value == "from":
            return any(line[verb].value in _GOT for verb in verbs)
        if any(line[verb].folded in _CAME_IN for verb in verbs if verb > at):
            return True
        is_giver = before is None or before.kind is not SpanKind.PREPOSITION
        is_giver = is_giver and (span.text.isascii() or not span.folded.endswith(_GETTING))
        if is_giver and any(verb > at and line[verb].value in _BROUGHT for verb in verbs):
            return True
    return False


def _is_parcel(span: Span) -> bool:
    is_named = span.kind in {SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.WORD}
    return is_named and span.folded.startswith(_PARCEL)


def _is_parcel_number(line: Sequence[Span], at: int) -> bool:
    """Tell whether a bare figure stands right behind the parcel, and another is the money."""
    span = line[at]
    if span.kind is not SpanKind.AMOUNT or span.value or not span.text.isdecimal():
        return False
    before = next((each for each in reversed(line[:at]) if each.text not in {"№", "#"}), None)
    others = [each for each in line if each.kind is SpanKind.AMOUNT and each is not span]
    is_behind = before is not None and before.folded.startswith(_PARCEL)
    return is_behind and bool(others) and len(span.text) >= _NUMBERED_MIN
