"""Leave out the numbers of bags, seals and freight: "мешок номер 39", "груз 4410-77"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NUMBERED = (
    "мешок", "мешк", "мішок", "мішк", "баул", "сумк", "сумок", "пломб", "бокс", "касет", "кассет",
    "bag", "seal", "cassette", "грузы", "вантаж", "відправлен", "отправлен", "посилк", "посылк",
    "місц", "мест", "parcel", "package", "cargo", "freight", "shipment", "consignment", "накладн",
    "ттн", "ttn", "квитанц", "waybill", "tracking", "трек", "пакунок", "пакет", "docket", "slip",
    "vantazh", "gruz", "mishok", "sumka", "plomba", "коробк",
)  # fmt: skip
_FREIGHT = frozenset({"груз", "груза", "грузу"})
_ALWAYS_NUMBERED = ("seal", "пломб", "plomb", "баул")
_NUMBER_SIGNS = frozenset({"№", "#", "номер", "number", "no", "no .", "n", "nomer", "."})
_GLUE = frozenset({"-", "–", "/"})
_FREIGHT_MIN = 3
"""A figure of so many digits with a dash and fewer behind it is no sum."""


@woken_by(*_NUMBERED, words=_FREIGHT)
def without_freight_numbers(line: list[Span]) -> list[Span]:
    """Take what numbers a bag, a seal or freight for that, where another figure is the money."""
    told = list(line)
    is_to_bank = any(span.value == "bank_deposit" for span in line)
    for at, span in enumerate(told):
        if span.folded not in _FREIGHT and not span.folded.startswith(_NUMBERED):
            continue
        start = at + 1
        while start < len(told) and told[start].folded in _NUMBER_SIGNS:
            start += 1
        is_signed = start > at + 1 or span.folded.startswith(_ALWAYS_NUMBERED)
        is_signed = is_signed or is_to_bank or _is_long(told, start)
        end = _end_of_number(told, start, is_signed=is_signed)
        if end > start and _is_money_elsewhere(told, start, end):
            if span.kind is SpanKind.GOODS:
                told[at] = replace(span, kind=SpanKind.COMMON, value="common")
            for place in range(start, end):
                told[place] = replace(told[place], kind=SpanKind.MODEL, number=None)
    return told


def _is_long(line: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is as long as what numbers parcels: "посылка 60114, 275 грн"."""
    return at < len(line) and line[at].text.isdecimal() and len(line[at].text) >= _LONG


_LONG = 5


def _end_of_number(line: Sequence[Span], at: int, *, is_signed: bool) -> int:
    """Give the end of a number that is signed as one, or written with a dash."""
    if at >= len(line) or not _is_bare(line[at]):
        return at
    end = at + 1
    while end + 1 < len(line) and line[end].text in _GLUE and _is_glued(line, end):
        end += 2
    is_dashed = end > at + 1 and len(line[at].text) >= _FREIGHT_MIN
    return end if is_signed or is_dashed else at


def _is_glued(line: Sequence[Span], at: int) -> bool:
    before, dash, after = line[at - 1 : at + 2]
    return before.end == dash.start and dash.end == after.start and after.text.isdecimal()


def _is_bare(span: Span) -> bool:
    """Tell whether a figure has neither currency nor sign; a range is two figures with a dash."""
    is_figure = span.kind in {SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.MODEL, SpanKind.RANGE}
    return is_figure and not span.value and not span.sign and span.text[0].isdecimal()


def _is_money_elsewhere(line: Sequence[Span], start: int, end: int) -> bool:
    return any(
        span.kind is SpanKind.AMOUNT and not start <= at < end for at, span in enumerate(line)
    )
