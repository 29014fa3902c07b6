"""What a question measures, the most telling word first."""

from collections.abc import Iterable

from ledger.cash import CashCategory
from parsing.questions.marks import Mark
from parsing.questions.query import Group, Measure
from parsing.questions.slots import Slots

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
    "pays": Measure.MONEY_IN,
    "money_out": Measure.MONEY_OUT,
    "expenses": Measure.EXPENSES,
    "entries": Measure.ENTRIES,
    "payments": Measure.MONEY_OUT,
}
"""The more telling a word is, the earlier: "how much did we spend on fees" is about fees."""
_OF_RESULTS = frozenset({"sales", "refunds", "expenses", "margin", "cost", "result", "fees"})
"""Figures that stand beside each other in a result."""
_PAYS = frozenset({"pay", "paid"})
_SIGNS = frozenset(",/+")
_BETWEEN = frozenset({"filler", "sign", "when"})
_TO_WHOM = frozenset({"кому", "whom", "to whom"})
_WHO = frozenset({"who", "хто", "кто"})
_CREDITORS = ("кредитор", "creditor", "payable")
_DEBTORS = (
    "дебитор", "дебітор", "боржник", "должник", "debtor", "receivable", "unpaid", "неоплач",
    "несплач", "overdue", "outstanding", "простроч", "просроч", "не заплат", "не оплат", "haven't",
    "hasn't", "didn't", "not paid",
)  # fmt: skip


def measure_said(slots: Slots) -> Measure | None:
    """Say what is measured, the most telling word first."""
    said = {*slots.values("measure"), *slots.values("counted")}
    if slots.has("shape", "average_sale"):
        return Measure.SALES
    known = next((found for word, found in _MEASURES.items() if word in said), None)
    if known is Measure.MONEY_OUT and _pays_us(slots):
        known = Measure.MONEY_IN
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


def _pays_us(slots: Slots) -> bool:
    """Tell whether who is named pays, and is not paid: "did Olena pay?"."""
    pairs = zip(slots.marks, slots.marks[1:], strict=False)
    is_his = any(one.section == "word" and two.text.casefold() in _PAYS for one, two in pairs)
    return is_his and not slots.has("filler", "we")


def joined_by(slots: Slots) -> Mark | None:
    """Give what joins figures of a result that are named side by side: "sales and expenses"."""
    before: str | None = None
    joiner: Mark | None = None
    for mark in slots.marks:
        if mark.section == "measure" and mark.value in _OF_RESULTS:
            if before not in {None, mark.value} and joiner is not None:
                return joiner
            before, joiner = mark.value, None
        elif mark.is_of("joiner", "and") or mark.is_of("ask", "against") or mark.text in _SIGNS:
            joiner = mark
        elif mark.section not in _BETWEEN:
            before, joiner = None, None
    return None


def measure_of_group(group: Group, measure: Measure | None) -> Measure:
    """Say what the rows of a top are measured by."""
    match group:
        case Group.SUPPLIER:
            return Measure.PAID_TO_SUPPLIERS
        case Group.CUSTOMER:
            return Measure.SALES if measure is Measure.SALES else Measure.PAID_BY_CUSTOMERS
        case Group.CATEGORY:
            return Measure.EXPENSES
        case Group.COUNTERPARTY:
            is_own = measure in {Measure.MONEY_IN, Measure.CATEGORY}
            return measure if measure is not None and is_own else Measure.MONEY_OUT
        case Group.DAY | Group.MONTH:
            return measure or Measure.SALES


def whose_debt(slots: Slots) -> Measure | None:
    """Say who owes whom; None where that is not said.

    Debts of an age that nobody is named with are those of customers: what the shop owes has no
    age that people ask for.
    """
    words = {mark.text.casefold() for mark in slots.marks}
    is_ours = slots.has("group", "supplier") or slots.has("filler", "whom")
    is_ours = is_ours or slots.has("measure", "to_pay")
    if is_ours or words & _TO_WHOM or _has(words, _CREDITORS):
        return Measure.PAYABLE
    is_theirs = slots.has("group", "customer") or slots.has("filler", "us")
    if is_theirs or words & _WHO or _has(words, _DEBTORS):
        return Measure.RECEIVABLE
    if slots.has("filler", "we"):
        return Measure.PAYABLE
    return Measure.RECEIVABLE if slots.about or slots.older_than_days else None


def _has(words: Iterable[str], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words)
