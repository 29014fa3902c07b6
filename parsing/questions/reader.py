"""Decide what a question asks of the books, the most telling word first."""

from dataclasses import replace

from ledger.days import Days
from parsing.questions.apart_said import are_things_apart, is_by_group, is_of_entries
from parsing.questions.changes_said import Changes, grown_alone
from parsing.questions.comparing import (
    are_apart,
    is_better_than,
    is_growing,
    is_growth,
    is_more_than,
    joined,
    now_against,
    two_periods,
    unit_on_unit,
)
from parsing.questions.debts_said import is_accounted, settled_with, whose_debt
from parsing.questions.entries_said import all_entries, asks_which, paid_entries
from parsing.questions.figures_said import LISTED, SEVERAL_LIMIT, rows_of
from parsing.questions.measures import (
    OF_GROUP,
    PAID,
    PAID_BY,
    is_only_going,
    joined_by,
    measure_of_group,
    measure_said,
)
from parsing.questions.open_said import is_profitable, names_loss, names_orders, names_result
from parsing.questions.periods import ever
from parsing.questions.query import (
    BANKS,
    Ask,
    Doubt,
    Group,
    Measure,
    Per,
    Query,
    Unclear,
    is_of_gateways,
)
from parsing.questions.relative import unit_so_far
from parsing.questions.rows_said import (
    AVERAGES,
    WORST,
    is_in_and_out,
    rows_or_best,
    says_category,
)
from parsing.questions.slots import Slots
from parsing.questions.weighed_said import LONG, names_order

_BY_CATEGORY = frozenset({None, Measure.EXPENSES, Measure.RESULT})
"""What is compared category by category."""
_PLANNED = frozenset({None, Measure.SALES, Measure.MARGIN, Measure.PLAN})
"""What a plan has."""
_OTHER_GROUPS = frozenset({Group.ORDER, Group.WEEKDAY, Group.RECORDER, Group.CHANNEL})
_PAYING = frozenset({None, Measure.MONEY_IN, Measure.MONEY_OUT, Measure.PAID_BY_CUSTOMERS,
                     Measure.PAID_TO_SUPPLIERS})  # fmt: skip
_OF_WHOLE = frozenset({Measure.RESULT, Measure.MARGIN})
_OF_SOMEBODY = ("money_in", "pays", "money_out", "sales", "purchases", "refunds")
_PAIR = 2
_NEXT = ("next", "following", "наступ", "следу", "будущ", "майбут", "coming", "upcoming")
_WEEK = 7
"""Of single days and weeks sales are compared: what was spent falls on them by chance."""


class Reader(Changes):
    """Decides what kind of answer a question wants."""

    __slots__ = ()

    def read(self, usual: Days | None) -> Query | Doubt:
        """Decide what kind of answer is wanted, the most telling word first."""
        slots = self.slots
        awaited = self.held() or self.awaited()
        if awaited is not None:
            return awaited
        if slots.names_future and not (slots.has("ask", "plan") and not _is_dated_ahead(slots)):
            return Doubt(Unclear.AHEAD)
        if slots.order is not None:
            return Query(Ask.ORDER, Measure.ENTRIES, ever(self.today), order=slots.order)
        readers = (
            self.further,
            self.restated,
            self.repeated,
            self.shortages,
            self.open_now,
            self.until_when,
            self.of_his_till,
            self.counts,
            self.days_counted,
            self.why,
            self._plan,
            self.by_age,
            self.not_paid,
            self._owed,
            self.of_margins,
            self.earned_on,
            self.of_orders,
            self.by_weekend,
            self.usually,
            self.by_weekday,
            self.paid_each,
            self.by_people,
            self.by_channel,
            self.of_channels,
            self.moved_most,
            self._by_place,
            self._several,
            self.most_orders,
            self._series,
            self._side_by_side,
            self._compare,
            self._listed,
            self._figure,
        )
        for read in readers:
            found = read(usual)
            if found is not None:
                return found
        return self._results()

    def _plan(self, usual: Days | None) -> Query | Doubt | None:
        """Read how far the plan has come, whatever of it is named."""
        if not self.slots.has("ask", "plan"):
            return None
        measure = None if is_only_going(self.slots) else measure_said(self.slots)
        if measure not in _PLANNED or self.slots.has("group"):
            return Doubt(Unclear.PLAN)
        if self.slots.categories or self.slots.about or self.slots.is_by_channel:
            return Doubt(Unclear.PLAN)
        days = usual or unit_so_far("month", self.today)
        return self._query(Ask.RESULTS, Measure.PLAN, days)

    def _by_place(self, usual: Days | None) -> Query | None:
        """Read a figure by how it was paid: "cash or card", "за способом оплати"."""
        slots = self.slots
        measure = measure_said(slots) or Measure.SALES
        if measure in PAID and not (slots.has("filler", "we") or slots.more.moves_out):
            measure = Measure.SALES  # what people pay with is how sales were paid
        is_asked = bool(slots.places_apart) or slots.has("shape", "by_place")
        is_of_some = is_of_gateways(slots.place) and measure is Measure.FEES
        if not is_asked or is_of_some or slots.has("measure", "balance", "owe"):
            return None
        days = usual or unit_so_far("month", self.today)
        return replace(self._query(Ask.TOP, measure, days, group=Group.PLACE), place=None)

    def _several(self, usual: Days | None) -> Query | None:
        """Read figures that are named side by side: the result has them all."""
        slots = self.slots
        is_narrowed = bool(slots.categories or slots.about or slots.place or slots.group_words)
        joiner = joined_by(slots)
        if is_narrowed or joiner is None:
            return None
        if slots.has("ask", "compare"):
            days, against = two_periods(
                slots, usual or unit_so_far("month", self.today), self.today
            )
            return self._query(Ask.WHY, Measure.RESULT, days, against=against)
        if len(slots.periods) > 1:
            return None
        found = self._query(Ask.RESULTS, Measure.RESULT, usual or unit_so_far("month", self.today))
        if slots.is_than_days and joiner.section == "joiner":
            return replace(found, days=now_against(found.days, self.today)[0])
        return found

    def _series(self, usual: Days | None) -> Query | Doubt | None:
        """Read a row for each day, week or month, or the best of them."""
        slots = self.slots
        per, best = rows_or_best(slots)
        if (per is None and best is None) or (slots.is_than_days and best is None):
            return None
        measure = measure_said(slots) or (Measure.SALES if slots.is_by_channel else None)
        single = self.single_of_each(measure, usual) if per is not None else None
        if single is not None:
            return replace(single, per=per or Per.MONTH)
        is_other = slots.is_counting or slots.has("shape", "average", "average_sale")
        is_other = is_other or slots.has("ask", "compare", "against")
        is_other = is_other or (bool(slots.group_words) and measure not in OF_GROUP)
        if is_other or (measure is None and best is None):
            return Doubt(Unclear.WORDS, slots.shape_words)
        if per is not None:
            days = usual or unit_so_far(LONG[per], self.today)
            found = self._query(Ask.SERIES, measure or Measure.SALES, days)
            return replace(found, per=per)
        days = usual or unit_so_far("month" if best is Group.DAY else "year", self.today)
        is_none = slots.has("filler", "not", "without") and not slots.but
        if is_none and not slots.has("rank") and not slots.at_least:
            found = self._query(Ask.COUNT, measure or Measure.SALES, days, group=best)
            return replace(found, at_most=found.at_most or 0)  # on which days there were none
        is_of_result = is_profitable(self) or names_result(slots)
        usually = Measure.RESULT if is_of_result else Measure.SALES
        found = self._query(Ask.TOP, measure or usually, days, group=best)
        if found.measure is Measure.RESULT and names_loss(self) and not slots.has("rank"):
            found = replace(found, at_most=0, is_least=True)
        if found.at_least or found.at_most is not None:
            found = replace(found, limit=slots.number or SEVERAL_LIMIT)
        return replace(found, is_least=found.is_least or slots.has("shape", *WORST))

    def _owed(self, usual: Days | None) -> Query | Doubt | None:
        slots = self.slots
        if slots.has("measure", "advances") or is_accounted(slots):
            found = self._query(Ask.OWED, Measure.ADVANCES, Days.one(self.today))
            return replace(found, place=None)  # "what cash has Ihor to account for"
        settled = settled_with(slots)
        is_late = slots.is_aged or slots.has("shape", "by_age")
        is_late = is_late and measure_said(slots) in _PAYING
        is_late = is_late or settled is not None
        if slots.has("measure", "unfiled") or not (
            slots.has("measure", "owe", "to_pay") or is_late
        ):
            return None
        measure = settled or whose_debt(slots)
        if measure is None and names_orders(slots):
            measure = Measure.RECEIVABLE  # orders are paid by who bought
        if measure is None:
            return Doubt(Unclear.WHOSE_DEBT)
        days = slots.periods[0] if slots.periods else usual or Days.one(self.today)
        as_of = Days.one(min(days.last, self.today))
        found = self._query(Ask.OWED, measure, as_of)
        if measure is Measure.RECEIVABLE and names_orders(slots):
            found = replace(found, group=Group.ORDER)
        if found.place == BANKS:
            found = replace(found, place=None)  # "рахунки" are bills here
        is_one = found.is_by_age and slots.number is None and slots.is_singular
        return replace(found, limit=1) if is_one else replace(found, limit=slots.number or 20)

    def _compare(self, usual: Days | None) -> Query | Doubt | None:
        slots = self.slots
        if are_things_apart(slots):
            return None  # "wages vs rent" is told as their sums
        is_asked = slots.has("ask", "compare", "against") or slots.has("joiner", "than")
        is_asked = is_asked or slots.is_by_how_much or unit_on_unit(slots) is not None
        is_asked = is_asked or (bool(slots.periods) and slots.has("when", "before_that"))
        is_asked = is_asked or is_better_than(slots) or is_more_than(slots) or is_growing(slots)
        if is_in_and_out(slots) or not (is_asked or slots.is_than_days or are_apart(slots)):
            return None
        named = [mark for mark in slots.marks if mark.section == "category"]
        if len(named) > 1 and len(slots.categories) == 1 and len(slots.periods) < _PAIR:
            return Doubt(Unclear.WORDS, tuple(mark.text for mark in named))
        measure = measure_said(self.slots)
        so_far = usual or unit_so_far("month", self.today)
        days, against = two_periods(slots, so_far, self.today)
        if slots.is_counting or slots.has("shape", "average", "average_sale", *AVERAGES):
            return self._compared_by(measure, days, against)
        is_of_sales = days.count <= _WEEK or slots.is_by_channel or is_growth(slots)
        usually = Measure.SALES if is_of_sales else Measure.RESULT
        if "category" in slots.values("group") and measure in _BY_CATEGORY:
            found = self._query(Ask.WHY, Measure.EXPENSES, days, against=against)
            return grown_alone(found, slots)
        found = self._query(Ask.COMPARE, measure or usually, days, against=against)
        return replace(found, is_in_percent=slots.has("shape", "share"))

    def _side_by_side(self, _usual: Days | None) -> Query | Doubt | None:
        """Read more than two stretches that are held against each other: a row for each."""
        slots = self.slots
        is_held = slots.has("ask", "compare", "against") and not slots.is_counting
        if len(slots.periods) <= _PAIR or not is_held or are_things_apart(slots):
            return None
        measure = measure_said(slots) or Measure.RESULT
        found = self._query(Ask.SERIES, measure, joined(slots.periods))
        per = rows_of(replace(found, ask=Ask.TOTAL), slots.periods)
        if per is Per.ENTRY and all(each.whole_months for each in slots.periods):
            per = Per.MONTH  # quarters are told by their months
        words = tuple(mark.text for mark in slots.marks if mark.section == "ask")
        return Doubt(Unclear.WORDS, words) if per is Per.ENTRY else replace(found, per=per)

    def _compared_by(self, measure: Measure | None, days: Days, against: Days) -> Query:
        """Hold averages, or how many there were, against each other."""
        is_counted = self.slots.is_counting and not self.slots.has("shape", "average_sale")
        found = self._count(measure, days) if is_counted else self._average(measure, days)
        return replace(
            found, ask=Ask.COMPARE, compared=found.ask, days=days, against=against, group=None
        )

    def _listed(self, usual: Days | None) -> Query | Doubt | None:
        """Read a top of a group, or single entries."""
        slots = self.slots
        group = None if slots.are_names_joined else self._group()
        measure = measure_said(self.slots)
        is_of_kinds = any(map(says_category, slots.marks))
        is_of_sums = group is Group.CATEGORY and not is_of_kinds
        if slots.at_least and measure in LISTED and (is_of_sums or not slots.group_words):
            group = None  # "sales over 50 000, who bought" are entries, which name people
        if group is not None and group in PAID_BY and is_of_entries(slots):
            is_named = slots.has("group", group.value)  # else "who got the largest payment"
            measure = PAID_BY[group] if is_named else measure
            group = None
        if group is not None:
            default = "year" if group in {Group.SUPPLIER, Group.CUSTOMER} else "month"
            days = usual or unit_so_far(default, self.today)
            is_paid_for = measure is Measure.MONEY_OUT and bool(slots.about or slots.place)
            is_paid_for = is_paid_for and group is Group.CATEGORY
            rows_of = Measure.MONEY_OUT if is_paid_for else measure_of_group(group, measure)
            if slots.is_by_channel and rows_of is Measure.PAID_BY_CUSTOMERS:
                rows_of = Measure.SALES  # what is paid names no channel
            several = SEVERAL_LIMIT if group is Group.CATEGORY and not slots.has("rank") else 5
            found = self._query(Ask.TOP, rows_of, days, group=group)
            return replace(found, limit=slots.number or several)
        is_last = slots.has("rank", "last") or slots.has("when", "last")
        is_when = slots.has("ask", "when") and (measure is not None or bool(slots.about))
        is_when = is_when and not slots.has("rank", "biggest", "top", "smallest")
        if is_when and measure in _OF_WHOLE:
            return Doubt(Unclear.WORDS, words_of_when(slots))  # no entry is a result
        if is_last or is_when:
            return self._query(Ask.LAST, measure or Measure.ENTRIES, usual or ever(self.today))
        if slots.has("rank", "biggest", "top", "smallest"):
            days = usual or unit_so_far("month", self.today)
            usually = Measure.SALES if names_order(slots) else Measure.EXPENSES
            return self._query(Ask.BIGGEST, measure or usually, days)
        return self._entries(measure, usual)

    def _entries(self, measure: Measure | None, usual: Days | None) -> Query | None:
        """Read all entries that are asked for: of a measure, or that somebody recorded."""
        slots = self.slots
        measure = paid_entries(slots) if measure is None else measure
        if measure is None and slots.place is not None and slots.has("ask", "entries"):
            measure = Measure.ENTRIES  # "a statement of the bank for yesterday"
        measure = all_entries(slots) if measure is None else measure
        is_sized = bool(slots.at_least) or slots.at_most is not None
        if measure is None and is_sized and names_order(slots):
            measure = Measure.SALES  # "are there orders under 3000"
        is_summed = slots.is_counting or slots.has("shape", "average", "share", *AVERAGES)
        is_recorded = slots.told_by is not None and measure is None
        is_recorded = is_recorded and not slots.has("ask", "how_much")
        is_asked = measure is Measure.ENTRIES or slots.has("ask", "entries")
        is_asked = is_asked or (measure is Measure.REFUNDS and asks_which(slots))
        is_asked = is_asked or (measure_said(slots) is None and measure is Measure.SALES)
        if is_summed or not (is_recorded or (measure in LISTED and is_asked)):
            return None
        is_of_name = bool(slots.about)  # "all payments to Ihor" are all there are
        days = usual or (ever(self.today) if is_of_name else unit_so_far("month", self.today))
        found = self._query(Ask.LAST, measure or Measure.ENTRIES, days)
        return replace(found, limit=slots.number or SEVERAL_LIMIT)

    def _group(self) -> Group | None:
        """Say what a top is of; a group that only says who was paid is none."""
        slots = self.slots
        is_ranked = slots.has("rank", "top", "biggest", "smallest")
        is_asked = is_by_group(slots) or any(" " in each for each in slots.group_words)
        is_open = is_ranked or is_asked or slots.has("ask", "who", "list", "entries")
        groups = [each for each in slots.values("group") if each not in _OTHER_GROUPS]
        if len(slots.categories) > 1:
            groups = [
                each for each in groups if each != "category"
            ]  # "rent or fuel: what eats more"
        if groups == ["category"] and not slots.categories:
            return Group.CATEGORY
        is_bounded = bool(slots.at_least) or slots.at_most is not None
        is_alone = is_bounded and not slots.has("measure") and not slots.is_counting
        if groups and (is_open or is_alone):
            return Group(groups[0])  # "suppliers over 10 000" are ranked
        if not is_ranked and not self._is_who_paid():
            return None
        if slots.has("ask", "who"):
            is_paid = slots.has("measure", "sales", "money_in", "pays")
            is_paid = is_paid or measure_said(slots) in {Measure.SALES, Measure.REFUNDS}
            incoming = is_paid or not slots.has("measure")
            return Group.CUSTOMER if incoming else Group.COUNTERPARTY
        is_spent = slots.has("measure", "expenses") and not slots.categories
        is_ours = slots.has("filler", "we") and not is_of_entries(slots)
        is_kind = slots.has("rank", "top") or (is_ours and slots.has("rank", "biggest"))
        return Group.CATEGORY if is_spent and is_kind else None

    def _is_who_paid(self) -> bool:
        """Tell whether names are asked for: "who did we pay yesterday", "хто вчора заплатив"."""
        slots = self.slots
        is_paid = slots.has("measure", *_OF_SOMEBODY)
        return slots.has("ask", "who") and is_paid and not slots.about

    def _results(self) -> Query | Doubt:
        slots = self.slots
        days = slots.periods[0] if slots.periods else Days.one(self.today)
        is_named = slots.has("ask", "report") or bool(slots.periods) or slots.is_by_channel
        if not is_named:
            return Doubt(Unclear.NO_QUESTION, slots.about)
        if slots.about or slots.loose or slots.categories:
            return Doubt(Unclear.WORDS, slots.about or slots.loose)
        if slots.is_by_channel:
            return self._query(Ask.TOTAL, Measure.SALES, days)
        if names_order(slots):
            return self._query(Ask.COUNT, Measure.SALES, days)
        if slots.but or slots.more.names_out:
            return self._query(Ask.TOTAL, Measure.RESULT, days)
        return Query(Ask.RESULTS, Measure.RESULT, days, is_usual_days=not slots.periods)


def words_of_when(slots: Slots) -> tuple[str, ...]:
    """Give the words that ask when something was."""
    return tuple(mark.text for mark in slots.marks if mark.is_of("ask", "when"))


def _is_dated_ahead(slots: Slots) -> bool:
    """Tell whether days ahead are named, not only what will become of these: "next month"."""
    said = (mark.text.casefold() for mark in slots.marks if mark.is_of("when", "ahead"))
    is_next = any(each.startswith(_NEXT) for each in said)
    return is_next or slots.has("period", "ahead") or slots.has("month")
