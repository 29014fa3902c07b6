"""The checklist of a closing, filled from the books: what is still open of each item."""

import datetime as dt
from collections.abc import Callable, Iterator

from ledger.days import Days
from ledger.places import place_of
from services.bank.bank_health import feed_of
from services.bank.bank_ports import BankAccount, BankStatement
from services.bank.bank_proof import books_on, gaps_of
from services.closing.closing_ports import Item, ItemFound
from services.exceptions.exception_ports import ExceptionState
from services.ports import Books
from services.posting import shop_of

_WAITING = frozenset({ExceptionState.OPEN, ExceptionState.SNOOZED})


def check_closing(books: Books, days: Days, now: dt.datetime) -> tuple[ItemFound, ...]:
    """Look through the books for what keeps some days from being closed."""
    accounts = _accounts_of(books, days)
    about: dict[Item, list[str]] = {
        Item.STATEMENTS: [each.key for each in accounts if not _is_told(books, each, days)],
        Item.BALANCES: [each.key for each in accounts if not _is_proved(books, each, days)],
        Item.TILLS: list(_uncounted(books, days)),
        Item.RATES: list(_without_rate(books, days)),
    }
    counts: dict[Item, Callable[[], int]] = {
        Item.UNFILED: lambda: sum(each.count for each in books.figures.unfiled(days)),
        Item.EXCEPTIONS: lambda: sum(
            each.state in _WAITING and each.since <= days.last
            for each in books.exceptions.standing()
        ),
        Item.QUESTIONS: lambda: _unanswered(books, days, now),
    }
    return tuple(
        ItemFound(item, len(about[item]), tuple(about[item]))
        if item in about
        else ItemFound(item, counts[item]())
        for item in Item
    )


def _accounts_of(books: Books, days: Days) -> list[BankAccount]:
    """Give the bank accounts that the books knew of by the last day."""
    used = _used(books, days)
    return [each for each in books.banks.accounts() if each.key in used]


def _used(books: Books, days: Days) -> frozenset[str]:
    rows = books.figures.at_end_of(days.last)
    return frozenset(row.account for row in rows if row.debit_minor or row.credit_minor)


def _is_told(books: Books, account: BankAccount, days: Days) -> bool:
    """Tell whether an account is told through the last day without a gap."""
    gaps = gaps_of(books, account)
    if any(each.after <= days.last and each.before >= days.first for each in gaps):
        return False
    feed, shop = feed_of(books, account), shop_of(books)
    if feed is not None and shop.day_of(feed.through) > days.last:
        return True
    ends = [each.closed_on for each in books.banks.statements(account.id) if each.closed_on]
    last_line = books.banks.last_line_on(account.id)
    return max([*ends, *([last_line] if last_line else [])], default=dt.date.min) >= days.last


def _is_proved(books: Books, account: BankAccount, days: Days) -> bool:
    """Tell whether the last balance that the bank told of those days is the books' own."""

    def ended(each: BankStatement) -> dt.date:
        return each.closed_on or dt.date.min

    told = [
        each
        for each in books.banks.statements(account.id)
        if each.closing is not None and ended(each) >= days.first
    ]
    within = [each for each in told if ended(each) <= days.last]
    last = max(within, key=ended, default=None) or min(told, key=ended, default=None)
    if last is None:
        feed = feed_of(books, account)
        return feed is not None and feed.told == books.balances.of(account.key, account.currency)
    return books_on(books, account, last) == last.closing


def _uncounted(books: Books, days: Days) -> Iterator[str]:
    """Give the tills that were not counted on the last day or after it."""
    shop = shop_of(books)
    used = _used(books, days)
    for till in books.accounts.tills():
        newest = books.counts.settled(till.key, answerable_id=None, limit=1, offset=0)
        counted = [each for each in newest if shop.day_of(each.settled_at) >= days.last]
        if till.key in used and not counted:
            yield till.key


def _without_rate(books: Books, days: Days) -> Iterator[str]:
    """Give the foreign currencies that are held at the end and have no rate."""
    base = shop_of(books).base_currency
    known = {each.currency for each in books.closings.rates(days.last)}
    held = {
        row.currency
        for row in books.figures.at_end_of(days.last)
        if place_of(row.account) is not None and row.balance
    }
    yield from sorted(held - known - {base})


def _unanswered(books: Books, days: Days, now: dt.datetime) -> int:
    """Count what waits for somebody: it may belong to those days."""
    shop = shop_of(books)
    drafts = [
        each
        for each in books.drafts.unanswered(now)
        if (each.known.booked_on or shop.day_of(each.asked_at)) <= days.last
    ]
    waiting = [
        each for each in books.approvals.waiting() if shop.day_of(each.asked_at) <= days.last
    ]
    return len(drafts) + len(waiting)
