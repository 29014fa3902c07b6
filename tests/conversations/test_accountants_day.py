"""The accountant's day: sixty lines that nobody knows are settled in a dozen taps."""

import pytest

from ledger.money import Money
from services.filing.filing_ports import FilingState
from services.verify_books import verify_books
from tests.conversations.floor import shop_floor
from tests.conversations.test_bank_files import camt
from tests.conversations.test_review import drops, held

TAPS_MAX = 12
SUPPLIERS = ("Zubrowka", "Kastet", "Merlion", "Barvinok", "Kobzar", "Vulkan")
ACCOUNTS = {
    "en": ("Other…", "advert", "Advertising", "All bank lines are filed"),
    "uk": ("Інше…", "рекл", "Реклама", "Усі рядки рознесено"),
    "ru": ("Другое…", "рекл", "Реклама", "Все строки разнесены"),
}
HEADS = {"en": "60 lines, 6 groups", "uk": "60 рядків, 6 груп", "ru": "60 строк, 6 групп"}


def sixty() -> list[tuple[int, str, str]]:
    """Ten payments to each of six suppliers, none of whom a rule knows."""
    return [
        (-10_000 - 10 * number - at, f"{name} partners, рах. {number}{at}", f"{name}{at}")
        for number in range(10)
        for at, name in enumerate(SUPPLIERS)
    ]


@pytest.mark.parametrize("language", ACCOUNTS)
async def test_sixty_lines_are_settled_in_a_dozen_taps(database_url: str, language: str) -> None:
    other, typed, account, empty = ACCOUNTS[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await drops(chat, camt(*sixty(), opening=10_000_000))
        await chat.types("/review")
        card, taps = await chat.hears(), 0
        assert HEADS[language] in card.text
        while empty not in card.text:
            await chat.presses(card, other)
            await chat.sees_edit(card)
            await chat.types(typed)
            card = await chat.hears()
            await chat.presses(card, account)
            card = await chat.sees_edit(card)
            taps += 2
            assert taps <= TAPS_MAX
        total = -sum(minor for minor, _, _ in sixty())
        assert await held(floor, "expense.advertising") == Money(total, "UAH")
        assert await floor.database.read(lambda books: books.filings.count(FilingState.OPEN)) == 0
        assert await floor.database.read(verify_books) == ()
