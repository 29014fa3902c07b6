"""Facts that the director's pictures are drawn from in tests, usual and extreme."""

import datetime as dt
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Final

from ledger.accounts import AccountType
from ledger.chart_template import parse_chart
from ledger.days import Days
from ledger.money import Money
from locales.pictures import (
    debts_picture,
    expenses_picture,
    flow_labels,
    gap_picture,
    margins_picture,
    plan_labels,
)
from locales.words import words_of
from reports.aged import AgedDebts, OpenDebt, aged_debts
from reports.bar_chart import lay_out_bars
from reports.cash_flow import CashFlow, cash_flow
from reports.flow_chart import lay_out_flow
from reports.gap import Gap, Leg, gap_of
from reports.order_margins import OrderMargins, order_margins
from reports.plan import Plan
from reports.plan_chart import lay_out_plan
from reports.plan_path import DayMade, PlanPath, usual_path
from reports.results import AccountMoved, results_of
from reports.sheet import LIGHT, Sheet, Theme
from reports.told_results import ToldResults
from tests.papers import uah

MONTH: Final = Days.month(2026, 10)
NOON: Final = dt.datetime(2026, 10, 31, 12, tzinfo=dt.UTC)
HUGE: Final = 10**15
LONG: Final = "Товариство з обмеженою відповідальністю «Укрсантехмонтажобладнання» " * 2
CHART: Final = parse_chart(
    files("ledger").joinpath("charts/equipment_shop.toml").read_text(encoding="utf-8")
)
_DAY: Final = dt.timedelta(days=1)


def told(spent: dict[str, int], before: dict[str, int], sales: int) -> ToldResults:
    """Build the result of a month that spent so much by account."""

    def moved(amounts: dict[str, int]) -> list[AccountMoved]:
        zero = uah(0)
        rows = [
            AccountMoved(key, AccountType.EXPENSE, uah(minor), zero)
            for key, minor in amounts.items()
        ]
        return [*rows, AccountMoved("income.sales", AccountType.INCOME, zero, uah(sales))]

    return ToldResults(
        results=results_of(MONTH, moved=moved(spent)),
        before=results_of(MONTH.before(), moved=moved(before)),
        norm=None,
        as_of=NOON,
        sources=(),
        base_currency="UAH",
    )


def usual_expenses() -> ToldResults:
    spent = {
        "expense.salaries": 8_650_000, "expense.rent": 2_500_000, "expense.advertising": 1_840_050,
        "expense.installers": 1_215_000, "expense.delivery": 386_000,
        "expense.fuel_transport": 342_090, "expense.taxes": 310_000, "expense.bank_fees": 61_240,
        "expense.utilities": 58_000, "expense.packaging": 24_900, "expense.repairs": 18_000,
    }  # fmt: skip
    before = {
        key: minor * (8 + place % 5) // 10 for place, (key, minor) in enumerate(spent.items())
    }
    return told(spent, before, 42_300_000)


def extreme_expenses() -> ToldResults:
    keys = [each.key for each in CHART if each.key.startswith("expense.")]
    spent = {
        key: (-1 if place == 1 else 1) * HUGE // 10**place + place
        for place, key in enumerate(keys)
    }
    return told(spent, {}, HUGE)


def usual_debts() -> AgedDebts:
    owed = [
        ("ТОВ Арктика", 140, 1_400_000), ("Олена Бондар", 3, 250_000), ("ФОП Ткач", 45, 860_000),
        ("ТОВ Будмайстер", 12, 2_150_000), ("ТОВ Будмайстер", 70, 440_000),
        ("Ігор", 95, 90_000), (None, 20, 45_050), ("Sofiia", 1, 310_000), ("Тарас", 25, 120_000),
    ]  # fmt: skip
    return debts(owed)


def extreme_debts() -> AgedDebts:
    return debts([(f"{LONG} {place}", place * 9, HUGE // (place + 1)) for place in range(14)])


def debts(owed: list[tuple[str | None, int, int]]) -> AgedDebts:
    open_debts = [
        OpenDebt(name, MONTH.last - days * _DAY, uah(minor)) for name, days, minor in owed
    ]
    return aged_debts(open_debts, MONTH.last, "UAH")


def usual_margins() -> OrderMargins:
    sold = {"4812": 1_200_000, "4813": 840_000, "4815": 2_310_000, "4816": 96_000,
            "4820": 450_000, "4821": 1_750_000, "4825": 620_000, "4830": 180_000}  # fmt: skip
    cost = {"4812": 780_000, "4813": 861_500, "4815": 1_690_000, "4816": 91_000,
            "4820": 360_000, "4821": 1_540_000, "4825": 310_000}  # fmt: skip
    return order_margins(
        [(key, uah(minor)) for key, minor in sold.items()],
        [(key, uah(minor)) for key, minor in cost.items()],
        "UAH",
    )


def extreme_margins() -> OrderMargins:
    sold = [(f"{LONG}-{place}", uah(HUGE // (place + 1))) for place in range(20)]
    cost = [(name, uah(HUGE // 3 * (place % 4))) for place, (name, _) in enumerate(sold)]
    return order_margins(sold, cost, "UAH")


def usual_flow(days: Days = MONTH) -> CashFlow:
    each_day = [days.first + place * _DAY for place in range(days.count)]
    came = {day: uah(900_000 + place * 37 % 11 * 140_000) for place, day in enumerate(each_day)
            if day.weekday() != 6}  # fmt: skip
    went = {day: uah(650_000 + place * 53 % 7 * 190_000) for place, day in enumerate(each_day)
            if day.weekday() != 6}  # fmt: skip
    went[each_day[len(each_day) // 3]] = uah(8_400_000)
    return flow(days, came, went, 12_400_000)


def extreme_flow() -> CashFlow:
    return flow(
        MONTH, {MONTH.first: uah(HUGE)}, {MONTH.last: uah(2 * HUGE), MONTH.first: uah(1)}, -HUGE
    )


def flow(
    days: Days, came: dict[dt.date, Money], went: dict[dt.date, Money], after: int
) -> CashFlow:
    changes = {day: came.get(day, uah(0)) - went.get(day, uah(0)) for day in {*came, *went}}
    return cash_flow(days, money_in=came, money_out=went, changes=changes, after=uah(after))


def usual_gap() -> Gap:
    sold = {"income.sales": -38_000_000, "liability.vat": -2_000_000,
            "income.sales_returns": 640_000, "asset.receivables": 3_400_000,
            "liability.customer_prepayments": -1_150_000,
            "asset.gateway_clearing": 2_260_000, "expense.payment_fees": 415_000,
            "till.1": 5_870_000}  # fmt: skip
    return gap(sold, {"income.sales": -1_200_000}, 730_050)


def extreme_gap() -> Gap:
    return gap({"income.sales": -HUGE, "asset.receivables": 3 * HUGE}, {"till.1": -HUGE}, 7)


def gap(ordered: dict[str, int], others: dict[str, int], unfiled: int) -> Gap:
    """Lead from the CRM to the bank: what the bank received is whatever is left of the legs."""
    legs = [_leg(key, minor, is_of_order=True) for key, minor in ordered.items()]
    legs += [_leg(key, minor) for key, minor in others.items()]
    bank = uah(-sum(leg.amount.minor for leg in legs))
    return gap_of(
        MONTH, [*legs, Leg("asset.suspense", is_of_order=False, amount=bank)], uah(unfiled)
    )


def _leg(key: str, minor: int, *, is_of_order: bool = False) -> Leg:
    return Leg(key, is_of_order=is_of_order, amount=uah(minor))


def month_made(
    sold: list[int],
    left: list[int],
    plan: Plan | None,
    before: int = 0,
    *,
    is_margin: bool = True,
    others: tuple[Money, ...] = (),
) -> PlanPath:
    """Build a month with so much sold and left on each of its first days, in minor units."""
    made = [
        DayMade(MONTH.first + place * _DAY, uah(one), uah(two))
        for place, (one, two) in enumerate(zip(sold, left, strict=True))
    ]
    weeks = {MONTH.first - back * _DAY: uah(before * (back % 7)) for back in range(1, 29)}
    usual = usual_path(MONTH, weeks if before else {})
    return PlanPath(MONTH, "UAH", tuple(made), plan, usual, is_margin, others)


def planned(sales: int | None, margin_permille: int | None = 220) -> Plan:
    return Plan(MONTH.first, None if sales is None else uah(sales), margin_permille)


def usual_month(plan: Plan | None = None, days: int = 20) -> PlanPath:
    sold = [0 if day % 7 == 3 else 2_400_000 + day * 37 % 11 * 190_000 for day in range(days)]
    left = [each * (14 + day % 5 * 3) // 100 for day, each in enumerate(sold)]
    return month_made(sold, left, plan, 1_100_000)


def extreme_month() -> PlanPath:
    sold = [(-1) ** day * HUGE * (day + 1) for day in range(31)]
    others = (Money(HUGE, "USD"), Money(-HUGE, "EUR"), Money(3, "GBP"))
    return month_made(sold, [-HUGE] * 31, planned(7), HUGE, is_margin=False, others=others)


def sheets(language: str, theme: Theme = LIGHT) -> Iterator[tuple[str, Callable[[], Sheet]]]:
    """Give every picture's sheet in a language, by its name, to be laid out when it is wanted."""
    words = words_of(language)
    names = {each.key: each.name(language) for each in CHART}
    zero = Days.one(MONTH.first)
    bars = {
        "expenses": lambda: expenses_picture(words, usual_expenses(), names),
        "expenses_extreme": lambda: expenses_picture(words, extreme_expenses(), names),
        "expenses_empty": lambda: expenses_picture(words, told({}, {}, 0), names),
        "debts": lambda: debts_picture(words, usual_debts()),
        "debts_extreme": lambda: debts_picture(words, extreme_debts()),
        "debts_empty": lambda: debts_picture(words, debts([])),
        "margins": lambda: margins_picture(words, MONTH, usual_margins()),
        "margins_extreme": lambda: margins_picture(words, MONTH, extreme_margins()),
        "margins_empty": lambda: margins_picture(words, zero, order_margins([], [], "UAH")),
        "gap": lambda: gap_picture(words, usual_gap()),
        "gap_extreme": lambda: gap_picture(words, extreme_gap()),
        "gap_empty": lambda: gap_picture(words, gap({}, {}, 0)),
    }
    flows = {
        "flow": usual_flow,
        "flow_long": lambda: usual_flow(Days.months(2026, 7, 3)),
        "flow_extreme": extreme_flow,
        "flow_empty": lambda: flow(zero, {}, {}, 0),
    }
    for name, build in bars.items():
        yield name, lambda build=build: lay_out_bars(build(), language, theme)  # type: ignore[misc]  # a lambda's default has no type
    for name, make in flows.items():
        yield name, lambda make=make: _flow_sheet(make(), language, theme)  # type: ignore[misc]  # a lambda's default has no type
    for name, month in _MONTHS.items():
        yield name, lambda month=month: _plan_sheet(month(), language, theme)  # type: ignore[misc]  # a lambda's default has no type


_MONTHS: Final[dict[str, Callable[[], PlanPath]]] = {
    "plan": lambda: usual_month(planned(120_000_000)),
    "plan_without": usual_month,
    "plan_first_day": lambda: usual_month(planned(120_000_000), 1),
    "plan_last_day_short": lambda: usual_month(planned(120_000_000), 31),
    "plan_passed_far": lambda: usual_month(planned(1_600_000_000 // 100)),
    "plan_of_billions": lambda: month_made(
        [40_000_000_000] * 9, [9_000_000_055] * 9, planned(1_200_000_000_000), 10_000_000_000
    ),
    "plan_nothing_sold": lambda: month_made(
        [0] * 5, [0] * 5, planned(90_000_000), is_margin=False
    ),
    "plan_ahead": lambda: month_made([], [], planned(90_000_000), 1_100_000),
    "plan_extreme": extreme_month,
    "plan_empty": lambda: month_made([], [], None),
}


def _plan_sheet(shown: PlanPath, language: str, theme: Theme) -> Sheet:
    return lay_out_plan(shown, plan_labels(words_of(language), shown), language, theme=theme)


def _flow_sheet(shown: CashFlow, language: str, theme: Theme) -> Sheet:
    others = [Money(1_250_000, "USD"), Money(-3_000, "EUR")]
    labels = flow_labels(words_of(language), shown)
    return lay_out_flow(shown, labels, language, others=others, theme=theme)
