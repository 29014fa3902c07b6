"""What a bank account held before its first line: posted once, put right when more is known.

Older lines begin the books earlier. And a first statement may have lacked lines of its own days: a
page of a bank's interface that ended early. What was held before it was reckoned from its end, so
it is wrong by just these lines; the statement that tells them tells the opening too.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate

from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from ledger.money import Money
from services.bank.bank_ports import BankAccount
from services.bank.bank_types import OpeningMoved, ReadStatement
from services.bank.told_balances import ToldOpening, opening_told
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

OPENING = "bank-opening"
"""The source of opening entries; the external id is the account's key."""
EQUITY = "equity.opening_balances"
"""What opening balances stand against: no income, no expense."""


def settle_opening(books: Books, account: BankAccount, cause: Cause) -> OpeningMoved | None:
    """Have the books begin with what the bank's statements prove; say what that changed."""
    first = first_statement(books, account)
    if first is None:
        return None
    before = posted_opening(books, account)
    now = _proved_opening(books, account, first, before)
    if now == before:
        return None
    begin_with(books, account, first.opened_on, now, cause)
    return OpeningMoved(before, now)


@dataclass(frozen=True, slots=True)
class OpeningPutRight:
    """An account's opening as it was last posted anew, or taken back."""

    moved: OpeningMoved
    at: dt.datetime
    number: int
    """Of the entry that did it."""
    by: str
    """Who had the statement read: "person:12", "system:bank_puller"."""


def opening_put_right(books: Books, account: BankAccount) -> OpeningPutRight | None:
    """Give how an account's opening was last put right; None where it never was."""
    told = books.journal.of_origin(OPENING, account.key)
    if not told:
        return None
    last = told[-1]
    by: PostedEntry | None
    before: PostedEntry | None
    if last.reversed_by is not None:
        before, now = last, Money.zero(account.currency)
        by = books.journal.find(last.reversed_by)
    else:
        before = next((each for each in told if each.number == last.entry.replaces), None)
        by, now = last, sum_in(last, account)
    if by is None or before is None:
        return None
    moved = OpeningMoved(sum_in(before, account), now)
    return OpeningPutRight(moved, by.recorded_at, by.number, by.decided_by)


def first_statement(books: Books, account: BankAccount) -> ToldOpening | None:
    """Give the oldest statement that tells what the account held before it."""
    told = filter(None, map(opening_told, books.banks.statements(account.id)))
    return min(told, key=lambda each: (each.opened_on, each.statement_id), default=None)


def posted_opening(books: Books, account: BankAccount) -> Money:
    """Give what the account's books begin with."""
    standing = standing_opening(books, account)
    return Money.zero(account.currency) if standing is None else sum_in(standing, account)


def sum_in(posted: PostedEntry, account: BankAccount) -> Money:
    """Give what an entry did to a bank account."""
    return next(each.amount for each in posted.entry.postings if each.account == account.key)


def standing_opening(books: Books, account: BankAccount) -> PostedEntry | None:
    """Give the entry that an account's books begin with; None where there is none."""
    told = books.journal.of_origin(OPENING, account.key)
    return next((each for each in told if each.reversed_by is None), None)


def begin_with(
    books: Books, account: BankAccount, on: dt.date, opening: Money, cause: Cause
) -> None:
    """Post what an account began with, in place of what stood there."""
    open_books, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    told, standing = (
        books.journal.of_origin(OPENING, account.key),
        standing_opening(books, account),
    )
    if standing is not None:
        day = open_books.booking_day(standing.entry.booked_on, today)
        take_back(books, standing, cause, booked_on=day.booked_on)
    if not opening:
        return
    day = open_books.booking_day(on, today)
    mine, other = Posting(account.key, opening), Posting(EQUITY, -opening)
    entry = JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=account.number,
        postings=(mine, other) if opening.minor > 0 else (other, mine),
        origin=Origin(OPENING, account.key, len(told) + 1),
        replaces=None if standing is None else standing.number,
    )
    books.journal.add([entry], cause)


def contradicts_opening(books: Books, account: BankAccount, read: ReadStatement) -> bool:
    """Tell whether a statement of the first one's days says that the books began with another sum.

    It is asked before the statement is kept, and of nothing that begins earlier: that moves the
    opening anyway.
    """
    first, head = first_statement(books, account), read.head
    if first is None or first.closed_on is None or head.opening is None or head.opened_on is None:
        return False
    if head.opened_on > first.closed_on:
        return False
    earlier = books.banks.sum_before(account.id, head.opened_on)
    return head.opening.minor - earlier != posted_opening(books, account).minor


def _proved_opening(
    books: Books, account: BankAccount, first: ToldOpening, posted: Money
) -> Money:
    """Give what the books must begin with, so that the oldest statement begins as it says.

    If it left out lines of its own days, the one that tells them counts, where both openings are
    apart by just these lines, or by the older of them: what came after the first one's end is not
    in it. An opening that was put right so stays.
    """
    told = _opening_by(books, account, first)
    if first.closed_on is None:
        return told
    for other in filter(None, map(opening_told, books.banks.statements(account.id))):
        is_later = other.statement_id > first.statement_id and other.scheme == first.scheme
        if is_later and other.opened_on <= first.closed_on:
            proved = _opening_by(books, account, other)
            left_out = _left_out(books, first.statement_id, first.closed_on, other.statement_id)
            apart = told.minor - proved.minor
            if left_out and (proved == posted or apart in accumulate(left_out)):
                return proved
    return told


def _opening_by(books: Books, account: BankAccount, told: ToldOpening) -> Money:
    """Give what the books must begin with, so that a statement begins as it says.

    Lines from before it, told by something without balances, are in its opening already.
    """
    earlier = books.banks.sum_before(account.id, told.opened_on, but=told.statement_id)
    return Money(told.opening.minor - earlier, account.currency)


def _left_out(books: Books, first_id: int, closed_on: dt.date, other_id: int) -> list[int]:
    """Give what a statement tells of the first one's days and that one did not, in order."""
    told = books.banks.lines_of([first_id, other_id])
    late = told.get(other_id, frozenset()) - told.get(first_id, frozenset())
    return [
        each.line.amount.minor
        for each in books.banks.find_lines(late)
        if not each.line.is_pending and each.line.booked_on <= closed_on
    ]
