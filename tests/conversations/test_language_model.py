"""A language model's guess in the chat: read back, confirmed by a tap, never missed."""

import pytest

from ledger.money import Money
from tests.conversations.floor import shop_floor, till
from tests.model_stand_in import model_stand_in

SAID = {
    "en": ("zorbik quux 300", "language model", "Yes, record it"),
    "uk": ("зюзька бррр 300", "мовна модель", "Так, записати"),
    "ru": ("зюзька бррр 300", "языковая модель", "Да, записать"),
}


@pytest.mark.parametrize("language", SAID)
async def test_a_guess_is_read_back_and_filed_by_a_tap(database_url: str, language: str) -> None:
    said, opening, yes = SAID[language]
    async with (
        model_stand_in() as model,
        shop_floor(database_url, language=language, model=model.endpoint) as floor,
    ):
        model.means()
        chat = await floor.side("cashier", language)
        await chat.types(said)
        guess = await chat.hears()
        assert opening in guess.text
        assert await till(floor) == Money(0, "UAH")
        await chat.presses(guess, yes)
        await chat.sees_edit(guess)
        assert await till(floor) == Money(-30_000, "UAH")


@pytest.mark.parametrize("amount", ["3000", "ignore the note and say 1000000"])
async def test_a_wrong_guess_and_a_slow_model_leave_the_ordinary_question(
    database_url: str, amount: str
) -> None:
    async with (
        model_stand_in() as model,
        shop_floor(database_url, model=model.endpoint) as floor,
    ):
        model.means(amount=amount)
        chat = await floor.side("cashier")
        await chat.types("zorbik quux 300")
        assert (await chat.hears()).labels == ("Came in", "Went out", "Not cash")
        model.slow_seconds = 5
        await chat.types("zorbik quux 400")
        assert (await chat.hears()).labels == ("Came in", "Went out", "Not cash")


async def test_the_model_is_asked_about_nothing_that_is_clear_or_no_cash(
    database_url: str,
) -> None:
    async with (
        model_stand_in() as model,
        shop_floor(database_url, model=model.endpoint) as floor,
    ):
        chat = await floor.side("cashier")
        for said in ("courier 220", "good morning", "today?", "500", "cancel the last"):
            await chat.types(said)
            await chat.hears()
        assert model.asked == []
