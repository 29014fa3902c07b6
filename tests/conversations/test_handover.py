"""The till changes hands at the change of shift, in three languages, on both databases."""

import pytest

from services.people import Newcomer, Role
from services.tills.handover_types import HandoverState
from services.verify_books import verify_books
from tests.conftest import NOW
from tests.conversations.floor import BOT, shop_floor

SAID = {
    "en": ("sale 1000", "is asked to take", "Yes, I take it", "is yours now", "has taken"),
    "uk": ("продаж 1000", "має підтвердити", "Так, приймаю", "Тепер ваша", "тепер відповідає"),
    "ru": ("продажа 1000", "Жду подтверждения", "Да, принимаю", "Теперь ваша", "теперь отвечает"),
}


@pytest.mark.parametrize("language", SAID)
async def test_a_till_is_handed_over_and_taken_after_a_restart(
    database_url: str, language: str
) -> None:
    sale, asked, take, yours, taken = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(
            lambda books: books.people.add(Newcomer(505, "Petro", language), Role.CASHIER, NOW)
        )
        giver = await floor.side("cashier", language)
        actor = await floor.driver.person("Petro", language_code=language, user_id=505)
        taker = await actor.opens(BOT)
        await taker.hears()
        await giver.types(sale)
        await giver.hears()
        await giver.types("/handover")
        whom = await giver.hears()
        assert {"Petro", "Director", "Owner", "Accountant"} == set(whom.labels)
        await giver.presses(whom, "Petro")
        assert asked in (await giver.sees_edit(whom)).text
        offer = await taker.hears()
        assert "000" in offer.text
        await floor.restart()
        await taker.presses(offer, take)
        done = await taker.sees_edit(offer)
        assert yours in done.text
        assert done.labels[0].startswith("Petro, ")
        assert taken in (await giver.hears()).text
        people = await floor.database.read(lambda books: books.people.all())
        assert people[-1].till == "till.1"
        kept = await floor.database.write(lambda books: books.handovers.find(1))
        assert kept is not None
        assert kept.state is HandoverState.TAKEN
        assert await floor.database.read(verify_books) == ()
