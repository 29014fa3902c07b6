"""The bank against the CRM over a month of orders, payouts, cash and lines nobody has filed."""

import datetime as dt

from ledger.days import Days
from ledger.document_rules import counts_at
from ledger.documents import OrderStage
from ledger.money import Money, sum_money
from reports.gap import Part
from services.ports import Books
from services.posting import shop_of
from services.results.report_gap import report_gap
from services.results.report_pictures import report_margins
from storage.database import open_database
from tests.bot.test_demo_month import played
from tests.conftest import StillClock

ZERO = Money.zero("UAH")


def sold_by_crm(books: Books, days: Days) -> Money:
    """Add up the closed orders by their own documents, which the gap never reads."""
    day_of = shop_of(books).day_of
    kept = books.documents.of_ids(list(books.documents.versions()))
    closed = (each.document for each in kept if each.document.stage is OrderStage.CLOSED)
    counted = (each.money for each in closed if days.first <= day_of(counts_at(each)) <= days.last)
    return sum_money(list(counted), "UAH")


async def test_every_day_and_the_month_add_up_and_the_crm_is_its_orders(
    sqlite_url: str, clock: StillClock
) -> None:
    database = await open_database(sqlite_url)
    await played(database, clock)

    def look(books: Books) -> None:
        today = shop_of(books).day_of(clock.now())
        whole = Days(today - dt.timedelta(days=40), today)
        every = [Days.one(whole.first + dt.timedelta(days=place)) for place in range(whole.count)]
        gaps = {days: report_gap(books, days)[0] for days in (whole, *every)}
        for days, gap in gaps.items():
            assert gap.crm + sum(gap.parts.values(), start=ZERO) == gap.bank
            assert gap.crm == sold_by_crm(books, days)
        for part in Part:
            by_day = sum((gaps[days].parts[part] for days in every), start=ZERO)
            if part is not Part.UNKNOWN:
                assert by_day == gaps[whole].parts[part]
        assert gaps[whole].crm.minor > 0
        assert gaps[whole].parts[Part.FEES].minor < 0
        margins = report_margins(books, whole)
        assert len(margins.orders) + len(margins.unknown) > 0

    try:
        await database.read(look)
    finally:
        await database.close()
