"""Know a maker who was paid himself for a supplier: "paid Purmo 8,350", "to Grundfos 12 500"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PAYING = frozenset({"pay", "give"})
_FOLLOWING = frozenset({SpanKind.AMOUNT, SpanKind.PREPOSITION, SpanKind.PUNCTUATION})


@woken_by(kinds=(SpanKind.BRAND,))
def with_makers_paid(line: Sequence[Span]) -> list[Span]:
    """Take a maker right behind "paid" or "to", with the sum or nothing after it, for a firm."""
    return [
        replace(span, kind=SpanKind.FIRM, value="supplier_goods") if _is_paid(line, at) else span
        for at, span in enumerate(line)
    ]


_SOURCE = frozenset({"from"})


@woken_by(values=("supplier_goods",))
def with_makers_of_stock(line: list[Span]) -> list[Span]:
    """Take a maker from whom goods came "for stock" for the firm that sold them to us."""
    is_stocked = any(
        span.kind is SpanKind.PURPOSE and span.value == "supplier_goods" for span in line
    )
    if not is_stocked or any(span.value == "customer" for span in line):
        return line
    for at in range(1, len(line)):
        if line[at].kind is SpanKind.BRAND and line[at - 1].value in _SOURCE:
            line[at] = replace(line[at], kind=SpanKind.FIRM, value="supplier_goods")
            line[at - 1] = _quiet(line[at - 1])
            return list(map(_as_ware, line))
    return line


def _as_ware(span: Span) -> Span:
    """Read "cartridges" that a maker sold us for the shelves as goods."""
    is_ware = span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value in _WARES
    return replace(span, kind=SpanKind.GOODS, value="goods") if is_ware else span


_WARES = frozenset({"office_household", "packaging_supplies"})
"""What is bought of a firm that makes it may be called so: "картриджі від Ecosoft"."""
_DRIVERS = frozenset({"courier"})
_THEIR = frozenset("their its his їхній їх їхнього их ихний ihniy yikhnii ikh".split())
_WANTED = frozenset("wanted wants took asked хотів хотел взяв взял просив просил".split())
_FIRMS = frozenset({SpanKind.BRAND, SpanKind.WORD, SpanKind.FIRM})
_MONEY_OUT = frozenset({"pay", "give", "take", "receive"})


@woken_by(values=_DRIVERS)
def with_makers_drivers(line: list[Span]) -> list[Span]:
    """Let goods that a firm's own driver brought, and was paid for, be bought of the firm."""
    at = next((it for it, span in enumerate(line) if span.value in _DRIVERS), -1)
    has_goods = any(span.kind is SpanKind.GOODS or span.value in _WARES for span in line)
    if at < 1 or not has_goods or not any(span.kind is SpanKind.AMOUNT for span in line[at:]):
        return line
    if _brings_his_firms(line, at):
        firm = at - 1
        told = [_quiet(it) if _is_on_delivery(it) else it for it in line]
    elif line[at - 1].folded in _THEIR:
        firm = next((it for it in range(1, at) if _is_source(line, it)), 0)
        told = _paid_to_driver(line, at)
    else:
        return line
    if not firm:
        firm = at - 1
        if line[firm].kind not in _FIRMS or not line[firm].text[0].isupper():
            return line
    told[firm] = replace(line[firm], kind=SpanKind.FIRM, value="supplier_goods")
    told[at] = _quiet(line[at])
    return list(map(_as_ware, told))


_FAMILIES = (
    "ko",
    "uk",
    "yuk",
    "iuk",
    "chuk",
    "ych",
    "ov",
    "ova",
    "in",
    "sky",
    "skyi",
    "yn",
    "ets",
)


def _brings_his_firms(line: Sequence[Span], at: int) -> bool:
    """Tell whether "Grundfos driver brought pumps, paid" is said from there on."""
    firm, after = line[at - 1], line[at + 1 :]
    is_firm = firm.kind in _FIRMS and firm.text[0].isupper() and firm.text.isascii()
    is_firm = is_firm and not (firm.kind is SpanKind.WORD and firm.folded.endswith(_FAMILIES))
    verbs = [it.value for it in after if it.kind is SpanKind.VERB and "back" not in it.folded]
    return is_firm and verbs[:1] == ["bring"] and bool(set(verbs) & _MONEY_OUT)


def _is_source(line: Sequence[Span], at: int) -> bool:
    return line[at].kind in _FIRMS and line[at - 1].value in _SOURCE


def _paid_to_driver(line: Sequence[Span], at: int) -> list[Span]:
    """Read "their courier wanted cash" as paid to him."""
    told = list(line)
    if at + 1 < len(line) and line[at + 1].folded in _WANTED:
        told[at + 1] = replace(
            line[at + 1], kind=SpanKind.VERB, value="pay", text="paid", folded="paid"
        )
    return told


def _is_on_delivery(span: Span) -> bool:
    return span.value == "delivery" and span.kind in {SpanKind.PURPOSE, SpanKind.THING}


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")


def _is_paid(line: Sequence[Span], at: int) -> bool:
    if line[at].kind is not SpanKind.BRAND:
        return False
    if at == 0:  # "Rehau waybill 4471, paid 22,600"
        return len(line) > 1 and line[1].kind is SpanKind.DOCUMENT_WORD
    before = line[at - 1]
    is_to = before.value == "to" or (before.kind is SpanKind.VERB and before.value in _PAYING)
    return is_to and (at + 1 == len(line) or line[at + 1].kind in _FOLLOWING)


_COLLECTORS = frozenset({"collector", "collectors"})
_SUPPLIED = frozenset({"supplier", "supplier_goods"})


@woken_by(words=_COLLECTORS)
def with_collectors_bought(line: list[Span]) -> list[Span]:
    """Take collectors of a supplier, or for stock, for pipes' and not for who fetches cash."""
    if not any(span.value in _SUPPLIED for span in line):
        return line
    return [
        replace(span, kind=SpanKind.GOODS, value="goods") if span.folded in _COLLECTORS else span
        for span in line
    ]


BY_MAKERS = (
    with_makers_paid,
    with_makers_of_stock,
    with_makers_drivers,
    with_collectors_bought,
)
"""The rules of this room, in the order in which they read a line."""
