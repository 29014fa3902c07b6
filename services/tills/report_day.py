"""The cash of one day, from the books."""

import datetime as dt
from collections.abc import Callable, Iterable

from reports.day import CashMovement, DayReport, TillOpening, summarise_day
from reports.norm import Norm, norm_of
from services.book_ports import TillMovement
from services.ports import Books
from services.posting import shop_of

NORM_WEEKS = 4


def report_day(books: Books, day: dt.date) -> DayReport:
    """Sum up what the tills did on a day of the shop."""
    tills = [account.key for account in books.accounts.chart() if account.is_till]
    openings = [TillOpening(row.account, row.balance) for row in books.balances.before(day, tills)]
    movements = [_movement(moved) for moved in books.journal.till_movements(day)]
    return summarise_day(day, openings=openings, movements=movements)


def usual_day(books: Books, day: dt.date, now: dt.datetime) -> Norm | None:
    """Give what this weekday usually comes to in the shop's currency.

    Of a day that is not over only as much of the earlier ones counts as its clock has come to.

    Args:
        books: the open books.
        day: a day of the shop.
        now: the moment, aware.
    """
    shop = shop_of(books)
    clock = shop.local(now).time() if day == shop.day_of(now) else dt.time.max
    nets = []
    for back in range(1, NORM_WEEKS + 1):
        before = day - dt.timedelta(weeks=back)
        told = _until(books.journal.till_movements(before), clock, shop.local)
        report = summarise_day(before, openings=(), movements=told)
        found = report.currency(shop.base_currency)
        if found.operation_count:
            nets.append(found.net)
    return norm_of(nets)


def _until(
    moved: Iterable[TillMovement], clock: dt.time, local: Callable[[dt.datetime], dt.datetime]
) -> list[CashMovement]:
    return [
        _movement(each) for each in moved if local(each.posted.entry.occurred_at).time() <= clock
    ]


def _movement(moved: TillMovement) -> CashMovement:
    entry = moved.posted.entry
    return CashMovement(
        entry_number=moved.posted.number,
        occurred_at=entry.occurred_at,
        till=moved.till,
        amount=moved.amount,
        category=entry.category,
        narration=entry.narration,
        counterparty=entry.counterparty,
        reverses=entry.reverses,
    )
