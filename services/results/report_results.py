"""The result of any days of the shop, from what the books keep summed."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ledger.accounts import Chart
from ledger.days import Days
from ledger.money import Money
from reports.norm import Norm, norm_of
from reports.plan import planned_part
from reports.results import RETURNS, SALES, AccountMoved, Results, Unfiled, results_of
from reports.told_results import ChannelSales, ToldResults
from services.book_ports import BalanceRow
from services.ports import Books
from services.posting import shop_of
from services.results.figure_ports import By, FactFilter
from services.results.sources_seen import sources_seen, unsettled

NORM_WEEKS = 4


def report_results(books: Books, days: Days) -> Results:
    """Sum up some days, unfiled bank lines told apart."""
    return _results(books, books.accounts.chart(), days)


def tell_results(books: Books, days: Days, now: dt.datetime) -> ToldResults:
    """Sum up some days with what they are held against."""
    shop, chart = shop_of(books), books.accounts.chart()
    before = days.before()
    is_running = days == Days.one(shop.day_of(now))
    return ToldResults(
        results=_results(books, chart, days),
        before=results_of(before, moved=_moved(chart, books.figures.turnovers(before))),
        norm=_usual_result(books, chart, days.first, now) if days.is_one else None,
        as_of=shop.local(now),
        sources=sources_seen(books, now),
        unsettled=unsettled(books, days, now),
        base_currency=shop.base_currency,
        channels=_channels(books, days),
        plan=planned_part(days, books.plans.within(days)),
        late=tuple(books.told_days.late_facts(days)),
        is_running=is_running,
    )


def _channels(books: Books, days: Days) -> tuple[ChannelSales, ...]:
    """Give sales and refunds by channel; nothing where no document names one."""
    if books.documents.posted_from() is None:
        return ()

    def by_channel(account: str) -> dict[tuple[str | None, str], int]:
        sums = books.figures.sums(FactFilter(days, (account,)), By.CHANNEL)
        return {(each.key, each.amount.currency): each.amount.minor for each in sums}

    sold, back = by_channel(SALES), by_channel(RETURNS)
    if not any(channel for channel, _ in {*sold, *back}):
        return ()
    found = [
        ChannelSales(
            channel,
            Money(-sold.get((channel, currency), 0), currency),
            Money(back.get((channel, currency), 0), currency),
        )
        for channel, currency in {*sold, *back}
    ]
    return tuple(sorted(found, key=lambda each: (-each.sales.minor, each.channel or "")))


def turnover_results(books: Books, days: Days, until: dt.datetime | None = None) -> Results:
    """Sum up what was earned and spent, without what is on hand: to hold others against.

    Args:
        books: the open books.
        days: the days.
        until: the moment of a single day after which nothing counts.
    """
    chart, figures = books.accounts.chart(), books.figures
    rows = figures.turnovers(days) if until is None else figures.until(days.first, until)
    return results_of(days, moved=_moved(chart, rows))


def each_day_results(books: Books, days: Sequence[dt.date]) -> Mapping[dt.date, Results]:
    """Sum up what was earned and spent on each of some single days; empty days are left out."""
    chart = books.accounts.chart()
    return {
        day: results_of(Days.one(day), moved=_moved(chart, rows))
        for day, rows in books.figures.on_each(days).items()
    }


def _results(books: Books, chart: Chart, days: Days) -> Results:
    figures = books.figures
    return results_of(
        days,
        moved=_moved(chart, figures.turnovers(days)),
        taken_back=_moved(chart, figures.taken_back(days)),
        at_end=_moved(chart, figures.at_end_of(days.last)),
        unfiled=[
            Unfiled(each.count, each.money_in, each.money_out) for each in figures.unfiled(days)
        ],
    )


def _usual_result(books: Books, chart: Chart, day: dt.date, now: dt.datetime) -> Norm | None:
    """Give what this weekday usually comes to by accrual, in the shop's currency.

    Of a day that is not over only as much of the earlier ones counts as its clock has come to.
    """
    shop = shop_of(books)
    weeks = [day - dt.timedelta(weeks=back) for back in range(1, NORM_WEEKS + 1)]
    if day == shop.day_of(now):
        local = shop.local(now)
        moved: Mapping[dt.date, Sequence[BalanceRow]] = {
            each: books.figures.until(each, dt.datetime.combine(each, local.time(), local.tzinfo))
            for each in weeks
        }
    else:
        moved = books.figures.on_each(weeks)
    told = (
        results_of(Days.one(each), moved=_moved(chart, moved[each])).currency(shop.base_currency)
        for each in weeks
        if moved.get(each)
    )
    return norm_of([each.net_result for each in told if not each.is_empty])


def _moved(chart: Chart, rows: Iterable[BalanceRow]) -> list[AccountMoved]:
    return [
        AccountMoved(
            row.account,
            chart[row.account].type,
            Money(row.debit_minor, row.currency),
            Money(row.credit_minor, row.currency),
        )
        for row in rows
    ]
