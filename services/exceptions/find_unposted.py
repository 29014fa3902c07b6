"""What came in and is in no account yet: lines in suspense, CRM records that can't be read."""

import datetime as dt
from collections.abc import Iterator

from categorisation.rules import Kind
from ledger.money import Money, sum_money
from services.bank.bank_ports import BankLine
from services.exceptions.exception_kinds import NOT_POSTED
from services.exceptions.exception_ports import ExceptionItem
from services.filing.filing_ports import FilingState
from services.ports import Books
from services.posting import shop_of

OPEN_DAYS = 3
"""So long a line may wait to be filed."""
LEFT_DAYS = 7
"""So long a line may wait for what it is matched with; money takes days between accounts."""
_ODD_MAX = 20
_EVEN_OUT = frozenset({Kind.OWN_TRANSFER.value})
"""What stands in suspense with two lines that come to nothing."""
_SHOWN_MAX = 20


def find_unposted(books: Books, at: dt.datetime) -> Iterator[ExceptionItem]:
    """Tell of each bank account's lines together, and of each CRM record."""
    today, waiting = shop_of(books).day_of(at), _waiting(books, at)
    for account in books.banks.accounts():
        lines = [each for each in waiting if each.account_id == account.id]
        if lines:
            yield ExceptionItem(
                kind=NOT_POSTED,
                records=(
                    f"account:{account.id}:",
                    *(f"bank:{each.id}" for each in lines[:_SHOWN_MAX]),
                ),
                amount=sum_money([abs(each.line.amount) for each in lines], account.currency),
                since=min(each.line.booked_on for each in lines),
                cause="in_suspense",
                step="file_lines",
            )
    yield from _odd(books, today)


def _waiting(books: Books, at: dt.datetime) -> list[BankLine]:
    """Give the lines that have been in suspense for too long, and of which nothing is said."""
    today, told = shop_of(books).day_of(at), _told_of(books)
    return [
        line
        for state, days in ((FilingState.OPEN, OPEN_DAYS), (FilingState.LEFT, LEFT_DAYS))
        for line in books.banks.find_lines(
            [e.line_id for e in books.filings.of_state(state) if e.category not in _EVEN_OUT]
        )
        if (today - line.line.booked_on).days > days and f"bank:{line.id}" not in told
    ]


def _told_of(books: Books) -> frozenset[str]:
    """Give what something else is said of already."""
    standing = books.exceptions.standing()
    return frozenset(k for each in standing if each.kind != NOT_POSTED for k in each.records)


def _odd(books: Books, today: dt.date) -> Iterator[ExceptionItem]:
    for connection in books.crm.connections():
        for each in books.crm.odd(connection.name, _ODD_MAX):
            yield ExceptionItem(
                kind=NOT_POSTED,
                records=(f"crm:{connection.name}:{each.entity}:{each.id}",),
                amount=Money.zero(shop_of(books).base_currency),
                since=today,
                cause="unreadable",
                step="mend_record",
            )
