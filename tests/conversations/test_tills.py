"""Two tills talk: cash is sent, received, refused, undone; a till is looked through by taps."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from handlers.tills.transfer_notices import transfer_asked_again
from jobs.remind_of_transfers import remind_of_transfers
from sandbox.driver import ChatSide
from services.people import Newcomer, Role
from services.ports import Books
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import StillClock
from tests.conversations.floor import BOT, Floor, shop_floor

NATALKA = 601

SAID = {
    "en": (
        "moved 5000 to the warehouse till",
        "Got it",
        "It hasn't come",
        "It has come after all",
    ),
    "uk": ("передала 5000 на склад", "Отримано", "Не надійшло", "Усе ж надійшло"),
    "ru": ("передала 5000 на склад", "Получено", "Не пришло", "Всё же пришло"),
}


def build_warehouse(books: Books, language: str, names: tuple[str, ...]) -> None:
    """Open more tills, with Natalka in the first of them."""
    model = books.accounts.chart()["till.1"]
    for number, name in enumerate(names, start=2):
        told = dict.fromkeys(("en", "uk", "ru"), name)
        books.accounts.add(replace(model, key=f"till.{number}", code=f"309{number}", names=told))
    now = dt.datetime.now(dt.UTC)
    person = books.people.add(Newcomer(NATALKA, "Natalka", language), Role.CASHIER, now)
    books.people.change(replace(person, till="till.2"))


@asynccontextmanager
async def warehouse(
    url: str, language: str = "en", names: tuple[str, ...] = ("Склад",)
) -> AsyncIterator[Floor]:
    """A shop with a front till and others; the books are proved when it is over."""
    async with shop_floor(url, language=language) as floor:
        await floor.database.write(lambda books: build_warehouse(books, language, names))
        yield floor
    database = await open_database(url)
    assert await database.read(verify_books) == ()
    await database.close()


async def natalka_of(floor: Floor, language: str = "en") -> ChatSide:
    actor = await floor.driver.person("Natalka", language_code=language, user_id=NATALKA)
    chat = await actor.opens(BOT)
    await chat.hears()
    return chat


async def balances(floor: Floor) -> tuple[int, int, int]:
    keys = ("till.1", "till.2", "asset.cash_between_tills")
    found = await floor.database.read(
        lambda books: [books.balances.of(key, "UAH").minor // 100 for key in keys]
    )
    first, second, between = found
    return first, second, between


@pytest.mark.parametrize("language", SAID)
async def test_cash_is_sent_refused_and_found_after_all(database_url: str, language: str) -> None:
    said, got, no, found = SAID[language]
    async with warehouse(database_url, language) as floor:
        director = await floor.side("director", language)
        olha = await floor.side("cashier", language)
        natalka = await natalka_of(floor, language)
        await olha.types(said)
        await olha.hears()
        assert "Natalka" in (await olha.hears()).text
        asked = await natalka.hears()
        assert "Front till" in asked.text
        assert asked.labels[:2] == (got, no)
        await natalka.presses(asked, no)
        refused = await natalka.sees_edit(asked)
        assert refused.labels[0].startswith("✗ Natalka, ")
        assert "Natalka" in refused.text.splitlines()[1]
        assert "Natalka" in (await olha.hears()).text
        assert "Cashier" in (await director.hears()).text
        assert await balances(floor) == (-5_000, 0, 5_000)
        await natalka.presses(refused, found)
        received = await natalka.sees_edit(refused)
        assert received.labels[0].startswith("✓ Natalka, ")
        assert "Natalka" in (await olha.hears()).text
        assert await balances(floor) == (-5_000, 5_000, 0)


async def test_a_restart_between_question_and_answer_loses_neither(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        await olha.hears()
        await olha.hears()
        asked = await natalka.hears()
        await floor.restart()
        await natalka.presses(asked, "Got it")
        received = await natalka.sees_edit(asked)
        await olha.hears()
        assert "Natalka got it" in received.text
        assert await balances(floor) == (-5_000, 5_000, 0)


async def test_cash_that_nobody_confirms_is_asked_about_once_more(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        await olha.hears()
        await olha.hears()
        asked = await natalka.hears()
        noon = dt.datetime.now(dt.UTC).replace(hour=10) + dt.timedelta(days=1)
        for _ in range(2):
            await remind_of_transfers(
                floor.database, StillClock(noon), transfer_asked_again, floor.app.announce
            )
        again = await natalka.hears()
        assert "Still on its way" in again.text
        await natalka.presses(again, "Got it")
        assert "Natalka got it" in (await natalka.sees_edit(again)).text
        assert "Natalka got it" in (await natalka.sees_edit(asked)).text
        await natalka.hears_nothing()
        assert await balances(floor) == (-5_000, 5_000, 0)


async def test_the_sender_cannot_say_that_it_has_come(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        await olha.hears()
        await olha.hears()
        await natalka.hears()
        await olha.types("/till")
        seen = await olha.hears()
        assert "On its way: ₴5,000" in seen.text
        assert not [label for label in seen.labels if label.startswith("Got")]
        await natalka.types("/till")
        await natalka.presses(await natalka.hears(), "Got ₴5,000")
        assert await balances(floor) != (0, 0, 0)


async def test_who_types_the_arrival_is_not_counted_twice(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        await olha.hears()
        await olha.hears()
        asked = await natalka.hears()
        await natalka.types("отримала 5000 з іншої каси")
        card = await natalka.hears()
        assert "Between tills" in card.text
        settled = await natalka.sees_edit(asked)
        assert "Natalka got it" in settled.text
        assert "has arrived now" in (await natalka.hears()).text
        assert "Natalka got" in (await olha.hears()).text
        assert await balances(floor) == (-5_000, 5_000, 0)


async def test_an_undo_is_followed_on_both_sides(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        card = await olha.hears()
        await olha.hears()
        asked = await natalka.hears()
        await natalka.presses(asked, "Got it")
        received = await natalka.sees_edit(asked)
        await olha.hears()
        await olha.presses(card, "Undo")
        kept = await olha.hears()
        assert "Natalka has got ₴5,000 of it already" in kept.text
        assert "No.\xa02" in kept.text
        await natalka.presses(received, "Undo No. 2")
        await natalka.hears()
        again = await natalka.sees_edit(received)
        assert again.labels[:2] == ("Got it", "It hasn't come")
        assert "on its way again" in (await olha.hears()).text
        await olha.presses(card, "Undo")
        withdrawn = await natalka.sees_edit(again)
        assert "Nothing is on its way" in withdrawn.text
        assert await balances(floor) == (0, 0, 0)


async def test_a_sum_that_is_put_right_changes_the_question(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types(SAID["en"][0])
        await olha.hears()
        await olha.hears()
        asked = await natalka.hears()
        await olha.types("no, 4500")
        await olha.hears()
        changed = await natalka.sees_edit(asked)
        assert "₴4,500" in changed.text
        await natalka.presses(changed, "Got it")
        await olha.hears()
        assert await balances(floor) == (-4_500, 4_500, 0)


async def test_among_three_tills_the_sender_is_asked_which(database_url: str) -> None:
    async with warehouse(database_url, names=("Warehouse", "Kiosk")) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        await olha.types("moved 5000 to the other till")
        await olha.hears()
        which = await olha.hears()
        assert which.labels == ("Warehouse", "Kiosk")
        await olha.presses(which, "Warehouse")
        chosen = await olha.sees_edit(which)
        assert "“Warehouse”" in chosen.text
        assert "Natalka" in (await olha.hears()).text
        asked = await natalka.hears()
        await natalka.presses(asked, "Got it")
        await natalka.sees_edit(asked)
        assert await balances(floor) == (-5_000, 5_000, 0)


async def test_a_director_looks_into_each_till_and_a_cashier_into_his(database_url: str) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        director = await floor.side("director")
        await olha.types("courier 250")
        await olha.hears()
        await natalka.types("petrol 900")
        await natalka.hears()
        await director.types("/till")
        seen = await director.hears()
        assert "Front till: −\N{WORD JOINER}₴250" in seen.text
        assert seen.labels == ("Copy −₴250", "Склад")
        await director.presses(seen, "Склад")
        other = await director.sees_edit(seen)
        assert "900" in other.text
        assert other.labels == ("Copy −₴900", "Front till")
        await natalka.types("/till courier")
        none = await natalka.hears()
        assert "found nothing about “courier”" in none.text
        assert none.labels == ("Copy −₴900",)


async def test_pages_are_turned_on_the_same_message(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("\n".join(f"courier {amount}" for amount in range(101, 113)))
    await chat.hears()
    await chat.types("/till")
    first = await chat.hears()
    assert [line for line in first.text.splitlines() if "No.\xa012" in line]
    assert "No.\xa02 " not in first.text + " "
    await chat.presses(first, "Older →")
    second = await chat.sees_edit(first)
    assert "No.\xa02" in second.text.splitlines()[-3]
    await chat.presses(second, "← Newer")
    assert "No.\xa012" in (await chat.sees_edit(second)).text
    await chat.types("/till courier: 105")
    assert "₴105" in (await chat.hears()).text


DEPOSITS = {
    "en": ("slip", "On its way to the bank", "Nothing is on its way"),
    "uk": ("квитанції", "У дорозі до банку", "нічого не йде"),
    "ru": ("квитанции", "В пути в банк", "ничего не идёт"),
}


@pytest.mark.parametrize("language", DEPOSITS)
async def test_a_deposit_is_on_its_way_until_the_bank_has_it(
    database_url: str, language: str
) -> None:
    slip, title, nothing = DEPOSITS[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.types("/deposit")
        assert nothing in (await chat.hears()).text
        await chat.types("/deposit 15000")
        card = await chat.hears()
        assert slip in card.text
        assert "15" in card.text
        await chat.types("/deposit")
        listed = await chat.hears()
        assert title in listed.text
        assert "⚠️" not in listed.text


async def test_a_deposit_is_read_with_its_day_and_edited(floor: Floor) -> None:
    chat = await floor.side("cashier")
    message = await chat.types("/deposit 15000 yesterday")
    assert "₴15,000" in (await chat.hears()).text
    await chat.types("/deposit")
    assert "1 day ·" in (await chat.hears()).text
    await chat.edits(message, "/deposit 1500")
    assert "₴1,500" in (await chat.hears()).text
    await chat.types("/deposit nonsense")
    assert "/deposit 15000" in (await chat.hears()).text
    await chat.types("/deposit")
    assert "Together: ₴1,500" in (await chat.hears()).text


@pytest.mark.parametrize("said", ["-500", "0", "minus 500", "- 500", "-500 usd yesterday"])
async def test_a_deposit_of_nothing_or_less_is_refused(floor: Floor, said: str) -> None:
    chat = await floor.side("cashier")
    await chat.types(f"/deposit {said}")
    assert "more than nothing" in (await chat.hears()).text
    message = await chat.types("/deposit 700")
    assert "₴700" in (await chat.hears()).text
    await chat.edits(message, f"/deposit {said}")
    await chat.hears()
    assert await balances_of(floor) == (-700, 700)


async def balances_of(floor: Floor) -> tuple[int, int]:
    """Give the front till, and what is on its way to the bank, in whole hryvnias."""
    keys = ("till.1", "asset.cash_in_transit")
    till, carried = await floor.database.read(
        lambda books: [books.balances.of(key, "UAH").minor // 100 for key in keys]
    )
    return till, carried


async def test_the_owner_opens_and_closes_a_till(floor: Floor) -> None:
    owner, cashier = await floor.side("owner"), await floor.side("cashier")
    await cashier.types("/till + Warehouse")
    assert "can't do that" in (await cashier.hears()).text
    await owner.types("/till + Warehouse")
    assert "“Warehouse” is open" in (await owner.hears()).text
    await owner.types("/till")
    assert (await owner.hears()).labels == ("Warehouse",)
    await owner.types("/team")
    listed = await owner.hears()
    await owner.presses(listed, "Cashier")
    person = await owner.sees_edit(listed)
    await owner.presses(person, "Till: Warehouse")
    await owner.sees_edit(person)
    assert "Warehouse" in (await cashier.hears()).text
    await owner.types("/till - warehouse")
    assert "“Warehouse” is closed" in (await owner.hears()).text
    assert "Front till" in (await cashier.hears()).text
