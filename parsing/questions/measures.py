"""What a question measures, the most telling word first."""

from itertools import pairwise

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from parsing.annotation.tokens import fold
from parsing.questions.debts_said import pays_himself
from parsing.questions.marks import Mark
from parsing.questions.net_said import is_net
from parsing.questions.query import Ask, Group, Measure, is_of_gateways
from parsing.questions.received_said import is_paid_to_him
from parsing.questions.slots import Slots
from parsing.questions.whole_said import part_values, whole_said

_MEASURES = {
    "problems": Measure.PROBLEMS,
    "drafts": Measure.DRAFTS,
    "in_transit": Measure.IN_TRANSIT,
    "advances": Measure.ADVANCES,
    "flow": Measure.FLOW,
    "unfiled": Measure.UNFILED,
    "margin": Measure.MARGIN,
    "cost": Measure.COST,
    "fees": Measure.FEES,
    "acquiring": Measure.FEES,
    "refunds": Measure.REFUNDS,
    "refund_rate": Measure.REFUNDS,
    "staff": Measure.STAFF,
    "result": Measure.RESULT,
    "profitability": Measure.RESULT,
    "purchases": Measure.PURCHASES,
    "sales": Measure.SALES,
    "orders": Measure.SALES,
    "money_in": Measure.MONEY_IN,
    "pays": Measure.MONEY_IN,
    "money_out": Measure.MONEY_OUT,
    "expenses": Measure.EXPENSES,
    "taken": Measure.MONEY_IN,
    "rung": Measure.SALES,
    "entries": Measure.ENTRIES,
    "payments": Measure.MONEY_OUT,
}
"""The more telling a word is, the earlier: "how much did we spend on fees" is about fees."""
_OF_RESULTS = frozenset({"sales", "refunds", "expenses", "margin", "cost", "result", "fees"})
"""Figures that stand beside each other in a result."""
_SPENT = frozenset({Measure.CATEGORY, Measure.STAFF, Measure.FEES})
"""What is part of the expenses."""
OF_GROUP = frozenset(
    {Measure.PAID_TO_SUPPLIERS, Measure.PAID_BY_CUSTOMERS, Measure.REFUNDS, Measure.SALES}
)
"""What a group that is named measures, so that it need not be a top of it."""
PAID = frozenset({Measure.MONEY_OUT, Measure.MONEY_IN, Measure.PAID_BY_CUSTOMERS, Measure.REFUNDS})
"""What paying may be taken for where nobody says who pays."""
PAID_BY = {
    Group.SUPPLIER: Measure.PAID_TO_SUPPLIERS, Group.CUSTOMER: Measure.PAID_BY_CUSTOMERS,
}  # fmt: skip
"""What single payments to or from such a group are: "the largest payment to a supplier"."""
_OF_OTHERS = {Group.ORDER: Measure.MARGIN, Group.RECORDER: Measure.MONEY_IN}
_IN_AND_OUT = frozenset({"money_in", "money_out"})
_TURNOVER = ("вируч", "виторг", "продаж", "оборот", "доход", "выруч", "sales", "revenue", "turn")
"""What a phrase about a share says that it is of: "от выручки"."""
_MADE_OF = frozenset({"sales", "money_out", "payments", "refunds", "purchases", "orders"})
_PAYMENTS = ("payment", "оплат", "платеж", "платіж", "проплат")
_HERE = frozenset({"у нас", "в нас", "with us"})
_PAID_FOR = ("віддал", "отдал", "заплат", "сплат", "оплат", "рассчит", "paid", "pay")
_PAIR = 2
"""More figures in a row are dictated side by side."""
_PAYS = frozenset({"pay", "paid"})
_BUYING = ("закуп", "куп", "бере", "buy", "bought", "взял", "взяли")
_BUYS = frozenset({"buy", "buys", "bought", "purchased"})
_EARNED = ("earn", "make", "made", "зароб", "зараб")
_TAKES = frozenset({"take", "takes", "бере", "беруть", "берет", "берёт", "берут"})
_ON = frozenset({"on", "from", "на", "з", "із", "від", "с", "от", "по"})
"""What is earned on somebody is the shop's."""
_INCOMING = frozenset({CashDirection.IN})
_WENT = frozenset({"пішло", "пішли", "йде", "ушло", "ушли", "ушла", "уходит", "пошло"})
_TO_WHOM = frozenset({"кому", "whom", "to whom"})
_GOES = _WENT | {"іде", "идет", "идёт", "ідуть", "идут", "йдуть", "going"}
_REACHED = frozenset({"make", "made"})
_NAMES = frozenset({"name", "word"})
_SIGNS = frozenset(",/+")
_BETWEEN = frozenset({"filler", "sign", "when", "gap"})


def measure_said(slots: Slots) -> Measure | None:
    """Say what is measured, the most telling word first."""
    said = _words_said(slots)
    if "stuck" in said:
        return None  # a balance, whatever has not come
    if slots.has("shape", "average_sale") or is_net(slots):
        return Measure.NET_SALES if is_net(slots) else Measure.SALES
    is_both = said >= _IN_AND_OUT or ("money_in" in said and _has_left(slots))
    if is_both and not slots.categories and not slots.has("shape", "share"):
        return Measure.FLOW
    if slots.told_by is not None and "rung" in said and "sales" not in said:
        return Measure.MONEY_IN
    known = _meant(next((found for word, found in _MEASURES.items() if word in said), None), slots)
    if slots.is_by_channel and known is Measure.MONEY_IN:
        return Measure.SALES  # what a channel brings is sold there
    return _of_group(known, slots)


def _words_said(slots: Slots) -> set[str]:
    """Give what words measure, but for those that only go with another."""
    said = part_values(slots.marks)
    if said >= _IN_AND_OUT and _are_received(slots):
        said.discard("money_out")  # "payments received from"
    if slots.is_counting and said & {"sales", "orders"}:
        said.discard("result")  # "how many sales did we make": no result is counted
    if "result" in said and said & _MADE_OF and _is_only_made(slots):
        said.discard("result")  # "the payments we made"
    if slots.categories and slots.has("ask", "who") and _is_earned(slots):
        said.discard("result")  # "which of the installers earned most"
    if slots.is_counting and slots.has("counted", "entries"):
        said.discard("flow")  # what passed through is counted
    if "balance" in said:
        said.discard("acquiring")  # what lies there, not what it costs
    return said


def _meant(known: Measure | None, slots: Slots) -> Measure | None:
    """Set right what a word measures by who is named beside it."""
    is_charged = _is_charged(known, slots) or known is Measure.EXPENSES
    if is_of_gateways(slots.place) and is_charged:
        return Measure.FEES  # what a gateway costs, or keeps
    if known is Measure.PURCHASES:
        return _of_goods(slots)
    is_given = _went_to_somebody(slots) or _is_to_whom(slots) or _are_payments_of_place(slots)
    is_given = is_given or _is_money_gone(slots) or bool(slots.more.moves_out)
    if known is Measure.EXPENSES and (is_given or _is_spent_with_us(slots)):
        return Measure.MONEY_OUT if is_given else Measure.SALES
    known = Measure.MONEY_IN if known is Measure.MONEY_OUT and pays_himself(slots) else known
    is_part = slots.has("shape", "share") and slots.place is not None
    if known is Measure.MONEY_OUT and is_part and not slots.has("filler", "we"):
        return Measure.SALES  # what share was paid in cash
    if known in {Measure.MONEY_IN, Measure.MONEY_OUT}:
        return _way_of(known, slots)
    return Measure.STAFF if known is Measure.RESULT and _is_earned_by(slots) else known


def _is_money_gone(slots: Slots) -> bool:
    """Tell whether money is said to have gone, for nothing that is named: "сколько ушло денег"."""
    said = {fold(mark.text) for mark in slots.marks if mark.is_of("measure", "expenses")}
    is_alone = not (slots.categories or slots.about or slots.group_words)
    is_on = any(fold(mark.text) in _ON for mark in slots.marks)
    return bool(said) and said <= _WENT and slots.asks_of_money and is_alone and not is_on


def _of_goods(slots: Slots) -> Measure:
    """Say whether goods were sold, as what customers buy is, paid for, or came."""
    if _is_bought_of_us(slots):
        return Measure.SALES
    return Measure.PAID_TO_SUPPLIERS if _is_paid_for(slots) else Measure.PURCHASES


def _is_spent_with_us(slots: Slots) -> bool:
    """Tell whether a customer is said to have spent money here: "how much did Olena spend"."""
    is_his = any(
        one.section in _NAMES and two.is_of("measure", "expenses")
        for one, two in pairwise(slots.marks)
    )
    is_here = slots.has("filler", "us") or any(fold(mark.text) in _HERE for mark in slots.marks)
    is_here = is_here or any(
        fold(one.text) in {"у", "в"} and fold(two.text) == "нас"
        for one, two in pairwise(slots.marks)
    )
    return is_his and is_here and not slots.categories


def _are_bought_of(slots: Slots) -> bool:
    """Tell whether a phrase that names suppliers says that we buy there: "у кого закупаем"."""
    said = (fold(mark.text) for mark in slots.marks if mark.is_of("group", "supplier"))
    return any(part in each for each in said for part in _BUYING)


def _is_paid_for(slots: Slots) -> bool:
    """Tell whether goods are said to have been paid for, not to have come: "віддали за товар"."""
    said = (fold(mark.text) for mark in slots.marks if mark.section in {"measure", "ask"})
    return any(each.startswith(_PAID_FOR) or " pay" in each for each in said)


def _way_of(known: Measure, slots: Slots) -> Measure:
    """Turn round what is paid where it is said who pays whom."""
    if known is Measure.MONEY_IN:
        is_ours = slots.has("filler", "us") and _are_from_us(slots)
        return Measure.MONEY_OUT if is_ours or is_paid_to_him(slots) else known
    return Measure.MONEY_IN if _pays_us(slots) else known


def _are_from_us(slots: Slots) -> bool:
    """Tell whether payments are said to come from us: "the largest payment from us"."""
    return any(
        fold(one.text).startswith("payment") and two.is_of("filler", "us")
        for one, two in pairwise(slots.marks)
    )


def _is_charged(known: Measure | None, slots: Slots) -> bool:
    """Tell whether it is asked what a gateway keeps: "what percentage does WayForPay take"."""
    is_taken = any(mark.text.casefold() in _TAKES for mark in slots.marks)
    is_rate = slots.has("shape", "share") and (is_taken or known in {None, Measure.MONEY_IN})
    return is_rate or any(map(_is_kept, slots.marks))


def _is_kept(mark: Mark) -> bool:
    """Tell whether a gateway is said to keep something for itself."""
    return mark.text.casefold().startswith(("keep", "kept"))


def _is_of_sales(slots: Slots) -> bool:
    """Tell whether a category may stand beside sales: income, or spending as a share of them."""
    is_income = all(CASH_RULES[each].directions == _INCOMING for each in slots.categories)
    return is_income or slots.has("shape", "share")


def _is_bought_of_us(slots: Slots) -> bool:
    is_who = slots.has("ask", "who") and not slots.has("filler", "we")
    is_who = is_who or any(
        one.section in _NAMES and two.text.casefold() in _BUYS
        for one, two in pairwise(slots.marks)
    )
    return slots.has("group", "customer") or is_who


def _went_to_somebody(slots: Slots) -> bool:
    """Tell whether money went to who is named, not for something: "скільки пішло Ігорю"."""
    said = {mark.text.casefold() for mark in slots.marks if mark.is_of("measure", "expenses")}
    is_on = any(mark.text.casefold() in _ON for mark in slots.marks)
    return bool(said) and said <= _WENT and len(slots.about) == 1 and not is_on


def _are_payments_of_place(slots: Slots) -> bool:
    """Tell whether payments are said to have left a till or a bank: "платежі з привату пішли"."""
    said = {mark.text.casefold() for mark in slots.marks if mark.is_of("measure", "expenses")}
    is_paid = any(
        part in word
        for mark in slots.marks
        for word in fold(mark.text).split()
        for part in _PAYMENTS
    )
    return slots.place is not None and bool(said) and said <= _WENT and is_paid


def _is_to_whom(slots: Slots) -> bool:
    """Tell whether money is said to have been given to names: "вайлант или дом, кому отдали"."""
    return bool(slots.about) and any(fold(mark.text) in _TO_WHOM for mark in slots.marks)


def is_only_going(slots: Slots) -> bool:
    """Tell whether a verb only says that something goes, or is made: "как идет план"."""
    said = [mark for mark in slots.marks if mark.is_of("measure", "expenses", "result")]
    return bool(said) and all(fold(mark.text).split()[-1] in _GOES | _REACHED for mark in said)


def _is_only_made(slots: Slots) -> bool:
    """Tell whether nothing is said to be earned, but something else to be made."""
    said = (fold(mark.text).split() for mark in slots.marks if mark.is_of("measure", "result"))
    return all(each[-1] in {"made", "make"} for each in said)


def _are_received(slots: Slots) -> bool:
    """Tell whether payments are only what was received: "оплати, що надійшли"."""
    out = (fold(mark.text) for mark in slots.marks if mark.is_of("measure", "money_out"))
    return all(each.startswith(_PAYMENTS) for each in out) and not slots.has("joiner", "and")


def _has_left(slots: Slots) -> bool:
    """Tell whether money is said to have gone, for nothing that is named: "и сколько ушло"."""
    said = {mark.text.casefold() for mark in slots.marks if mark.is_of("measure", "expenses")}
    is_of_place = slots.place is not None and not is_of_gateways(slots.place)
    return bool(said) and (said <= _WENT or is_of_place)


def _of_group(known: Measure | None, slots: Slots) -> Measure | None:
    """Take a verb for what is said of a category, of suppliers, of customers."""
    is_verb = known in {None, Measure.EXPENSES, Measure.MONEY_OUT, Measure.MONEY_IN}
    is_of_things = known is Measure.PURCHASES or (known is Measure.SALES and _is_of_sales(slots))
    if slots.categories and (is_verb or is_of_things) and not _is_sold(slots):
        return Measure.CATEGORY
    if slots.has("group", "supplier") and is_verb:
        is_bought = known is None and _are_bought_of(slots)
        return Measure.PURCHASES if is_bought else Measure.PAID_TO_SUPPLIERS
    if slots.has("group", "customer") and is_verb:
        returned = known is Measure.MONEY_OUT and not _are_of_customers(slots)
        return Measure.REFUNDS if returned else Measure.PAID_BY_CUSTOMERS
    return known


def _are_of_customers(slots: Slots) -> bool:
    """Tell whether payments are customers' own: "оплати клієнтів", not "клієнтам"."""
    said = {mark.value for mark in slots.marks if mark.section == "measure"}
    if any(
        one.is_of("group", "customer") and fold(two.text) in _PAYS
        for one, two in pairwise(slots.marks)
    ):
        return True  # "how much did customers pay"
    groups = [fold(mark.text) for mark in slots.marks if mark.is_of("group", "customer")]
    is_to = any(each.startswith("to ") or each.endswith(("ам", "ям")) for each in groups)
    return "payments" in said and "money_out" not in said and not is_to


def _is_earned(slots: Slots) -> bool:
    verbs = (fold(mark.text) for mark in slots.marks if mark.is_of("measure", "result"))
    return any(each.startswith(_EARNED) for each in verbs)


def _is_earned_by(slots: Slots) -> bool:
    """Tell whether somebody who is named earned it: his wages are meant, no result of the shop."""
    said = [mark for mark in slots.marks if mark.is_of("measure", "result")]
    is_verb = any(mark.text.casefold().startswith(_EARNED) for mark in said)
    is_on = any(mark.text.casefold() in _ON for mark in slots.marks)
    return is_verb and len(slots.about) == 1 and not is_on and not slots.has("filler", "we")


def _is_sold(slots: Slots) -> bool:
    return slots.categories == (CashCategory.SALE_CASH,)


def _pays_us(slots: Slots) -> bool:
    """Tell whether who is named pays, and is not paid: "did Olena pay?"."""
    is_his = any(
        (one.section in _NAMES or one.is_of("ask", "who")) and two.text.casefold() in _PAYS
        for one, two in pairwise(slots.marks)
    )
    return is_his and not slots.has("filler", "we")


def joined_by(slots: Slots) -> Mark | None:
    """Give what joins figures of a result that are named side by side: "sales and expenses"."""
    before: str | None = None
    joiner: Mark | None = None
    in_row: list[str] = []
    for mark in slots.marks:
        value = "sales" if mark.value == "rung" else mark.value
        if mark.section == "measure" and value in _OF_RESULTS:
            in_row += [] if value in in_row else [value]
            if (before not in {None, value} and joiner is not None) or len(in_row) > _PAIR:
                return joiner or mark
            before, joiner = value, None
        elif mark.is_of("joiner", "and") or mark.is_of("ask", "against") or mark.text in _SIGNS:
            joiner = mark
        elif mark.section not in _BETWEEN:
            before, joiner, in_row = None, None, []
    return None


def measure_of_group(group: Group, measure: Measure | None) -> Measure:
    """Say what the rows of a top are measured by."""
    match group:
        case Group.SUPPLIER:
            is_bought = measure is Measure.PURCHASES
            return Measure.PURCHASES if is_bought else Measure.PAID_TO_SUPPLIERS
        case Group.CUSTOMER:
            is_own = measure in {Measure.SALES, Measure.REFUNDS}
            return measure if measure is not None and is_own else Measure.PAID_BY_CUSTOMERS
        case Group.CATEGORY:
            return Measure.EXPENSES
        case Group.COUNTERPARTY:
            is_own = measure in {Measure.MONEY_IN, Measure.CATEGORY}
            return measure if measure is not None and is_own else Measure.MONEY_OUT
        case _:
            return measure or _OF_OTHERS.get(group, Measure.SALES)


def _part_of(slots: Slots, measure: Measure) -> Measure | None:
    """Say what a figure is asked as a part of by "how much of": "of our spending is wages"."""
    marks = [mark for mark in slots.marks if not mark.is_of("filler", "we")]
    for asked, of, whole in zip(marks, marks[1:], marks[2:], strict=False):
        is_part = asked.is_of("ask", "how_much") and fold(of.text).split()[:1] == ["of"]
        if is_part and whole.is_of("measure", "expenses") and measure in _SPENT:
            return Measure.EXPENSES
    return None


def share_of(slots: Slots, measure: Measure, ask: Ask) -> Measure | None:
    """Say what a figure is asked as a share of: of sales, of all expenses; a row of its top."""
    is_narrowed = bool(slots.place or slots.about or slots.is_by_channel)
    is_of_sales = measure in {Measure.MARGIN, Measure.RESULT} and slots.has(
        "measure", "profitability"
    )
    is_of_sales = is_of_sales or slots.has("measure", "refund_rate")
    if is_of_sales and ask is not Ask.TOP:
        return Measure.SALES
    if not slots.has("shape", "share"):
        return _part_of(slots, measure) if ask is Ask.TOTAL else None
    if ask is Ask.TOP:
        return measure
    if measure is Measure.SALES and not is_narrowed:
        return None
    whole = whole_said(slots)
    if whole is not None and not (whole is measure and not is_narrowed):
        return whole
    is_of_sales = slots.has("measure", "sales") or slots.has("counted", "sales")
    shares = (fold(mark.text) for mark in slots.marks if mark.is_of("shape", "share"))
    is_of_sales = is_of_sales or any(part in each for each in shares for part in _TURNOVER)
    is_of_spent = slots.has("measure", "expenses") and not is_of_sales
    is_of_spent = is_of_spent and measure in _SPENT
    return Measure.EXPENSES if is_of_spent else Measure.SALES
