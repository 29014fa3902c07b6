"""What the director's pictures show, from the books."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledger.days import Days
from ledger.money import Money
from ledger.places import SUSPENSE, PlaceKind, place_of
from parsing.questions.query import Ask, Measure, Query
from reports.aged import AgedDebts, aged_debts
from reports.cash_flow import CashFlow, cash_flow
from reports.order_margins import OrderMargins, order_margins
from reports.plan_path import USUAL_WEEKS, DayMade, PlanPath, usual_path
from reports.results import RETURNS, SALES, CurrencyResults
from services.book_ports import BalanceRow
from services.ports import Books
from services.posting import shop_of
from services.results.figure_ports import By, FactFilter, FactSum, Side
from services.results.owed import open_debts
from services.results.question_facts import scope_of
from services.results.report_results import each_day_results, turnover_results

_OPENING = "equity.opening_balances"
_KINDS = frozenset({PlaceKind.TILL, PlaceKind.BANK, PlaceKind.ON_ITS_WAY})
_DAY = dt.timedelta(days=1)


def report_flow(books: Books, days: Days) -> CashFlow:
    """Give money in and out by day, and what tills and banks hold, in the shop's currency.

    What went in and out is what the questions about it answer, opening balances left out; what is
    carried from a till to the bank is on hand.
    """
    currency = shop_of(books).base_currency
    each_day = _each_day(days)
    changes = {
        day: _on_hand(rows, currency) for day, rows in books.figures.on_each(each_day).items()
    }
    return cash_flow(
        days,
        money_in=_by_day(books, days, Measure.MONEY_IN, currency),
        money_out=_by_day(books, days, Measure.MONEY_OUT, currency),
        changes=changes,
        after=_on_hand(books.figures.at_end_of(days.last), currency),
    )


def report_debts(books: Books, day: dt.date) -> AgedDebts:
    """Give what customers owe when a day is over, by age, in the shop's currency."""
    return aged_debts(open_debts(books, day), day, shop_of(books).base_currency)


def report_margins(books: Books, days: Days) -> OrderMargins:
    """Give what each order that was sold in some days left, in the shop's currency.

    An order is one by the name that its entries carry. What it cost is all that its entries say
    in these days: the goods, and whatever else was spent on it.
    """
    chart = books.accounts.chart()
    expenses = tuple(each.key for each in chart if each.key.startswith("expense."))

    def by_order(accounts: tuple[str, ...], sign: int) -> list[tuple[str, Money]]:
        sums = books.figures.sums(FactFilter(days, accounts), By.ORDER)
        return [
            (each.key, Money(sign * each.amount.minor, each.amount.currency))
            for each in sums
            if each.key
        ]

    sold = by_order((SALES, RETURNS), -1)
    return order_margins(sold, by_order(expenses, 1), shop_of(books).base_currency)


def report_plan_path(books: Books, days: Days, today: dt.date) -> PlanPath:
    """Give how the month of some days comes to its plan, through their last day or today."""
    currency = shop_of(books).base_currency
    month = Days.month(days.first.year, days.first.month)
    through = min(days.last, month.last, today)
    told = [day for day in _each_day(month) if day <= through]
    weeks = _each_day(Days(month.first - USUAL_WEEKS * 7 * _DAY, month.first - _DAY))
    found = {
        day: results.currency(currency)
        for day, results in each_day_results(books, [*weeks, *told]).items()
    }
    is_margin = any(found[day].cost_of_goods for day in told if day in found)
    nothing = CurrencyResults.empty(currency)
    made = []
    for day in told:
        each = found.get(day, nothing)
        left = each.gross_margin if is_margin else each.net_result
        made.append(DayMade(day, each.net_sales, left))
    return PlanPath(
        month,
        currency,
        tuple(made),
        books.plans.within(month).get(month.first),
        usual_path(month, {day: found[day].net_sales for day in weeks if day in found}),
        is_margin,
        _other_sales(books, Days(month.first, through), currency) if told else (),
    )


def _other_sales(books: Books, days: Days, currency: str) -> tuple[Money, ...]:
    found = turnover_results(books, days).currencies
    return tuple(each.net_sales for each in found if each.currency != currency and each.net_sales)


def _each_day(days: Days) -> list[dt.date]:
    return [days.first + place * _DAY for place in range(days.count)]


def _by_day(books: Books, days: Days, measure: Measure, currency: str) -> Mapping[dt.date, Money]:
    """Give what came in, or went out, by day."""
    wanted = scope_of(books, Query(Ask.TOTAL, measure, days)).wanted
    chart = books.accounts.chart()
    carried = tuple(each.key for each in chart if place_of(each.key) is PlaceKind.ON_ITS_WAY)
    side = Side.CREDIT if measure is Measure.MONEY_IN else Side.DEBIT
    beside_opening = FactFilter(days, wanted.accounts, wanted.side, (_OPENING,))
    own = FactFilter(days, carried, side, (SUSPENSE,))
    found: dict[dt.date, int] = defaultdict(int)
    for sign, filter_ in ((1, wanted), (-1, beside_opening), (-1, own)):
        for day, minor in _sums_by_day(books.figures.sums(filter_, By.DAY), currency):
            found[day] += sign * minor
    return {day: Money(minor, currency) for day, minor in found.items()}


def _sums_by_day(sums: Iterable[FactSum], currency: str) -> Iterable[tuple[dt.date, int]]:
    for each in sums:
        if each.key is not None and each.amount.currency == currency:
            yield dt.date.fromisoformat(each.key), abs(each.amount.minor)


def _on_hand(rows: Iterable[BalanceRow], currency: str) -> Money:
    minors = (
        row.balance.minor
        for row in rows
        if row.currency == currency and place_of(row.account) in _KINDS
    )
    return Money(sum(minors), currency)
