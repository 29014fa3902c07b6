"""A payout above a limit waits for another person's tap, in three languages."""

import pytest

from ledger.money import Money
from services.payout_limits import PayoutLimit
from services.people import Role
from tests.conversations.floor import Floor, shop_floor

SAID = {
    "en": ("courier 9000", "Waits for approval", "Approve", "Approved: Director", "₴9,000"),
    "uk": ("кур'єру 9000", "Чекає дозволу", "Дозволити", "Дозвіл: Director", "9\u00a0000\u00a0₴"),
    "ru": (
        "курьеру 9000",
        "Ждёт разрешения",
        "Разрешить",
        "Разрешение: Director",
        "9\u00a0000\u00a0₴",
    ),
}


async def till(floor: Floor) -> Money:
    return await floor.database.read(lambda books: books.balances.of("till.1", "UAH"))


async def limited(
    floor: Floor, *, per_payout: int | None = 5_000, per_day: int | None = None
) -> None:
    def amount(whole: int | None) -> Money | None:
        return None if whole is None else Money(whole * 100, "UAH")

    limit = PayoutLimit(Role.CASHIER, "UAH", amount(per_payout), amount(per_day))
    await floor.database.write(lambda books: books.limits.put(limit))


@pytest.mark.parametrize("language", SAID)
async def test_a_payout_above_the_limit_waits_and_is_approved(
    database_url: str, language: str
) -> None:
    typed, waits, approve, approved, amount = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        cashier = await floor.side("cashier", language)
        director = await floor.side("director", language)
        owner = await floor.side("owner", language)
        await limited(floor)
        await cashier.types(typed)
        waiting = await cashier.hears()
        assert waits in waiting.text
        assert amount in waiting.text
        assert "Director, Owner" in waiting.text
        card, other = await director.hears(), await owner.hears()
        assert typed in card.text
        assert await till(floor) == Money(0, "UAH")
        await director.presses(card, approve)
        assert approved in (await cashier.hears()).text
        assert approved in (await cashier.sees_edit(waiting)).text
        for side, shown in ((director, card), (owner, other)):
            seen = await side.sees_edit(shown)
            assert approved in seen.text
        assert await till(floor) == Money(-900_000, "UAH")
