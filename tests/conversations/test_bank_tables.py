"""A bank's table that was never seen: three rows, what is open as buttons, then remembered."""

import pytest

from ledger.money import Money
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.sources.test_packed_tables import workbook

SAID = {
    "en": ("One thing is open", "Day first: 31.12"),
    "uk": ("Одне неясно", "Спершу день: 31.12"),
    "ru": ("Одно неясно", "Сначала день: 31.12"),
}
IBAN = "UA213223130000026007233566001"


def table(*rows: str) -> bytes:
    """A table whose days may be read both ways, without a running balance."""
    head = f"Account;{IBAN}\nCurrency;UAH\n\nDate;Amount;Details\n"
    return (head + "\n".join(rows) + "\n").encode()


async def sends(floor: Floor, content: bytes, language: str) -> str:
    chat = await floor.side("accountant", language)
    await chat.sends_document(content, name="export.csv")
    return (await chat.hears()).text


@pytest.mark.parametrize("language", SAID)
async def test_what_is_open_is_asked_once_and_remembered(database_url: str, language: str) -> None:
    unclear, day_first = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        content = table("03/04/2026;-100.00;Zubrowka", "05/06/2026;-200.00;Kastet")
        await chat.sends_document(content, name="export.csv")
        asked = await chat.hears()
        assert unclear in asked.text
        assert "03/04/2026" in asked.text
        await chat.presses(asked, day_first)
        await chat.sees_edit(asked)
        told = await chat.hears()
        assert "/review" in told.text
        await chat.sends_document(table("07/08/2026;-300.00;Merlion"), name="next.csv")
        assert unclear not in (await chat.hears()).text
        days = await floor.database.read(
            lambda books: [
                (each.line.booked_on.month, each.line.booked_on.day)
                for each in books.banks.find_lines([1, 2, 3])
            ]
        )
        assert sorted(days) == [(4, 3), (6, 5), (8, 7)]
        suspense = await floor.database.read(
            lambda books: books.balances.of("asset.suspense", "UAH")
        )
        assert suspense == Money(60_000, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_an_old_question_is_answered_kindly(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(table("03/04/2026;-100.00;Zubrowka"), name="export.csv")
    asked = await chat.hears()
    await chat.presses(asked, "Day first: 31.12")
    await chat.sees_edit(asked)
    await chat.hears()
    await chat.sends_document(table("03/04/2026;-100.00;Zubrowka"), name="again.csv")
    assert "One thing is open" not in (await chat.hears()).text


async def test_a_workbook_that_was_never_seen_is_asked_about_once(floor: Floor) -> None:
    chat = await floor.side("accountant")
    head = (("Account", IBAN), ("Currency", "UAH"), (), ("Date", "Amount", "Details"))
    await chat.sends_document(
        workbook(*head, ("03/04/2026", -100, "Zubrowka")), name="export.xlsx"
    )
    asked = await chat.hears()
    assert "One thing is open" in asked.text
    assert "Zubrowka" in asked.text
    await floor.restart()
    await chat.presses(asked, "Day first: 31.12")
    await chat.sees_edit(asked)
    assert "1 new line" in (await chat.hears()).text
    await chat.sends_document(workbook(*head, ("05/06/2026", -200, "Kastet")), name="next.xlsx")
    assert "1 new line" in (await chat.hears()).text
