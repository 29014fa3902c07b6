"""What a person does about a balance that no statement explains: takes it, or brings the days."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.money import Money
from services.bank.accepted_balances import (
    TakenBalance,
    post_balance,
    take_balance_back,
)
from services.bank.bank_ports import BankAccount
from services.bank.bank_proof import open_balances, taken_balances
from services.bank.bank_types import OpenBalance
from services.cash_types import NotAllowed, StaleAnswer
from services.exceptions.exception_kinds import LEDGER_DIFFERS, STATEMENT_GAP
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.find_bank_faults import fault_of
from services.exceptions.resolve_exception import AboveLimit, close_exception
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

WAITS = dt.timedelta(days=3)
"""So long nobody is asked again for a statement that somebody wants to bring."""


@dataclass(frozen=True, slots=True)
class BalanceTaken:
    """A balance stands on somebody's word from now on."""

    taken: TakenBalance
    closed: tuple[ExceptionItem, ...]


@dataclass(frozen=True, slots=True)
class BalanceOpen:
    """It is open again."""

    taken: TakenBalance


@dataclass(frozen=True, slots=True)
class StatementAwaited:
    """Somebody brings the statement; until a day nobody asks."""

    balance: OpenBalance
    until: dt.date


def balance_of(item: ExceptionItem, books: Books) -> OpenBalance | None:
    """Give the balance that an exception is about, if a person's word can settle it."""
    if item.kind not in {STATEMENT_GAP, LEDGER_DIFFERS}:
        return None
    _, account_id, day = item.about.split(":", 2)
    return _find(books, int(account_id), dt.date.fromisoformat(day) if day else None)


def accept_balance(
    books: Books, account_id: int, day: dt.date | None, person: Person, cause: Cause
) -> BalanceTaken | NotAllowed | StaleAnswer | AboveLimit:
    """Take a balance as the bank tells it, though no statement explains it.

    What moved unseen is bounded by what the person's role may pay out by itself; what an account
    began with is not: nothing has moved.

    Args:
        books: the open books.
        account_id: the bank account.
        day: that of the statement that begins otherwise; None for what the account began with.
        person: on whose word.
        cause: because of what, when.
    """
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    found = _find(books, account_id, day)
    if found is None:
        return StaleAnswer()
    limit = books.limits.of(person.role, found.amount.currency)
    most = None if limit is None else limit.per_payout
    if day is not None and most is not None and most < abs(found.amount):
        return AboveLimit(most)
    posted = post_balance(books, found, cause)
    if posted is None:
        return StaleAnswer()
    _told_of(books, posted.number, found.account, "accept_balance", found.amount, cause)
    event = ExceptionEvent(Happened.ACCEPTED, person.actor, cause.at, str(found.amount))
    closed = tuple(close_exception(books, each, event) for each in _standing(books, found))
    return BalanceTaken(TakenBalance(found.account, found.amount, posted, day), closed)


def reopen_balance(
    books: Books, account_id: int, day: dt.date | None, person: Person, cause: Cause
) -> BalanceOpen | NotAllowed | StaleAnswer:
    """Take back what was accepted; it is asked about again."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    account = _account(books, account_id)
    taken = () if account is None else taken_balances(books, account)
    found = next((each for each in taken if each.day == day), None)
    if found is None:
        return StaleAnswer()
    take_balance_back(books, found.posted, cause)
    _told_of(books, found.posted.number, found.account, "reopen_balance", found.amount, cause)
    return BalanceOpen(found)


def await_statement(
    books: Books, account_id: int, day: dt.date | None, person: Person, cause: Cause
) -> StatementAwaited | NotAllowed | StaleAnswer:
    """Leave it open for some days: the person brings the statement."""
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    found = _find(books, account_id, day)
    if found is None:
        return StaleAnswer()
    standing = list(_standing(books, found))
    if not standing:
        # The look through the books is still to come: it would ask at once.
        opened = ExceptionEvent(Happened.OPENED, person.actor, cause.at)
        books.exceptions.add([fault_of(found)], opened)
        standing = list(_standing(books, found))
    until = shop_of(books).day_of(cause.at) + WAITS
    event = ExceptionEvent(Happened.SNOOZED, person.actor, cause.at, until.isoformat())
    for each in standing:
        late = replace(each, state=ExceptionState.SNOOZED, snoozed_until=until)
        books.exceptions.change(late, event)
    return StatementAwaited(found, until)


def _account(books: Books, account_id: int) -> BankAccount | None:
    return next((each for each in books.banks.accounts() if each.id == account_id), None)


def _find(books: Books, account_id: int, day: dt.date | None) -> OpenBalance | None:
    account = _account(books, account_id)
    found = () if account is None else open_balances(books, account)
    days = ((each.gap and each.gap.before, each) for each in found)
    return next((each for on, each in days if on == day), None)


def _standing(books: Books, found: OpenBalance) -> Iterator[ExceptionItem]:
    fault = fault_of(found)
    for each in books.exceptions.standing_about([fault.about]):
        if each.kind == fault.kind:
            yield each


def _told_of(
    books: Books, number: int, account: BankAccount, what: str, amount: Money, cause: Cause
) -> None:
    change: dict[str, str | int | bool | None]
    change = {"account": account.key, "amount": str(amount), "entry": number}
    books.audit.record(cause, what=what, subject=f"account:{account.key}", change=change)
