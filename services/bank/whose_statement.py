"""Whose statement it is: by its number, by what a person said of such files, or to be asked.

A file that names no account, or none in a known currency, is asked about once; the answer holds
for every file that says the same of itself. It is not taken where the file contradicts the
account's own lines or balances: then it is another account's, and asked about again.
"""

import datetime as dt
from dataclasses import dataclass

from services.bank.accepted_balances import accepted_through
from services.bank.bank_accounts import (
    FoundAccount,
    bare_number,
    find_accounts,
    open_account,
)
from services.bank.bank_names import has_number
from services.bank.bank_opening import first_statement, posted_opening
from services.bank.bank_ports import BankAccount
from services.bank.bank_types import ReadStatement
from services.bank.told_currency import told_in
from services.messages import Cause
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Chosen:
    """The account that a person, or an interface, says a statement is of."""

    account_id: int
    said: str | None = None
    """Only of statements that say this of themselves; None for all."""


@dataclass(frozen=True, slots=True)
class _New:
    number: str
    currency: str


def said_of_itself(read: ReadStatement) -> str:
    """Give what a statement says of its account, the same for every file of the same source."""
    number = bare_number(read.head.account or "")
    source = "" if number else f"{read.head.format}/{read.head.bank or ''}/{read.head.owner or ''}"
    return f"{number or source}|{read.currency or ''}"


def account_of(
    books: Books, read: ReadStatement, chosen: Chosen | None, cause: Cause
) -> FoundAccount | None:
    """Give the account of a statement, opening one for a number never seen; None must be asked."""
    match _whose(books, read, chosen):
        case _New(number, currency):
            opened = open_account(books, number, currency, read.head.bank, cause)
            return FoundAccount(opened, is_new=True)
        case BankAccount() as known:
            return FoundAccount(known, is_new=False)
        case None:
            return None


def is_unclear(books: Books, read: ReadStatement, chosen: Chosen | None) -> bool:
    """Tell whether a person has to say whose statement it is."""
    return _whose(books, read, chosen) is None


def _whose(books: Books, read: ReadStatement, chosen: Chosen | None) -> BankAccount | _New | None:
    said = said_of_itself(read)
    if chosen is not None and chosen.said in {None, said}:
        return next(
            (each for each in books.banks.accounts() if each.id == chosen.account_id), None
        )
    number = bare_number(read.head.account or "")
    known = find_accounts(books, number, read.currency) if number else ()
    if len(known) == 1:
        return known[0]
    named = set(books.banks.accounts_said(said))
    taught = [each for each in books.banks.accounts() if each.id in named]
    if known:
        taught = [each for each in taught if each in known]
    elif not number:
        taught = [each for each in taught if not _contradicts(books, each, read)]
    if len(taught) == 1:
        return taught[0]
    if not number or known or taught or read.currency is None or _nameless(books, read.currency):
        return None
    return _New(number, read.currency)


def _nameless(books: Books, currency: str) -> bool:
    """Tell whether an account waits for its number: the one that a file names may be that one."""
    return any(
        each.currency == currency and not has_number(each.number)
        for each in books.banks.accounts()
    )


def _contradicts(books: Books, account: BankAccount, read: ReadStatement) -> bool:
    """Tell whether a statement can hardly be of an account, by its opening or by its lines."""
    read = told_in(read, account.currency)
    opening, opened_on = read.head.opening, read.head.opened_on
    if opening is not None and opened_on is not None and first_statement(books, account):
        before = posted_opening(books, account).minor
        before += books.banks.sum_before(account.id, opened_on)
        before += accepted_through(books, account, opened_on)
        closings = {each.closing for each in books.banks.statements(account.id)}
        return opening.minor != before and opening not in closings
    return read.days is not None and _tells_other_lines(books, account, read, read.days)


def _tells_other_lines(
    books: Books, account: BankAccount, read: ReadStatement, days: tuple[dt.date, dt.date]
) -> bool:
    """Tell whether not one line is known of days that the account has whole.

    Its last day may have gone on since.
    """
    last = books.banks.last_line_on(account.id)
    if last is None:
        return False
    there = books.banks.lines_between(account.id, days[0], min(days[1], last - dt.timedelta(1)))
    known = {(each.line.booked_on, each.line.amount.minor) for each in there}
    told = {(each.booked_on, each.amount.minor) for each in read.booked}
    return bool(known) and known.isdisjoint(told)
