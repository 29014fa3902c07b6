"""The shop looks at what it has taught, and has words forgotten: over the real bot."""

import pytest

from ledger.cash import CashCategory
from ledger.money import Money
from parsing.memory.memory import Remembered
from services.messages import Cause
from tests.conftest import NOW
from tests.conversations.floor import Floor, shop_floor

SYSTEM = Cause("system:test", None, NOW)
WORDS = ("буфер", "вентиль", "гілка", "дюбель", "жиклер", "засувка", "кран", "муфта", "ніпель")
SAID = {
    "en": ("Office and household", "3 times", "usually ₴150 to ₴300", "Forget “{}”", "haven't"),
    "uk": (
        "Офіс і госптовари",
        "3 рази",
        "зазвичай від 150\u00a0₴ до 300\u00a0₴",
        "Забути «{}»",
        "ще нічого не навчили",
    ),
    "ru": (
        "Офис и хозтовары",
        "3 раза",
        "обычно от 150\u00a0₴ до 300\u00a0₴",
        "Забыть «{}»",
        "пока ничему не научили",
    ),
}


async def teach(floor: Floor, *words: str) -> None:
    usual = tuple(Money(minor, "UAH") for minor in (15_000, 30_000, 20_000))
    facts = [
        Remembered(word, CashCategory.OFFICE_HOUSEHOLD, times=3, amounts=usual) for word in words
    ]
    await floor.database.write(lambda books: books.memory.keep(facts, SYSTEM))


@pytest.mark.parametrize("language", SAID)
async def test_what_was_taught_is_listed_paged_and_forgotten(
    database_url: str, language: str
) -> None:
    category, times, usual, forget, nothing = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.types("/memory")
        assert nothing in (await chat.hears()).text
        await teach(floor, *WORDS)
        await chat.types("/memory")
        listed = await chat.hears()
        first = listed.text.splitlines()[1]
        assert all(part in first for part in ("ніпель", category, times, usual))
        assert "буфер" not in listed.text
        await chat.presses(listed, listed.labels[-1])
        page = await chat.sees_edit(listed)
        assert page.text.splitlines()[1:] == [first.replace("ніпель", "буфер")]
        await chat.presses(page, forget.format("буфер"))
        left = await chat.sees_edit(page)
        assert left.labels == tuple(forget.format(word) for word in WORDS[:0:-1])
        memory = await floor.database.read(lambda books: books.memory.recall())
        assert memory.find("буфер") is None


@pytest.mark.parametrize("language", SAID)
async def test_a_cashier_sees_the_list_without_the_buttons(
    database_url: str, language: str
) -> None:
    async with shop_floor(database_url, language=language) as floor:
        await teach(floor, "кран")
        chat = await floor.side("cashier", language)
        await chat.types("/memory")
        listed = await chat.hears()
        assert "кран" in listed.text
        assert listed.labels == ()


async def test_memory_stands_in_the_menu_and_in_the_help(floor: Floor) -> None:
    chat = await floor.side("director")
    await chat.types("/help")
    assert "/memory" in (await chat.hears()).text
