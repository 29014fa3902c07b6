"""Questions about what is open by now, and about orders, weekdays, people and channels."""

import datetime as dt
import re
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.apart_said import are_people_apart
from parsing.questions.counting import are_orders
from parsing.questions.figures_said import CHANNELLED, SEVERAL_LIMIT, Figures
from parsing.questions.held_said import held_place
from parsing.questions.marks import Mark
from parsing.questions.measures import measure_said
from parsing.questions.people_said import holds_apart
from parsing.questions.periods import ever
from parsing.questions.query import (
    BANKS,
    TILLS,
    Ask,
    Doubt,
    Group,
    Measure,
    Query,
    Unclear,
    is_of_gateways,
)
from parsing.questions.relative import unit_so_far
from parsing.questions.rows_said import AVERAGES, series_per
from parsing.questions.slots import Slots

_OPEN = {
    "problems": Measure.PROBLEMS,
    "drafts": Measure.DRAFTS,
    "in_transit": Measure.IN_TRANSIT,
}
_COUNTED = (CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS)
_LOST = frozenset({Measure.MARGIN, Measure.RESULT})
_TAKEN = frozenset(
    {None, Measure.SALES, Measure.MONEY_IN, Measure.PAID_BY_CUSTOMERS, Measure.ENTRIES}
)
"""What people put into the tills."""
_EACH = frozenset({"тих", "тех", "окремо", "отдельно", "separately", "each", "apart", "порізно"})
_TILL = ("кас", "till", "cash desk", "register")
_PAIR = 2
_OF_WEEK, _USUAL_DAYS = 7, 84
"""Twelve weeks, so that each day of the week counts as often."""
_WILL = frozenset({"will", "expect", "expected", "due", "awaited", "pending"})
_COMES = re.compile(r"^(?:при[йид]|заплат|виплат|выплат|зайд|надійд|поступ|перерах|дойд|дійд)")
_HAS_COME = (
    "дошл", "дойш", "дійш", "пришл", "прийш", "зачисл", "зарах", "land", "arriv", "credited",
    "reach", "clear", "упал", "впал", "надійш", "поступил",
)  # fmt: skip
_BANK = (
    "bank", "банк", "cash", "готів", "налич", "рахун", "счет", "зарах", "зачисл", "deposit",
)  # fmt: skip
_ORDERS = ("order", "замовлен", "заказ", "угод", "сделк")
_INVOICES = ("invoice", "рахун", "счет", "счёт")
_PAID = (
    "paid", "pay", "settle", "оплат", "оплач", "сплач", "заплат", "сплат", "розрах", "рассчит",
    "расплат",
)  # fmt: skip
_AGREED = frozenset(
    {
        "balance", "balanced", "match", "agree", "agreed", "add up", "right", "ok", "okay", "fine",
        "correct", "short", "over", "off",
    }
)  # fmt: skip
_STATEMENTS = ("выписк", "виписк", "statement")


class OpenFigures(Figures):
    """Reads what is open, and the rows that no account puts together."""

    __slots__ = ()

    def not_paid(self, _usual: Days | None) -> Query | None:
        """Read orders that are not paid, or what a gateway has taken and not paid out."""
        slots = self.slots
        if _asks_if_paid(slots) or _asks_unpaid(slots):
            asked = self._query(Ask.OWED, Measure.RECEIVABLE, Days.one(self.today))
            place = None if asked.place == BANKS else asked.place  # "рахунок" is a bill here
            return replace(asked, group=Group.ORDER, limit=SEVERAL_LIMIT, place=place)
        is_of_gateway = is_of_gateways(slots.place) and not slots.has("filler", "we")
        is_held = is_of_gateway and slots.has("measure", "owe")
        return replace(self._balance(), about=None) if is_held else None

    def held(self) -> Query | None:
        """Read what a gateway or a courier holds by now: "ще не перерахувала", "is holding"."""
        place = held_place(self.slots)
        if place is None or self.slots.has("measure", "fees", "refunds", "problems"):
            return None
        found = replace(self._balance(), days=Days.one(self.today), place=place)
        return replace(found, about=None, others=(), at_least=0, at_most=None)

    def restated(self, usual: Days | None) -> Query | None:
        """Read what changed in days that were told before: "did any October numbers change"."""
        if not self.slots.has("shape", "restated"):
            return None
        periods = self.slots.periods
        longest = max(periods, key=lambda each: each.count, default=None)  # "any day in October"
        days = longest or usual or ever(self.today)  # not when they were closed
        return Query(Ask.RESTATED, Measure.RESULT, days, is_usual_days=not periods, limit=10)

    def repeated(self, usual: Days | None) -> Query | None:
        """Read customers who bought more than once: how many, or who."""
        slots = self.slots
        is_of_customers = slots.has("group", "customer") or slots.has("ask", "who")
        if not slots.has("shape", "repeated") or not is_of_customers:
            return None
        ask = Ask.COUNT if slots.is_counting else Ask.TOP
        days = usual or unit_so_far("year", self.today)
        found = self._query(ask, Measure.SALES, days, group=Group.CUSTOMER)
        return replace(found, is_repeated=True, limit=slots.number or SEVERAL_LIMIT)

    def shortages(self, usual: Days | None) -> Query | None:
        """Read by whom, or in which till, counts came out short or over most often."""
        slots = self.slots
        is_ranked = slots.has("rank") or slots.has("ask", "who") or slots.has("group", "recorder")
        is_of_counts = bool(slots.categories) and set(slots.categories) <= {*_COUNTED}
        is_off = slots.has("group", "recorder") and (
            slots.has("shape", "counts") or slots.has("measure", "problems")
        )
        is_of_tills = slots.place == TILLS and any(map(_says_each_till, slots.marks))
        is_ranked = is_ranked or (is_of_tills and is_of_counts)
        is_off = is_off or (slots.place == TILLS and _is_not_right(slots))
        if not is_ranked or not (is_of_counts or is_off):
            return None
        group = Group.PLACE if slots.place == TILLS else Group.RECORDER
        days = usual or ever(self.today)
        found = self._query(Ask.TOP, Measure.CATEGORY, days, group=group)
        found = found if is_of_counts else replace(found, categories=_COUNTED[:1])
        return replace(found, place=None, limit=slots.number or SEVERAL_LIMIT)

    def open_now(self, _usual: Days | None) -> Query | None:
        """Read what is on its way, not posted, or wrong in the books."""
        slots = self.slots
        found = next((each for word, each in _OPEN.items() if slots.has("measure", word)), None)
        if found is None and CashCategory.BANK_DEPOSIT in slots.categories:
            texts = _texts(slots)
            has_come = any(each.startswith(_HAS_COME) for each in texts)
            found = Measure.IN_TRANSIT if has_come else None
        if found is None:
            return None
        days = slots.periods[0] if slots.periods else ever(self.today)
        asked = self._query(Ask.OWED, found, days)
        place = BANKS if found is Measure.IN_TRANSIT and _is_to_bank(slots) else None
        if found is Measure.IN_TRANSIT:
            place = till_said(slots) or place
        return replace(asked, days=days, place=place, about=None, told_by=None)

    def awaited(self) -> Query | None:
        """Read what gateways have still to pay out: "when will Stripe pay", "зависли выплаты"."""
        slots = self.slots
        is_past = slots.has("rank", "last") or slots.has("when", "last") or bool(slots.periods)
        texts = set(_texts(slots))
        is_ahead = slots.names_future or bool(texts & _WILL) or any(map(_comes, slots.about))
        is_ahead = is_ahead or slots.has("measure", "to_pay")
        is_when = slots.has("ask", "when") and (is_ahead or not slots.has("measure"))
        is_asked = is_when or (is_ahead and slots.has("ask", "how_much"))
        if not is_of_gateways(slots.place) or not is_asked or is_past:
            return None
        return replace(self._balance(), about=None)

    def until_when(self, _usual: Days | None) -> Query | None:
        """Read until when the banks' lines are known: "когда последняя выписка"."""
        slots = self.slots
        said = _texts(slots)
        is_statement = any(part in each for each in said for part in _STATEMENTS)
        is_last = (
            slots.has("when", "last") or slots.has("rank", "last") or slots.has("ask", "when")
        )
        if not is_statement or not is_last or slots.has("ask", "list"):
            return None
        return replace(self._balance(), place=slots.place or BANKS, about=None)

    def counts(self, usual: Days | None) -> Query | None:
        """Read how counts of tills came out: what was short, what was over."""
        slots = self.slots
        if not slots.has("shape", "counts") and not asks_of_counts(slots):
            return None
        found = self._query(Ask.TOTAL, Measure.CATEGORY, usual or unit_so_far("month", self.today))
        place = slots.his_till or (None if found.place == TILLS else found.place)
        found = found if slots.his_till is None else replace(found, about=None, told_by=None)
        return replace(found, categories=_COUNTED, place=place)

    def of_orders(self, usual: Days | None) -> Query | Doubt | None:
        """Read orders by what each left: "jobs that lost money", "маржа по замовленнях"."""
        slots = self.slots
        is_of_names = slots.has("group", "customer", "supplier", "counterparty", "recorder")
        is_order = slots.has("group", "order") or slots.has("counted", "orders")
        is_order = is_order or slots.has("measure", "orders") or slots.has("ask", "order")
        if not is_of_names and not is_order:
            return None
        measure = measure_said(slots)
        is_lost = slots.has("shape", "loss")
        is_worst = measure is None and slots.has("rank", "smallest") and not slots.figures
        is_brought = measure is Measure.MONEY_IN and slots.has("rank")  # "which brought most"
        is_said = measure in _LOST or is_lost or is_profitable(self) or is_worst or is_brought
        is_ranked = measure is Measure.RESULT and slots.has("rank")
        if is_of_names and (measure is Measure.MARGIN or is_ranked):
            return Doubt(Unclear.MARGIN_OF)
        if not is_said or not is_order or slots.is_counting:
            return None
        if slots.about or slots.loose or slots.categories:
            return Doubt(Unclear.MARGIN_OF)
        days = usual or unit_so_far("month", self.today)
        found = self._query(Ask.TOP, Measure.MARGIN, days, group=Group.ORDER)
        is_lost = is_lost or (measure is Measure.RESULT and not slots.has("rank"))
        is_lost = is_lost and not slots.has("rank", "top", "biggest") and names_loss(self)
        several = 1 if is_worst and slots.has("ask", "order") else 5
        limit = slots.number or (SEVERAL_LIMIT if not slots.has("rank") or is_lost else several)
        return replace(
            found,
            limit=limit,
            is_least=found.is_least or is_lost,
            at_most=0 if is_lost else found.at_most,
        )

    def by_weekday(self, usual: Days | None) -> Query | Doubt | None:
        """Read which day of the week is the best, or what each comes to."""
        slots = self.slots
        is_held = slots.has("ask", "against", "compare") or any(map(holds_apart, slots.marks))
        is_held = is_held or _are_weekdays_apart(slots)
        is_apart = len(slots.weekdays) > 1 and is_held
        if not slots.has("group", "weekday") and not (is_apart and len(slots.periods) < _PAIR):
            return None
        if slots.has("shape", "average_sale"):
            return Doubt(Unclear.WORDS, slots.shape_words)
        days = usual or Days(self.today - dt.timedelta(days=_USUAL_DAYS - 1), self.today)
        measure = measure_said(slots) or Measure.SALES
        found = self._query(Ask.TOP, measure, days, group=Group.WEEKDAY)
        is_least = found.is_least or slots.has("filler", "down")
        return replace(found, limit=slots.number or _OF_WEEK, is_least=is_least)

    def by_people(self, usual: Days | None) -> Query | Doubt | None:
        """Read which cashier took the most into the tills."""
        slots = self.slots
        is_of_recorder = slots.has("group", "recorder") or (
            slots.has("ask", "who") and slots.has("shape", "recorded") and slots.told_by is None
        )
        if not are_people_apart(slots) and (not is_of_recorder or slots.about):
            return None
        measure = measure_said(slots)
        is_carried = CashCategory.BANK_DEPOSIT in slots.categories
        is_out = measure in {Measure.MONEY_OUT, Measure.EXPENSES, Measure.CATEGORY}
        if slots.has("measure", "owe", "advances", "balance") or measure in _LOST:
            return None
        if not is_out and measure not in _TAKEN:
            return Doubt(Unclear.WORDS, slots.group_words)
        days = usual or unit_so_far("month", self.today)
        rows_of = Measure.MONEY_OUT if is_out else Measure.MONEY_IN
        found = self._query(Ask.TOP, rows_of, days, group=Group.RECORDER)
        limit = slots.number or SEVERAL_LIMIT
        found = replace(found, limit=limit, about=None, others=(), told_by=None, categories=())
        if not is_carried:
            return found
        return replace(found, measure=Measure.CATEGORY, categories=slots.categories, place=None)

    def by_channel(self, usual: Days | None) -> Query | None:
        """Read where sales came from: "online sales", "доля онлайн продаж"."""
        slots = self.slots
        if not slots.has("group", "channel") or len(slots.channels) >= _PAIR:
            return None
        measure = measure_said(slots) or Measure.SALES
        if is_profitable(self) or measure is Measure.RESULT:
            measure = Measure.MARGIN
        days = usual or unit_so_far("month", self.today)
        if measure is Measure.MONEY_IN:  # where money comes from is who paid it
            return self._query(Ask.TOP, measure, days, group=Group.COUNTERPARTY)
        if measure not in CHANNELLED or slots.has("measure", "owe"):
            return None
        found = self._query(Ask.TOP, measure, days, group=Group.CHANNEL)
        is_rate = slots.has("measure", "refund_rate", "profitability") or (
            slots.has("shape", "share") and measure in {Measure.REFUNDS, Measure.MARGIN}
        )
        found = replace(found, limit=slots.number or SEVERAL_LIMIT)
        if are_orders(slots.marks):
            return replace(found, compared=Ask.COUNT)
        return replace(found, share_of=Measure.SALES if is_rate else measure)

    def of_channels(self, usual: Days | None) -> Query | None:
        """Read channels that are held against each other: "the site or the shop"."""
        slots = self.slots
        is_other = slots.has("ask", "why", "plan") or series_per(slots) is not None
        if len(slots.channels) < _PAIR or len(slots.periods) >= _PAIR or is_other:
            return None
        measure = measure_said(slots) or Measure.SALES
        days = usual or unit_so_far("month", self.today)
        if slots.has("shape", "average", "average_sale", *AVERAGES):
            return self._average(measure, days)
        is_counted = slots.is_counting or are_orders(slots.marks)
        return self._query(Ask.COUNT if is_counted else Ask.TOTAL, measure, days)


def asks_of_counts(slots: Slots) -> bool:
    """Tell whether a till is asked to have agreed: "did Olha's till balance"."""
    is_agreed = any(fold(mark.text) in _AGREED for mark in slots.marks)
    return slots.place == TILLS and slots.is_yes_or_no and is_agreed


def _are_weekdays_apart(slots: Slots) -> bool:
    """Tell whether days of the week are told each: "неділі гірші за суботи"."""
    is_better = slots.has("filler", "up", "down") or slots.has("joiner", "than")
    is_each = any(fold(mark.text) in _EACH for mark in slots.marks)
    return slots.has("shape", "average", "average_day") and (is_better or is_each)


def _says_each_till(mark: Mark) -> bool:
    return fold(mark.text).startswith(("по кас", "by till", "by each till", "за касами"))


def _is_not_right(slots: Slots) -> bool:
    """Tell whether tills are said not to agree, the worst first: "где чаще не сходится"."""
    return slots.has("measure", "problems") and slots.has("rank", "top", "biggest")


def till_said(slots: Slots) -> str | None:
    """Give the one till that cash is said to have left, by whose it is or its own name."""
    if slots.his_till is not None and any(
        fold(each).startswith(_TILL) for each in slots.place_words
    ):
        return slots.his_till
    is_till = slots.place is not None and slots.place.startswith("till.")
    return slots.place if is_till else None


def _texts(slots: Slots) -> list[str]:
    return [mark.text.casefold() for mark in slots.marks]


def names_orders(slots: Slots) -> bool:
    """Tell whether orders are asked for, not who owes: "unpaid orders", "неоплачені заказы"."""
    said = _texts(slots)
    return any(part in each for each in said for part in _ORDERS)


def _asks_if_paid(slots: Slots) -> bool:
    """Tell whether it is asked if somebody has paid for an order: what he paid, and owes."""
    texts = _texts(slots)
    is_paid = any(each.startswith(_PAID) for text in texts for each in text.split())
    is_sum = bool(slots.periods) or slots.has("ask", "how_much", "when", "list", "entries")
    said = [*texts, *map(fold, slots.place_words)]
    is_bill = slots.is_yes_or_no and any(each.startswith(_INVOICES) for each in said)
    is_of_one = len(slots.about) == 1 and (names_orders(slots) or is_bill)
    return is_paid and is_of_one and not is_sum and not slots.has("rank")


def _asks_unpaid(slots: Slots) -> bool:
    """Tell whether orders are asked for that are said not to be paid: "orders not paid"."""
    texts = _texts(slots)
    is_paid = any(each.startswith(_PAID) for text in texts for each in text.split())
    return is_paid and names_orders(slots) and slots.has("filler", "not") and not slots.periods


def _is_to_bank(slots: Slots) -> bool:
    """Tell whether only cash that is carried to the bank is meant, not all that is on its way."""
    said = [each.casefold() for each in (*slots.place_words, *(m.text for m in slots.marks))]
    is_cash = slots.place == TILLS or CashCategory.BANK_DEPOSIT in slots.categories
    return is_cash or slots.place == BANKS or any(part in each for each in said for part in _BANK)


def _comes(word: str) -> bool:
    return bool(_COMES.match(word.casefold()))


def is_profitable(figures: Figures) -> bool:
    """Tell whether a rank is one of what is left: "самый прибыльный", "most profitable"."""
    shapes = ("best_day", "best_week", "best_month", "worst_day", "worst_week", "worst_month")
    said = (
        mark.text.casefold()
        for mark in figures.slots.marks
        if mark.section in {"rank", "word"} or mark.is_of("shape", *shapes)
    )
    return any(part in each for each in said for part in ("profit", "приб", "вигідн", "выгодн"))


def names_result(slots: Slots) -> bool:
    """Tell whether what is ranked is said to be ranked by the result: "worst weeks by result"."""
    said = (fold(mark.text) for mark in slots.marks if mark.is_of("ask", "report"))
    return any(each.startswith(("result", "результат")) for each in said)


def names_loss(figures: Figures) -> bool:
    """Tell whether what was lost is asked about, not what was earned."""
    slots = figures.slots
    texts = [mark.text.casefold() for mark in slots.marks if mark.is_of("measure", "result")]
    said = slots.has("shape", "loss") or any(
        part in text for text in texts for part in ("los", "мінус", "минус", "збит", "убыт", "red")
    )
    fillers = (mark.text.casefold() for mark in slots.marks if mark.section == "filler")
    return said or any(each.startswith("lost") for each in fillers)
