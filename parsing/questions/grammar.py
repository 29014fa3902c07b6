"""Read a question: what is asked of the books, or what is not understood of it."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from ledger.days import Days
from parsing.questions.marks import TOLD, Vocabulary, marks_of
from parsing.questions.measures import joined_by, measure_of_group, measure_said, whose_debt
from parsing.questions.periods import ever
from parsing.questions.query import Ask, Doubt, Group, Measure, Per, Query, Unclear
from parsing.questions.refusals import checked
from parsing.questions.relative import unit_before, unit_of, unit_so_far
from parsing.questions.slots import Slots, slots_of

_SERIES = {"by_day": Per.DAY, "by_week": Per.WEEK, "by_month": Per.MONTH, "trend": Per.MONTH}
_LONG = {Per.DAY: "month", Per.WEEK: "quarter", Per.MONTH: "year"}
"""The usual days of a series."""
_BEST = {"best_day": Group.DAY, "best_month": Group.MONTH}
_SHARED = frozenset(
    {Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.COMPARE, Ask.LAST, Ask.BIGGEST, Ask.SERIES}
)
_HEAD = 2
"""A question word stands among so many telling words from the beginning."""
_DIGITS_DATE = re.compile(r"\d[.,]\d")
"""What may be an amount as well as a day."""
_ROWS = {Ask.BIGGEST: 3}


def read_question(
    text: str, *, today: dt.date, vocabulary: Vocabulary, before: Query | None = None
) -> Query | Doubt:
    """Read a question of whoever may ask.

    Args:
        text: what was typed, in any of the languages.
        today: the day it was asked on.
        vocabulary: the words, and what the shop's tills and banks are called.
        before: what the same person asked before, for "and in September?".
    """
    asked_of = None if before is None else before.days
    slots = slots_of(marks_of(text, vocabulary), vocabulary, today, asked_of)
    if slots.has("shape", "elsewhere"):
        return Doubt(Unclear.NO_QUESTION)  # the weather, a joke, advice: no book has them
    reader = _Reader(slots, today)
    if slots.is_follow and before is not None:
        return checked(_follow(reader, before), slots)
    return checked(reader.read(None), slots)


def asks_outright(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether a text asks by a mark, a question word at its head, or what is asked alone.

    Somebody who tells of cash and lacks its amount is no such: "order 8099 was fetched".
    """
    slots = slots_of(marks_of(text, vocabulary), vocabulary, today)
    if text.rstrip().endswith("?"):
        return True
    if slots.has("filler", TOLD, "not") or _DIGITS_DATE.search(text):
        return False
    names = slots.periods or slots.order or slots.categories
    is_about = bool(names) or slots.has("measure") or slots.has("group") or slots.has("counted")
    telling = [mark for mark in slots.marks if mark.section not in {"filler", "gap", "sign"}]
    is_led = any(mark.section == "ask" for mark in telling[:_HEAD])
    if not is_led and (slots.has("measure", "pays") or slots.has("category", "bank_deposit")):
        return False
    is_short = not slots.about and bool(slots.periods or slots.order is not None)
    is_ranked = slots.has("when", "last") or slots.has("rank")
    return is_about and (is_led or is_short or is_ranked)


def _follow(reader: "_Reader", before: Query) -> Query | Doubt:
    """Change what was asked before by what is new: days, a category, a place, a name."""
    slots = reader.slots
    if slots.names_future:
        return Doubt(Unclear.AHEAD)
    is_new = slots.has("ask", "why", "compare", "against", "report", "order", "plan")
    is_new = is_new or slots.has("measure") or slots.has("group") or slots.order is not None
    if is_new or slots.has("rank") or slots.has("joiner", "than"):
        return reader.read(before.days)
    per = reader.series()
    named = reader.days_like(before.days)
    if not (named or per or slots.categories or slots.place or slots.about):
        return Doubt(Unclear.NO_QUESTION)
    days = named or before.days
    changed = replace(
        before,
        days=days,
        is_usual_days=before.is_usual_days and named is None,
        place=slots.place or before.place,
        about=slots.about[0] if slots.about else before.about,
        against=None if before.against is None else days.before(),
    )
    if per is not None:
        return replace(changed, ask=Ask.SERIES, per=per, against=None)
    if slots.categories and not slots.about:
        is_kept = before.ask in _SHARED
        ask = before.ask if is_kept else Ask.TOTAL
        changed = replace(
            changed, ask=ask, measure=Measure.CATEGORY, categories=slots.categories, about=None
        )
    return changed


@dataclass(frozen=True, slots=True)
class _Reader:
    slots: Slots
    today: dt.date

    def read(self, usual: Days | None) -> Query | Doubt:
        """Decide what kind of answer is wanted, the most telling word first."""
        slots = self.slots
        if slots.names_future:
            return Doubt(Unclear.AHEAD)
        if slots.order is not None:
            return Query(Ask.ORDER, Measure.ENTRIES, ever(self.today), order=slots.order)
        readers = (
            self._why,
            self._plan,
            self._owed,
            self._several,
            self._series,
            self._compare,
            self._listed,
            self._figure,
        )
        for read in readers:
            found = read(usual)
            if found is not None:
                return found
        return self._results()

    def _why(self, usual: Days | None) -> Query | None:
        if not self.slots.has("ask", "why"):
            return None
        measure = measure_said(self.slots) or Measure.RESULT
        days, against = self._two_periods(usual or unit_so_far("month", self.today))
        is_alone = len(self.slots.periods) < 2 and not self.slots.is_than_days  # noqa: PLR2004 - a pair
        if days.is_one and is_alone:
            against = Days.one(days.first - dt.timedelta(weeks=1))
        return self._query(Ask.WHY, measure, days, against=against)

    def _plan(self, usual: Days | None) -> Query | None:
        """Read how far the plan has come, whatever of it is named."""
        if not self.slots.has("ask", "plan"):
            return None
        days = usual or unit_so_far("month", self.today)
        return self._query(Ask.RESULTS, Measure.PLAN, days)

    def _several(self, usual: Days | None) -> Query | None:
        """Read figures that are named side by side: the result has them all."""
        slots = self.slots
        is_narrowed = bool(slots.categories or slots.about or slots.place or slots.group_words)
        joiner = joined_by(slots)
        if is_narrowed or joiner is None or len(slots.periods) > 1:
            return None
        found = self._query(Ask.RESULTS, Measure.RESULT, usual or unit_so_far("month", self.today))
        if slots.is_than_days and joiner.section == "joiner":
            return replace(found, days=self._now_against(found.days)[0])
        return found

    def _series(self, usual: Days | None) -> Query | Doubt | None:
        """Read a row for each day, week or month, or the best of them."""
        slots = self.slots
        per = self.series()
        best = next((_BEST[each] for each in slots.values("shape") if each in _BEST), None)
        if per is None and best is None:
            return None
        measure = measure_said(slots)
        is_other = slots.is_counting or slots.has("shape", "average", "average_sale")
        is_other = is_other or slots.has("ask", "compare", "against") or bool(slots.group_words)
        if is_other or (measure is None and best is None):
            return Doubt(Unclear.WORDS, slots.shape_words)
        if per is not None:
            days = usual or unit_so_far(_LONG[per], self.today)
            found = self._query(Ask.SERIES, measure or Measure.SALES, days)
            return replace(found, per=per)
        days = usual or unit_so_far("month" if best is Group.DAY else "year", self.today)
        return self._query(Ask.TOP, measure or Measure.SALES, days, group=best)

    def series(self) -> Per | None:
        """Say what the rows of a series are, if one is asked for."""
        said = [each for each in self.slots.values("shape") if each in _SERIES]
        exact = [each for each in said if each != "trend"]
        return _SERIES[(exact or said)[0]] if said else None

    def days_like(self, before: Days) -> Days | None:
        """Give the days that are named; "and in the last?" means what was asked of before."""
        slots = self.slots
        if slots.periods:
            return slots.periods[0]
        if slots.has("when", "this"):
            return unit_so_far(unit_of(before), self.today)
        is_previous = slots.has("when", "previous") or slots.has("when", "last")
        return unit_before(unit_of(before), self.today) if is_previous else None

    def _owed(self, usual: Days | None) -> Query | Doubt | None:
        slots = self.slots
        if slots.has("measure", "advances"):
            return self._query(Ask.OWED, Measure.ADVANCES, Days.one(self.today))
        if not slots.has("measure", "owe", "to_pay"):
            return None
        measure = whose_debt(slots)
        if measure is None:
            return Doubt(Unclear.WHOSE_DEBT)
        days = slots.periods[0] if slots.periods else usual or Days.one(self.today)
        as_of = Days.one(min(days.last, self.today))
        return self._query(Ask.OWED, measure, as_of)

    def _compare(self, usual: Days | None) -> Query | None:
        slots = self.slots
        is_asked = slots.has("ask", "compare", "against") or slots.has("joiner", "than")
        if not (is_asked or slots.is_than_days or self._are_apart()):
            return None
        measure = measure_said(self.slots) or Measure.RESULT
        days, against = self._two_periods(usual or unit_so_far("month", self.today))
        return self._query(Ask.COMPARE, measure, days, against=against)

    def _are_apart(self) -> bool:
        """Tell whether a figure is asked of days that do not follow each other."""
        slots = self.slots
        if len(slots.periods) != 2 or measure_said(slots) is None:  # noqa: PLR2004 - a pair
            return False
        first, second = sorted(slots.periods, key=lambda days: days.first)
        is_list = slots.has("rank") or slots.has("ask", "who", "list") or bool(slots.group_words)
        return (second.first - first.last).days > 1 and not is_list and not slots.is_counting

    def _listed(self, usual: Days | None) -> Query | None:
        """Read a top of a group, or single entries."""
        slots = self.slots
        group = self._group()
        measure = measure_said(self.slots)
        if group is not None:
            default = "year" if group in {Group.SUPPLIER, Group.CUSTOMER} else "month"
            days = usual or unit_so_far(default, self.today)
            return self._query(Ask.TOP, measure_of_group(group, measure), days, group=group)
        if slots.has("rank", "last") or slots.has("when", "last"):
            return self._query(Ask.LAST, measure or Measure.ENTRIES, usual or ever(self.today))
        if slots.has("rank", "biggest", "top"):
            days = usual or unit_so_far("month", self.today)
            return self._query(Ask.BIGGEST, measure or Measure.EXPENSES, days)
        return None

    def _group(self) -> Group | None:
        """Say what a top is of; a group that only says who was paid is none."""
        slots = self.slots
        is_ranked = slots.has("rank", "top", "biggest")
        is_open = is_ranked or slots.has("ask", "who", "list")
        groups = slots.values("group")
        if "category" in groups and not slots.categories:
            return Group.CATEGORY
        if groups and is_open:
            return Group(groups[0])
        if not is_ranked and not self._is_who_paid():
            return None
        if slots.has("ask", "who"):
            incoming = slots.has("measure", "sales", "money_in", "pays") or not slots.has(
                "measure"
            )
            return Group.CUSTOMER if incoming else Group.COUNTERPARTY
        is_spent = slots.has("measure", "expenses") and not slots.categories
        return Group.CATEGORY if is_spent and slots.has("rank", "top") else None

    def _is_who_paid(self) -> bool:
        """Tell whether names are asked for: "who did we pay yesterday", "хто вчора заплатив"."""
        slots = self.slots
        is_paid = slots.has("measure", "money_in", "pays", "money_out")
        return slots.has("ask", "who") and is_paid and not slots.about

    def _figure(self, usual: Days | None) -> Query | Doubt | None:
        """Read a total, a count, an average, a balance."""
        slots = self.slots
        measure = measure_said(self.slots)
        month = usual or unit_so_far("month", self.today)
        if slots.has("shape", "average", "average_sale", "per_day", "per_month"):
            if slots.is_counting and not slots.has("shape", "average_sale"):
                return Doubt(Unclear.WORDS, slots.shape_words)
            return self._average(measure, month)
        if slots.is_counting:
            return self._query(Ask.COUNT, measure or Measure.ENTRIES, month)
        if self._is_balance(measure):
            return self._balance()
        if measure is not None:
            return self._query(Ask.TOTAL, measure, month)
        return self._of_money_alone(month)

    def _of_money_alone(self, month: Days) -> Query | Doubt | None:
        """Read a question that says neither what is measured nor where."""
        slots = self.slots
        if slots.asks_of_money and not slots.about:
            return self._balance()
        if not slots.has("ask", "how_much", "list"):
            return None
        if slots.about:
            return self._query(Ask.TOTAL, Measure.MONEY_OUT, month)
        return Doubt(Unclear.OF_WHAT) if slots.has("ask", "how_much") else None

    def _balance(self) -> Query:
        periods = self.slots.periods
        days = periods[0] if periods else Days.one(self.today)
        return self._query(Ask.BALANCE, Measure.MONEY, Days.one(min(days.last, self.today)))

    def _average(self, measure: Measure | None, days: Days) -> Query:
        per = Per.ENTRY
        if self.slots.has("shape", "per_day"):
            per = Per.DAY
        elif self.slots.has("shape", "per_month"):
            per = Per.MONTH
        return replace(self._query(Ask.AVERAGE, measure or Measure.SALES, days), per=per)

    def _is_balance(self, measure: Measure | None) -> bool:
        slots = self.slots
        is_spent = measure is not None and measure is not Measure.ENTRIES
        if slots.has("measure", "balance") and not (is_spent and not slots.place):
            return not is_spent or measure in {Measure.MONEY_IN, Measure.MONEY_OUT}
        return slots.place is not None and not is_spent

    def _results(self) -> Query | Doubt:
        slots = self.slots
        days = slots.periods[0] if slots.periods else Days.one(self.today)
        is_named = slots.has("ask", "report") or bool(slots.periods)
        if not is_named:
            return Doubt(Unclear.NO_QUESTION, slots.about)
        if slots.about or slots.categories:
            return Doubt(Unclear.WORDS, slots.about)
        return Query(Ask.RESULTS, Measure.RESULT, days, is_usual_days=not slots.periods)

    def _query(
        self,
        ask: Ask,
        measure: Measure,
        usual: Days,
        *,
        against: Days | None = None,
        group: Group | None = None,
    ) -> Query:
        slots = self.slots
        is_fixed = ask in {Ask.WHY, Ask.COMPARE, Ask.BALANCE, Ask.OWED}
        days = usual if is_fixed or not slots.periods else _joined(slots.periods)
        return Query(
            ask=ask,
            measure=measure,
            days=days,
            is_usual_days=not slots.periods,
            categories=slots.categories if measure is Measure.CATEGORY else (),
            place=slots.place,
            about=slots.about[0] if slots.about else None,
            group=group,
            limit=slots.number or _ROWS.get(ask, 5),
            against=against,
            older_than_days=slots.older_than_days,
        )

    def _two_periods(self, usual: Days) -> tuple[Days, Days]:
        periods = self.slots.periods
        if len(periods) > 1:
            return periods[0], periods[1]
        if self.slots.is_than_days:
            return self._now_against(periods[0])
        days = periods[0] if periods else usual
        return days, days.before()

    def _now_against(self, then: Days) -> tuple[Days, Days]:
        """Hold what there is so far against days that alone are named: "more than last year"."""
        unit = unit_of(then)
        now = unit_so_far(unit, self.today)
        if now == then:
            return then, then.before()
        return now, now.before() if then == unit_before(unit, self.today) else then


def _joined(periods: tuple[Days, ...]) -> Days:
    """Take days that follow each other for one stretch: "in September and October"."""
    first, *more = sorted(periods, key=lambda days: days.first)
    for each in more:
        if (each.first - first.last).days > 1:
            return periods[0]
        first = Days(first.first, max(first.last, each.last))
    return first
