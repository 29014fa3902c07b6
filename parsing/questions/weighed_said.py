"""Questions that weigh days, orders, debts: bounds, the usual, weekends, ages, whose till."""

import datetime as dt
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.comparing import two_periods
from parsing.questions.debts_said import whose_debt
from parsing.questions.figures_said import LISTED, SEVERAL_LIMIT
from parsing.questions.marks import Mark
from parsing.questions.measures import measure_said
from parsing.questions.open_said import OpenFigures, asks_of_counts, names_loss
from parsing.questions.query import TILLS, Ask, Doubt, Group, Measure, Per, Query, Unclear
from parsing.questions.relative import unit_so_far
from parsing.questions.rows_said import AVERAGES, series_per
from parsing.questions.slots import Slots

_COUNTED = {"days": Group.DAY, "weeks": Group.WEEK, "months": Group.MONTH}
_LOST = frozenset({Measure.MARGIN, Measure.RESULT})
LONG = {Per.DAY: "month", Per.WEEK: "quarter", Per.MONTH: "year", Per.QUARTER: "year"}
"""The usual days of a series."""
_OF_ONE = ("average", "average_sale")
_WEEK, _PAIR = 7, 2
_USUAL_DAYS = 84
_EACH = frozenset({"each", "apiece", "each of them", "кожен", "кожному", "каждый", "каждому"})
_LEFT = ("left", "leaves", "лиша", "залиша", "остае", "остат", "осталось")
_SPENDS = ("spen", "pay", "paid", "витрат", "потрат", "заплат")
_SELLS = ("sell", "sold", "прода")
_HANDED = ("здав", "здал", "сдал", "сдав", "handed", "turned in")
_WEEKEND = (5, 6)
_WORKDAYS = ("weekday", "workday", "будн", "будень")
_OTHER = ("why", "compare", "against", "who")


class Weighed(OpenFigures):
    """Reads what is held against a bound, a norm or an age."""

    __slots__ = ()

    def of_his_till(self, _usual: Days | None) -> Query | Doubt | None:
        """Read what is in the till of one of the team: "скільки у Петра в касі"."""
        slots = self.slots
        is_counted = slots.has("shape", "counts") or asks_of_counts(slots)
        is_other = measure_said(slots) not in {None, Measure.ENTRIES}
        is_other = is_other or slots.has("ask", *_OTHER) or slots.has("shape", "recorded")
        is_other = is_other or any(map(_says_spent, slots.marks))
        if is_other or not (is_counted or slots.place == TILLS):
            return None
        if slots.his_till is not None and any(map(_says_handed, slots.marks)):
            found = self._query(Ask.TOTAL, Measure.CATEGORY, unit_so_far("month", self.today))
            of_deposits = replace(found, categories=(CashCategory.BANK_DEPOSIT,), place=None)
            person = next((each.value for each in slots.marks if _is_name(each)), None)
            return replace(of_deposits, about=None, others=(), told_by=person)
        if slots.his_till is None:
            is_of_nobody = any(map(_is_name, slots.marks))
            return Doubt(Unclear.NOBODY, slots.about) if is_of_nobody and slots.about else None
        if is_counted:
            return None
        found = replace(self._balance(), place=slots.his_till)
        return replace(found, about=None, others=(), told_by=None)

    def days_counted(self, usual: Days | None) -> Query | Doubt | None:
        """Read on how many days a figure was over or under something, or nothing at all."""
        slots = self.slots
        unit = next((each for each in slots.values("counted") if each in _COUNTED), None)
        if unit is None:
            return None
        said = measure_said(slots)
        if slots.place is not None and said in {None, Measure.ENTRIES}:
            return Doubt(Unclear.WORDS, slots.place_words)  # what lies there has no days
        is_lost = names_loss(self)
        measure = Measure.RESULT if is_lost and said is not Measure.MARGIN else said
        days = usual or unit_so_far("month" if unit == "days" else "year", self.today)
        group = _COUNTED[unit]
        found = self._query(Ask.COUNT, measure or Measure.SALES, days, group=group)
        if is_lost or (slots.has("filler", "without", "not") and not _is_bounded(found)):
            return replace(found, at_most=0)
        return found if _is_bounded(found) else replace(found, at_least=1)

    def of_margins(self, usual: Days | None) -> Query | Doubt | None:
        """Read orders by what they left: how many, on average, or of how many per cent."""
        slots = self.slots
        is_margin = slots.has("measure", "margin", "result") or slots.has("shape", "loss")
        is_margin = is_margin or (
            slots.has("shape", *_OF_ONE) and any(map(_says_left, slots.marks))
        )
        is_rated = slots.rates.least is not None or slots.rates.most is not None
        is_order = names_order(slots) or (is_rated and is_margin)
        is_each = slots.has("shape", "average_sale") and slots.has("measure", "margin", "result")
        is_sold = slots.is_counting and names_loss(self) and _sells(slots)
        is_asked = (is_order and (is_margin or is_rated)) or is_each or is_sold
        is_average = slots.has("shape", *_OF_ONE)
        if not is_asked or not (is_rated or is_average or slots.is_counting):
            return None
        if slots.has("group", "customer", "supplier", "counterparty", "recorder") or slots.about:
            return Doubt(Unclear.MARGIN_OF)
        ask = Ask.COUNT if slots.is_counting else Ask.AVERAGE if is_average else Ask.TOP
        days = usual or unit_so_far("month", self.today)
        found = self._query(ask, Measure.MARGIN, days, group=Group.ORDER)
        is_lost = names_loss(self) and not is_rated and ask is Ask.COUNT
        is_held = slots.has("ask", "against", "compare") or slots.has("joiner", "than")
        if ask is Ask.AVERAGE and is_held and len(slots.periods) == _PAIR:
            days, against = two_periods(slots, days, self.today)
            found = replace(found, ask=Ask.COMPARE, compared=ask, days=days, against=against)
        return replace(
            found,
            least_percent=slots.rates.least,
            most_percent=slots.rates.most,
            at_most=0 if is_lost else found.at_most,
            is_least=found.is_least or slots.rates.most is not None,
            limit=slots.number or SEVERAL_LIMIT,
            share_of=None,
            about=None,
        )

    def by_weekend(self, usual: Days | None) -> Query | None:
        """Read weekends beside the other days: "weekends or weekdays, when do we sell more"."""
        slots = self.slots
        is_beside = slots.weekdays == _WEEKEND and any(map(_says_workdays, slots.marks))
        is_whole = len(slots.weekdays) == _WEEK and not slots.has("group", "weekday")
        if not is_beside and not is_whole:
            return None
        measure = measure_said(slots) or Measure.SALES
        days = usual or Days(self.today - dt.timedelta(days=_USUAL_DAYS - 1), self.today)
        found = self._query(Ask.TOP, measure, days, group=Group.WEEKEND)
        is_of_sale = slots.has("shape", "average_sale")
        compared = Ask.AVERAGE if is_of_sale else Ask.TOTAL
        return replace(found, weekdays=(), compared=compared, limit=2, share_of=None)

    def by_age(self, _usual: Days | None) -> Query | None:
        """Read debts by how long ago they began: "дебіторка за давністю"."""
        slots = self.slots
        if not slots.has("shape", "by_bands") or slots.about:
            return None
        day = slots.periods[0].last if slots.periods else self.today
        measure = whose_debt(slots) or Measure.RECEIVABLE
        found = self._query(Ask.OWED, measure, Days.one(min(day, self.today)))
        return replace(found, group=Group.AGE, place=None, younger_than_days=0)

    def usually(self, _usual: Days | None) -> Query | None:
        """Read days that are held against what such days usually are: "than usual"."""
        slots = self.slots
        if not slots.is_usual or slots.has("ask", "why", "plan") or len(slots.periods) > 1:
            return None
        days = slots.periods[0] if slots.periods else Days.one(self.today)
        found = self._query(Ask.COMPARE, measure_said(slots) or Measure.SALES, days)
        is_of_sale = slots.has("shape", "average_sale")
        compared = Ask.AVERAGE if is_of_sale else Ask.COUNT if slots.is_counting else Ask.TOTAL
        return replace(found, days=days, is_usual=True, compared=compared)

    def paid_each(self, usual: Days | None) -> Query | None:
        """Read who got how much of what was spent: "монтажники: хто скільки отримав"."""
        slots = self.slots
        measure = measure_said(slots)
        is_each = slots.has("ask", "who") or any(fold(each.text) in _EACH for each in slots.marks)
        is_named = slots.has("ask", "who") or slots.has("group", "counterparty")
        is_asked = is_named or (is_each and slots.has("ask", "how_much"))
        is_other = slots.about or slots.is_counting or slots.has("measure", "owe", "advances")
        is_other = is_other or slots.place is not None or slots.has("ask", "when", "why")
        if not is_asked or is_other or measure not in {Measure.CATEGORY, Measure.STAFF}:
            return None
        days = usual or unit_so_far("month", self.today)
        found = self._query(Ask.TOP, measure, days, group=Group.COUNTERPARTY)
        return replace(found, limit=slots.number or SEVERAL_LIMIT)

    def single_of_each(self, measure: Measure | None, usual: Days | None) -> Query | None:
        """Read an average sale, or how many there were, for each day, week or month."""
        slots = self.slots
        is_average = slots.has("shape", "average_sale") and not slots.is_counting
        is_plain = not slots.has("ask", "compare", "against") and not slots.is_than_days
        is_plain = is_plain and not slots.has("shape", "average", *AVERAGES, "share")
        is_sum = slots.has("measure", "sales") and slots.has("joiner", "and")
        is_plain = is_plain and not (is_average and is_sum)  # "sales by month, and the average"
        if not is_plain or not (is_average or slots.is_counting):
            return None
        if measure is not None and measure not in LISTED:
            return None
        days = usual or unit_so_far(LONG[series_per(slots) or Per.MONTH], self.today)
        found = self._count(measure, days)
        ask = Ask.AVERAGE if is_average else Ask.COUNT
        return replace(
            found, ask=Ask.SERIES, compared=ask, group=None if is_average else found.group
        )


def names_order(slots: Slots) -> bool:
    """Tell whether orders are named, whatever of them is asked."""
    is_named = slots.has("group", "order") or slots.has("counted", "orders")
    return is_named or slots.has("measure", "orders") or slots.has("ask", "order")


def _says_workdays(mark: Mark) -> bool:
    return fold(mark.text).startswith(_WORKDAYS)


def _is_bounded(found: Query) -> bool:
    return bool(found.at_least) or found.at_most is not None


def _says_left(mark: Mark) -> bool:
    """Tell whether something is said to be left, of an order as of a till."""
    return any(word.startswith(_LEFT) for word in fold(mark.text).split())


def _says_spent(mark: Mark) -> bool:
    """Tell whether a phrase that asks how much says that it was spent: "what did we spend"."""
    return mark.section == "ask" and any(each in fold(mark.text) for each in _SPENDS)


def _sells(slots: Slots) -> bool:
    """Tell whether selling is said, be it within a phrase: "продавали в мінус"."""
    said = (fold(mark.text) for mark in slots.marks)
    is_sold = slots.has("measure", "sales") or slots.has("counted", "sales")
    return is_sold or any(word.startswith(_SELLS) for each in said for word in each.split())


def _says_handed(mark: Mark) -> bool:
    return fold(mark.text).startswith(_HANDED)


def _is_name(mark: Mark) -> bool:
    is_capital = mark.section == "word" and mark.text[0].isupper() and mark.start > 0
    return mark.section == "name" or is_capital
