"""Only a part of the cash comes to the other till: said by taps and by words, then settled."""

import pytest

from sandbox.driven import Seen
from sandbox.driver import ChatSide
from tests.conversations.floor import Floor
from tests.conversations.test_tills import balances, natalka_of, warehouse

SAID = {
    "en": {
        "sends": "moved 2000 to the warehouse till",
        "part": "Only a part came",
        "typed": "1800",
        "of": "came 1,800 of 2,000",
        "lacks": "200 is missing",
        "back": "It's back in the till",
        "short": "Book it as a shortage",
        "found": "It was found",
        "booked": "Booked as a shortage",
    },
    "uk": {
        "sends": "передала 2000 на склад",
        "part": "Надійшла частина",
        "typed": "лише 1800",
        "of": "прийшло 1800 з 2000",
        "lacks": "бракує 200",
        "back": "Знову в касі",
        "short": "Записати нестачу",
        "found": "Гроші знайшлися",
        "booked": "Записано як нестачу",
    },
    "ru": {
        "sends": "передала 2000 на склад",
        "part": "Пришла часть",
        "typed": "только 1800",
        "of": "пришло 1800 из 2000",
        "lacks": "не хватает 200",
        "back": "Снова в кассе",
        "short": "Записать недостачу",
        "found": "Деньги нашлись",
        "booked": "Записано как недостача",
    },
}


async def sent_from(olha: ChatSide, natalka: ChatSide, said: str) -> Seen:
    """Have Olha send cash; give the question that Natalka is asked."""
    await olha.types(said)
    await olha.hears()
    await olha.hears()
    return await natalka.hears()


async def shortage(floor: Floor) -> int:
    return await floor.database.read(
        lambda books: books.balances.of("expense.cash_shortage", "UAH").minor // 100
    )


@pytest.mark.parametrize("language", SAID)
async def test_a_part_comes_and_the_rest_is_booked_as_a_shortage_then_found(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with warehouse(database_url, language) as floor:
        director = await floor.side("director", language)
        olha = await floor.side("cashier", language)
        natalka = await natalka_of(floor, language)
        asked = await sent_from(olha, natalka, said["sends"])
        await natalka.presses(asked, said["part"])
        assert "2" in (await natalka.hears()).text
        await natalka.types(said["typed"])
        come = await natalka.hears()
        assert "1" in come.text
        assert (await natalka.sees_edit(asked)).labels[0].startswith("✓ Natalka, ")
        rest = await natalka.hears()
        assert "200" in rest.text
        assert said["part"] in rest.labels
        assert said["short"] not in rest.labels
        told = await olha.hears()
        assert "200" in told.text
        assert told.labels == (said["back"],)
        missing = await director.hears()
        assert "Natalka" in missing.text
        assert said["short"] in missing.labels
        assert await balances(floor) == (-2_000, 1_800, 200)
        await director.types("/today")
        assert [line for line in (await director.hears()).text.splitlines() if line[:1] == "⚠"]
        await director.presses(missing, said["short"])
        booked = await director.sees_edit(missing)
        assert said["booked"] in booked.text
        assert "Director" in (await olha.hears()).text
        assert "Director" in (await natalka.hears()).text
        shut = await natalka.sees_edit(rest)
        assert shut.labels == (f"✗ Director, {shut.labels[0][-5:]}",)
        assert (await shortage(floor), await balances(floor)) == (200, (-2_000, 1_800, 0))
        await director.presses(booked, said["found"])
        assert said["short"] not in (await director.sees_edit(booked)).labels
        assert said["part"] in (await natalka.sees_edit(shut)).labels
        assert (await shortage(floor), await balances(floor)) == (0, (-2_000, 1_800, 200))


@pytest.mark.parametrize("language", SAID)
async def test_a_part_is_told_in_words_and_the_rest_goes_back(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with warehouse(database_url, language) as floor:
        olha, natalka = await floor.side("cashier", language), await natalka_of(floor, language)
        await sent_from(olha, natalka, said["sends"])
        await natalka.types(said["of"])
        await natalka.hears()
        told = await olha.hears()
        await olha.presses(told, said["back"])
        back = await olha.sees_edit(told)
        assert back.labels[0].startswith("↩ ")
        assert await balances(floor) == (-1_800, 1_800, 0)


@pytest.mark.parametrize("language", SAID)
async def test_what_lacks_is_told_in_reply_to_the_question(
    database_url: str, language: str
) -> None:
    said = SAID[language]
    async with warehouse(database_url, language) as floor:
        olha, natalka = await floor.side("cashier", language), await natalka_of(floor, language)
        asked = await sent_from(olha, natalka, said["sends"])
        await natalka.types(said["lacks"], reply_to=asked)
        await natalka.hears()
        assert "200" in (await olha.hears()).text
        assert await balances(floor) == (-2_000, 1_800, 200)


async def test_a_figure_that_cannot_be_is_asked_again_and_other_talk_is_filed(
    database_url: str,
) -> None:
    async with warehouse(database_url) as floor:
        olha, natalka = await floor.side("cashier"), await natalka_of(floor)
        asked = await sent_from(olha, natalka, "moved 2000 to the warehouse till")
        await natalka.presses(asked, "Only a part came")
        await natalka.hears()
        await natalka.types("2500")
        assert "₴2,000 that was sent" in (await natalka.hears()).text
        await natalka.types("courier 250")
        assert "Delivery" in (await natalka.hears()).text
        await natalka.presses(asked, "Only a part came")
        await natalka.hears()
        await floor.restart()
        await natalka.types("1 800")
        await natalka.hears()
        assert await balances(floor) == (-2_000, 1_800 - 250, 200)
