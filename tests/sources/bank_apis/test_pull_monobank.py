"""monobank is read on schedule into real books, over HTTP, whatever goes wrong on the way."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.banks.faults import Fault
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.truth import Account, Movement
from services.bank_feed_types import BankApi, Trouble
from services.ports import Database
from services.pull_bank import reserve_call
from sources.bank_apis.calls import Calls
from sources.bank_apis.monobank import ByToken, Monobank
from storage.database import open_database
from tests.bank_desk import Desk, desk_at
from tests.conftest import NOW, StillClock
from tests.databases import SqliteTemplate

IBAN = "UA213223130000026007233566001"
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


def api_at(url: str) -> BankApi:
    return Monobank(ByToken("token-of-mono"), calls=Calls(url, seconds_max=1))


def bank_of(clock: StillClock, opening: int = 100_000) -> tuple[MonobankStandIn, Account]:
    bank = MonobankStandIn(clock.now)
    bank.faults.slow_seconds = 1.5
    account = Account("kKGVoZuHWzqVoZuH", IBAN, opening_minor=opening)
    bank.accounts = [account, Account("black", "UA1" + "2" * 26, kind="person")]
    return bank, account


def moved(number: int, minor: int, ago: dt.timedelta = HOUR, **said: object) -> Movement:
    return Movement(f"m{number}", NOW - ago, minor, f"payment {number}", **said)  # type: ignore[arg-type]


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


ACTS = st.sampled_from(["new", "equal", "hold", "final", "changed", "late", "dropped"])
TURNS = st.lists(st.tuples(st.lists(ACTS, max_size=3), st.sampled_from(list(Fault))), max_size=8)


def act(account: Account, what: str, clock: StillClock, number: int) -> None:
    """Have something happen at the bank."""
    now = clock.now()
    held = [each for each in account.movements.values() if each.is_hold]
    final = [each for each in account.movements.values() if not each.is_hold]
    if what in {"new", "hold"}:
        minor = 1_000 + 37 * number
        account.add(
            Movement(f"m{number}", now - MINUTE, minor, f"p{number}", is_hold=what == "hold")
        )
    elif what == "equal":
        account.add(Movement(f"m{number}", now - MINUTE, -120, "coffee"))
    elif what == "final" and held:
        account.change(held[0].id, is_hold=False, minor=held[0].minor - 3)
    elif what == "dropped" and held:
        account.drop(held[0].id)
    elif what == "changed" and final:
        account.change(final[-1].id, minor=final[-1].minor + 5)
    elif what == "late":
        account.add(
            Movement(f"m{number}", now - 30 * HOUR, 11 + number, f"late {number}", told_from=now)
        )


@given(TURNS)
@settings(max_examples=25)
def test_after_any_faults_the_books_are_the_bank_s_truth(
    sqlite_template: SqliteTemplate,
    tmp_path_factory: pytest.TempPathFactory,
    turns: list[tuple[list[str], Fault]],
) -> None:
    async def play() -> None:
        url = sqlite_template.fresh(tmp_path_factory.mktemp("pull"))
        database, clock = await open_database(url), StillClock()
        bank, account = bank_of(clock)
        bank.faults.slow_seconds = 0.3
        number = 0

        def quick(url: str) -> BankApi:
            return Monobank(ByToken("token-of-mono"), calls=Calls(url, seconds_max=0.1))  # type: ignore[arg-type]

        async with desk_at(database, clock, bank, quick) as desk:
            for acts, fault in turns:
                for what in acts:
                    number += 1
                    act(account, what, clock, number)
                bank.faults.plan(fault)
                await desk.turn(2, 3 * MINUTE)
            bank.faults.forget()
            await desk.turn(8, HOUR)
            try:
                assert await desk.agrees_with(account)
            finally:
                await database.close()

    asyncio.run(play())
