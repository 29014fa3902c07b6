"""Questions about own moves of money, bank statements, partly paid orders and the last count."""

import datetime as dt
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.closed_said import if_closed
from parsing.questions.comparing import joined
from parsing.questions.currency_held import asks_of_currency
from parsing.questions.figures_said import LISTED, NAMES, SEVERAL_LIMIT
from parsing.questions.marks import Mark
from parsing.questions.measures import measure_of_group, measure_said
from parsing.questions.periods import ever
from parsing.questions.query import BANKS, TILLS, Ask, Group, Measure, Query
from parsing.questions.received_said import has_got
from parsing.questions.relative import unit_so_far
from parsing.questions.slots import Slots
from parsing.questions.weighed_said import Weighed, names_order

_MOVES = (CashCategory.BANK_DEPOSIT, CashCategory.DESK_TRANSFER)
_CARRIED = frozenset({CashCategory.BANK_DEPOSIT, CashCategory.DELIVERY})
_COUNTED = (CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS)
_OPEN = (
    "open", "outstanding", "undelivered", "unfulfilled", "delivered", "still", "held", "hold",
    "відкрит", "незакрит", "закрит", "висить", "висят", "тримаєм", "відвантаж", "видан", "ще не",
    "открыт", "незакрыт", "закрыт", "висит", "держим", "отгруж", "выдан", "еще не", "ещё не",
)  # fmt: skip
"""What prepayments are that nothing was sold for yet."""
_COURIER = ("кур", "courier")
_STATEMENTS = ("выписк", "виписк", "statement", "виписок", "выписок")
_MISSING = (
    "missing", "not load", "no ", "none", "lack", "absent", "haven't", "hasn't", "hole", "gap",
    "oldest", "stale", "behind", "long ago",
    "нема", "бракує", "вистача", "відсутн", "завант", "пропу", "не було", "найдавн", "давно",
    "дір", "застар", "по яке", "без",
    "нет", "хвата", "отсутств", "загру", "не было", "дыр", "устар", "по какое",
    "підтяг", "подтяг", "подтян", "come through", "came through", "up to date", "caught up",
    "не подгру", "не пришл", "не прийш", "не заходил",
)  # fmt: skip
_LATEST = ("latest", "last", "up to", "recent", "останн", "свіж", "последн", "свеж")
_PAID = frozenset({Measure.MONEY_OUT, Measure.PAID_TO_SUPPLIERS, Measure.EXPENSES})
_EARNED = ("earn", "made", "зароб", "зараб")
_WHICH = frozenset("which each каждый кожен котрий который який какой каждого кожного".split())
_MONEY = ("money", "cash", "грош", "денег", "деньг", "коштів", "средств")
_ALL = frozenset({"all", "all the", "всі", "усі", "все", "весь", "every"})
_WHO_IS = frozenset(
    {
        "who is", "who's", "whos", "who was", "who are", "who is this", "хто такий", "хто така",
        "хто такі", "хто це", "кто такой", "кто такая", "кто такие", "кто это",
    }
)  # fmt: skip
_PARTLY = ("частич", "частков", "part-paid", "part paid", "partly", "partial", "half-paid",
           "half paid", "не полност", "не повніст", "недоплач", "не до конц", "не до кінц",
           "not fully", "not in full", "наполовин")  # fmt: skip


class Further(Weighed):
    """Reads what stands beside the figures: own moves, statements, parts of payments."""

    __slots__ = ()

    def further(self, usual: Days | None) -> Query | None:
        """Read one of these; None where none is asked."""
        found = if_closed(self.slots, self.today) or self._of_very_sum(usual) or self._prepaid()
        found = found or self._own_moves(usual) or self._statements() or self._part_paid()
        found = found or self._often(usual) or self._of_kind(usual)
        found = found or self._last_by_whom() or self._fullest() or self._all_of_name(usual)
        found = found or self._last_count() or self._unfiled(usual) or self._by_couriers(usual)
        return found or self._of_names_alone(usual) or self._of_currency()

    def _of_currency(self) -> Query | None:
        """Read whether there is any of a currency, or how much: "а долари в нас є?"."""
        return self._balance() if asks_of_currency(self.slots) else None

    def _of_very_sum(self, usual: Days | None) -> Query | None:
        """Read the entries of one sum that is asked what it was: "что это за 3300"."""
        slots = self.slots
        if not slots.at_least or slots.at_least != slots.at_most:
            return None
        measure = measure_said(slots)
        is_of_size = measure in LISTED
        found = self._query(
            Ask.LAST,
            measure if measure is not None and is_of_size else Measure.ENTRIES,
            usual or ever(self.today),
        )
        return replace(found, limit=slots.number or SEVERAL_LIMIT)

    def _prepaid(self) -> Query | None:
        """Read what customers have paid ahead and not got yet: "сколько предоплат висит"."""
        slots = self.slots
        is_paid_ahead = slots.categories == (CashCategory.CUSTOMER_PREPAYMENT,)
        is_open = slots.has("measure", "owe", "balance") or any(
            says_open(mark.text) for mark in slots.marks
        )
        is_open = is_open and not slots.periods
        is_of_customers = slots.has("group", "customer") and slots.has("measure", "owe")
        is_ours = is_of_customers and slots.has("filler", "we") and not slots.has("filler", "us")
        if not ((is_paid_ahead and is_open) or (is_ours and not slots.about)):
            return None
        day = slots.periods[0].last if slots.periods else self.today
        found = self._query(Ask.OWED, Measure.PREPAID, Days.one(min(day, self.today)))
        about = None if found.about is not None and says_open(found.about) else found.about
        return replace(found, about=about, limit=slots.number or SEVERAL_LIMIT)

    def _own_moves(self, usual: Days | None) -> Query | None:
        """Read what moved between the shop's own tills and banks: "переводы между счетами"."""
        slots = self.slots
        if not slots.has("measure", "own_moves"):
            return None
        days = usual or unit_so_far("month", self.today)
        found = self._query(Ask.TOTAL, Measure.CATEGORY, days)
        is_list = slots.has("ask", "entries") or bool(slots.at_least)
        ask = Ask.COUNT if slots.is_counting else Ask.LAST if is_list else Ask.TOTAL
        limit = SEVERAL_LIMIT if is_list else found.limit
        return replace(found, ask=ask, categories=_MOVES, place=None, about=None, limit=limit)

    def _statements(self) -> Query | None:
        """Read until when the banks' lines are known, where some are said to be missing."""
        slots = self.slots
        said = " ".join(fold(mark.text) for mark in slots.marks)
        is_missing = any(each in said for each in _MISSING)
        is_list = slots.has("ask", "entries") and not is_missing
        is_missing = is_missing or any(each in said for each in _LATEST)
        is_asked = is_missing and any(each in said for each in _STATEMENTS)
        if not is_asked or is_list or slots.has("measure", "sales", "expenses"):
            return None
        found = replace(self._balance(), days=Days.one(self.today), place=slots.place or BANKS)
        found = replace(found, about=None, others=(), is_by_age=False)
        return replace(found, is_usual_days=True, is_due=True)

    def _part_paid(self) -> Query | None:
        """Read orders of which something is paid, and not all: "оплаченные частично"."""
        slots = self.slots
        is_said = slots.has("shape", "part_paid")
        is_said = is_said or any(
            each in fold(mark.text) for mark in slots.marks for each in _PARTLY
        )
        if not is_said or not (names_order(slots) or slots.has("measure", "owe")):
            return None
        found = self._query(Ask.OWED, Measure.RECEIVABLE, Days.one(self.today))
        begun = joined(slots.periods) if slots.periods else None
        about = found.about if found.about and found.about[0].isupper() else None
        found = replace(found, group=Group.ORDER, is_part_paid=True, place=None, about=about)
        return replace(found, begun=begun, limit=SEVERAL_LIMIT)

    def _last_by_whom(self) -> Query | None:
        """Read who was the last to take, to pay or to buy: "хто останній брав гроші з каси"."""
        slots = self.slots
        is_last = slots.has("when", "last") or slots.has("rank", "last")
        measure = measure_said(slots)
        is_bare = not (slots.periods or slots.group_words or slots.about or slots.is_counting)
        if not (slots.has("ask", "who") and is_last and is_bare) or measure not in LISTED:
            return None
        found = self._query(Ask.LAST, measure, ever(self.today))
        return replace(found, limit=slots.number or 1, is_usual_days=False)

    def _often(self, usual: Days | None) -> Query | None:
        """Read who paid, was paid or bought so many times: "кому платили больше одного раза"."""
        slots = self.slots
        measure = measure_said(slots)
        is_of_names = slots.has("ask", "who") or slots.has("group", "supplier", "counterparty")
        is_again = slots.has("shape", "repeated") and is_of_names and measure in _PAID
        is_counted = slots.is_counting and not is_again  # how many there are, the list shows
        if not (slots.more.times or is_again) or slots.categories or is_counted:
            return None
        groups = [Group(each) for each in slots.values("group") if each in NAMES]
        group = groups[0] if groups else Group.COUNTERPARTY if measure in _PAID else Group.CUSTOMER
        usually = Measure.SALES if group is Group.CUSTOMER else measure_of_group(group, measure)
        days = usual or unit_so_far("year" if groups else "month", self.today)
        found = self._query(Ask.TOP, measure if measure in LISTED else usually, days, group=group)
        return replace(found, times=found.times or 2, limit=slots.number or SEVERAL_LIMIT)

    def _of_kind(self, usual: Days | None) -> Query | None:
        """Read who of those who do something earned most: "which installer earned the most"."""
        slots = self.slots
        is_earned = any(
            fold(mark.text).startswith(_EARNED)
            for mark in slots.marks
            if mark.section in {"measure", "filler", "ask"}
        )
        is_each = slots.has("ask", "who") or any(fold(m.text) in _WHICH for m in slots.marks)
        if not (slots.categories and is_earned and is_each) or slots.has("filler", "we"):
            return None
        days = usual or unit_so_far("month", self.today)
        found = self._query(Ask.TOP, Measure.CATEGORY, days, group=Group.COUNTERPARTY)
        return replace(found, about=None, others=(), limit=slots.number or SEVERAL_LIMIT)

    def _fullest(self) -> Query | None:
        """Read in which till or on which account there is more: each is told."""
        slots = self.slots
        is_more = slots.has("age", "more") or slots.has("rank", "top", "biggest")
        is_more = is_more or slots.has("filler", "up")
        said = " ".join(fold(mark.text) for mark in slots.marks)
        is_money = any(each in said for each in _MONEY)
        measures = {mark.value for mark in slots.marks if mark.section == "measure"}
        is_lying = measures <= {"balance"} or (measures <= {"money_in"} and "money in it" in said)
        is_bare = not (
            slots.about or slots.categories or slots.at_least or slots.has("ask", "who")
        )
        if not (is_more and is_money and is_lying and is_bare) or slots.place not in {
            TILLS,
            BANKS,
        }:
            return None
        return replace(self._balance(), is_least=False)

    def _all_of_name(self, usual: Days | None) -> Query | None:
        """Read all payments of a name, one by one: "покажи всі виплати Ігорю"."""
        slots = self.slots
        said = {word for mark in slots.marks for word in fold(mark.text).split()}
        is_all = slots.has("ask", "list", "entries") and not said.isdisjoint(_ALL)
        measure = measure_said(slots)
        is_rows = bool(slots.group_words) or slots.has("shape") or slots.is_counting
        if not (is_all and slots.about) or is_rows or measure not in LISTED:
            return None
        found = self._query(Ask.LAST, measure, usual or ever(self.today))
        return replace(found, limit=slots.number or SEVERAL_LIMIT)

    def _last_count(self) -> Query | None:
        """Read the last count of a till: "сколько насчитали в последний раз"."""
        slots = self.slots
        is_last = (
            slots.has("when", "last") or slots.has("rank", "last") or slots.has("ask", "when")
        )
        if not slots.has("shape", "counts") or not is_last or slots.periods:
            return None
        found = self._query(Ask.TOTAL, Measure.CATEGORY, ever(self.today))
        place = slots.his_till or (None if found.place == TILLS else found.place)
        found = replace(found, categories=_COUNTED, place=place, limit=1, is_usual_days=False)
        return found if slots.his_till is None else replace(found, about=None, told_by=None)

    def _unfiled(self, usual: Days | None) -> Query | None:
        """Read what has no category, whatever else says "categories"."""
        slots = self.slots
        if not (slots.has("measure", "unfiled") and slots.has("group", "category")):
            return None
        ask = Ask.COUNT if slots.is_counting else Ask.TOTAL
        return self._query(ask, Measure.UNFILED, usual or ever(self.today))

    def _by_couriers(self, usual: Days | None) -> Query | None:
        """Read what couriers brought to the tills, which nobody carried to a bank."""
        slots = self.slots
        word = next((each.text for each in slots.marks if _says_courier(each.text)), None)
        if word is None or set(slots.categories) != _CARRIED:
            return None
        found = self._query(Ask.TOTAL, Measure.MONEY_IN, usual or unit_so_far("month", self.today))
        return replace(found, place=TILLS, about=word)

    def _of_names_alone(self, usual: Days | None) -> Query | None:
        """Read a question that has names and nothing else: who somebody is, what came and went.

        Whether a name is a customer's or a supplier's the books know, and the question does not.
        """
        slots = self.slots
        is_bare = all(map(_is_silent, slots.marks)) and not (slots.loose or slots.idle)
        if not slots.about or slots.told_by is not None or has_got(slots) or not is_bare:
            return None
        is_who = any(fold(mark.text) in _WHO_IS for mark in slots.marks)
        if is_who and len(slots.about) == 1:
            found = self._query(Ask.LAST, Measure.ENTRIES, usual or ever(self.today))
            return replace(found, limit=SEVERAL_LIMIT, is_usual_days=False)
        is_one = len(slots.about) == 1 and not slots.has("ask")
        if not slots.periods or not (is_one or slots.are_names_joined):
            return None
        return self._query(Ask.TOTAL, Measure.FLOW, joined(slots.periods))


def _is_silent(mark: Mark) -> bool:
    """Tell whether a mark is a name, or says nothing of what is asked about it."""
    is_said = mark.is_of("filler", "plain", "up") or mark.is_of("joiner", "and")
    is_said = is_said or mark.is_of("age", "more")
    is_asked = mark.is_of("ask", "who", "against")
    return is_said or is_asked or mark.section in {"name", "word", "gap", "sign"}


def says_open(word: str) -> bool:
    """Tell whether a word says of prepayments that nothing was sold for them yet."""
    return fold(word).startswith(_OPEN)


def _says_courier(text: str) -> bool:
    return fold(text).startswith(_COURIER)


def asks_due(slots: Slots) -> bool:
    """Tell whether it is asked until when something is to be paid, which no book knows."""
    said = [fold(mark.text) for mark in slots.marks]
    is_said = any(part in each for each in said for part in _DUE)
    return is_said or (slots.has("measure", "to_pay") and bool(slots.periods))


def of_days_sold(found: Query, slots: Slots, today: dt.date) -> Query:
    """Take days of orders that are not paid for those they were sold in, and not those until when.

    Args:
        found: what was read.
        slots: what the question says.
        today: the day as of which it is told which of them are paid.
    """
    is_new = found.ask is Ask.OWED and found.group is Group.ORDER and found.begun is None
    is_end = slots.has("when", "end", "until") or slots.has("shape", "opening")
    begun = joined(slots.periods) if slots.periods else None
    if not is_new or begun is None or begun.is_one or is_end or slots.is_aged:
        return found
    return replace(found, begun=begun.until(today), days=Days.one(today))


_DUE = ("overdue", "past due", "due date", "is due", "are due", "due this", "прострочен",
        "просроч", "строк", "срок", "термін")  # fmt: skip
