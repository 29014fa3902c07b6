"""The cash book of some days, from the books."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.accounts import Chart
from ledger.money import Money
from reports.cash_book import BookLine, CashBook, TillBookBuilder
from services.book_ports import TillMovement
from services.ports import Books
from services.posting import shop_of
from services.told_by import Tellers, tellers

LINES_MAX = 50_000
"""A file of more lines than this is of no use to anybody, and too large to send."""

_Key = tuple[str, str]
"""A till and a currency."""


@dataclass(frozen=True, slots=True)
class TooManyLines:
    """These days have more than one file can tell."""

    lines_max: int


def cash_book(books: Books, first: dt.date, last: dt.date) -> CashBook | TooManyLines:
    """Write up what each till did from a day to a day, both included.

    Only the days that are asked for are read, one at a time.
    """
    chart = books.accounts.chart()
    builders = _openings(books, chart, first)
    known = tellers(books)
    for count, moved in enumerate(_movements(books, first, last), start=1):
        if count > LINES_MAX:
            return TooManyLines(LINES_MAX)
        key = (moved.till, moved.amount.currency)
        if key not in builders:
            builders[key] = TillBookBuilder(*key, Money.zero(key[1]))
        builder = builders[key]
        builder.add(_line(moved, builder.balance + moved.amount, chart, known))
    order = [account.key for account in chart if account.is_till]
    base = shop_of(books).base_currency
    ordered = sorted(builders, key=lambda key: (order.index(key[0]), key[1] != base, key[1]))
    return CashBook(first, last, tuple(builders[key].book() for key in ordered))


def _openings(books: Books, chart: Chart, first: dt.date) -> dict[_Key, TillBookBuilder]:
    """Begin with what each till had; an open till has at least nothing of the shop's money."""
    tills = [account for account in chart if account.is_till]
    base = shop_of(books).base_currency
    held = {(each.key, base): Money.zero(base) for each in tills if each.is_open}
    for row in books.balances.before(first, [each.key for each in tills]):
        key = (row.account, row.currency)
        if row.balance or key in held:
            held[key] = row.balance
    return {key: TillBookBuilder(*key, balance) for key, balance in held.items()}


def _movements(books: Books, first: dt.date, last: dt.date) -> Iterator[TillMovement]:
    day = first
    while day <= last:
        yield from books.journal.till_movements(day)
        day += dt.timedelta(days=1)


def _line(moved: TillMovement, balance: Money, chart: Chart, known: Tellers) -> BookLine:
    posted, entry = moved.posted, moved.posted.entry
    teller = known.of(posted)
    others = dict.fromkeys(leg.account for leg in entry.postings if leg.account != moved.till)
    return BookLine(
        number=posted.number,
        booked_on=entry.booked_on,
        belongs_on=entry.belongs_on,
        amount=moved.amount,
        balance=balance,
        category=entry.category,
        account_code=", ".join(chart[key].code for key in others),
        counterparty=entry.counterparty,
        order_reference=entry.order_reference,
        narration=entry.narration,
        told_by=None if teller is None else teller.name,
        reversed_by=posted.reversed_by,
        reverses=entry.reverses,
        replaces=entry.replaces,
    )
