"""Hear what is told of a holder of an advance: that he brought change back, that he spent."""

from dataclasses import replace
from typing import TypeVar

from ledger.advances import ADVANCES, SPENDABLE, spendable
from ledger.cash import CashDirection
from ledger.money import sum_money
from parsing.advances import SpentAndBack, reading_of, says_change_back, says_spent
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood
from services.account_for import AccountedFor, SpendingAsked, account_whole, new_spending
from services.advance_ports import SpendingKind, SpentItem
from services.advances import Holder, holder_named
from services.cash_types import TypedCash
from services.messages import Cause
from services.people import Permission
from services.ports import Books

Read = TypeVar("Read", bound=Reading)

_HELD_BY_WORDS = (Missing.DIRECTION, Missing.CATEGORY)


def as_change_back(books: Books, text: str, reading: Read) -> Read | Understood | Unclear:
    """Take money that a holder brings back, no more than he has, as coming from his advance."""
    told = _only(reading)
    is_meant = told is not None and told.counterparty and not told.against
    if told is None or not is_meant or not says_change_back(text):
        return reading
    is_out = told.direction is CashDirection.OUT and Missing.DIRECTION not in told.doubts
    holder = None if is_out else holder_named(books, told.counterparty)
    if holder is None or told.amount is None:
        return reading
    if told.amount.minor > holder.held(told.amount.currency).minor:
        return reading
    return reading_of([_from_holder(told, holder)])


def account_told(
    books: Books, typed: TypedCash, told: SpentAndBack | None, cause: Cause
) -> AccountedFor | None:
    """Account for an advance by what is told of it, if it comes to what its holder has, exactly.

    Who names nobody speaks of himself.
    """
    if told is None or books.journal.of_message(typed.chat_id, typed.message_id):
        return None
    holder = holder_named(books, told.name or typed.person.name)
    if holder is None or not typed.person.may(Permission.RECORD_CASH):
        return None
    items = [
        SpentItem(spendable(each.category or holder.last_category), each.amount)
        for each in told.spent
        if each.amount is not None
    ]
    currency = told.back.currency
    if any(each.amount.currency != currency for each in items):
        return None
    total = sum_money([told.back, *(each.amount for each in items)], currency)
    if total != holder.held(currency):
        return None
    return account_whole(books, typed, holder, items, told.back, cause)


def ask_whose_money(
    books: Books, typed: TypedCash, reading: Reading, cause: Cause
) -> SpendingAsked | None:
    """Ask whether somebody who holds an advance has spent of it, or the till paid."""
    told = _only(reading)
    if told is None or not told.counterparty or told.against or told.amount is None:
        return None
    is_spent = told.direction is CashDirection.OUT and told.category in SPENDABLE
    if not is_spent or not says_spent(typed.text):
        return None
    if books.journal.of_message(typed.chat_id, typed.message_id):
        return None
    holder = holder_named(books, told.counterparty)
    if holder is None or not holder.held(told.amount.currency).minor > 0:
        return None
    items = (SpentItem(told.category, told.amount),)
    spending = new_spending(typed, SpendingKind.TOLD, holder, items, cause)
    return SpendingAsked(books.advances.ask(spending), holder)


def _from_holder(told: CashDraft, holder: Holder) -> CashDraft:
    return replace(
        told,
        direction=CashDirection.IN,
        category=spendable(holder.last_category),
        counterparty=holder.name,
        doubts=tuple(each for each in told.doubts if each not in _HELD_BY_WORDS),
        remembered=(),
        against=ADVANCES,
    )


def _only(reading: Reading) -> CashDraft | None:
    """Give the operation of a message that tells of one alone."""
    if isinstance(reading, Understood | Unclear) and len(reading.drafts) == 1:
        return reading.drafts[0]
    return None
