"""What banks, tills and counts hold reaches the triggers, on each database, and rings once."""

import datetime as dt

from alerts.registry import BY_NAME
from ledger.cash import CashCategory, CashDirection
from services.alerts.set_alerts import set_parameter
from services.alerts.try_alerts import try_trigger
from services.bank.bank_types import FileImported
from services.bank.import_statement import import_statements
from services.exceptions.find_in_books import find_in_books
from services.ports import Books
from tests.bank_lines import line, statement
from tests.bell import DAYS, Bell
from tests.shop import paid


async def only(bell: Bell, said: str) -> None:
    """Look twice, the second time as after a restart: it is told by the first look alone."""
    (text,) = await bell.look()
    assert said in text
    assert await Bell(bell.database, bell.clock).look() == []


async def test_one_sum_paid_in_cash_and_by_bank(bell: Bell) -> None:
    await bell.banks(17, 70_000, "ТОВ «Ромстал»")
    await bell.pays(1, 70_001, "Ромстал", CashCategory.DELIVERY)
    assert await bell.look() == []
    await bell.pays(2, 70_000, "Ромстал", CashCategory.DELIVERY)
    await only(bell, "Ромстал was paid ₴700 twice, once in cash and once by bank")


async def test_a_known_supplier_with_a_new_account_also_by_night(bell: Bell) -> None:
    for day in (10, 14):
        await bell.banks(day, 50_000 + day, "Ромстал", "UA110000000000000000000000001")
    assert await bell.look() == []
    bell.clock.move(dt.timedelta(hours=9))
    await bell.banks(17, 60_000, "Ромстал", "UA220000000000000000000000002")
    await only(bell, "to a new account, ···0002; before it was ···0001")


async def test_a_first_large_payment_once_it_is_switched_on(bell: Bell) -> None:
    await bell.banks(16, 1_500_000, "Viessmann")
    assert await bell.look() == []
    await bell.switches("new_party")
    await bell.banks(17, 1_200_000, "Vaillant")
    await bell.banks(17, 900_000, "Bosch")
    await only(bell, "First payment to Vaillant: ₴12,000")


async def test_an_expense_far_from_its_norm_names_the_account(bell: Bell) -> None:
    await bell.switches("odd_expense")
    for number in range(12):
        await bell.pays(number, 25_000 + number, f"Courier {number}", CashCategory.DELIVERY)
    await bell.pays(50, 30_000, "Courier x", CashCategory.DELIVERY)
    assert await bell.look() == []
    await bell.pays(51, 250_000, "Courier y", CashCategory.DELIVERY)
    await only(bell, ": ₴2,500, and ₴250.06 is usual")


async def test_a_bank_account_that_is_silent_and_days_that_are_missing(bell: Bell) -> None:
    def bank(books: Books) -> None:
        one = statement(line(15, -1_000), opening=100_000, days=(15, 15))
        gap = statement(line(17, -1_000), opening=80_000, days=(17, 17))
        for each in (one, gap):
            done = import_statements(books, [each], bell.cause())
            assert isinstance(done, FileImported)
        find_in_books(books, bell.cause())

    await bell.database.write(bank)
    await only(bell, "days are missing after")
    bell.clock.move(10 * DAYS)
    await bell.database.write(lambda books: find_in_books(books, bell.cause()))
    texts = await bell.look()
    assert sum("has told nothing since" in each for each in texts) == 1
    assert await bell.look() == []


async def test_a_till_that_is_too_full(bell: Bell) -> None:
    await bell.switches("till_over")

    def fill(books: Books) -> None:
        entry = paid("1", 5_000_001, category=CashCategory.OWNER_CONTRIBUTION,
                     direction=CashDirection.IN)  # fmt: skip
        books.journal.add([entry], bell.cause())

    assert await bell.look() == []
    await bell.database.write(fill)
    await only(bell, "Till holds ₴50,000.01")


async def test_money_that_runs_out_is_looked_at_once_a_day(bell: Bell) -> None:
    await bell.switches("money_short")

    def past(books: Books) -> None:
        today = bell.clock.now().date()
        entries = [
            paid("begin", 800_000, category=CashCategory.OWNER_CONTRIBUTION,
                 direction=CashDirection.IN, booked_on=today - 70 * DAYS)
        ]  # fmt: skip
        entries += [
            paid(f"day {back}", 10_000, booked_on=today - back * DAYS) for back in range(1, 71)
        ]
        books.journal.add(entries, bell.cause())

    await bell.database.write(past)
    assert await bell.look() == []
    bell.clock.move(DAYS)
    await only(bell, "The money runs out about")
    tried = await bell.database.read(
        lambda books: try_trigger(books, BY_NAME["money_short"], {}, bell.clock.now())
    )
    assert len(tried.found) == 1


async def test_a_reserve_that_is_gone_is_told_as_it_is(bell: Bell) -> None:
    director, cause = await bell.director(), bell.cause()

    def keep(books: Books) -> None:
        today = bell.clock.now().date()
        entries = [
            paid(f"day {back}", 1_000, category=CashCategory.SALE_CASH,
                 direction=CashDirection.IN, booked_on=today - back * DAYS)
            for back in range(1, 41)
        ]  # fmt: skip
        books.journal.add(entries, cause)
        assert set_parameter(books, "money_short", ("keep", 900_000), director, cause) is None

    await bell.database.write(keep)
    bell.clock.move(DAYS)
    (text,) = await bell.look()
    assert "Only ₴400 is there, less than ₴9,000" in text
    assert "On that day" not in text
