"""Which entry a correction names by its number, as the cards show it: "cancel No. 575"."""

import re
from dataclasses import dataclass, replace

from ledger.journal import PostedEntry
from parsing.reading import CashDraft, Correction
from services.cash_types import TypedCash
from services.corrections.correct_cash import told_at, told_lately
from services.people import Permission
from services.ports import Books

_SIGN = r"(?:№|\#|\bn[or]\.|\bномер\w*)"
_NUMBERED = re.compile(
    rf"(?:{_SIGN}|\b(?:entry|запис\w*|проведен\w*|проводк\w*)\s*{_SIGN}?)\s*(\d{{1,9}})(?![\d.,]*\d)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:замовлен|заказ|order|угод|сделк|рах|накладн|сч[её]т|invoice|bill|чек|receipt)\w*\.?\s*$",
    re.IGNORECASE,
)
"""What stands before the number of an order or a paper."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A correction that names its entry, without what was only the number."""

    correction: Correction
    entries: tuple[PostedEntry, ...]
    """What stands of it now; nothing when it was taken back, or there is none."""


def read_number(text: str, correction: Correction) -> int | None:
    """Give the number of the entry that a correction names, be it that there is none such.

    What is read as the new amount ("make the last entry 350") is no number, unless all of it goes.
    """
    found = {
        int(each[1])
        for each in _NUMBERED.finditer(text)
        if _OF_OTHERS.search(text[: each.start()]) is None
    }
    if len(found) != 1:
        return None
    (number,) = found
    is_amount = _is_amount(correction.change, number)
    return None if is_amount and not correction.is_cancelled else number


def numbered(books: Books, typed: TypedCash, correction: Correction) -> Numbered | None:
    """Find the entry that a correction names; None when it names none, or an order.

    An entry that he neither told lately nor may take back is none of his: a number that is an
    order's as well then means the order.
    """
    number = read_number(typed.text, correction)
    if number is None:
        return None
    own = told_lately(books, typed)
    is_own = any(each.number == number for each in own)
    if not is_own and any(each.entry.order_reference == str(number) for each in own):
        return None
    standing = told_at(books, typed, typed.message_id, (number,))
    is_his = is_own or typed.person.may(Permission.UNDO_ANY) or _told(standing, typed)
    if not is_his and books.documents.of_number(str(number)):
        return None
    return Numbered(_without(correction, number), standing)


def _told(standing: tuple[PostedEntry, ...], typed: TypedCash) -> bool:
    return any(each.decided_by == typed.person.actor for each in standing)


def _is_amount(change: CashDraft, number: int) -> bool:
    return change.amount is not None and change.amount.to_decimal() == number


def _without(correction: Correction, number: int) -> Correction:
    change = correction.change
    if _is_amount(change, number):
        change = replace(change, amount=None)
    if change.order_reference == str(number):
        change = replace(change, order_reference=None)
    return replace(correction, change=change, is_of_all=False)
