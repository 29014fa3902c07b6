"""Read what is jotted down in short: "in 300 pump", "2 Kolia 1k", "3111 was the order"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_SIGNS = {"in": "+", "out": "-"}
_SOMEBODY = frozenset({SpanKind.NAME, SpanKind.ROLE})
_BOUGHT = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS})
_TOLD = frozenset({SpanKind.VERB, SpanKind.PURPOSE})
_TWO = Decimal(2)
_SMALL = Decimal(10)
_ORDER_LENGTHS = range(3, 7)
_FOR_AN_ORDER = ("під замовлення", "под заказ", "на замовлення")
_TIMES = frozenset({"x", "х", "×", "*"})
_WAS_OR_DASH = frozenset({SpanKind.COMMON, SpanKind.PUNCTUATION})
_WAS_REACH = 3
_SIZES = frozenset({SpanKind.QUANTITY, SpanKind.MODEL})
_NUMBER_OF = frozenset({"номер", "number", "no"})
_NOTES = frozenset(map(Decimal, (100, 200, 500, 1000)))
_NOTE_REACH = 3
_SETTLED = ("розрах", "рассч", "расч", "розплат", "расплат", "оплат", "settled", "paid")


@woken_by(
    *_FOR_AN_ORDER,
    *_SETTLED,
    words=(*_SIGNS, "got", "petty", "2", *_TIMES),
    kinds=(SpanKind.PHONE, SpanKind.ORDER_WORD, SpanKind.DOCUMENT_WORD),
    values=("cash_surplus", "give_back"),
)
def with_shorthand(line: Sequence[Span]) -> list[Span]:
    """Write out a line's short forms, so that they are read as the long ones are."""
    told = list(line)
    for step in _STEPS:
        for at in range(len(told)):
            step(told, at)
    return told


def _is_amount(line: Sequence[Span], at: int) -> bool:
    return 0 <= at < len(line) and line[at].kind is SpanKind.AMOUNT


def _has_other_amount(line: Sequence[Span], at: int) -> bool:
    return any(place != at and _is_amount(line, place) for place in range(len(line)))


def _is_order_like(line: Sequence[Span], at: int) -> bool:
    """Tell whether an amount is written as an order's number, and another may be the money."""
    span = line[at]
    is_bare = span.text.isdecimal() and len(span.text) in _ORDER_LENGTHS
    return _is_amount(line, at) and is_bare and not span.value and _has_other_amount(line, at)


def _sign_of_line(line: list[Span], at: int) -> None:
    """Read the "in" and "out" that open a line before its figure as plus and minus."""
    sign = _SIGNS.get(line[at].folded)
    if at or sign is None or not _is_amount(line, 1) or (line[1].number or 0) < _SMALL:
        return
    if not any(span.kind is SpanKind.VERB for span in line):
        line[0] = replace(line[0], kind=SpanKind.SIGN_WORD, value=sign)


def _more_of_them(line: list[Span], at: int) -> None:
    """Read "got 30 more for 450" as bought: so many of what was named."""
    if line[at].value != "receive" or not line[at].folded.startswith("got"):
        return
    if not _is_amount(line, at + 1) or at + 4 >= len(line) or not _is_amount(line, at + 4):
        return
    if line[at + 2].folded == "more" and line[at + 3].folded == "for":
        line[at] = replace(line[at], value="buy")
        line[at + 1] = replace(line[at + 1], kind=SpanKind.QUANTITY)


def _phone_number(line: list[Span], at: int) -> None:
    """Let "phone 0501234567" name a number and no bill, where something else was done."""
    is_number = at + 1 < len(line) and line[at + 1].kind is SpanKind.PHONE
    if not is_number or line[at].value != "phone_internet" or " " in line[at].folded:
        return
    others = [span for place, span in enumerate(line) if place != at]
    if any(span.kind in _TOLD and span.value not in _TOPPED_UP for span in others):
        line[at] = replace(line[at], kind=SpanKind.COMMON, value="common")


_TOPPED_UP = frozenset({"put_in", "phone_internet", "pay", "give"})


def _petty_cash(line: list[Span], at: int) -> None:
    """Read the "petty cash:" that opens a line of things as spent from it."""
    if (
        at or line[0].folded != "petty cash" or len(line) < 2 or _is_amount(line, 1)
    ):  # it and a thing
        return
    is_told = any(span.kind in {SpanKind.VERB, SpanKind.SIGN_WORD} or span.sign for span in line)
    if not is_told and any(span.kind in _BOUGHT for span in line):
        line[0] = replace(line[0], kind=SpanKind.SIGN_WORD, value="-")


def _spent_out(line: list[Span], at: int) -> None:
    """Read the "out" of "then 240 out for coffee" as spent."""
    if line[at].folded != "out" or not _is_amount(line, at - 1) or at + 1 >= len(line):
        return
    before = line[at - 2] if at > 1 else None
    is_told = before is not None and before.kind is SpanKind.VERB
    if line[at + 1].first_word in {"for", "on", "to"} and not is_told:
        line[at] = replace(line[at], kind=SpanKind.VERB, value="spend")


def _two_for_to(line: list[Span], at: int) -> None:
    """Read the 2 of "advance 2 Kolia 1k" as "to"."""
    is_two = _is_amount(line, at) and line[at].number == _TWO and line[at].text == "2"
    if not is_two or not at or at + 1 >= len(line) or not _has_other_amount(line, at):
        return
    if line[at - 1].kind in _TOLD and line[at + 1].kind in _SOMEBODY:
        line[at] = replace(line[at], kind=SpanKind.PREPOSITION, value="to", number=None)


def _spare_goods(line: list[Span], at: int) -> None:
    """Let "two extra radiators" be a count: nothing was over in the till."""
    if not 0 < at < len(line) - 1 or not _is_amount(line, at - 1):
        return
    span, goods = line[at], line[at + 1]
    is_extra = span.kind is SpanKind.PURPOSE and span.value == "cash_surplus"
    if is_extra and goods.kind is SpanKind.GOODS and _has_other_amount(line, at - 1):
        line[at - 1] = replace(line[at - 1], kind=SpanKind.QUANTITY)
        line[at] = replace(span, kind=SpanKind.COMMON, value="")


def _order_told_behind(line: list[Span], at: int) -> None:
    """Read "3111 was the order" and "3111 – це замовлення" as the order's number."""
    if not _is_order_like(line, at):
        return
    behind = line[at + 1 : at + 2 + _WAS_REACH]
    for place, span in enumerate(behind):
        if span.kind is SpanKind.ORDER_WORD:
            is_last = at + 2 + place >= len(line) or line[at + 2 + place].number is None
            if place and is_last:
                line[at] = replace(line[at], kind=SpanKind.ORDER, value=line[at].text)
            return
        is_number = span.folded in _NUMBER_OF
        if (span.kind not in _WAS_OR_DASH and not is_number) or span.text in ",.;":
            return


def _order_to_be_made(line: list[Span], at: int) -> None:
    """Read "під замовлення 2901" as an order with its number."""
    if not at or not line[at - 1].folded.startswith(_FOR_AN_ORDER):
        return
    if _is_order_like(line, at):
        line[at - 1] = replace(line[at - 1], kind=SpanKind.COMMON, value="")
        line[at] = replace(line[at], kind=SpanKind.ORDER, value=line[at].text)


def _document_with_dash(line: list[Span], at: int) -> None:
    """Let "waybill 55-20981" be one number."""
    if at < _WAS_REACH or not _is_amount(line, at):
        return
    word, model, dash = line[at - 3 : at]
    is_glued = model.end == dash.start and dash.end == line[at].start
    is_document = word.kind is SpanKind.DOCUMENT_WORD and model.kind is SpanKind.MODEL
    if is_document and is_glued and dash.text in "-–/":
        line[at] = replace(line[at], kind=SpanKind.MODEL)


def _count_of_a_size(line: list[Span], at: int) -> None:
    """Let "3х50 kW" be no money: three of fifty."""
    if at + 2 >= len(line) or not _is_amount(line, at) or not _has_other_amount(line, at):
        return
    times, size = line[at + 1], line[at + 2]
    is_glued = line[at].end == times.start and times.end == size.start
    if times.folded in _TIMES and is_glued and size.kind in _SIZES:
        line[at] = replace(line[at], kind=SpanKind.QUANTITY)


def _price_times_count(line: list[Span], at: int) -> None:
    """Read "310x2" as 620 where nothing else is money and no goods have such a size."""
    if at + 2 >= len(line) or line[at + 1].folded not in _TIMES:
        return
    if any(span.kind in _NO_PRODUCT for span in line):
        return
    price, times, count = line[at : at + 3]
    is_glued = price.end == times.start and times.end == count.start
    is_figure = price.kind is count.kind is SpanKind.MODEL and price.text.isdecimal()
    if not is_glued or not is_figure or not count.text.isdecimal():
        return
    one, many = Decimal(price.text[:9]), Decimal(count.text[:9])
    if 0 < many <= _COUNT_MAX < one:
        line[at] = replace(price, kind=SpanKind.AMOUNT, number=one * many, is_sure=False)


_COUNT_MAX = Decimal(12)
_NO_PRODUCT = frozenset({SpanKind.AMOUNT, SpanKind.GOODS, SpanKind.BRAND, SpanKind.RANGE})
_PLAIN_ORDER = 4
_TAKEN = ("забрал", "забрав", "видал", "выдал", "викуп", "выкуп", "collected", "picked up")


def _order_that_opens(line: list[Span], at: int) -> None:
    """Read "3415 забрали и рассчитались" as an order: how much was paid is not told."""
    if at or len(line) < _WAS_REACH or not _is_amount(line, 0) or _has_other_amount(line, 0):
        return
    span, after = line[0], line[1]
    is_bare = span.text.isdecimal() and len(span.text) == _PLAIN_ORDER and not span.value
    is_settled = any(each.folded.startswith(_SETTLED) for each in line[2:])
    if is_bare and after.folded.startswith(_TAKEN) and is_settled:
        line[0] = replace(span, kind=SpanKind.ORDER, value=span.text, number=None)


def _change_from_a_note(line: list[Span], at: int) -> None:
    """Read "from a 500 gave back 140" as what stayed of a note, to be confirmed."""
    note = line[at]
    is_note = _is_amount(line, at) and note.number in _NOTES and note.text[0].isalpha()
    is_first = at == 1 or (at > 1 and line[at - 2].text in _CLAUSE_ENDS)
    if not is_note or not is_first or line[at - 1].value != "from" or note.number is None:
        return
    reach = range(at + 1, min(len(line), at + 1 + _NOTE_REACH))
    verb = next((place for place in reach if line[place].value == "give_back"), None)
    change = next((place for place in range(at + 1, len(line)) if _is_amount(line, place)), None)
    if verb is None or change is None or (line[change].number or note.number) >= note.number:
        return
    left = note.number - (line[change].number or 0)
    line[at] = replace(note, number=left, is_sure=False)
    line[at - 1] = replace(line[at - 1], kind=SpanKind.VERB, value="receive")
    line[verb] = replace(line[verb], kind=SpanKind.COMMON, value="")
    line[change] = replace(line[change], kind=SpanKind.QUANTITY)


_CLAUSE_ENDS = frozenset({",", ".", ";", ":"})


_STEPS: tuple[Callable[[list[Span], int], None], ...] = (
    _sign_of_line,
    _more_of_them,
    _phone_number,
    _petty_cash,
    _spent_out,
    _two_for_to,
    _spare_goods,
    _order_told_behind,
    _order_to_be_made,
    _document_with_dash,
    _count_of_a_size,
    _change_from_a_note,
    _price_times_count,
    _order_that_opens,
)
