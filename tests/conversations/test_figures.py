"""From a result to each of its figures, to the entries, to the record as it came."""

import re

import pytest

from tests.conftest import StillClock
from tests.conversations.floor import shop_floor
from tests.known_book import lay_known_book

SAID = {
    "en": ("sold a boiler 12 400", "/month", "What it's made of", "Sales: ", "As it came",
           "Where it is"),
    "uk": ("продала бойлер 12 400", "/month", "З чого це складається", "Продажі: ",
           "Як надійшло", "Де гроші"),
    "ru": ("продала бойлер 12 400", "/month", "Из чего это складывается", "Продажи: ",
           "Как пришло", "Где деньги"),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
async def test_each_figure_leads_to_the_record_as_it_came(
    database_url: str, language: str
) -> None:
    sold, month, made_of, sales, raw, places = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        cashier = await floor.side("cashier", language)
        chat = await floor.side("director", language)
        await cashier.types(sold)
        await cashier.hears()
        await chat.types(month)
        told = await chat.hears()
        await chat.presses(told, made_of)
        board = await chat.hears()
        assert board.labels[0].startswith(sales)
        await floor.restart()
        await chat.presses(board, board.labels[0])
        entries = await chat.hears()
        assert board.labels[0].removeprefix(sales) in entries.text
        await chat.presses(entries, entries.labels[0])
        entry = await chat.hears()
        await chat.presses(entry, raw)
        shown = (await chat.hears()).text
        assert sold in shown
        assert "telegram" in shown
        await chat.presses(board, places)
        turned = await chat.sees_edit(board)
        await chat.presses(turned, turned.labels[0])
        assert "12" in (await chat.hears()).text


async def test_every_figure_on_the_board_is_what_its_entries_say(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        await floor.database.write(lay_known_book)
        chat = await floor.side("director")
        await chat.types("/report October")
        told = await chat.hears()
        await chat.presses(told, "What it's made of")
        board = await chat.hears()
        figures = [each for each in board.labels if ": " in each and "₴" in each]
        assert max(map(len, figures)) <= 40  # a telephone cuts the amount of a longer one
        assert len(figures) > 10
        for label in figures[:: max(1, len(figures) // 5)]:
            await chat.presses(board, label)
            title = (await chat.hears()).text.splitlines()[0].replace("\N{WORD JOINER}", "")
            amount = re.search(r"−?₴[\d,.]+", label)
            assert amount is not None
            assert f": {amount[0]} (" in title
        await chat.presses(board, "The days before: September 2026")
        assert "September 2026" in (await chat.sees_edit(board)).text


async def test_a_made_up_figure_and_a_cashier_see_nothing(sqlite_url: str) -> None:
    async with shop_floor(sqlite_url, clock=StillClock()) as floor:
        cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
        await cashier.types("sold a boiler 12 400")
        card = await cashier.hears()
        assert "As it came" not in card.labels
        await accountant.types("/month")
        told = await accountant.hears()
        await accountant.presses(told, "What it's made of")
        assert "Sales: ₴12,400" in (await accountant.hears()).labels
