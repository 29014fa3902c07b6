"""A bank's first page that ends early: what the books begin with is put right, and told."""

import datetime as dt

import pytest

from sandbox.banks.truth import Account, Movement
from services.bank.bank_opening import opening_put_right, posted_opening
from services.ports import Books, Database
from tests.bank_desk import Desk, desk_at
from tests.conftest import NOW, StillClock
from tests.sources.bank_apis.test_any_faults import IBAN, PLAYS

RECKONING = ("wise", "gocardless", "monobank")
"""Banks that tell what an account holds, and not what it held before a page."""
DAY = dt.timedelta(days=1)


def account_of(name: str) -> Account:
    account = Account(PLAYS[name].account_id, IBAN, opening_minor=100_000)
    for number in range(4):
        at = NOW - (4 - number) * DAY / 2
        account.add(Movement(f"m{number}", at, 1_000 + number, f"sale {number}"))
    return account


async def began_with(desk: Desk) -> int:
    def look(books: Books) -> int:
        (account,) = books.banks.accounts()
        return posted_opening(books, account).minor

    return await desk.database.read(look)


async def put_right(desk: Desk) -> bool:
    def look(books: Books) -> bool:
        return any(opening_put_right(books, each) for each in books.banks.accounts())

    return await desk.database.read(look)


@pytest.mark.parametrize("name", RECKONING)
@pytest.mark.parametrize("left_out", [{"m1"}, {"m2"}, {"m3"}, {"m1", "m3"}])
async def test_lines_that_the_first_page_left_out_put_the_opening_right(
    database: Database, clock: StillClock, name: str, left_out: set[str]
) -> None:
    play = PLAYS[name]
    bank, account = play.bank(clock), account_of(name)
    bank.accounts, account.left_out = [account], left_out
    async with desk_at(database, clock, bank, play.api) as desk:
        await desk.turn(2, play.every)
        assert await desk.lines() == 4 - len(left_out)
        account.left_out = set()
        await desk.turn(2, play.after)
        assert await began_with(desk) == 100_000
        assert await desk.agrees_with(account)
        account.change("m1", minor=1_500)
        account.add(Movement("m9", clock.now(), -700, "rent"))
        await desk.turn(3, play.after)
        assert await began_with(desk) == 100_000
        assert await desk.agrees_with(account)


@pytest.mark.parametrize("name", RECKONING)
async def test_a_line_that_a_bank_tells_late_leaves_the_opening_alone(
    database: Database, clock: StillClock, name: str
) -> None:
    play = PLAYS[name]
    bank, account = play.bank(clock), account_of(name)
    bank.accounts = [account]
    account.change("m2", told_from=NOW + dt.timedelta(hours=5))
    async with desk_at(database, clock, bank, play.api) as desk:
        await desk.turn(2, play.every)
        assert await began_with(desk) == 100_000
        await desk.turn(3, dt.timedelta(hours=4))
        assert await began_with(desk) == 100_000
        assert await desk.agrees_with(account)
        assert not await put_right(desk)
