"""Balances that stand on a person's word where no statement explains them.

Between two statements money moved that no file tells, or a first file tells where it ends and not
where it began. Whoever may takes the bank's balance as it is: one entry against the opening
balances, which goes by itself once a statement tells these days after all.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money
from services.bank.bank_opening import (
    EQUITY,
    begin_with,
    first_statement,
    standing_opening,
    sum_in,
)
from services.bank.bank_ports import BankAccount, BankStatement
from services.bank.bank_types import OpenBalance
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

ACCEPTED = "bank-accepted"
"""The source of entries for what moved between statements; the external id has account and day."""


@dataclass(frozen=True, slots=True)
class TakenBalance:
    """A balance that stands on somebody's word."""

    account: BankAccount
    amount: Money
    posted: PostedEntry
    day: dt.date | None
    """The day of the statement that began otherwise; None for what the account began with."""


def accepted_by_day(books: Books, account: BankAccount) -> Mapping[dt.date, PostedEntry]:
    """Give the entries that stand for what moved before statements, by the statements' days."""
    days = {each.opened_on for each in books.banks.statements(account.id) if each.opened_on}
    told = books.journal.of_origins(ACCEPTED, [_id_of(account, day) for day in days])
    standing = {
        key: next((each for each in entries if each.reversed_by is None), None)
        for key, entries in told.items()
    }
    return {
        day: posted
        for day in sorted(days)
        if (posted := standing.get(_id_of(account, day))) is not None
    }


def accepted_through(books: Books, account: BankAccount, day: dt.date) -> int:
    """Add up what was accepted until a day, in minor units."""
    taken = accepted_by_day(books, account)
    return sum(sum_in(each, account).minor for on, each in taken.items() if on <= day)


def post_balance(books: Books, open_balance: OpenBalance, cause: Cause) -> PostedEntry | None:
    """Take a balance as the bank tells it; give the entry that stands for it."""
    account, gap, amount = open_balance.account, open_balance.gap, open_balance.amount
    if gap is None:
        begin_with(books, account, open_balance.since, amount, cause)
        return standing_opening(books, account)
    key, today = _id_of(account, gap.before), shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(gap.before, today)
    mine, other = Posting(account.key, amount), Posting(EQUITY, -amount)
    entry = JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=f"{account.number}: {gap.after.isoformat()} / {gap.before.isoformat()}",
        postings=(mine, other) if amount.minor > 0 else (other, mine),
        origin=Origin(ACCEPTED, key, len(books.journal.of_origin(ACCEPTED, key)) + 1),
    )
    return books.journal.add([entry], cause)[0]


def take_balance_back(books: Books, posted: PostedEntry, cause: Cause) -> None:
    """Take an accepted balance back: what it stood for is open again, or told by a statement."""
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(posted.entry.booked_on, today)
    take_back(books, posted, cause, booked_on=day.booked_on)


def opening_on_word(books: Books, account: BankAccount) -> PostedEntry | None:
    """Give the opening that stands on somebody's word: no statement has told one."""
    is_proved = first_statement(books, account) is not None
    return None if is_proved else standing_opening(books, account)


def unknown_opening(books: Books, account: BankAccount) -> OpenBalance | None:
    """Give what an account must have begun with, by where its last statement ends.

    None where a statement tells the opening itself, where one stands already, or nothing is told.
    """
    if first_statement(books, account) is not None or standing_opening(books, account) is not None:
        return None
    last = last_closing(books, account)
    if last is None or last.closing is None or last.closed_on is None:
        return None
    through = books.banks.sum_through(account.id, last.closed_on)
    amount = Money(last.closing.minor - through, account.currency)
    begun = [each.opened_on for each in books.banks.statements(account.id) if each.opened_on]
    return OpenBalance(account, amount, min([*begun, last.closed_on]), None) if amount else None


def last_closing(books: Books, account: BankAccount) -> BankStatement | None:
    """Give the statement that tells the newest balance."""
    told = [
        each
        for each in books.banks.statements(account.id)
        if each.closing is not None and each.closed_on is not None
    ]
    return max(told, key=lambda each: (each.closed_on, each.id), default=None)


def _id_of(account: BankAccount, day: dt.date) -> str:
    return f"{account.key}@{day.isoformat()}"
