"""What a bank account held before its first line: posted once, put right when older lines come."""

from ledger.journal import JournalEntry, Origin, Posting
from ledger.money import Money
from services.bank_ports import BankAccount, BankStatement
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

OPENING = "bank-opening"
"""The source of opening entries; the external id is the account's key."""
_EQUITY = "equity.opening_balances"


def settle_opening(books: Books, account: BankAccount, cause: Cause) -> None:
    """Have the books begin with what the bank says the oldest statement began with."""
    first = first_statement(books, account)
    if first is None or first.opening is None or first.opened_on is None:
        return
    wanted = opening_of(books, account, first)
    told = books.journal.of_origin(OPENING, account.key)
    standing = next((each for each in told if each.reversed_by is None), None)
    if standing is not None:
        now = next(each for each in standing.entry.postings if each.account == account.key)
        if now.amount == wanted:
            return
        today = shop_of(books).day_of(cause.at)
        day = books.periods.open_books().booking_day(standing.entry.booked_on, today)
        take_back(books, standing, cause, booked_on=day.booked_on)
    if not wanted:
        return
    day = books.periods.open_books().booking_day(first.opened_on, shop_of(books).day_of(cause.at))
    mine, other = Posting(account.key, wanted), Posting(_EQUITY, -wanted)
    entry = JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=account.number,
        postings=(mine, other) if wanted.minor > 0 else (other, mine),
        origin=Origin(OPENING, account.key, len(told) + 1),
        replaces=None if standing is None else standing.number,
    )
    books.journal.add([entry], cause)


def first_statement(books: Books, account: BankAccount) -> BankStatement | None:
    """Give the oldest statement that tells what the account held before it."""
    told = [
        each
        for each in books.banks.statements(account.id)
        if each.opening is not None and each.opened_on is not None
    ]
    return min(told, key=lambda each: (each.opened_on, each.id), default=None)


def opening_of(books: Books, account: BankAccount, first: BankStatement) -> Money:
    """Give what the books must begin with, so that the oldest statement begins as it says.

    Lines from before it, told by something without balances, are in its opening already.
    """
    assert first.opening is not None  # noqa: S101 - asked for
    assert first.opened_on is not None  # noqa: S101 - asked for
    earlier = books.banks.sum_before(account.id, first.opened_on, but=first.id)
    return Money(first.opening.minor - earlier, account.currency)
