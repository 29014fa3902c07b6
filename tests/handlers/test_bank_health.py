"""What /banks says of banks that are read by themselves, and what is told without asking."""

import datetime as dt
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from handlers.bank.bank_health import bank_alerts
from jobs.tell_of_banks import tell_of_banks
from sandbox.banks.faults import Fault
from sandbox.banks.gocardless import GoCardlessStandIn
from sandbox.banks.monobank import MonobankStandIn
from sandbox.banks.server import StandIn
from sandbox.banks.truth import Account, Movement
from services.bank.bank_feed_types import BankApi
from services.people import Newcomer, Role
from services.ports import Books
from services.team.set_up_shop import lay_chart
from sources.bank_apis.gocardless import GoCardless
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.bank_apis.monobank import ByToken, Monobank
from sources.calls import Calls
from storage.database import open_database
from tests.bank_desk import desk_at
from tests.conftest import NOW, StillClock
from tests.handlers.chat import Chat
from tests.shop import SHOP, lexicon

CASHIER, ACCOUNTANT = 1, 2
LANGUAGES = ("en", "uk", "ru")
HOUR = dt.timedelta(hours=1)


@pytest_asyncio.fixture
async def chat(sqlite_url: str, clock: StillClock) -> AsyncIterator[Chat]:
    def staff(books: Books) -> None:
        lay_chart(books, till_names=["Till"])
        books.shop.put(SHOP)
        books.people.add(Newcomer(CASHIER, "Olha", "en"), Role.CASHIER, NOW)
        for number, language in enumerate(LANGUAGES, start=ACCOUNTANT):
            books.people.add(Newcomer(number, "Iryna", language), Role.ACCOUNTANT, NOW)

    database = await open_database(sqlite_url)
    await database.write(staff)
    yield Chat(database, clock, lexicon())
    await database.close()


def mono(clock: StillClock) -> tuple[StandIn, Callable[[str], BankApi]]:
    bank = MonobankStandIn(clock.now)
    bank.accounts = [Account("a", "UA213223130000026007233566001", opening_minor=50_000)]
    bank.accounts[0].add(Movement("m1", NOW - HOUR, -1_250, "fuel"))
    return bank, lambda url: Monobank(ByToken("token-of-mono"), calls=Calls(url))


async def said(chat: Chat, user: int) -> str:
    (answer,) = await chat.say(user, "/banks")
    return answer.text


async def alerts(chat: Chat) -> dict[int, str]:
    told = await chat.run(
        lambda announce: tell_of_banks(
            chat.database,
            chat.clock,
            bank_alerts,
            announce,
        )
    )
    return {each.chat_id: each.text for each in told}


async def test_fresh_accounts_show_how_far_they_are_read(chat: Chat, clock: StillClock) -> None:
    bank, make = mono(clock)
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        texts = [await said(chat, ACCOUNTANT + place) for place in range(3)]
    for text, words in zip(texts, ("up to", "Прочитано в", "Прочитано в"), strict=True):
        assert words in text
        assert "14:31" in text  # on the shop's clock
        assert "⚠️" not in text
    assert await alerts(chat) == {}


@pytest.mark.parametrize(
    ("user", "words"),
    [
        (ACCOUNTANT, ("silent for 9\xa0h", "token is refused", "TILLY_BANK_MONOBANK")),
        (ACCOUNTANT + 1, ("мовчить 9\xa0год", "токен не приймають", "api.monobank.ua")),
        (ACCOUNTANT + 2, ("молчит 9\xa0ч", "токен не принимают", "api.monobank.ua")),
    ],
)
async def test_a_refused_token_says_what_to_do(
    chat: Chat, clock: StillClock, user: int, words: tuple[str, ...]
) -> None:
    bank, make = mono(clock)
    assert isinstance(bank, MonobankStandIn)
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        bank.token = "another"  # noqa: S105 - of a stand-in
        await desk.turn(19, HOUR / 2)
        text = await said(chat, user)
    assert all(each in text for each in words), text
    assert "another" not in text
    assert "token-of-mono" not in text


async def test_who_brings_statements_in_is_told_once_a_day_and_not_at_night(
    chat: Chat, clock: StillClock
) -> None:
    bank, make = mono(clock)
    bank.faults.plan(*[Fault.REFUSED] * 9)  # type: ignore[attr-defined]  # stand-ins share no type
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        told = await alerts(chat)
        assert sorted(told) == [ACCOUNTANT, ACCOUNTANT + 1, ACCOUNTANT + 2]
        assert "refused" in told[ACCOUNTANT]
        assert await alerts(chat) == {}
        clock.move(12 * HOUR)
        assert await alerts(chat) == {}
        clock.move(8 * HOUR)
        assert len(await alerts(chat)) == 3


async def test_an_agreement_that_ends_soon_is_told_in_time(chat: Chat, clock: StillClock) -> None:
    bank = GoCardlessStandIn(clock.now)
    bank.agreed_days = 20
    bank.accounts = [Account("7e94", "LT601010012345678901", "EUR", 5_000)]

    def make(url: str) -> BankApi:
        key = GoCardlessKey(bank.secret_id, bank.secret_key, Calls(url))
        return GoCardless(key, bank.requisition)

    told_on = []
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        for day in range(20):
            if await alerts(chat):
                told_on.append(20 - day)
            clock.move(24 * HOUR)
            await desk.turn(2, dt.timedelta(0))
        assert "agreement" in await said(chat, ACCOUNTANT)
    assert told_on == [15, 8, 4, 2, 1]  # counted in whole days that are left


async def test_what_the_bank_has_and_the_books_have_not_is_told(
    chat: Chat, clock: StillClock
) -> None:
    bank, make = mono(clock)
    assert isinstance(bank, MonobankStandIn)
    bank.accounts[0].add(Movement("m2", NOW - 2 * HOUR, 777, "odd"))
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        bank.accounts[0].add(Movement("m3", clock.now(), 333, "odd"))
        bank.spoiled.add("m3")
        clock.move(HOUR)
        bank.accounts[0].add(Movement("m4", clock.now(), -5, "fee"))
        await desk.turn(2)
        text = await said(chat, ACCOUNTANT)
    assert "apart from the books" in text
    assert "3.33" in text


async def test_a_connection_that_told_nothing_yet_shows(chat: Chat, clock: StillClock) -> None:
    bank, make = mono(clock)
    bank.faults.plan(Fault.BROKEN)  # type: ignore[attr-defined]  # stand-ins share no type
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(1)
        assert "doesn't answer" in await said(chat, ACCOUNTANT)


async def test_an_opening_that_was_put_right_is_told_once_and_shown(
    chat: Chat, clock: StillClock
) -> None:
    bank, make = mono(clock)
    assert isinstance(bank, MonobankStandIn)
    account = bank.accounts[0]
    account.add(Movement("m2", NOW - 30 * HOUR, 4_000, "sale"))
    account.left_out = {"m2"}
    async with desk_at(chat.database, clock, bank, make) as desk:
        await desk.turn(2)
        assert "₴540" not in await said(chat, ACCOUNTANT)
        account.left_out = set()
        await desk.turn(2, HOUR)
        told = await alerts(chat)
        assert set(told) == {ACCOUNTANT, ACCOUNTANT + 1, ACCOUNTANT + 2}
        for text in told.values():
            assert "500" in text
            assert "540" in text
        assert await alerts(chat) == {}
        assert "begin with ₴500 now, not ₴540" in await said(chat, ACCOUNTANT)
        clock.move(15 * 24 * HOUR)
        await desk.turn(1)
        assert "₴540" not in await said(chat, ACCOUNTANT)
