"""/jobs by chat: the owner sees what runs by the clock, and has it run at once."""

import pytest

from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": ("What I do by the clock", "Proving the books", "There was nothing to do", "Look again"),
    "uk": ("Що я роблю за розкладом", "Перевірка обліку", "Робити не було чого", "Оновити"),
    "ru": ("Что я делаю по расписанию", "Проверка учёта", "Делать было нечего", "Обновить"),
}


@pytest.mark.parametrize("language", SAID)
async def test_the_owner_has_a_job_run_at_once(database_url: str, language: str) -> None:
    title, proof, nothing, again = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("owner", language)
        await chat.types("/jobs")
        card = await chat.hears()
        assert title in card.text
        assert f"▫️ {proof}" in card.text
        await chat.presses(card, proof)
        card = await chat.sees_edit(card)
        answer = await chat.hears()
        assert proof in answer.text
        assert nothing in answer.text
        await chat.presses(card, again)
        card = await chat.sees_edit(card)
        assert f"✅ {proof}" in card.text


async def test_a_job_that_is_wanted_survives_a_restart(floor: Floor) -> None:
    chat = await floor.side("owner")
    await chat.types("/jobs")
    card = await chat.hears()
    await chat.presses(card, "Proving the books")
    await floor.restart()
    answer = await chat.hears()
    assert "Proving the books: done" in answer.text


async def test_nobody_but_the_owner_sees_the_jobs(floor: Floor) -> None:
    for role in ("cashier", "accountant", "director"):
        chat = await floor.side(role)
        await chat.types("/jobs")
        assert "You can't do that here" in (await chat.hears()).text
