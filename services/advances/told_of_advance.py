"""Hear what is told of a holder of an advance: that he brought change back, that he spent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from ledger.advances import ADVANCES, SPENDABLE, is_of_advances, spendable
from ledger.cash import CashDirection
from ledger.journal import PostedEntry
from ledger.money import Money, sum_money
from parsing.advances import SpentAndBack, reading_of, says_change_back, says_spent
from parsing.reading import CashDraft, Correction, Missing, Reading, Unclear, Understood
from services.advances.account_for import (
    SOURCE,
    AccountedFor,
    SpendingAsked,
    new_spending,
    report_spent,
    spent_and_back,
)
from services.advances.advance_ports import SpendingKind, SpentItem
from services.advances.advances import Holder, holder_named, holder_of
from services.cash_types import TypedCash
from services.corrections.correct_cash import REACH
from services.corrections.named_by import names_something
from services.messages import Cause
from services.people import Permission
from services.ports import Books

Read = TypeVar("Read", bound=Reading)


@dataclass(frozen=True, slots=True)
class MoreThanHeld:
    """Nothing was posted: receipts and change come to more than he was given."""

    holder: Holder
    total: Money
    held: Money


@dataclass(frozen=True, slots=True)
class ReceiptsMeant:
    """What is to be put right are receipts: they are taken back one by one and told anew."""

    posted: tuple[PostedEntry, ...]


AccountTold: TypeAlias = AccountedFor | SpendingAsked | MoreThanHeld

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
    books: Books,
    typed: TypedCash,
    told: SpentAndBack | None,
    cause: Cause,
    *,
    among: Sequence[PostedEntry] = (),
) -> AccountTold | None:
    """Account for an advance by what is told of it.

    Without a word of receipts it must come to what its holder has, exactly: a customer buys and
    gets change in the same words. Who names nobody speaks of himself, or of the holder whose entry
    he replies to.

    Args:
        books: the open books.
        typed: the message.
        told: what it says of spent money, if it says anything of it.
        cause: who, because of which update, when.
        among: the entries that it replies to.
    """
    if told is None or books.journal.of_message(typed.chat_id, typed.message_id):
        return None
    holder = _holder_meant(books, typed, told, among)
    amounts = [each.amount for each in told.spent if each.amount is not None]
    currency = amounts[0].currency
    amounts += [] if told.back is None else [told.back]
    if holder is None or any(each.currency != currency for each in amounts):
        return None
    total, held = sum_money(amounts, currency), holder.held(currency)
    is_all = total == held or told.has_receipts
    if not (is_all and held.minor > 0 and typed.person.may(Permission.RECORD_CASH)):
        return None
    return _accounted(books, typed, holder, told, total, cause)


def _accounted(
    books: Books,
    typed: TypedCash,
    holder: Holder,
    told: SpentAndBack,
    total: Money,
    cause: Cause,
) -> AccountTold | None:
    items = [
        SpentItem(spendable(each.category or holder.last_category), each.amount)
        for each in told.spent
        if each.amount is not None
    ]
    held = holder.held(total.currency)
    if told.back is not None and total.minor > held.minor:
        return MoreThanHeld(holder, total, held)
    if told.back is not None:
        return spent_and_back(books, typed, holder, items, told.back, cause)
    accounted = report_spent(books, typed, holder.number, items, cause)
    return accounted if isinstance(accounted, AccountedFor | SpendingAsked) else None


def _holder_meant(
    books: Books, typed: TypedCash, told: SpentAndBack, among: Sequence[PostedEntry]
) -> Holder | None:
    given = [each for each in among if is_of_advances(each.entry)]
    if told.name is None and given:
        return holder_of(books, given[0].number)
    return holder_named(books, told.name or typed.person.name)


def receipts_meant(
    books: Books, typed: TypedCash, correction: Correction, told: Sequence[PostedEntry]
) -> ReceiptsMeant | None:
    """Give the receipts that a person told after all else, if a correction names nothing else."""
    if names_something(correction) or correction.instead_of is not None:
        return None
    newest = told[0].number if told else 0
    own = [each for each in _receipts_of(books, typed) if each.number > newest]
    events = [_event_of(each) for each in own]
    return ReceiptsMeant(tuple(e for e in own if _event_of(e) == events[-1])) if own else None


def receipts_in(books: Books, typed: TypedCash) -> ReceiptsMeant | None:
    """Give the receipts that a message told, by its moment; None when it told none."""
    own = [each for each in _receipts_of(books, typed) if each.entry.occurred_at == typed.told_at]
    return ReceiptsMeant(tuple(own)) if own else None


def _receipts_of(books: Books, typed: TypedCash) -> list[PostedEntry]:
    moved = [
        each
        for each in books.advances.moved()
        if each.is_standing
        and each.amount.minor < 0
        and each.decided_by == typed.person.actor
        and each.occurred_at >= typed.told_at - REACH
    ]
    found = [books.journal.find(each.number) for each in moved]
    return [each for each in found if each is not None and each.entry.origin.source == SOURCE]


def _event_of(posted: PostedEntry) -> str:
    return posted.entry.origin.external_id.partition("#")[0]


def ask_whose_money(
    books: Books, typed: TypedCash, reading: Reading, cause: Cause
) -> SpendingAsked | None:
    """Ask whether somebody who holds an advance has spent of it, or the till paid."""
    told = _only(reading)
    if told is None or not told.counterparty or told.against or told.amount is None:
        return None
    can_be_spent = told.category is None or told.category in SPENDABLE
    if told.direction is not CashDirection.OUT or not can_be_spent or not says_spent(typed.text):
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
