"""How much money there will be: "enough for rent by mid December", "через два тижні"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ledger.days import Days, month_later
from parsing.annotation.tokens import fold
from parsing.questions.marks import PERSON, Mark
from parsing.questions.numbers_said import NOTHING, amount_at
from parsing.questions.query import FORECAST_DAYS_MAX, Ask, Doubt, Measure, Query, Unclear

_USUAL_DAYS = 14
"""Where no day is named it is told of so many days on."""
_UNIT_DAYS = {"day": 1, "week": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_A_UNIT = {"per_day": "day", "per_week": "week", "per_month": "month"}
_ONWARD = frozenset({"ahead", "onward", "forward", "out", "вперед", "наперед"})
_IN = frozenset({"in", "within", "через", "за", "after"})
_ON = frozenset({"in", "через"})
_BY = frozenset({"by", "before", "until", "till", "to", "до", "к", "на", "on", "the", "по"})
_MID, _LAST_OF_BEGINNING = 15, 10
_DAYS_OF_MONTH = range(1, 32)
_UNITS = {
    "week": ("week", "тиж", "недел"), "month": ("month", "місяц", "месяц"),
    "year": ("year", "рок", "рік", "год"),
}  # fmt: skip
_TOMORROW = {"tomorrow": 1, "завтра": 1, "післязавтра": 2, "послезавтра": 2}
_FORTNIGHT = 14
_MONEY = ("money", "cash", "грош", "денег", "деньг")
_ENDS = ("конц", "кінц", "end")
_NEW, _YEAR = ("new", "нов"), ("year", "рік", "рок", "год", "new year")
_NEXT = ("next", "наступн", "следующ", "будущ")
_CHRISTMAS = ("christmas", "xmas", "різдв", "рождеств")
_NEW_YEAR = (["new"], ["нового"], ["новым"], ["новим"])
_SPENT_MIN = 1_000
_PAYING = ("pays", "money_out", "money_in", "to_pay")
_PAY = ("pay", "платит", "виплат", "выплат")
_TO_PAY = ("платить", "платити", "заплатити", "сплатити", "оплатить", "оплатити", "to pay")
_OF_BALANCE = frozenset({"balance", "money_in", "to_pay", "pays"})
_WILL = (
    "will", "expect", "буде", "будут", "станет", "стане", "залишит", "залишат", "останет",
    "останут", "лишит", "зайд", "зайти", "прийд", "прийти", "прид", "надійд", "надійти",
    "поступит", "очіку", "ожида",
)  # fmt: skip
_SOLD, _FIGURES = frozenset({"sales", "orders"}), frozenset({"measure", "counted"})
_FORECAST = ("прогноз", "forecast", "projection", "outlook")
_HOW_LONG = ("на скільки", "на сколько", "скільки тиж", "сколько нед", "скільки дн", "сколько дн",
             "как долго", "як довго", "надовго", "надолго", "how long", "how many weeks",
             "how many days", "скільки місяц", "сколько месяц", "how much longer")  # fmt: skip
_LASTS = ("вистач", "выстач", "хват", "протяг", "протрим", "протян", "продерж")
_MONEY_LASTS = ("it last", "that last", "this last", "money last", "cash last", "they last",
                "them last", "we last")  # fmt: skip
_LONG = frozenset({"long", "how long", "довго", "долго", "надолго", "надовго"})
_KEPT = ("category", "supplier_goods", "fuel_transport", "packaging_supplies", "office_household")
_IF, _OPENING = frozenset({"if", "якщо", "если", "коли"}), 3
_SILENT = frozenset({"filler", "sign", "gap"})
_OTHER = frozenset({"measure", "counted", "category", "group", "channel"})
_OF_MONEY = frozenset({"measure", "category", "place", "age", "spec"})


def forecast_said(
    marks: Sequence[Mark], today: dt.date, before: Query | None
) -> Query | Doubt | None:
    """Read how much money is to be expected; None where that is not asked.

    Args:
        marks: what the words of a question are about.
        today: the day it was asked on.
        before: the last question: after a forecast another day ahead is all that is said.
    """
    day = _day_ahead(marks, today)
    is_other = any(mark.section in _OTHER for mark in marks)
    if before is not None and before.ask is Ask.FORECAST and _spends_more(marks):
        day = day or before.days.last
        return Query(Ask.FORECAST, Measure.MONEY, Days.one(day), at_least=_spent(marks))
    is_follow = before is not None and before.ask is Ask.FORECAST and day is not None
    is_follow = is_follow and not is_other
    is_asked = _is_asked(marks, day) or _is_expected(marks, day)
    is_asked = is_asked or _is_due(marks, day) or _is_spent_by(marks, day) or _is_lasting(marks)
    if not is_follow and not is_asked:
        return None
    is_until_when = any(mark.is_of("ask", "when") for mark in marks) or _is_how_long(marks)
    if is_until_when and _is_of_goods(marks):
        return Doubt(Unclear.STOCK)
    usual = FORECAST_DAYS_MAX if is_until_when else _USUAL_DAYS
    day = day or today + dt.timedelta(days=usual)
    if (day - today).days > FORECAST_DAYS_MAX:
        return Doubt(Unclear.TOO_FAR)
    sold = tuple(mark.text for mark in marks if mark.value in _SOLD and mark.section in _FIGURES)
    if sold and is_until_when:
        return Doubt(Unclear.WORDS, sold)  # what it would be without them nobody knows
    days, spent = Days.one(day), _spent(marks)
    names = tuple(mark.text for mark in marks if _names(mark))
    found = Query(Ask.FORECAST, Measure.MONEY, days, at_least=spent, left_out=names)
    return replace(found, is_due=is_until_when)


def _names(mark: Mark) -> bool:
    """Tell whether somebody is named, of whom no forecast is: all that will be there is told."""
    is_capital = mark.section == "word" and mark.text[0].isupper() and mark.start > 0
    return is_capital or (mark.section == "name" and not mark.value.startswith(PERSON))


def _is_how_long(marks: Sequence[Mark]) -> bool:
    """Tell whether it is asked for how long money lasts: "на скільки тижнів вистачить"."""
    said = " ".join(fold(mark.text) for mark in marks)
    return any(each in said for each in _HOW_LONG)


def _is_lasting(marks: Sequence[Mark]) -> bool:
    """Tell whether it is asked how long money lasts, and nothing else is named that might."""
    said = [fold(mark.text) for mark in marks]
    lasts = any(each in " ".join(said) for each in _MONEY_LASTS)
    lasts = lasts or any(word.startswith(_LASTS) for each in said for word in each.split())
    named = (mark for mark in marks if mark.section in _OTHER | {"name", "word", "spec"})
    is_of_money = all(
        mark.is_of("measure", "balance") or fold(mark.text) in _LONG for mark in named
    )
    return lasts and is_of_money and _is_how_long(marks)


def _is_of_goods(marks: Sequence[Mark]) -> bool:
    """Tell whether it is goods that are to last, and no money: "на скільки вистачить пального"."""
    is_of_money = any(_is_money(mark) or mark.is_of("measure", "balance") for mark in marks)
    goods = any(mark.is_of("measure", "purchases") or mark.is_of(*_KEPT) for mark in marks)
    return goods and not is_of_money


def _spent(marks: Sequence[Mark]) -> int:
    """Give the amount that somebody thinks of spending: "can we afford 400 000"."""
    amounts = (amount_at(marks, at)[0] for at in range(len(marks)))
    return next((each for each in amounts if each >= _SPENT_MIN), 0)


def _spends_more(marks: Sequence[Mark]) -> bool:
    """Tell whether a turn thinks of spending a sum: "а якщо ще 90 тисяч віддати"."""
    is_if = any(not _IF.isdisjoint(fold(mark.text).split()) for mark in marks[:_OPENING])
    return is_if and bool(_spent(marks))


def _is_expected(marks: Sequence[Mark], day: dt.date | None) -> bool:
    """Tell whether money is said to be there, or to come, by a day ahead that is named."""
    if day is None or any(mark.is_of("ask", "why", "compare", "plan") for mark in marks):
        return False
    told = {mark.value for mark in marks if mark.section == "measure"}
    is_ahead = any(mark.is_of("when", "ahead") or _says_will(mark) for mark in marks)
    is_placed = any(mark.section in {"place", "bank_name", "till_name"} for mark in marks)
    is_money = is_placed or bool(told & _OF_BALANCE) or any(map(_is_money, marks))
    is_other = any(mark.section in _OTHER - {"measure"} for mark in marks) or told - _OF_BALANCE
    return is_ahead and is_money and not is_other


def _is_due(marks: Sequence[Mark], day: dt.date | None) -> bool:
    """Tell whether it is asked what has to be paid by a day ahead: "что платить до 15 декабря"."""
    is_by = any(
        mark.is_of("when", "until") or fold(mark.text) in {"by", "before"} for mark in marks
    )
    is_other = any(mark.section in {"category", "group", "counted"} for mark in marks)
    pays = (mark for mark in marks if mark.is_of("measure", *_PAYING))
    is_to_pay = any(fold(mark.text).endswith(_TO_PAY) for mark in pays)
    return day is not None and is_by and is_to_pay and not is_other


def _is_spent_by(marks: Sequence[Mark], day: dt.date | None) -> bool:
    """Tell whether it is asked what is left on a day with a sum spent: "if I pay 250k"."""
    is_balance = any(mark.is_of("measure", "balance") for mark in marks)
    return day is not None and is_balance and _spends_more(marks)


def _says_will(mark: Mark) -> bool:
    return any(each.startswith(_WILL) for each in fold(mark.text).split())


def _is_money(mark: Mark) -> bool:
    return any(each.startswith(_MONEY) for each in fold(mark.text).split())


def _is_asked(marks: Sequence[Mark], day: dt.date | None) -> bool:
    """Tell whether money is asked for ahead: a bare "enough" is a word of many meanings."""
    said = [mark for mark in marks if mark.is_of("shape", "forecast")]
    is_of_money = any(mark.section in _OF_MONEY for mark in marks)
    is_counted = any(mark.is_of("measure", "balance") for mark in marks) and _is_counted(marks)
    is_whole = any(part in fold(mark.text) for mark in said for part in _MONEY)
    is_to_whom = any(part in fold(mark.text) for mark in said for part in _PAY)
    is_to_whom = is_to_whom and any(mark.section in {"name", "word"} for mark in marks)
    is_said = bool(said) and (is_whole or is_of_money or is_to_whom or day is not None)
    is_said = is_said or (day is not None and _is_forecast_alone(marks))
    return is_said or (is_counted and day is not None)


def _is_forecast_alone(marks: Sequence[Mark]) -> bool:
    """Tell whether a forecast is asked for, of nothing that is named: "прогноз на грудень"."""
    is_named = any(fold(mark.text).startswith(_FORECAST) for mark in marks)
    told = _OTHER | {"ask", "spec", "name", "word", "rank"}
    return is_named and not any(mark.section in told - {"place"} for mark in marks)


def _is_counted(marks: Sequence[Mark]) -> bool:
    """Tell whether days are counted on from today: "in three weeks", "через месяц"."""
    told = [mark for mark in marks if mark.section not in _SILENT or fold(mark.text) in _IN]
    return any(
        fold(one.text) in _ON and two.section in {"digits", "number", "unit", "period"}
        for one, two in pairwise(told)
    )


def _day_ahead(marks: Sequence[Mark], today: dt.date) -> dt.date | None:
    """Give the day ahead that is named, if there is one."""
    told = [mark for mark in marks if mark.section not in _SILENT or _is_kept(mark)]
    for at in range(len(told)):
        found = _counted(told, at, today) or _of_month(told, at, today) or _named(told, at, today)
        if found is not None and found > today:
            return found
    return None


def _is_kept(mark: Mark) -> bool:
    said = fold(mark.text)
    return said in _IN | _BY or said.startswith((*_NEW, *_CHRISTMAS))


def _counted(marks: Sequence[Mark], at: int, today: dt.date) -> dt.date | None:
    """Read "in two weeks", "через 10 днів", "через місяць", "in a fortnight"."""
    if fold(marks[at].text) not in _IN and not _is_onward(marks, at):
        return None
    is_bare = fold(marks[at].text) not in _IN | _BY
    after = marks[at] if is_bare else _at(marks, at + 1)
    if after.is_of("shape", *_A_UNIT):
        after = after._replace(section="unit", value=_A_UNIT[after.value])
    at -= is_bare
    if after.is_of("period", "fortnight"):
        return today + dt.timedelta(days=_FORTNIGHT)
    count = int(after.value) if after.section in {"digits", "number"} else 1
    unit = _at(marks, at + 2) if after.section in {"digits", "number"} else after
    if unit.value in _UNIT_DAYS and unit.section == "unit":
        return today + dt.timedelta(days=count * _UNIT_DAYS[unit.value])
    if unit.value in _UNIT_MONTHS and unit.section == "unit":
        return month_later(today, count * _UNIT_MONTHS[unit.value])
    return None


def _is_onward(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether days from here on are named: "на неделю вперёд", "a week ahead"."""
    start = at if fold(marks[at].text) not in _BY else at + 1
    is_counted = _at(marks, start).section in {"digits", "number"}
    unit = _at(marks, start + is_counted)
    is_unit = unit.section == "unit" or unit.is_of("shape", *_A_UNIT)
    return is_unit and fold(_at(marks, start + is_counted + 1).text) in _ONWARD


def _of_month(marks: Sequence[Mark], at: int, today: dt.date) -> dt.date | None:
    """Read "mid December", "15 грудня", "the end of the month", "к концу месяца", "5го"."""
    mark, before, after = marks[at], _at(marks, at - 1) if at else NOTHING, _at(marks, at + 1)
    if mark.section == "month":
        first = _month_ahead(int(mark.value), today)
        number = next((each for each in (before, after) if _is_day(each)), None)
        if number is not None:
            return _in_month(first, int(number.value))
        return _part_of(before, first)
    is_led = before.is_of("when", "end", "mid", "this") or _says_end(before)
    if mark.is_of("unit", "month", "week", "year") and is_led:
        return _end_of(mark.value, today) if before.value != "mid" else _part_of(before, today)
    is_bare = _is_day(mark) and after.section not in {"unit", "month", "age", "digits"}
    if is_bare and (not mark.text.isdecimal() or fold(before.text) in _BY):
        day = _in_month(today, int(mark.value))
        return (
            day
            if day > today
            else _in_month(month_later(today.replace(day=1), 1), int(mark.value))
        )
    return None


def _says_end(mark: Mark) -> bool:
    """Tell whether a word for until holds the end itself: "до конца недели"."""
    return mark.is_of("when", "until") and any(each in fold(mark.text) for each in _ENDS)


def _named(marks: Sequence[Mark], at: int, today: dt.date) -> dt.date | None:
    """Read "tomorrow", "next week", "by Friday"."""
    mark, after = marks[at], _at(marks, at + 1)
    if _is_new_year(mark, after):
        return dt.date(today.year, 12, 31)
    if fold(mark.text).startswith(_CHRISTMAS):
        return dt.date(today.year, 12, 25)
    if fold(mark.text) in _TOMORROW:
        return today + dt.timedelta(days=_TOMORROW[fold(mark.text)])
    if mark.section == "weekday":
        apart = (int(mark.value) - today.weekday()) % 7 or 7
        return today + dt.timedelta(days=apart)
    said = fold(mark.text)
    unit = after.value if after.section == "unit" else _unit_in(said)
    return _unit_ahead(said, unit, today) if mark.is_of("when", "ahead") and unit else None


def _unit_ahead(said: str, unit: str, today: dt.date) -> dt.date | None:
    """Give the end of this unit, "до кінця року", or of the next one."""
    if any(each in said for each in _ENDS) and not any(each in said for each in _NEXT):
        return _end_of(unit, today)
    if unit == "week":
        return _end_of("week", today) + dt.timedelta(weeks=1)
    first = month_later(today.replace(day=1), 1)
    return Days.month(first.year, first.month).last if unit == "month" else None


def _is_new_year(mark: Mark, after: Mark) -> bool:
    """Tell whether the new year is named, in two words or within a phrase."""
    said = fold(mark.text)
    is_phrase = mark.is_of("when", "ahead") and said.split()[-2:-1] in _NEW_YEAR
    return is_phrase or (said.startswith(_NEW) and fold(after.text).startswith(_YEAR))


def _unit_in(said: str) -> str | None:
    """Give the unit within a phrase: "next week", "наступного місяця"."""
    return next((unit for unit, stems in _UNITS.items() if any(s in said for s in stems)), None)


def _month_ahead(month: int, today: dt.date) -> dt.date:
    year = today.year + (month < today.month)
    return dt.date(year, month, 1)


def _part_of(when: Mark, day: dt.date) -> dt.date:
    """Give the day that a part of a month is meant to end on: all of it where none is named."""
    if when.is_of("when", "mid"):
        return day.replace(day=_MID)
    if when.is_of("when", "begin"):
        return day.replace(day=_LAST_OF_BEGINNING)
    return Days.month(day.year, day.month).last


def _in_month(day: dt.date, number: int) -> dt.date:
    return day.replace(day=min(number, Days.month(day.year, day.month).last.day))


def _end_of(unit: str, today: dt.date) -> dt.date:
    if unit == "week":
        return today + dt.timedelta(days=6 - today.weekday())
    if unit == "year":
        return dt.date(today.year, 12, 31)
    return Days.month(today.year, today.month).last


def _is_day(mark: Mark) -> bool:
    is_number = mark.section == "digits" and mark.value.isdecimal()
    return is_number and int(mark.value) in _DAYS_OF_MONTH


def _at(marks: Sequence[Mark], at: int) -> Mark:
    return marks[at] if 0 <= at < len(marks) else NOTHING
