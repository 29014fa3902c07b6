"""What a figure of a result is made of: the entries behind it, which add up to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.accounts import AccountType, Chart
from ledger.days import Days
from ledger.money import Money
from ledger.places import place_of
from reports.results import COST_OF_GOODS, FEES, RETURNS, SALES, PlaceMoved
from services.ports import Books
from services.results.figure_ports import By, Fact, FactFilter, Order
from services.results.report_results import report_results

SALES_FIGURE, REFUNDS_FIGURE, COST_FIGURE = "sales", "refunds", "cost"
MARGIN_FIGURE, EXPENSES_FIGURE, FEES_FIGURE, RESULT_FIGURE = "margin", "expenses", "fees", "result"
_FIXED: Mapping[str, tuple[str, ...]] = {
    SALES_FIGURE: (SALES,),
    REFUNDS_FIGURE: (RETURNS,),
    COST_FIGURE: (COST_OF_GOODS,),
    MARGIN_FIGURE: (SALES, RETURNS, COST_OF_GOODS),
    FEES_FIGURE: tuple(sorted(FEES)),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the result of some days, in one currency."""

    days: Days
    what: str
    """One of the fixed figures, or the key of an account."""
    currency: str
    channel: str | None = None
    """Of sales or refunds, those of one channel."""
    is_of_channel: bool = False
    """Whether it is of a channel; the channel may be none at all."""


@dataclass(frozen=True, slots=True)
class FigureSeen:
    """A figure with a page of what it is made of."""

    figure: Figure
    amount: Money
    """What all entries add up to: the figure itself, of a place by how much it changed."""
    count: int
    """How many entries."""
    facts: tuple[Fact, ...]
    """The newest first; amounts as postings have them."""
    grows_by_credit: bool
    place: PlaceMoved | None = None
    """What a place began and ended with."""

    def effect(self, fact: Fact) -> Money:
        """Give what an entry adds to the figure."""
        return -fact.amount if self.grows_by_credit else fact.amount


def see_figure(books: Books, figure: Figure, limit: int, offset: int) -> FigureSeen | None:
    """Give a figure and a page of its entries; None where the chart has no such account."""
    accounts = accounts_of(books.accounts.chart(), figure.what)
    if not accounts:
        return None
    wanted = FactFilter(
        figure.days,
        accounts,
        currency=figure.currency,
        channels=(figure.channel,) if figure.is_of_channel else (),
    )
    total, count = 0, 0
    for each in books.figures.sums(wanted, By.NOTHING):
        total, count = total + each.amount.minor, count + each.count
    is_place = place_of(figure.what) is not None
    place = None
    if is_place:
        found = report_results(books, figure.days).currency(figure.currency)
        place = next((each for each in found.places if each.account == figure.what), None)
    return FigureSeen(
        figure,
        Money(total if is_place else -total, figure.currency),
        count,
        books.figures.facts(wanted, Order.NEWEST, limit, offset),
        grows_by_credit=not is_place,
        place=place,
    )


def accounts_of(chart: Chart, what: str) -> tuple[str, ...]:
    """Give the accounts that a figure sums; none where there is no such figure."""
    if what in _FIXED:
        return _FIXED[what]
    of_result = {AccountType.INCOME, AccountType.EXPENSE}
    if what == RESULT_FIGURE:
        return tuple(each.key for each in chart if each.type in of_result)
    if what == EXPENSES_FIGURE:
        expenses = (each.key for each in chart if each.type is AccountType.EXPENSE)
        return tuple(each for each in expenses if each != COST_OF_GOODS)
    return tuple(each.key for each in chart if each.key == what)
