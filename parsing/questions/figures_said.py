"""Read a single figure of a question: a total, a count, an average, a balance."""

import datetime as dt
from dataclasses import dataclass, replace

from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.brands import tax_in
from parsing.questions.comparing import joined
from parsing.questions.marks import Mark
from parsing.questions.measures import measure_of_group, measure_said, share_of
from parsing.questions.periods import ever
from parsing.questions.query import (
    BANKS,
    COURIERS,
    GATEWAYS,
    TILLS,
    Ask,
    Doubt,
    Group,
    Measure,
    Per,
    Query,
    Unclear,
    is_of_gateways,
    parts_of,
)
from parsing.questions.received_said import has_got
from parsing.questions.relative import unit_so_far
from parsing.questions.rows_said import AVERAGES
from parsing.questions.slots import Slots
from parsing.questions.whole_said import whole_said

LISTED = frozenset(
    {
        Measure.SALES, Measure.REFUNDS, Measure.EXPENSES, Measure.FEES, Measure.PURCHASES,
        Measure.STAFF, Measure.CATEGORY, Measure.MONEY_IN, Measure.MONEY_OUT,
        Measure.PAID_TO_SUPPLIERS, Measure.PAID_BY_CUSTOMERS, Measure.ENTRIES,
    }
)  # fmt: skip
"""What single entries make up."""
ROWS_DAYS_MAX = 62
"""Of more days not each that counts is told."""
CHANNELLED = frozenset(
    {Measure.SALES, Measure.NET_SALES, Measure.REFUNDS, Measure.COST, Measure.MARGIN}
)
"""What is known by where it was sold."""
SEVERAL_LIMIT = 20
"""So many entries are listed where all are asked for."""
_SILENT = frozenset({"filler", "gap", "sign", "follow", "joiner"})
_WROTE = ("запис", "занот", "record", "enter", "logged", "keyed", "wrote")
"""What is done with entries of either way; who "внёс" put money in."""
_AFTER = frozenset({"after", "після", "после"})
_OF_MONEY_GONE = ("spen", "pay", "paid", "cost", "damage")
"""What says of how much that it went."""
_HANDS = ("руках", "hands", "hold", "трима", "держ")
_WEEKS_DAYS = 84
"""Twelve of each day of the week."""
_OF_MONTHS = tuple(each for each, per in AVERAGES.items() if per is Per.MONTH)
_ROWS = {Ask.BIGGEST: 3}
_OFTEN = ("часті", "найчаст", "чаще", "часто", "often", "frequent")
_OF_TAX = frozenset({Ask.TOTAL, Ask.LAST, Ask.BIGGEST, Ask.COUNT})
_SHARED = frozenset({Ask.TOTAL, Ask.TOP, Ask.SERIES})


NAMES = frozenset({Group.SUPPLIER, Group.CUSTOMER, Group.COUNTERPARTY})
"""Groups whose members can be counted."""
NO_SERIES = frozenset(
    {
        Measure.MONEY,
        Measure.RECEIVABLE,
        Measure.PAYABLE,
        Measure.PREPAID,
        Measure.ADVANCES,
        Measure.UNFILED,
        Measure.ENTRIES,
    }
)
"""What is no sum of days."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a question says, and the day it was asked on."""

    slots: Slots
    today: dt.date

    def _figure(self, usual: Days | None) -> Query | Doubt | None:
        """Read a total, a count, an average, a balance."""
        slots = self.slots
        measure = measure_said(self.slots)
        month = usual or unit_so_far("month", self.today)
        if measure is Measure.UNFILED:
            month = usual or ever(self.today)
        if slots.has("shape", "average", "average_sale", *AVERAGES):
            month = self._weeks(month)
            is_of_counts = slots.is_counting and not slots.has("shape", "average_sale")
            return (self._each if is_of_counts else self._average)(measure, month)
        is_of_name = slots.has("shape", "share") and bool(slots.about)
        if slots.is_counting and not (is_of_name or _is_left_after(slots)):
            return self._count(measure, month)
        if self._is_balance(measure) and self._is_moved() and slots.place != COURIERS:
            return self._total(Measure.FLOW, month)
        if self._is_balance(measure):
            return (
                self._balance_of_name() if slots.about and slots.place is None else self._balance()
            )
        if measure is None and slots.is_by_channel:
            measure = Measure.SALES
        if measure is not None:
            return self._total(measure, month)
        return self._of_money_alone(month)

    def _weeks(self, month: Days) -> Days:
        """Give days enough for weekdays, or months, to have an average, where none are named."""
        slots = self.slots
        if slots.periods or not (slots.weekdays or slots.has("shape", *_OF_MONTHS)):
            return month
        if not slots.weekdays:
            return Days.months(self.today.year, 1, self.today.month).until(self.today)
        first = self.today - dt.timedelta(days=_WEEKS_DAYS - 1)
        return Days(first, self.today)

    def _total(self, measure: Measure, month: Days) -> Query:
        """Read a sum; of what is more than an amount its entries, the largest first."""
        if _is_taken(self.slots.place, measure):
            measure = Measure.PAID_BY_CUSTOMERS
        found = self._query(Ask.TOTAL, measure, month)
        if is_of_gateways(found.place) and measure is Measure.FEES:
            return replace(found, share_of=Measure.PAID_BY_CUSTOMERS)
        if measure is Measure.MARGIN and _is_whole(found):
            found = replace(found, share_of=Measure.SALES)
        is_sized = bool(found.at_least) or found.at_most is not None
        is_list = is_sized and measure in LISTED and not self.slots.is_yes_or_no
        if not is_list and measure not in NO_SERIES:
            per = rows_of(found, self.slots.periods)
            found = replace(found, per=per)
        if not is_list:
            return found
        is_least = found.at_most is not None
        return replace(found, ask=Ask.BIGGEST, limit=SEVERAL_LIMIT, is_least=is_least)

    def _count(self, measure: Measure | None, month: Days) -> Query:
        """Read how many entries, or how many customers, suppliers, others."""
        groups = [Group(each) for each in self.slots.values("group") if each in NAMES]
        if not groups:
            return self._query(Ask.COUNT, measure or Measure.ENTRIES, month)
        measure = measure_of_group(groups[0], measure)
        return self._query(Ask.COUNT, measure, month, group=groups[0])

    def _each(self, measure: Measure | None, month: Days) -> Query | Doubt:
        """Read how many there are a day, a week or a month."""
        found = self._count(measure, month)
        per = next(
            (AVERAGES[each] for each in self.slots.values("shape") if each in AVERAGES), Per.DAY
        )
        is_of_names = found.group is not None
        return (
            Doubt(Unclear.WORDS, self.slots.shape_words)
            if is_of_names
            else replace(found, per=per)
        )

    def _of_money_alone(self, month: Days) -> Query | Doubt | None:
        """Read a question that says neither what is measured nor where."""
        slots = self.slots
        is_everywhere = bool(slots.place_words) and slots.place is None  # "total cash and banks"
        if (slots.asks_of_money or is_everywhere) and not slots.about:
            return self._balance()
        is_got = has_got(slots)
        is_asked = slots.has("ask", "how_much", "list", "entries") or is_got
        if not is_asked or is_of_days_alone(slots):
            return None  # "the total of last week" is what it came to
        if slots.told_by is not None:
            is_all = any(map(_says_wrote, slots.marks))  # what came in, and what went out
            return self._query(Ask.TOTAL, Measure.FLOW if is_all else Measure.MONEY_IN, month)
        if slots.about or is_got:
            return self._query(Ask.TOTAL, Measure.MONEY_OUT, month)
        return self._of_nothing_said(month)

    def _of_nothing_said(self, month: Days) -> Query | Doubt | None:
        """Read how much, of nothing that is named: what was spent, or paid."""
        slots = self.slots
        asked = " ".join(fold(mark.text) for mark in slots.marks if mark.section == "ask")
        if "spen" in asked:
            return self._query(Ask.TOTAL, Measure.EXPENSES, month)
        if " we pa" in asked:
            return self._query(Ask.TOTAL, Measure.MONEY_OUT, month)  # "what did we pay yesterday"
        return Doubt(Unclear.OF_WHAT) if slots.has("ask", "how_much") else None

    def _balance_of_name(self) -> Query | Doubt:
        """Read what somebody has "in hand", to account for; else it is not said who owes whom."""
        if not any(map(_says_hands, self.slots.marks)):
            return Doubt(Unclear.WHOSE_DEBT)
        return self._query(Ask.OWED, Measure.ADVANCES, Days.one(self.today))

    def _balance(self) -> Query:
        periods = self.slots.periods
        days = periods[0] if periods else Days.one(self.today)
        day = min(self.slots.stood_on or days.last, self.today)
        if self.slots.has("shape", "opening"):
            day = days.first - dt.timedelta(days=1)  # a day begins as the one before ended
        found = self._query(Ask.BALANCE, Measure.MONEY, Days.one(day))
        is_stuck = self.slots.has("measure", "stuck") and found.place in {None, BANKS}
        return replace(found, place=GATEWAYS) if is_stuck else found

    def _average(self, measure: Measure | None, days: Days) -> Query:
        said = (each for each in self.slots.values("shape") if each in AVERAGES)
        is_of_sale = self.slots.has("shape", "average_sale") or self.slots.has("counted", "sales")
        is_of_days = bool(self.slots.weekdays) and not is_of_sale
        usual = Per.DAY if is_of_days else Per.ENTRY
        per = next((AVERAGES[each] for each in said), usual)
        is_paid = bool(self.slots.about) and self.slots.has("ask", "how_much")
        usually = Measure.MONEY_OUT if is_paid else Measure.SALES  # "what does Ihor cost us"
        found = replace(self._query(Ask.AVERAGE, measure or usually, days), per=per)
        is_of_days_had = self.slots.more.is_of_days_had and per is Per.DAY
        return replace(found, is_of_days_had=is_of_days_had)

    def _is_balance(self, measure: Measure | None) -> bool:
        slots = self.slots
        if whole_said(slots) is not None:
            return False  # a part of what came in is no balance
        is_sized = bool(slots.at_least) or slots.at_most is not None
        if is_sized and slots.has("ask", "entries"):
            return False  # entries of a size are no balance
        is_at_couriers = slots.place == COURIERS and measure in {None, Measure.MONEY_OUT}
        if slots.has("measure", "stuck") or is_at_couriers:
            return True
        is_spent = measure is not None and measure is not Measure.ENTRIES
        is_recorded = slots.told_by is not None and any(map(_says_wrote, slots.marks))
        if _is_left_after(slots) or is_recorded:
            return not is_recorded
        if slots.has("measure", "balance") and not (is_spent and not slots.place):
            return not is_spent or measure in {Measure.MONEY_IN, Measure.MONEY_OUT}
        return slots.place is not None and not is_spent and slots.told_by is None

    def _is_moved(self) -> bool:
        """Tell whether a place is named alone, of several days: what came and went is meant."""
        slots = self.slots
        is_alone = slots.place is not None and not slots.has("measure", "balance", "stuck")
        is_alone = is_alone and not slots.has("ask", "how_much")
        return is_alone and bool(slots.periods) and not joined(slots.periods).is_one

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
        days = usual if is_fixed or not slots.periods else joined(slots.periods)
        is_of_cash = slots.told_by is not None and measure in {
            Measure.MONEY_IN,
            Measure.MONEY_OUT,
            Measure.FLOW,
        }
        place = TILLS if is_of_cash and slots.place is None else slots.place
        return Query(
            ask=ask,
            measure=measure,
            days=days,
            is_usual_days=not slots.periods,
            categories=slots.categories if measure is Measure.CATEGORY else (),
            place=place,
            told_by=slots.told_by,
            channels=slots.channels,
            channels_out=slots.channels_out,
            about=_about(slots, ask),
            group=group,
            limit=slots.number or _ROWS.get(ask, 5),
            against=against,
            older_than_days=slots.older_than_days,
            younger_than_days=slots.younger_than_days,
            at_most=slots.at_most,
            but=slots.but,
            weekdays=slots.weekdays,
            is_by_age=slots.has("shape", "by_age") or (ask is Ask.OWED and _is_slow(slots)),
            others=_others(slots),
            is_least=slots.has("rank", "smallest"),
            at_least=slots.at_least,
            share_of=share_of(slots, measure, ask) if ask in _SHARED else None,
            compared=Ask.COUNT if group in NAMES and says_often(slots) else Ask.TOTAL,
            names_out=slots.more.names_out,
            times=slots.more.times,
            currency=slots.more.currency,
        )


def _says_wrote(mark: Mark) -> bool:
    return mark.is_of("shape", "recorded") and fold(mark.text).startswith(_WROTE)


def _says_more(mark: Mark) -> bool:
    """Tell whether a filler is a verb, somebody, or a change, and not only grammar."""
    return mark.section == "filler" and not mark.is_of("filler", "plain", "we")


def is_of_days_alone(slots: Slots) -> bool:
    """Tell whether it is only asked how much, or what in all, and of which days."""
    said = [mark for mark in slots.marks if mark.section not in _SILENT or _says_more(mark)]
    asked = " ".join(fold(mark.text) for mark in said)
    is_alone = all(mark.is_of("ask", "how_much") for mark in said)
    is_alone = is_alone and not any(each in asked for each in _OF_MONEY_GONE)
    return bool(slots.periods and said) and is_alone and not slots.figures


def _about(slots: Slots, ask: Ask) -> str | None:
    """Give the name that narrows it down, or the one tax of all."""
    if slots.about:
        return slots.about[0]
    return tax_in(slots.marks) if ask in _OF_TAX else None


def says_often(slots: Slots) -> bool:
    """Tell whether names are ranked by how often they stand there: "хто купував найчастіше"."""
    said = (fold(mark.text) for mark in slots.marks if mark.section == "rank")
    return any(part in each for each in said for part in _OFTEN)


def _is_left_after(slots: Slots) -> bool:
    """Tell whether it is asked what was left after payments: "сколько осталось после выплат"."""
    said = [fold(mark.text) for mark in slots.marks if mark.is_of("measure", "balance")]
    is_left = any(part in each for each in said for part in ("left", "остал", "залиш", "лиш"))
    return is_left and any(fold(mark.text) in _AFTER for mark in slots.marks)


def _says_hands(mark: Mark) -> bool:
    """Tell whether somebody is said to hold money: what he has to account for."""
    return any(each.startswith(_HANDS) for each in fold(mark.text).split())


def _is_taken(place: str | None, measure: Measure) -> bool:
    """Tell whether a gateway's own money is asked for: what customers paid through it.

    Orders that are paid on delivery are told by their documents, and are sales.
    """
    is_sold = measure is Measure.SALES and place != COURIERS
    return is_of_gateways(place) and (is_sold or measure is Measure.MONEY_IN)


def _is_slow(slots: Slots) -> bool:
    """Tell whether whoever pays slowly is asked for: "the slowest of our debtors"."""
    said = (mark.text.casefold() for mark in slots.marks if mark.section == "rank")
    return any(part in each for each in said for part in ("slow", "повільн", "медлен"))


def _is_whole(found: Query) -> bool:
    """Tell whether a figure is the whole shop's, so that a part of its sales says something."""
    return not (found.is_by_channel or found.weekdays or found.but or found.place or found.about)


def _others(slots: Slots) -> tuple[str, ...]:
    """Give the names beside the first one, where they are told side by side."""
    return slots.about[1:] if slots.are_names_joined else ()


def rows_of(found: Query, periods: tuple[Days, ...]) -> Per:
    """Say which rows a sum is told with: of weekdays each, of days or months that were named."""
    if found.weekdays:
        return Per.DAY if found.days.count <= ROWS_DAYS_MAX else Per.ENTRY
    if len(found.categories) > 1:
        return Per.ENTRY  # each of them is told
    is_whole = len(periods) > 1 and len(parts_of(found.days, Per.MONTH)) == len(periods)
    if is_whole and all(each.first.day == 1 and each.count > 1 for each in periods):
        return Per.MONTH
    are_days = len(periods) > 1 and all(each.is_one for each in periods)
    return Per.DAY if are_days and found.days.count == len(periods) else Per.ENTRY
