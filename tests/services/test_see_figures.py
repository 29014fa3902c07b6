"""Every figure of a result is what the entries behind it add up to."""

import datetime as dt
from collections.abc import Iterator

import pytest

from ledger.days import Days
from ledger.money import Money
from reports.results import CurrencyResults
from services.intake.bring_documents import bring_documents
from services.ports import Books, Database
from services.results import see_figures as figures
from services.results.report_results import report_results, tell_results
from services.results.see_figures import Figure, see_figure
from tests.conftest import NOW
from tests.known_book import SYSTEM, TODAY, lay_known_book
from tests.papers import order
from tests.papers import told as told_of

EVERY = 1_000
RANGES = {
    "a day": Days.one(dt.date(2026, 11, 19)),
    "a month": Days.month(2026, 10),
    "all of it": Days(dt.date(2026, 8, 1), TODAY),
}


def _figures(found: CurrencyResults) -> Iterator[tuple[str, Money]]:
    yield figures.SALES_FIGURE, found.sales
    yield figures.REFUNDS_FIGURE, -found.refunds
    yield figures.COST_FIGURE, -found.cost_of_goods
    yield figures.MARGIN_FIGURE, found.gross_margin
    yield figures.EXPENSES_FIGURE, -found.expense_total
    yield figures.FEES_FIGURE, -found.fees
    yield figures.RESULT_FIGURE, found.net_result
    yield from ((each.account, each.amount) for each in found.other_income)
    yield from ((each.account, -each.amount) for each in found.expenses)
    yield from ((each.account, each.amount) for each in found.cash_steps)
    yield from ((each.account, each.after - each.before) for each in found.places)


@pytest.mark.parametrize("days", RANGES.values(), ids=RANGES)
async def test_entries_add_up_to_each_figure(database: Database, days: Days) -> None:
    await database.write(lay_known_book)

    def check(books: Books) -> int:
        found = report_results(books, days).currency("UAH")
        for what, amount in _figures(found):
            seen = see_figure(books, Figure(days, what, "UAH"), EVERY, 0)
            assert seen is not None
            assert (what, seen.amount) == (what, amount)
            assert sum(seen.effect(each).minor for each in seen.facts) == amount.minor
            if seen.place is not None:
                assert seen.place.after - seen.place.before == amount
        return len(found.places)

    assert await database.read(check) > 0


async def test_a_channel_has_its_own_entries(database: Database) -> None:
    def play(books: Books) -> dict[str | None, tuple[int, int]]:
        lay_known_book(books)
        bring_documents(books, [told_of(order("7001", 50_000, channel="instagram"))], SYSTEM)
        days = Days(TODAY.replace(day=1), TODAY)
        told = tell_results(books, days, NOW)
        seen = {}
        for each in told.channels_in("UAH"):
            figure = Figure(days, "sales", "UAH", each.channel, is_of_channel=True)
            found = see_figure(books, figure, EVERY, 0)
            assert found is not None
            assert found.amount == each.sales
            seen[each.channel] = (each.sales.minor, len(found.facts))
        return seen

    seen = await database.write(play)
    assert seen["instagram"] == (50_000, 1)
    assert seen[None][1] > 1


async def test_what_is_no_figure_has_no_entries(database: Database) -> None:
    await database.write(lay_known_book)
    nothing = Figure(RANGES["a day"], "asset.unicorns", "UAH")
    assert await database.read(lambda books: see_figure(books, nothing, 1, 0)) is None
