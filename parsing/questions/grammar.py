"""Read a question: what is asked of the books, or what is not understood of it."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.questions.marks import TOLD, Mark, Vocabulary, marks_of
from parsing.questions.periods import ever
from parsing.questions.query import Ask, Doubt, Group, Measure, Per, Query, Unclear
from parsing.questions.relative import unit_so_far
from parsing.questions.slots import Slots, slots_of

_MEASURES = {
    "advances": Measure.ADVANCES,
    "unfiled": Measure.UNFILED,
    "margin": Measure.MARGIN,
    "cost": Measure.COST,
    "fees": Measure.FEES,
    "refunds": Measure.REFUNDS,
    "staff": Measure.STAFF,
    "result": Measure.RESULT,
    "purchases": Measure.PURCHASES,
    "sales": Measure.SALES,
    "orders": Measure.SALES,
    "money_in": Measure.MONEY_IN,
    "money_out": Measure.MONEY_OUT,
    "expenses": Measure.EXPENSES,
    "entries": Measure.ENTRIES,
}
"""The more telling a word is, the earlier: "how much did we spend on fees" is about fees."""
_NARROWED = frozenset(
    {
        Measure.SALES,
        Measure.REFUNDS,
        Measure.EXPENSES,
        Measure.FEES,
        Measure.PURCHASES,
        Measure.STAFF,
        Measure.CATEGORY,
        Measure.MONEY_IN,
        Measure.MONEY_OUT,
        Measure.PAID_TO_SUPPLIERS,
        Measure.PAID_BY_CUSTOMERS,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.ADVANCES,
        Measure.ENTRIES,
    }
)
"""What a name or a word may narrow down."""
_TO_WHOM = frozenset({"кому", "whom", "to whom"})
_WHO = frozenset({"who", "хто", "кто"})
_CREDITORS = ("кредитор", "creditor", "payable")
_DEBTORS = (
    "дебитор", "дебітор", "боржник", "должник", "debtor", "receivable", "unpaid", "неоплач",
    "несплач", "overdue", "outstanding", "простроч", "просроч", "не заплат", "не оплат", "haven't",
    "hasn't", "didn't", "not paid",
)  # fmt: skip
_SHARED = frozenset({Ask.TOTAL, Ask.COUNT, Ask.AVERAGE, Ask.COMPARE, Ask.LAST, Ask.BIGGEST})
_WITH_LIMIT = frozenset({Ask.TOP, Ask.LAST, Ask.BIGGEST})
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
    slots = slots_of(marks_of(text, vocabulary), vocabulary, today)
    reader = _Reader(slots, today)
    if slots.is_follow and before is not None:
        return _checked(_follow(reader, before), slots)
    return _checked(reader.read(None), slots)


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
    is_short = not slots.about and bool(slots.periods or slots.order is not None)
    is_ranked = slots.has("when", "last") or slots.has("rank")
    return is_about and (is_led or is_short or is_ranked)


def _checked(found: Query | Doubt, slots: Slots) -> Query | Doubt:
    """Refuse what has a word that cannot narrow it down: to leave it out would answer wrongly."""
    if isinstance(found, Doubt):
        return found
    beyond = [mark.text for mark in slots.marks if _is_beyond(mark)]
    if beyond:
        return Doubt(Unclear.WORDS, tuple(beyond))
    if len(slots.figures) > (found.ask in _WITH_LIMIT and slots.number is not None):
        return Doubt(Unclear.WORDS, slots.figures)
    if found.about is None:
        return found
    if len(slots.about) > 1 or found.measure not in _NARROWED or found.ask is Ask.WHY:
        return Doubt(Unclear.WORDS, slots.about or (found.about,))
    return found


def _is_beyond(mark: Mark) -> bool:
    """Tell whether a mark asks for what no query gives: a share, the smallest, a row a month."""
    return mark.is_of("shape", "share", "by_time") or mark.is_of("rank", "smallest")


def _follow(reader: "_Reader", before: Query) -> Query | Doubt:
    """Change what was asked before by what is new: days, a category, a place, a name."""
    slots = reader.slots
    is_new = slots.has("ask", "why", "compare", "report", "order") or slots.has("rank")
    is_new = is_new or slots.has("measure") or slots.has("group") or slots.order is not None
    if is_new:
        return reader.read(before.days)
    if not (slots.periods or slots.categories or slots.place or slots.about):
        return Doubt(Unclear.NO_QUESTION)
    days = slots.periods[0] if slots.periods else before.days
    changed = replace(
        before,
        days=days,
        is_usual_days=before.is_usual_days and not slots.periods,
        place=slots.place or before.place,
        about=slots.about[0] if slots.about else before.about,
        against=None if before.against is None else days.before(),
    )
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
        for read in (self._why, self._owed, self._compare, self._listed, self._figure):
            found = read(usual)
            if found is not None:
                return found
        return self._results()

    def _why(self, usual: Days | None) -> Query | None:
        if not self.slots.has("ask", "why"):
            return None
        measure = self._measure() or Measure.RESULT
        days, against = self._two_periods(usual or Days.one(self.today))
        if days.is_one and len(self.slots.periods) < 2:  # noqa: PLR2004 - one against the other
            against = Days.one(days.first - dt.timedelta(weeks=1))
        return self._query(Ask.WHY, measure, days, against=against)

    def _owed(self, usual: Days | None) -> Query | Doubt | None:
        slots = self.slots
        if slots.has("measure", "advances"):
            return self._query(Ask.OWED, Measure.ADVANCES, Days.one(self.today))
        if not slots.has("measure", "owe"):
            return None
        measure = self._debt()
        if measure is None:
            return Doubt(Unclear.WHOSE_DEBT)
        days = slots.periods[0] if slots.periods else usual or Days.one(self.today)
        as_of = Days.one(min(days.last, self.today))
        return self._query(Ask.OWED, measure, as_of)

    def _debt(self) -> Measure | None:
        """Say who owes whom."""
        slots = self.slots
        words = {mark.text.casefold() for mark in slots.marks}
        is_ours = slots.has("group", "supplier") or slots.has("filler", "whom")
        if is_ours or words & _TO_WHOM or _has(words, *_CREDITORS):
            return Measure.PAYABLE
        is_theirs = slots.has("group", "customer") or slots.has("filler", "us")
        if is_theirs or words & _WHO or _has(words, *_DEBTORS):
            return Measure.RECEIVABLE
        if slots.has("filler", "we"):
            return Measure.PAYABLE
        return Measure.RECEIVABLE if slots.about else None

    def _compare(self, usual: Days | None) -> Query | None:
        slots = self.slots
        is_asked = slots.has("ask", "compare") or slots.has("joiner", "than")
        if not is_asked:
            return None
        measure = self._measure() or Measure.RESULT
        days, against = self._two_periods(usual or unit_so_far("month", self.today))
        return self._query(Ask.COMPARE, measure, days, against=against)

    def _listed(self, usual: Days | None) -> Query | None:
        """Read a top of a group, or single entries."""
        slots = self.slots
        group = self._group()
        measure = self._measure()
        if group is not None:
            default = "year" if group in {Group.SUPPLIER, Group.CUSTOMER} else "month"
            days = usual or unit_so_far(default, self.today)
            return self._query(Ask.TOP, _measure_of(group, measure), days, group=group)
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
        if not is_ranked:
            return None
        if slots.has("ask", "who"):
            incoming = slots.has("measure", "sales", "money_in") or not slots.has("measure")
            return Group.CUSTOMER if incoming else Group.COUNTERPARTY
        is_spent = slots.has("measure", "expenses") and not slots.categories
        return Group.CATEGORY if is_spent and slots.has("rank", "top") else None

    def _figure(self, usual: Days | None) -> Query | Doubt | None:
        """Read a total, a count, an average, a balance."""
        slots = self.slots
        measure = self._measure()
        month = usual or unit_so_far("month", self.today)
        if slots.has("shape", "average", "average_sale", "per_day", "per_month"):
            return self._average(measure, month)
        if slots.is_counting:
            return self._query(Ask.COUNT, measure or Measure.ENTRIES, month)
        if self._is_balance(measure):
            days = slots.periods[0] if slots.periods else Days.one(self.today)
            return self._query(Ask.BALANCE, Measure.MONEY, Days.one(min(days.last, self.today)))
        if measure is not None:
            return self._query(Ask.TOTAL, measure, month)
        if slots.about and slots.has("ask", "how_much", "list"):
            return self._query(Ask.TOTAL, Measure.MONEY_OUT, month)
        return Doubt(Unclear.OF_WHAT) if slots.has("ask", "how_much") else None

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
        days = periods[0] if periods else usual
        return days, days.before()

    def _measure(self) -> Measure | None:
        """Say what is measured, the most telling word first."""
        slots = self.slots
        said = {*slots.values("measure"), *slots.values("counted")}
        if slots.has("shape", "average_sale"):
            return Measure.SALES
        known = next((found for word, found in _MEASURES.items() if word in said), None)
        is_verb = known in {None, Measure.EXPENSES, Measure.MONEY_OUT, Measure.MONEY_IN}
        if slots.categories and (is_verb or known is Measure.SALES) and not _is_sold(slots):
            return Measure.CATEGORY
        if slots.has("group", "supplier") and is_verb:
            return Measure.PAID_TO_SUPPLIERS
        if slots.has("group", "customer") and is_verb:
            returned = known is Measure.MONEY_OUT
            return Measure.REFUNDS if returned else Measure.PAID_BY_CUSTOMERS
        return known


def _is_sold(slots: Slots) -> bool:
    return slots.categories == (CashCategory.SALE_CASH,)


def _measure_of(group: Group, measure: Measure | None) -> Measure:
    """Say what the rows of a top are measured by."""
    match group:
        case Group.SUPPLIER:
            return Measure.PAID_TO_SUPPLIERS
        case Group.CUSTOMER:
            return Measure.SALES if measure is Measure.SALES else Measure.PAID_BY_CUSTOMERS
        case Group.CATEGORY:
            return Measure.EXPENSES
        case Group.COUNTERPARTY:
            return Measure.MONEY_IN if measure is Measure.MONEY_IN else Measure.MONEY_OUT


def _joined(periods: tuple[Days, ...]) -> Days:
    """Take days that follow each other for one stretch: "in September and October"."""
    first, *more = sorted(periods, key=lambda days: days.first)
    for each in more:
        if (each.first - first.last).days > 1:
            return periods[0]
        first = Days(first.first, max(first.last, each.last))
    return first


def _has(words: set[str], *stems: str) -> bool:
    return any(word.startswith(stems) for word in words)
