"""monobank is read on schedule into real books, over HTTP, whatever goes wrong on the way."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from sandbox.banks.faults import Fault
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.truth import Account, Movement
from services.bank.bank_feed_types import BankApi
from services.bank.pull_bank import reserve_call
from services.ports import Database
from services.source_trouble import Trouble
from sources.bank_apis.monobank import ByToken, Monobank
from sources.calls import Calls
from tests.bank_desk import Desk, desk_at
from tests.conftest import NOW, StillClock

IBAN = "UA213223130000026007233566001"
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


def api_at(url: str) -> BankApi:
    return Monobank(ByToken("token-of-mono"), calls=Calls(url))


def bank_of(clock: StillClock, opening: int = 100_000) -> tuple[MonobankStandIn, Account]:
    bank = MonobankStandIn(clock.now)
    bank.faults.slow_seconds = 1.5
    account = Account("kKGVoZuHWzqVoZuH", IBAN, opening_minor=opening)
    bank.accounts = [account, Account("black", "UA1" + "2" * 26, kind="person")]
    return bank, account


def moved(number: int, minor: int, ago: dt.timedelta = HOUR, **said: object) -> Movement:
    return Movement(f"m{number}", NOW - ago, minor, f"payment {number}", **said)  # type: ignore[arg-type]  # fields by their names


@pytest.fixture
async def bank(clock: StillClock) -> MonobankStandIn:
    return bank_of(clock)[0]


@pytest.fixture
async def desk(
    database: Database, clock: StillClock, bank: MonobankStandIn
) -> AsyncIterator[Desk]:
    async with desk_at(database, clock, bank, api_at) as opened:
        yield opened


async def test_movements_are_in_the_books_with_the_balance_that_the_bank_has(
    desk: Desk, bank: MonobankStandIn
) -> None:
    account = bank.accounts[0]
    account.add(moved(1, -25_000, 40 * HOUR))
    account.add(moved(2, 120_000, counterparty="ТОВ «Ворона»", tax_id="3096889974"))
    await desk.turn(2)
    assert await desk.held() == 195_000
    assert await desk.lines() == 2
    account.add(Movement("m3", desk.clock.now(), -1_000, "fee"))
    await desk.turn(6)
    assert await desk.held() == 194_000
    assert await desk.agrees_with(account)
    assert (await desk.health()).trouble is None


async def test_an_account_without_movements_begins_with_what_it_holds(desk: Desk) -> None:
    await desk.turn(2)
    assert await desk.held() == 100_000


async def test_only_the_shop_s_business_is_read_unless_told(
    database: Database, clock: StillClock, bank: MonobankStandIn
) -> None:
    bank.accounts[1].add(moved(9, 500))
    async with desk_at(database, clock, bank, api_at, only=[bank.accounts[1].number]) as desk:
        await desk.turn(8)
        accounts = await database.read(lambda books: books.banks.accounts())
    assert [each.number for each in accounts] == [bank.accounts[1].number]


async def test_the_bank_is_never_asked_twice_within_its_minute(
    desk: Desk, bank: MonobankStandIn
) -> None:
    for number in range(20):
        bank.accounts[0].add(moved(number, 100, HOUR * number))
    for _ in range(300):
        await desk.turn(1, dt.timedelta(seconds=5))
    assert (await desk.health()).trouble is None
    assert (await desk.health()).calls == len(bank.faults.calls)
    assert len(bank.faults.calls) <= 6


async def test_more_than_a_page_is_read_backwards_and_begins_with_the_right_balance(
    desk: Desk, bank: MonobankStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank.rows_max = 3
    monkeypatch.setattr("sources.bank_apis.monobank.ROWS_MAX", 3)
    for number in range(14):
        bank.accounts[0].add(moved(number, 1_000 + number, MINUTE * number * 7))
    await desk.turn(9)
    assert await desk.lines() == 14
    assert await desk.agrees_with(bank.accounts[0])


async def test_from_a_day_long_ago_it_is_read_stretch_by_stretch(
    database: Database, clock: StillClock, bank: MonobankStandIn
) -> None:
    account = bank.accounts[0]
    for number in range(20):
        account.add(moved(number, 1_000 + number, dt.timedelta(days=5 * number)))

    def since(url: str) -> BankApi:
        return Monobank(ByToken("token-of-mono"), since=dt.date(2026, 8, 1), calls=Calls(url))

    async with desk_at(database, clock, bank, since) as desk:
        await desk.turn(8)
        assert await desk.lines() == 20
        assert await desk.agrees_with(account)


async def test_a_hold_that_becomes_final_with_another_sum_and_id_is_one(
    desk: Desk, bank: MonobankStandIn
) -> None:
    account = bank.accounts[0]
    account.add(moved(1, -5_000, is_hold=True))
    await desk.turn(2)
    assert await desk.held() == 100_000
    account.change("m1", id="m1-final", is_hold=False)
    await desk.turn(6)
    assert await desk.held() == 95_000
    assert await desk.lines() == 1
    account.change("m1-final", minor=-4_800)
    await desk.turn(6)
    assert await desk.agrees_with(account)
    assert await desk.lines() == 1


async def test_a_long_hold_is_watched_until_it_is_final(
    desk: Desk, bank: MonobankStandIn, clock: StillClock
) -> None:
    account = bank.accounts[0]
    account.add(moved(1, -5_000, is_hold=True))
    await desk.turn(2)
    for _ in range(3):
        clock.move(dt.timedelta(days=4))
        await desk.turn(2)
    account.change("m1", is_hold=False)
    await desk.turn(7)
    assert await desk.held() == 95_000


async def test_a_late_movement_is_found(desk: Desk, bank: MonobankStandIn) -> None:
    account = bank.accounts[0]
    account.add(moved(1, -5_000))
    account.add(moved(2, 700, 26 * HOUR, told_from=NOW + HOUR))
    await desk.turn(3)
    assert await desk.held() == 95_000
    await desk.turn(60, 2 * MINUTE)
    assert await desk.agrees_with(account)


async def test_a_refused_token_is_told_and_a_new_one_is_tried_at_once(
    desk: Desk, bank: MonobankStandIn
) -> None:
    bank.token = "another"  # noqa: S105 - of a stand-in
    await desk.turn(60)
    health = await desk.health()
    assert health.trouble is Trouble.REFUSED
    assert health.failing_since == NOW
    assert len(bank.faults.calls) <= 2
    assert "another" not in (health.detail or "")


async def test_a_bank_that_takes_too_long_is_asked_again_later(
    database: Database, clock: StillClock, bank: MonobankStandIn
) -> None:
    def impatient(url: str) -> BankApi:
        return Monobank(ByToken("token-of-mono"), calls=Calls(url, seconds_max=1))

    bank.accounts[0].add(moved(1, -5_000))
    bank.faults.plan(Fault.NOTHING, Fault.SLOW)
    async with desk_at(database, clock, bank, impatient) as desk:
        await desk.turn(2)
        assert (await desk.health()).trouble is Trouble.DOWN
        await desk.turn(4)
        assert await desk.agrees_with(bank.accounts[0])


async def test_a_spoiled_movement_is_set_aside_and_the_rest_goes_in(
    desk: Desk, bank: MonobankStandIn
) -> None:
    account = bank.accounts[0]
    account.add(moved(1, -5_000))
    account.add(moved(2, 700, 2 * HOUR))
    bank.spoiled.add("m2")
    await desk.turn(2)
    assert await desk.lines() == 1
    bank.spoiled.clear()
    await desk.turn(6)
    assert await desk.agrees_with(account)


async def test_a_call_is_one_process_s_only(
    desk: Desk, database: Database, clock: StillClock
) -> None:
    await desk.turn(1)
    pace = Monobank.pace
    first = await database.write(lambda books: reserve_call(books, "monobank", pace, clock.now()))
    other = await database.write(lambda books: reserve_call(books, "monobank", pace, clock.now()))
    assert first is not None
    assert other is None


async def test_a_day_s_readings_are_one_statement(
    desk: Desk, database: Database, bank: MonobankStandIn
) -> None:
    account = bank.accounts[0]
    account.add(moved(1, 100))
    await desk.turn(2)
    for number in range(2, 9):
        account.add(Movement(f"m{number}", desk.clock.now(), number, f"payment {number}"))
        await desk.turn(5, 2 * MINUTE)
    assert await desk.lines() == 8
    (told,) = await database.read(lambda books: books.banks.statements(1))
    assert told.closing is not None
    assert told.closing.minor == account.balance(desk.clock.now())
    assert await desk.agrees_with(account)


async def test_while_the_list_of_accounts_fails_they_are_read_all_the_same(
    desk: Desk, bank: MonobankStandIn, clock: StillClock
) -> None:
    await desk.turn(2)
    clock.move(dt.timedelta(hours=13))
    bank.faults.plan(Fault.BROKEN)
    bank.accounts[0].add(Movement("m7", clock.now(), 700, "late in the day"))
    await desk.turn(2)
    assert len(bank.faults.calls) == 4
    assert "client-info" in bank.faults.calls[2]
    assert await desk.agrees_with(bank.accounts[0])
    await desk.turn(2)
    assert "client-info" in bank.faults.calls[-1]
    assert (await desk.health()).trouble is None
