"""Why a figure changed, and what changed the most."""

import datetime as dt
from dataclasses import replace

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.apart_said import are_things_apart
from parsing.questions.comparing import two_periods
from parsing.questions.figures_said import CHANNELLED, SEVERAL_LIMIT
from parsing.questions.further_said import Further
from parsing.questions.held_said import asks_of_less_money, asks_of_missing_money
from parsing.questions.measures import measure_of_group, measure_said
from parsing.questions.over_said import one_over_other
from parsing.questions.query import Ask, Doubt, Group, Measure, Query, Unclear
from parsing.questions.relative import unit_so_far
from parsing.questions.rows_said import WORST, best_group, counts_orders, rows_or_best, series_per
from parsing.questions.slots import Slots
from parsing.questions.weighed_said import names_order

_OF_WHOLE = frozenset({Measure.RESULT, Measure.MARGIN})
_WHICH = (
    "which",
    "what went",
    "what has gone",
    "що зросло",
    "що подорожч",
    "что выросло",
    "что подорожа",
    "what exp",
    "what cost",
    "какие",
    "какая",
    "какой",
    "які",
    "яка",
    "який",
    "котр",
    "what did we spend",
    "what have we spent",
    "where did we spend",
    "на що",
    "на что",
    "на чем",
    "на чому",
)


class Changes(Further):
    """Reads what moved a figure, and the money."""

    __slots__ = ()

    def earned_on(self, usual: Days | None) -> Query | Doubt | None:
        """Read what the shop earns most on: of that it is known where it was sold."""
        slots = self.slots
        is_ranked = slots.has("rank", "biggest", "top", "smallest") and not best_group(slots)
        is_whole = is_ranked and measure_said(slots) in _OF_WHOLE and not slots.group_words
        is_other = slots.has("ask", "who", "why", "compare", "when")
        is_other = is_other or series_per(slots) is not None
        is_other = is_other or names_order(slots) or slots.is_than_days or slots.is_counting
        is_lost = slots.has("shape", "lost_on")
        if not (is_lost or slots.has("shape", "earned_on")) and (not is_whole or is_other):
            return None
        if slots.about or slots.loose or slots.categories or slots.place:
            return Doubt(Unclear.GOODS)
        days = usual or unit_so_far("month", self.today)
        found = self._query(Ask.TOP, Measure.MARGIN, days, group=Group.CHANNEL)
        found = replace(found, is_least=is_lost or found.is_least)
        return replace(found, share_of=Measure.MARGIN, limit=slots.number or SEVERAL_LIMIT)

    def most_orders(self, usual: Days | None) -> Query | None:
        """Read days, weeks or months ranked by how many orders each had, or by two figures."""
        best = rows_or_best(self.slots)[1]
        over = self.days_over(usual)
        if over is not None or best is None or not counts_orders(self.slots):
            return over
        days = usual or unit_so_far("month" if best is Group.DAY else "year", self.today)
        found = self._query(Ask.TOP, Measure.SALES, days, group=best)
        is_least = found.is_least or self.slots.has("shape", *WORST)
        return replace(found, compared=Ask.COUNT, is_least=is_least)

    def why(self, usual: Days | None) -> Query | None:
        """Read why a figure changed, or why there is less money; of channels by each."""
        if asks_of_missing_money(self.slots):
            return replace(self._money_moved(usual), place=None)  # "and no cash"
        by_channel = self.channels_compared(usual)
        if by_channel is not None:
            return by_channel
        is_of_order = names_order(self.slots) and self.slots.has("rank")
        if not self.slots.has("ask", "why") or are_things_apart(self.slots) or is_of_order:
            return None  # "electricity or rent, what eats more" is told as their sums
        if asks_of_less_money(self.slots):
            return self._money_moved(usual)
        measure = measure_said(self.slots) or Measure.RESULT
        days, against = two_periods(
            self.slots, usual or unit_so_far("month", self.today), self.today
        )
        is_of_days = days.is_one and against.is_one and measure_said(self.slots) is None
        measure = Measure.SALES if is_of_days else measure
        is_alone = len(self.slots.periods) < 2 and not self.slots.is_than_days  # a pair
        if days.is_one and is_alone:
            against = Days.one(days.first - dt.timedelta(weeks=1))
        found = self._query(Ask.WHY, measure, days, against=against)
        return replace(found, is_usual=self.slots.is_usual and is_alone)

    def _money_moved(self, usual: Days | None) -> Query:
        """Read why there is less money than when some days were over, or over these days."""
        periods = self.slots.periods
        days = periods[-1] if periods else usual or unit_so_far("month", self.today)
        if periods and self.slots.has("shape", "opening"):
            days = Days(days.first, self.today)
        elif periods and (self.slots.is_than_days or days.is_one or len(periods) > 1):
            first = min(days.last + dt.timedelta(days=1), self.today)
            days = Days(first, self.today)
        found = self._query(Ask.WHY, Measure.MONEY, days)
        return replace(found, days=days, about=None, at_least=0, at_most=None)

    def channels_compared(self, usual: Days | None) -> Query | None:
        """Read days against days by where sales came from: "листопад проти жовтня по каналах"."""
        slots = self.slots
        is_held = slots.has("ask", "compare", "against", "why") or slots.has("joiner", "than")
        is_held = is_held or slots.is_than_days or slots.has("filler", "up", "down")
        is_pair = (
            len(slots.periods) == 2 or slots.is_than_days or slots.has("ask", "why")
        )  # a pair
        measure = measure_said(slots) or Measure.SALES
        is_plain = measure in CHANNELLED and not (slots.is_by_channel or slots.is_counting)
        if not (slots.has("group", "channel") and is_held and is_pair and is_plain):
            return None
        days, against = two_periods(slots, usual or unit_so_far("month", self.today), self.today)
        found = self._query(Ask.WHY, measure, days, group=Group.CHANNEL, against=against)
        return replace(found, limit=slots.number or SEVERAL_LIMIT)

    def days_over(self, usual: Days | None) -> Query | None:
        """Read on which days, weeks or months one figure came to more than another."""
        slots, best = self.slots, rows_or_best(self.slots)[1]
        is_other = slots.is_than_days or slots.is_usual or len(slots.periods) > 1
        is_other = is_other or bool(slots.at_least) or slots.at_most is not None
        pair = None if is_other else one_over_other(slots.marks)
        if best is None or pair is None:
            return None
        days = usual or unit_so_far("month" if best is Group.DAY else "year", self.today)
        found = self._query(Ask.TOP, pair[0], days, group=best)
        limit = self.slots.number or SEVERAL_LIMIT
        return replace(found, over=pair[1], limit=limit, is_least=False, share_of=None)

    def moved_most(self, usual: Days | None) -> Query | None:
        """Read which category, customer or supplier grew or fell the most: causes of a change."""
        slots = self.slots
        groups = [Group(each) for each in slots.values("group")]
        is_moved = slots.has("filler", "up", "down") and slots.has("rank", "top", "biggest")
        is_of_expenses = not groups and (
            measure_said(slots) is Measure.EXPENSES or _spends_on(slots)
        )
        is_which = slots.has("filler", "up", "down") and _asks_which(slots)
        is_ranked = is_moved and not slots.is_than_days
        if not (groups or is_of_expenses) or not (is_ranked or (is_of_expenses and is_which)):
            return None
        measure = Measure.EXPENSES
        if groups and groups[0] is not Group.CATEGORY:
            measure = measure_of_group(groups[0], Measure.SALES)
        days, against = two_periods(slots, usual or unit_so_far("month", self.today), self.today)
        found = self._query(Ask.WHY, measure, days, against=against)
        is_only = is_which or (is_moved and not groups)  # those alone that grew, or fell
        if measure is not Measure.EXPENSES or not (is_only or slots.rates.least is not None):
            return found
        is_fallen = slots.has("filler", "down")
        return replace(found, least_percent=slots.rates.least or 0, is_least=is_fallen)


def grown_alone(found: Query, slots: Slots) -> Query:
    """Tell only the categories that grew, or fell, where it is said which: "on what more"."""
    is_fallen = slots.has("filler", "down") or slots.has("age", "under")
    is_grown = slots.has("filler", "up") or slots.has("age", "more")
    if is_grown == is_fallen or found.measure is not Measure.EXPENSES:
        return found
    return replace(found, least_percent=slots.rates.least or 0, is_least=is_fallen)


def _spends_on(slots: Slots) -> bool:
    """Tell whether it is asked what was spent on: "what did we spend more on"."""
    said = [fold(mark.text) for mark in slots.marks]
    is_spent = any("spen" in each for each in said) and not slots.has("measure")
    return is_spent and "on" in said and not slots.categories and not slots.about


def _asks_which(slots: Slots) -> bool:
    """Tell whether it opens with "which": "какие расходы выросли"."""
    said = [mark for mark in slots.marks if mark.section not in {"sign", "gap"}][:2]
    opening = " ".join(fold(mark.text) for mark in said)
    return opening.startswith(_WHICH) or any(fold(each.text).startswith(_WHICH) for each in said)
