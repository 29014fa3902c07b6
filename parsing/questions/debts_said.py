"""Who owes whom: what a question says of debts, and of whoever has settled them."""

import re
from collections.abc import Iterable
from itertools import pairwise

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.query import Measure
from parsing.questions.slots import Slots

_ACCOUNTED = (
    "сда", "здав", "здал", "закри", "закры", "верну", "повер", "отчит", "звіт", "відзвіт", "settl",
    "account", "return", "repaid", "brought",
)  # fmt: skip
_SILENT = frozenset({"filler", "sign", "gap"})
_TO_WHOM = frozenset(
    {
        "кому", "whom", "to whom", "з ким", "з ким ще", "с кем", "с кем еще", "перед ким",
        "перед ким ще", "перед кем", "перед кем еще",
    }
)  # fmt: skip
_WHO = frozenset({"who", "хто", "кто"})
_CREDITORS = (
    "кредитор", "creditor", "payable", "accounts payable", "aged payable", "aged creditor", "a/p",
    "a / p",
)  # fmt: skip
_WE_OWE = frozenset({"винні", "повинні", "должны", "должні", "торчим", "торчимо"})
"""Who is named after these is owed: "скільки винні Вент-Сервісу"."""
_OWING = re.compile(
    r"\b(?:we|i|ми|мы)(?: (?!owe)\w+){0,2} (?:owe|винні|повинні|должны|должні|торчим|торчимо)\b"
    r"|\b(?:винні|должны) (?:ми|мы)\b"
)
"""The shop is who owes: "who do we still owe", "скільки ми їм винні"; not "who owes us"."""
_DEBTORS = (
    "дебитор", "дебітор", "боржник", "должник", "debtor", "receivable", "unpaid", "неоплач",
    "несплач", "не оплач", "late", "overdue", "outstanding", "простроч", "просроч", "не заплат",
    "не оплат", "haven't", "hasn't", "didn't", "not paid", "we're owed", "we are owed",
    "are we owed", "money we're owed", "owing us", "owing to us", "has to pay us",
    "have to pay us",
)  # fmt: skip
_BEFORE = frozenset({"перед", "in front of"})
"""What a debt is owed to stands after these: "борг перед постачальником"."""
_OWED_TO = frozenset({"to", "towards"})
_SETTLED = (
    "paid up",
    "all paid",
    "розрах",
    "розплат",
    "рассчит",
    "расплат",
    "settle",
    "square",
    "погас",
    "закри",
    "закры",
)
_SQUARE = ("square", "quits", "even with")
_OURS = ("лись", "лися", "лись с", "лись з", "лися з", "square with")
"""How "we have settled" ends; one who is named has settled alone."""
_PAID = frozenset({"pays", "money_in", "money_out"})
_BOUGHT = ("bought", "buy", "закуп", "купил", "купив", "купл")
_BY_NOW = frozenset(
    {
        "yet", "already", "fully", "in full", "everything", "вже", "уже", "усе", "все", "всё",
        "повністю", "полностью", "весь",
    }
)  # fmt: skip
_PERFECT = frozenset({"has", "have", "hasn't", "haven't"})
_UNKNOWN = frozenset({"name", "word"})


def pays_himself(slots: Slots) -> bool:
    """Tell whether who is named is said to have paid: "when did Melnyk last pay"."""
    marks = [mark for mark in slots.marks if mark.section not in {"gap", "when", "sign"}]
    if slots.has("filler", "we") or len(slots.about) != 1:
        return False
    return any(
        one.section in {"name", "word"} and two.is_of("measure", "money_out") and two.text == "pay"
        for one, two in pairwise(marks)
    )


def whose_debt(slots: Slots) -> Measure | None:
    """Say who owes whom; None where that is not said.

    Debts of an age that nobody is named with are those of customers: what the shop owes has no
    age that people ask for.
    """
    words = {mark.text.casefold() for mark in slots.marks}
    words |= {mark.text.casefold().split()[0] for mark in slots.marks if mark.section == "ask"}
    is_ours = slots.has("group", "supplier") or slots.has("filler", "whom")
    is_ours = is_ours or slots.has("measure", "to_pay") or _is_owed_to(slots)
    if is_ours or words & _TO_WHOM or _has(words, _CREDITORS):
        return Measure.PAYABLE
    if _OWING.search(" ".join(fold(mark.text) for mark in slots.marks)):
        return Measure.PAYABLE
    is_theirs = slots.has("group", "customer") or slots.has("filler", "us", "them")
    if is_theirs or words & _WHO or _has(words, _DEBTORS):
        return Measure.RECEIVABLE
    is_bought = slots.has("measure", "purchases") or _has(words, _BOUGHT)  # "bought on credit"
    if is_bought or slots.has("filler", "we") or (slots.about and words & _WE_OWE):
        return Measure.PAYABLE
    if all(map(_is_silent, slots.marks)):
        return Measure.RECEIVABLE  # "debts" alone
    is_aged = slots.is_aged or slots.has("shape", "by_age")
    return Measure.RECEIVABLE if slots.about or is_aged else None


def _is_silent(mark: Mark) -> bool:
    is_alone = mark.section in _SILENT or mark.is_of("measure", "owe")
    return is_alone or mark.is_of("ask", "list", "report") or mark.is_of("when", "since")


def settled_with(slots: Slots) -> Measure | None:
    """Say whose debt is meant where somebody is asked to have paid it: "has Melnyk paid yet?".

    Where days are named it is asked what was paid then.
    """
    if len(slots.about) != 1 or slots.periods or slots.has("ask", "how_much", "when", "count"):
        return None
    said = next((mark for mark in slots.marks if _is_settled(mark)), None)
    if said is not None and not slots.has("ask", "entries", "list", "why"):
        found = _of_settled(slots, said)
        is_asked = found is Measure.PAYABLE or slots.has("filler", "us") or slots.is_yes_or_no
        is_asked = is_asked or (_is_before_verb(slots.marks) and _ends_as_asked(slots))
        return found if is_asked or _is_by_now(slots) else None
    is_his = _is_before_verb(slots.marks) and not slots.has("filler", "we")
    return Measure.RECEIVABLE if is_his and _is_by_now(slots) else None


def _ends_as_asked(slots: Slots) -> bool:
    return any(mark.text == "?" for mark in slots.marks[-1:])


def _of_settled(slots: Slots, said: Mark) -> Measure:
    """Say whose debt it is by who has settled: we, whoever is named, or customers with us."""
    if slots.has("filler", "us"):
        return Measure.RECEIVABLE
    if slots.has("filler", "we") or fold(said.text).startswith(_SQUARE):
        return Measure.PAYABLE
    is_we = said.text.casefold().endswith(_OURS) and not _is_before_verb(slots.marks)
    return Measure.PAYABLE if is_we else Measure.RECEIVABLE


def _is_settled(mark: Mark) -> bool:
    is_paid = mark.is_of("measure", *_PAID, "owe")
    return is_paid and mark.text.casefold().removeprefix("ще ").startswith(_SETTLED)


def _is_before_verb(marks: tuple[Mark, ...]) -> bool:
    """Tell whether who is named stands before the verb: he has paid, and was not paid."""
    named = next((at for at, mark in enumerate(marks) if mark.section in _UNKNOWN), None)
    verb = next((at for at, mark in enumerate(marks) if mark.is_of("measure", *_PAID)), None)
    return named is not None and verb is not None and named < verb


def _is_by_now(slots: Slots) -> bool:
    """Tell whether it is asked whether all is paid by now: "yet", "уже", "has", "his order"."""
    said = [fold(mark.text) for mark in slots.marks if mark.section not in {"sign", "gap"}]
    is_perfect = bool(said) and said[0].split()[0] in _PERFECT
    is_now = any(fold(mark.text) in _BY_NOW for mark in slots.marks if mark.section == "filler")
    return is_perfect or is_now or slots.has("ask", "order")


def _is_owed_to(slots: Slots) -> bool:
    """Tell whether something is owed to who is named: "is owed to Vent-Service", "перед ким"."""
    is_to = any(
        one.text.casefold() in {"owed", "debt", "debts", "unpaid", "outstanding"}
        and two.text.casefold() in _OWED_TO
        for one, two in pairwise(slots.marks)
    )
    return is_to or any(fold(mark.text) in _BEFORE for mark in slots.marks)


def _has(words: Iterable[str], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words)


def is_accounted(slots: Slots) -> bool:
    """Tell whether an advance is said to be brought back: "чи здав Олег аванс"."""
    if slots.categories != (CashCategory.SALARY_ADVANCE,) or slots.has("ask", "how_much"):
        return False
    return any(mark.text.casefold().startswith(_ACCOUNTED) for mark in slots.marks)
