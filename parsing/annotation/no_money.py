"""See in a number what is no money: an order, a house, a time, a percentage, a model or a size."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.dates import looks_like_date
from parsing.annotation.numbers import NumberRun
from parsing.annotation.plates import is_plate_or_branch
from parsing.annotation.roubles import is_in_roubles
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import Token

GLUED_THOUSANDS = frozenset({"k", "к", "т"})
"""Letters directly after a number that make it thousands."""
AT_STREET = frozenset({"at", "на", "по", "объект", "об'єкт", "объекте", "об'єкті"})
"""Before a street with a house."""
_HOUR_MAX, _DAY_MAX = 24, 31
_ORDER_LENGTH, _ROUND = 4, 50
_ADDRESS_REACH = 3
_ORDER_FILLERS = frozenset({"№", "#", ":", ".", "n"})
_MONEY_NEIGHBOURS = frozenset(
    {SpanKind.CURRENCY, SpanKind.MULTIPLIER, SpanKind.ORDER_WORD, SpanKind.UNIT, SpanKind.ORDINAL}
)


def is_any(span: Span | None, *kinds: SpanKind) -> bool:
    """Tell whether a span is of one of these kinds."""
    return span is not None and span.kind in kinds


def is_glued(span: Span | None) -> bool:
    """Tell whether a letter makes thousands of the number before it: "15к"."""
    return span is not None and span.folded in GLUED_THOUSANDS


def is_nth(span: Span | None) -> bool:
    """Tell whether a number is made the day of a month: "35th", "35-го"."""
    return span is not None and span.folded in {"st", "nd", "rd", "th"}


_OF_MONTH = frozenset({"числа", "число", "chysla", "chisla"})


def is_past_month_end(run: NumberRun, following: Span | None) -> bool:
    """Tell whether no month has the day: "32 жовтня", "the 35th", "35 числа"."""
    is_two = not run.separators and len(run.groups[0]) == 2  # as a day is
    is_of_month = following is not None and following.folded in _OF_MONTH
    is_day = is_any(following, SpanKind.MONTH) or is_nth(following) or is_of_month
    return is_two and is_day and int(run.groups[0]) > _DAY_MAX


def unit_kind(span: Span | None) -> SpanKind | None:
    """Say what a number before a unit is; none where no unit follows. After one "вт" is watts."""
    if span is None:
        return None
    if span.kind is SpanKind.WEEKDAY and span.folded == "вт":
        return SpanKind.MODEL
    if span.kind is not SpanKind.UNIT:
        return None
    return SpanKind.MODEL if span.value == "power" else SpanKind.QUANTITY


_HEADS_MAX = 100
_HEADS = frozenset(
    "чоловік людини людина клієнти клієнтів клієнтки покупці покупців клиента клиентов клиентки"
    " покупателя покупателей customers clients visitors buyers замовлень заказов orders".split()
)


def is_heads(span: Span | None, value: Decimal | None) -> bool:
    """Tell whether "15 чоловік" counts people: a man alone has no number before him."""
    is_people = span is not None and span.folded in _HEADS
    return is_people and value is not None and 1 < value < _HEADS_MAX


_PARTS_OF_YEAR = {
    "quarter": 4, "квартал": 4, "кварт": 4, "half": 2, "halfyear": 2, "півріч": 2, "полугод": 2,
    "полгода": 2, "семестр": 2, "semester": 2,
}  # fmt: skip


def is_part_of_year(span: Span | None, value: Decimal | int | None) -> bool:
    """Tell whether "2nd quarter" and "1-ше півріччя" name what is paid for, and no day."""
    if span is None or value is None:
        return False
    most = next((n for word, n in _PARTS_OF_YEAR.items() if span.folded.startswith(word)), 0)
    return 1 <= value <= most


_PIECE, _PRICE_MIN = "штука", 100
_ORDERS_MIN = 1_000
_SHORT_UNIT = 5
"""An abbreviation has no more letters than this: "компл"."""


def is_price_of(unit: Span, value: Decimal | None) -> bool:
    """Tell whether "2 240 штука" is what one costs: two are "штуки", many are "штук"."""
    return unit.folded == _PIECE and value is not None and value >= _PRICE_MIN and value % 10 != 1


def begins_another(value: Decimal | None) -> bool:
    """Tell whether "тысячу" after digits begins another number: only 1, 21, 31 count it."""
    return value is not None and (value % 10 != 1 or value >= _ORDERS_MIN)


def over_point(tokens: Sequence[Token], unit: Span, end: int) -> int:
    """Step over the point of "3 рул. по 210"; the end of a sentence stays."""
    if end + 1 >= len(tokens) or tokens[end].text != "." or tokens[end].start != unit.end:
        return end
    after = tokens[end + 1].text
    goes_on = not after[0].isupper() and after != "\n"
    return end + 1 if goes_on and len(unit.text) <= _SHORT_UNIT else end


def as_reference(
    span: Span, run: NumberRun, spans: Sequence[Span], following: Span | None
) -> Span | None:
    """Read a number after "order", "invoice", a street and the like."""
    word = _reference_before(spans)
    is_glued = following is not None and following.start == span.end
    is_thousand = is_glued and following is not None and following.folded in GLUED_THOUSANDS
    is_grouped = run.separators in {(" ",), (",",)} and len(run.groups[1]) == 3  # 1 700
    is_grouped = is_grouped or run.separators == (" ", ",")  # "по квитанции 1 264,80"
    is_priced = is_grouped and is_any(word, SpanKind.DOCUMENT_WORD, SpanKind.ORDER_WORD)
    if (word is None and is_any(following, SpanKind.CURRENCY)) or is_thousand or is_priced:
        return None
    if _is_house(spans, run) or _is_at_street(spans, run):
        return replace(span, kind=SpanKind.MODEL)
    if word is None:
        is_order = _is_by_customer(spans, run) or _is_come_about(spans, run)
        return replace(span, kind=SpanKind.ORDER, value=run.groups[0]) if is_order else None
    if word.folded == "no ." and len(run.groups[0]) < _ORDER_LENGTH:
        return None
    if word.kind is not SpanKind.ORDER_WORD and not _ends_in_order(word):
        return replace(span, kind=SpanKind.MODEL)
    return span if run.separators else replace(span, kind=SpanKind.ORDER, value=run.groups[0])


def _reference_before(spans: Sequence[Span]) -> Span | None:
    """Give the word that says what the number after it numbers, over signs such as "№"."""
    at = len(spans) - 1
    while at >= 0 and spans[at].text in _ORDER_FILLERS:
        is_order = spans[at].kind is SpanKind.ORDER_WORD
        if is_order and (at == 0 or not _is_reference(spans[at - 1])):
            break
        at -= 1
    if at < 0 or not _is_reference(spans[at]):
        return None
    is_mark = spans[at].text in {"№", "#"}
    if is_mark and (_is_goods_before(spans, at) or _is_word_before(spans, at)):
        return replace(spans[at], kind=SpanKind.DOCUMENT_WORD)
    return spans[at]


def _is_goods_before(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "№" belongs to a thing's name: "бензин №95"."""
    before = spans[at - 1] if at > 0 else None
    is_of_order = before is not None and before.value in _OF_ORDERS
    return is_any(before, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM) and not is_of_order


_OF_ORDERS = frozenset(
    {"customer_prepayment", "sale_cash", "customer_refund", "installer_services", "delivery"}
)


def _is_word_before(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "№" belongs to a word that nobody knows: it is hardly an order's."""
    return at > 0 and spans[at - 1].kind is SpanKind.WORD and spans[at - 1].text[0].islower()


def _is_house(spans: Sequence[Span], run: NumberRun) -> bool:
    near = spans[-_ADDRESS_REACH:]
    is_short = len(run.groups[0]) <= 3 and " " not in run.separators  # a house
    return is_short and any(span.kind is SpanKind.ADDRESS for span in near)


def _is_at_street(spans: Sequence[Span], run: NumberRun) -> bool:
    """Tell whether names after "at" and a short number are an address: "at Lesi Ukrainky 14"."""
    named = list(itertools.takewhile(is_capital, reversed(spans)))
    before = spans[-1 - len(named)] if named and len(named) < len(spans) else None
    is_short = len(run.groups[0]) <= 3 and not run.separators  # a house
    return is_short and before is not None and before.folded in AT_STREET


_FLATS = frozenset(
    "кв квартира квартиру квартири apt flat буд будинок дом подъезд під'їзд".split()
)
_TO_STREET = frozenset({"до", "на", "to", "по"})
_RIDES = frozenset({"fuel_transport", "delivery"})


def ends_address(spans: Sequence[Span], number: Token) -> bool:
    """Tell whether a number here is a house or a flat, and what it cost comes after it.

    "Taxi to Kyiv 1 200" is one figure.
    """
    if not spans:
        return False
    if spans[-1].folded in _FLATS:
        return True
    is_street = is_capital(spans[-1]) and spans[-1].kind is not SpanKind.PLACE
    is_to = len(spans) > 1 and is_street and spans[-2].folded in _TO_STREET
    is_to = is_to and len(number.text) > 1
    return is_to and any(span.value in _RIDES for span in spans[:-1])


def is_capital(span: Span) -> bool:
    """Tell whether a span may be a name or a part of it."""
    is_loud = len(span.text) > 1 and span.text.isupper()
    is_open = span.kind in {SpanKind.WORD, SpanKind.NAME, SpanKind.PLACE}
    return is_open and span.text[0].isupper() and not is_loud


def _is_by_customer(spans: Sequence[Span], run: NumberRun) -> bool:
    """Tell whether the number is an order that a customer came about: "клієнт по 2588"."""
    if len(spans) < 2 or run.separators or len(run.groups[0]) != _ORDER_LENGTH:
        return False
    who, by = spans[-2:]
    is_for = by.folded in {"for", "of", "from"} and int(run.groups[0]) % _ROUND != 0
    return (by.value == "by" or is_for) and who.value == "customer"


_COMING = frozenset(
    "came come comes called calls rang asked stopped popped dropped wrote texted visited".split()
)
_REGARDING = frozenset(
    "щодо стосовно насчет regarding re concerning приводу поводу відносно касательно"
    " нащот насчот".split()
)


def _is_come_about(spans: Sequence[Span], run: NumberRun) -> bool:
    """Tell whether the number is the order that somebody came about: "щодо 2719", "re 2719"."""
    before = spans[-1] if spans else None
    if before is None or run.separators or len(run.groups[0]) != _ORDER_LENGTH:
        return False
    if int(run.groups[0]) % _ROUND == 0:
        return False
    is_regarding = before.folded.rpartition(" ")[2] in _REGARDING
    is_come = before.folded == "about" and any(it.folded in _COMING for it in spans[-4:-1])
    return is_regarding or is_come


BY_INVOICE = frozenset({"по рахунку", "по счету"})
"""Paid by bank; with a number behind it the number of what was paid, be it in cash."""
_NUMBERED = ("накладн", "инвойс", "інвойс", "invoice", "waybill")
_READINGS = ("reading", "показник", "показани")
"""What a meter shows, in kilowatts or cubic metres."""


_ORDERS = frozenset("order заказ заказу заказа замовлення замовленню зак зам".split())


def _ends_in_order(span: Span) -> bool:
    """Tell whether a phrase such as "возврат по заказу" ends where an order's number follows."""
    return " " in span.folded and span.folded.rpartition(" ")[2] in _ORDERS


def _is_reference(span: Span) -> bool:
    """Tell whether a word says what is numbered, be it the end of a phrase: "по накладной"."""
    is_reference = span.kind in {SpanKind.ORDER_WORD, SpanKind.DOCUMENT_WORD}
    is_till = span.value == "desk_transfer" and span.folded.endswith(
        ("no", "number", "№", "номер")
    )
    return (
        is_reference
        or is_till
        or _ends_in_order(span)
        or span.folded in BY_INVOICE
        or span.folded.split(" ")[-1].startswith(_NUMBERED)
        or any(word.startswith(_READINGS) for word in span.folded.split())
    )


_BEFORE_AN_HOUR = frozenset({"before", "after", "після", "после"})


def as_time(
    span: Span, run: NumberRun, spans: Sequence[Span], following: Span | None
) -> Span | None:
    """Read a time of day: "14:30", "at 9", "о 17"."""
    is_clock = ":" in run.separators
    is_hour_word = following is not None and following.value == "hour"
    if is_clock or (is_hour_word and is_any(following, SpanKind.UNIT)):
        return replace(span, kind=SpanKind.TIME)
    before = spans[-1] if spans else None
    if [span.folded for span in spans[-2:]] == ["back", "in"] and not is_any(
        following, *_MONEY_NEIGHBOURS
    ):
        return replace(span, kind=SpanKind.TIME)
    is_after_at = before is not None and (
        before.value in {"at_time", "to", "until", "in"} or before.folded in _BEFORE_AN_HOUR
    )
    if not is_after_at or is_any(
        following, SpanKind.CURRENCY, SpanKind.MULTIPLIER, SpanKind.MONTH, SpanKind.UNIT
    ):
        return None
    is_hour = int(run.groups[0][:9]) <= _HOUR_MAX and len(run.groups) <= 2
    is_short = len(run.groups[0]) <= 2 and not set(run.separators) - {"."}
    return replace(span, kind=SpanKind.TIME) if is_hour and is_short else None


def as_model(
    span: Span, run: NumberRun, spans: Sequence[Span], following: Span | None
) -> Span | None:
    """Read percents, and digits glued to letters or divided by a slash as part of a name."""
    if following is not None and (following.text == "%" or following.value == "percent"):
        return replace(span, kind=SpanKind.PERCENT)
    before = spans[-1] if spans else None
    is_after_letters = (
        before is not None and before.end == span.start and before.text[-1].isalpha()
    )
    if is_after_letters and before is not None and before.kind in _MONEY_NEIGHBOURS:
        return None
    if _is_times(run, spans, following):
        return None
    if is_plate_or_branch(run, before, following):
        return replace(span, kind=SpanKind.MODEL)
    if _is_count_after_times(span, run, spans, following):
        return replace(span, kind=SpanKind.QUANTITY, number=Decimal(run.groups[0]))
    is_name = (
        is_after_letters
        or ("/" in run.separators and _is_size(run, spans))
        or _is_glued_name(span, spans, before)
        or _is_before_letters(span, following, before)
    )
    return replace(span, kind=SpanKind.MODEL) if is_name else None


_TIMES = frozenset({"x", "х"})
_TIMES_MAX = 12


def _is_times(run: NumberRun, spans: Sequence[Span], following: Span | None) -> bool:
    """Tell whether "2х600" is a product; after goods "22х500" is a size."""
    if any(span.kind in {SpanKind.GOODS, SpanKind.BRAND} for span in spans[-4:]):
        return False
    if following is not None and following.folded in _TIMES:
        return int(run.groups[0][:9]) <= _TIMES_MAX and not run.separators
    is_second = len(spans) > 1 and spans[-1].folded in _TIMES
    return is_second and spans[-2].kind is SpanKind.AMOUNT


def _is_count_after_times(
    span: Span, run: NumberRun, spans: Sequence[Span], following: Span | None
) -> bool:
    """Tell whether "bottles x6" counts: the sign is glued to the digits and to nothing before."""
    if run.separators or len(run.groups[0]) > 2 or len(spans) < 2:  # a count
        return False
    times, before = spans[-1], spans[-2]
    is_of_thing = before.text[-1].isalpha() or before.kind is SpanKind.QUANTITY
    is_apart = times.folded in _TIMES and before.end < times.start and is_of_thing
    is_apart = is_apart and times.end == span.start
    return is_apart and not is_any(following, SpanKind.UNIT, SpanKind.CURRENCY)


_PIPE_MAX = 100
"""Sizes of what is fitted to pipes are no larger."""


def _is_size(run: NumberRun, spans: Sequence[Span]) -> bool:
    """Tell whether digits with a slash are a size: "25/60", or "3/4" of a tap."""
    is_of_goods = any(span.kind in {SpanKind.GOODS, SpanKind.BRAND} for span in spans[-2:])
    is_somebodys = is_any(spans[-1] if spans else None, SpanKind.ROLE, SpanKind.NAME)
    if is_somebodys and all(int(group) > _PIPE_MAX for group in run.groups):
        return False  # "кур'єр і вантажник 150/400" got a sum each
    return is_of_goods or (bool(spans) and not looks_like_date(run))


def _is_before_letters(span: Span, following: Span | None, before: Span | None) -> bool:
    if following is None or following.start != span.end or not following.text[0].isalpha():
        return False
    if is_in_roubles(span, following, before):
        return False
    return following.kind not in _MONEY_NEIGHBOURS and following.folded not in GLUED_THOUSANDS


def _is_glued_name(span: Span, spans: Sequence[Span], before: Span | None) -> bool:
    """Tell whether a dash joins the digits to a name: "UPS-25"."""
    if before is None or before.text != "-" or before.end != span.start or len(spans) < 2:
        return False
    name = spans[-2]
    return name.end == before.start and name.text[-1].isalpha()


def may_be_two(run: NumberRun, before: Span | None, following: Span | None) -> bool:
    """Tell whether "350 400" may be two numbers: three digits, a space, three that are no 000.

    So may "order 12 500".
    """
    if run.separators == (" ",) and is_any(before, SpanKind.ORDER_WORD):
        return True
    if run.separators != (" ",) or len(run.groups[0]) < 3:  # 12 500 is one
        return False
    return run.groups[1] != "000" and not is_any(following, SpanKind.CURRENCY)
