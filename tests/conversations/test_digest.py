"""/digest by chat: each chooses what is sent, and when."""

import pytest

from tests.conftest import StillClock
from tests.conversations.floor import shop_floor

SAID = {
    "en": ("In the evening, about the day", "Not at all", ": off", ": 20:00", "On Mondays"),
    "uk": ("Увечері, за день", "Не надсилати", ": ні", ": 20:00", "Щопонеділка"),
    "ru": ("Вечером, за день", "Не присылать", ": нет", ": 20:00", "По понедельникам"),
}


@pytest.mark.parametrize("language", SAID)
async def test_each_chooses_what_is_sent_and_when(database_url: str, language: str) -> None:
    evening, none, off, at_eight, mondays = SAID[language]
    async with shop_floor(database_url, language=language, clock=StillClock()) as floor:
        chat = await floor.side("director", language)
        await chat.types("/digest")
        card = await chat.hears()
        assert f"{evening}{off}" in card.labels
        await chat.presses(card, evening)
        card = await chat.sees_edit(card)
        await chat.presses(card, "20:00")
        card = await chat.sees_edit(card)
        assert f"{evening}{at_eight}" in card.labels
        await floor.restart()
        await chat.presses(card, evening)
        card = await chat.sees_edit(card)
        await chat.presses(card, none)
        card = await chat.sees_edit(card)
        assert f"{evening}{off}" in card.labels
        cashier = await floor.side("cashier", language)
        await cashier.types("/digest")
        assert not [each for each in (await cashier.hears()).labels if mondays in each]
