"""The result of any days equals what hledger and beancount make of the exported books."""

import csv
import datetime as dt
import io
import random
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from beancount import loader
from beancount.core.data import Transaction

from bot.wiring import new_clerk
from ledger.accounts import Account, AccountType, Chart
from ledger.cash import CASH_RULES, CashCategory, CashDirection, CashOperation
from ledger.days import Days
from ledger.journal import JournalEntry, Origin, Posting, reversal_of
from ledger.money import Money
from ledger.places import place_of
from reports.exports.account_paths import account_path
from reports.results import CurrencyResults, Results
from services.export_books import export_books
from services.intake.bring_documents import bring_documents
from services.ports import Books, Database
from services.results.report_results import report_results, tell_results
from tests.bank_lines import line
from tests.conftest import NOW
from tests.filed_lines import brings, hired
from tests.here import HLEDGER, needs_hledger
from tests.known_book import SYSTEM, TODAY, lay_known_book
from tests.papers import order, uah
from tests.papers import told as told_of

OCTOBER, NOVEMBER = Days.month(2026, 10), Days(dt.date(2026, 11, 1), TODAY)
RANGES = 4
FIRST = dt.date(2026, 3, 1)
Sums = dict[tuple[str, str], int]


def hryvnias(amount: int) -> Money:
    return Money(amount * 100, "UAH")


async def october(database: Database) -> CurrencyResults:
    await database.write(lay_known_book)
    found = await database.read(lambda books: report_results(books, OCTOBER))
    return found.currency("UAH")


async def test_a_month_is_summed_up_by_accrual(database: Database) -> None:
    found = await october(database)
    assert found.sales == hryvnias(52_500)
    assert found.refunds == hryvnias(1_500)
    assert found.cost_of_goods == hryvnias(12_000)
    assert found.gross_margin == hryvnias(39_000)
    assert found.margin_permille == 764
    assert found.expense_total == hryvnias(37_230)
    assert found.expenses[0].account == "expense.salaries"
    assert found.fees == hryvnias(150)
    assert found.goods_bought == hryvnias(25_400)
    assert found.net_result == hryvnias(1_770)


async def test_the_steps_from_the_result_lead_to_the_money(database: Database) -> None:
    found = await october(database)
    steps = {each.account: each.amount for each in found.cash_steps}
    assert steps["asset.receivables"] == hryvnias(-14_000)
    assert steps["equity.owner_draws"] == hryvnias(-5_000)
    assert found.money_change == hryvnias(-32_630)
    moved = sum((each.after - each.before).minor for each in found.places)
    assert found.money_change.minor == moved
    assert found.on_hand == hryvnias(97_800)


async def test_what_was_undone_at_once_went_through_no_till(database: Database) -> None:
    found = await october(database)
    till = next(each for each in found.places if each.account == "till.1")
    assert (till.money_in, till.money_out) == (hryvnias(12_000), hryvnias(28_580))
    assert not any(each.account == "income.other" for each in found.other_income)


async def test_a_result_is_held_against_the_days_before_that_are_like_it(
    database: Database,
) -> None:
    await database.write(lay_known_book)
    month = await database.read(lambda books: tell_results(books, NOVEMBER, NOW))
    assert month.before.days == Days(dt.date(2026, 10, 1), dt.date(2026, 10, 20))
    assert month.norm is None
    day = await database.read(lambda books: tell_results(books, Days.one(TODAY), NOW))
    assert day.norm is not None
    assert (day.norm.day_count, day.norm.usual) == (4, hryvnias(0))
    assert day.results.currency("UAH").net_result == hryvnias(3_510)


def made_up(chance: random.Random) -> Iterator[JournalEntry]:
    """Make entries of every kind of account, in three currencies, over nine months."""
    places = ("till.1", "till.2", "asset.bank.1", "asset.gateway_clearing")
    others = ("asset.suspense", "asset.receivables", "liability.payables", "expense.cost_of_goods")
    for number in range(300):
        category = chance.choice(list(CashCategory))
        way = CashDirection(chance.choice(sorted(CASH_RULES[category].directions)))
        amount = Money(chance.randrange(1, 10**9), chance.choice(("UAH", "EUR", "JPY")))
        legs: tuple[Posting, ...] = CashOperation(way, amount, category).postings(
            chance.choice(places)
        )
        if number % 5 == 0:
            debit, credit = chance.sample(others, 2)
            legs = (Posting(debit, amount), Posting(credit, -amount))
        yield JournalEntry(
            booked_on=FIRST + dt.timedelta(days=chance.randrange(270)),
            occurred_at=NOW,
            narration=f"entry {number}",
            postings=legs,
            origin=Origin("made up", str(number)),
            category=category.value,
        )


def fill(books: Books, seed: int) -> None:
    """Post made-up entries, and take some of them back on another day."""
    chance = random.Random(seed)
    lay_known_book(books)
    posted = books.journal.add(list(made_up(chance)), SYSTEM)
    for each in chance.sample(posted, 30):
        back = reversal_of(
            each,
            booked_on=FIRST + dt.timedelta(days=chance.randrange(270)),
            occurred_at=NOW,
            origin=Origin("reversal", str(each.number)),
            narration="undone",
        )
        books.journal.add([back], SYSTEM)


def ranges(seed: int) -> list[Days]:
    chance = random.Random(seed)
    ends = [sorted(chance.choices(range(300), k=2)) for _ in range(RANGES)]
    return [
        Days(FIRST + dt.timedelta(days=first), FIRST + dt.timedelta(days=last))
        for first, last in ends
    ]


def told(results: Results, chart: Chart) -> tuple[Sums, Sums]:
    """Give what a report says each account moved, and what each place has at the end."""
    moved: Sums = {}
    held: Sums = {}
    for found in results.currencies:
        code = found.currency
        moved["income.sales", code] = -found.sales.minor
        moved["income.sales_returns", code] = found.refunds.minor
        moved["expense.cost_of_goods", code] = found.cost_of_goods.minor
        for each in found.expenses:
            moved[each.account, code] = each.amount.minor
        for each in (*found.other_income, *found.cash_steps):
            moved[each.account, code] = -each.amount.minor
        for place in found.places:
            moved[place.account, code] = (place.after - place.before).minor
            held[place.account, code] = place.after.minor
    assert {key for key, _ in moved} <= {each.key for each in chart}
    return without_noughts(moved), without_noughts(held)


def without_noughts(sums: Sums) -> Sums:
    return {at: minor for at, minor in sums.items() if minor}


def places_of(sums: Sums) -> Sums:
    return {at: minor for at, minor in sums.items() if place_of(at[0]) is not None}


def hledger_sums(text: str, chart: Chart, *period: str) -> Sums:
    command = [HLEDGER, "-f", "-", "balance", *period]
    done = subprocess.run(  # noqa: S603 - a program of ours with our own words
        [*command, "-O", "csv", "--layout=bare", "--flat", "--no-total"],
        input=text, capture_output=True, check=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    keys = {account_path(each): each.key for each in chart}
    return without_noughts(
        {
            (keys[row["account"]], row["commodity"]): Money.from_decimal(
                Decimal(row["balance"]), row["commodity"]
            ).minor
            for row in csv.DictReader(io.StringIO(done.stdout))
            if row["commodity"]
        }
    )


@needs_hledger
async def test_any_days_are_what_hledger_says(database: Database) -> None:
    await database.write(lambda books: fill(books, 1))
    text = await database.read(lambda books: "".join(export_books(books, "hledger")))
    chart = await database.read(lambda books: books.accounts.chart())
    for days in ranges(1):
        moved, held = told(
            await database.read(lambda books, days=days: report_results(books, days)),  # type: ignore[misc]  # a lambda's default has no type
            chart,
        )
        end = (days.last + dt.timedelta(days=1)).isoformat()
        assert moved == hledger_sums(text, chart, "-b", days.first.isoformat(), "-e", end)
        assert held == places_of(hledger_sums(text, chart, "-e", end))


async def test_any_days_are_what_beancount_says(database: Database) -> None:
    await database.write(lambda books: fill(books, 3))
    text = await database.read(lambda books: "".join(export_books(books, "beancount")))
    chart = await database.read(lambda books: books.accounts.chart())
    directives, errors, _ = loader.load_string(text)
    assert errors == []
    keys = {account_path(each): each.key for each in chart}
    for days in ranges(3):
        sums: defaultdict[tuple[str, str], int] = defaultdict(int)
        for each in directives:
            if isinstance(each, Transaction) and days.first <= each.date <= days.last:
                for leg in each.postings:
                    units = leg.units
                    assert units is not None
                    assert isinstance(units.number, Decimal)
                    money = Money.from_decimal(units.number, units.currency)
                    sums[keys[leg.account], units.currency] += money.minor
        found = await database.read(lambda books, days=days: report_results(books, days))  # type: ignore[misc]  # a lambda's default has no type
        assert told(found, chart)[0] == without_noughts(dict(sums))


def test_an_unknown_kind_of_account_is_no_place() -> None:
    till = Account("till.9", "1", AccountType.ASSET, {})
    assert place_of(till.key) is not None
    assert place_of("asset.inventory") is None


async def test_unfiled_bank_lines_are_told_apart(database: Database) -> None:
    lines = (line(2, 50_000, "who knows what"), line(4, -12_300, "zorb brr"))

    def bring(books: Books) -> None:
        hired(books)
        brings(books, new_clerk(), *((2, 50_000, "who knows"), (4, -12_300, "zorb")), opening=0)

    await database.write(bring)
    days = Days(lines[0].booked_on, lines[-1].booked_on)
    told = await database.read(lambda books: tell_results(books, days, NOW))
    found = told.results.currency("UAH")
    assert (found.unfiled.count, found.net_result) == (2, Money(0, "UAH"))
    assert (found.unfiled.money_in.minor, found.unfiled.money_out.minor) == (50_000, 12_300)
    assert [each.last_on for each in told.sources] == [lines[-1].booked_on]


async def test_sales_are_told_by_the_channels_that_documents_name(database: Database) -> None:
    def bring(books: Books) -> None:
        lay_known_book(books)
        books.documents.post_from(dt.date(2026, 11, 1))
        orders = (
            order("1", 120_000, channel="prom.ua"),
            order("2", 80_000, channel="site", refunded=uah(30_000)),
            order("3", 5_000, channel="prom.ua"),
        )
        bring_documents(books, [told_of(each) for each in orders], SYSTEM)

    await database.write(bring)
    told = await database.read(lambda books: tell_results(books, NOVEMBER, NOW))
    found = {each.channel: (each.sales.minor, each.refunds.minor) for each in told.channels}
    assert found == {"prom.ua": (125_000, 0), "site": (80_000, 30_000), None: (2_770_000, 0)}
    assert sum(sales for sales, _ in found.values()) == told.results.currency("UAH").sales.minor
