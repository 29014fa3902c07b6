"""A payout above a limit waits for another person's tap, in three languages."""

import asyncio

import pytest

from ledger.money import Money
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from services.approvals.payout_limits import PayoutLimit
from services.people import Role
from tests.conversations.floor import Floor, shop_floor, till
from tests.sandbox.pictures import png

SAID = {
    "en": (
        "paid the courier 9000",
        "Waits for approval",
        "Approve",
        "Approved: Director",
        "₴9,000",
    ),
    "uk": ("кур'єру 9000", "Чекає дозволу", "Дозволити", "Дозвіл: Director", "9\u00a0000\u00a0₴"),
    "ru": (
        "курьеру 9000",
        "Ждёт разрешения",
        "Разрешить",
        "Разрешение: Director",
        "9\u00a0000\u00a0₴",
    ),
}
PAID = SAID["en"][0]


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


async def test_a_correction_finds_the_payout_it_names_among_later_things(floor: Floor) -> None:
    cashier = await floor.side("cashier")
    await limited(floor)
    await cashier.types("paid 7200 rent for the warehouse")
    waiting = await cashier.hears()
    await cashier.types("courier 50")
    await cashier.hears()
    await cashier.types("300")
    question = await cashier.hears()
    await cashier.types("not 7200 but 4200")
    assert "4,200" in (await cashier.hears()).text
    assert "Approve" not in (await cashier.sees_edit(waiting)).text
    assert await till(floor) == Money(-425_000, "UAH")
    await cashier.types("cancel the rent")
    await cashier.hears()
    assert await till(floor) == Money(-5_000, "UAH")
    await cashier.presses(question, "Came in")
    await cashier.sees_edit(question)


async def test_a_refusal_asks_for_a_reason_and_outlives_a_restart(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await cashier.types(PAID)
    waiting, card = await cashier.hears(), await director.hears()
    await director.presses(card, "Refuse")
    asked = await director.sees_edit(card)
    assert "too much" in asked.labels
    await floor.restart()
    await director.types("ask me in the morning")
    refused = await cashier.hears()
    assert "Refused: Director" in refused.text
    assert "ask me in the morning" in refused.text
    assert "Refused: Director" in (await cashier.sees_edit(waiting)).text
    assert "Refused: Director" in (await director.sees_edit(card)).text
    assert await till(floor) == Money(0, "UAH")


async def heard_last(side: ChatSide, count: int) -> Seen:
    """Hear so many messages; give the last."""
    for _ in range(count - 1):
        await side.hears()
    return await side.hears()


async def test_a_question_and_its_answer_go_between_the_two(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await cashier.types(PAID)
    await cashier.hears()
    card = await director.hears()
    await director.presses(card, "Ask")
    await director.sees_edit(card)
    await director.types("What was in it?")
    question = await cashier.hears()
    assert "What was in it?" in question.text
    assert question.labels == ("Answer",)
    assert "asked Cashier" in (await director.hears()).text
    await director.hears()
    await cashier.types("Two boilers")
    assert "passed it on to Director" in (await cashier.hears()).text
    answered = await cashier.sees_edit(question)
    assert "You answered Director: “Two boilers”" in answered.text
    assert answered.labels == ()
    assert "Two boilers" in (await director.hears()).text
    again = await director.hears()
    await director.presses(again, "Approve")
    assert "Approved: Director" in (await cashier.hears()).text
    assert "Approved: Director" in (await director.sees_edit(again)).text
    assert "Approved: Director" in (await director.sees_edit(card)).text


async def test_cash_told_after_the_payout_was_settled_is_no_answer_about_it(
    floor: Floor,
) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await cashier.types(PAID)
    await cashier.hears()
    card = await director.hears()
    await director.presses(card, "Ask")
    await director.sees_edit(card)
    await director.types("What was in it?")
    await cashier.hears()
    await director.presses(await heard_last(director, 2), "Approve")
    assert "Approved" in (await cashier.hears()).text
    await cashier.types("Tymur 700")
    assert "come in or go out" in (await cashier.hears()).text


async def test_a_withdrawn_payout_is_off_every_card(floor: Floor) -> None:
    cashier, owner = await floor.side("cashier"), await floor.side("owner")
    await limited(floor)
    await cashier.types(PAID)
    waiting, card = await cashier.hears(), await owner.hears()
    await cashier.presses(waiting, "Withdraw")
    assert "Withdrawn" in (await cashier.sees_edit(waiting)).text
    assert "Withdrawn" in (await owner.sees_edit(card)).text
    assert await till(floor) == Money(0, "UAH")


async def test_an_edited_message_asks_for_what_it_says_now(floor: Floor) -> None:
    cashier, owner = await floor.side("cashier"), await floor.side("owner")
    await limited(floor)
    message = await cashier.types(PAID)
    waiting, card = await cashier.hears(), await owner.hears()
    await cashier.edits(message, "paid the courier 400")
    assert "₴400" in (await cashier.hears()).text
    assert "says something else" in (await owner.sees_edit(card)).text
    assert "says something else" in (await cashier.sees_edit(waiting)).text
    assert await till(floor) == Money(-40_000, "UAH")


LIMITS = {
    "en": ("cashier", "Per payout", "₴5,000 per payout", "no limit", "Lift the limit per payout"),
    "uk": ("касир", "За раз", "за раз 5\u00a0000\u00a0₴", "без ліміту", "Зняти ліміт за раз"),
    "ru": ("кассир", "За раз", "за раз 5\u00a0000\u00a0₴", "без лимита", "Снять лимит за раз"),
}


@pytest.mark.parametrize("language", LIMITS)
async def test_a_director_sets_a_limit_by_buttons_and_the_owner_hears_of_it(
    database_url: str, language: str
) -> None:
    role, field, line, none, lift = LIMITS[language]
    async with shop_floor(database_url, language=language) as floor:
        director = await floor.side("director", language)
        owner = await floor.side("owner", language)
        await director.types("/limits")
        listed = await director.hears()
        assert listed.text.count(none) >= 4
        await director.presses(listed, role)
        shown = await director.sees_edit(listed)
        await director.presses(shown, field)
        await director.sees_edit(shown)
        await director.types("5000")
        assert line in (await director.hears()).text
        told = await owner.hears()
        assert line in told.text
        assert "Director" in told.text
        await director.types(f"/limits {role} 5000 20000")
        assert "20" in (await director.hears()).text
        await owner.hears()
        await director.types("/limits")
        listed = await director.hears()
        await director.presses(listed, role)
        shown = await director.sees_edit(listed)
        await director.presses(shown, lift)
        assert none in (await director.sees_edit(shown)).text


async def test_what_waits_is_listed_with_a_way_to_its_card(floor: Floor) -> None:
    cashier, owner = await floor.side("cashier"), await floor.side("owner")
    await limited(floor)
    await cashier.types(PAID)
    waiting = await cashier.hears()
    await owner.hears()
    await owner.types("/approvals")
    listed = await owner.hears()
    assert "₴9,000" in listed.text
    assert "Cashier" in listed.text
    await owner.presses(listed, listed.labels[0])
    shown = await owner.hears()
    await owner.presses(shown, "Approve")
    assert "Approved: Owner" in (await cashier.hears()).text
    assert "Approved: Owner" in (await cashier.sees_edit(waiting)).text
    await cashier.types("/approvals")
    seen = (await cashier.hears()).text
    assert "Nothing waits" in seen
    assert "Approved: Owner" in seen


async def test_a_reply_puts_right_the_payout_that_it_replies_to(floor: Floor) -> None:
    cashier = await floor.side("cashier")
    await limited(floor)
    typed = await cashier.types(PAID)
    first = await cashier.hears()
    await cashier.types("paid the courier 8000")
    await cashier.hears()
    await cashier.replies(first, "no, 900")
    assert "₴900" in (await cashier.hears()).text
    assert await till(floor) == Money(-90_000, "UAH")
    await cashier.replies(typed, "no, 800")
    await cashier.hears()
    assert await till(floor) == Money(-80_000, "UAH")
    await cashier.types("/approvals")
    assert "₴8,000" in (await cashier.hears()).text


async def test_what_is_said_in_reply_to_a_card_is_about_its_payout(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    await cashier.types(PAID)
    await cashier.hears()
    first = await director.hears()
    await cashier.types("paid the courier 7000")
    await cashier.hears()
    second = await director.hears()
    await director.presses(second, "Refuse")
    await director.sees_edit(second)
    await director.replies(first, "Which boiler is that for?")
    question = await cashier.hears()
    assert "₴9,000" in question.text
    assert "Which boiler" in question.text
    await director.hears()
    await director.hears()
    await cashier.types("sale 100")
    await cashier.hears()
    await cashier.replies(question, "The one for Lisna street")
    assert "passed it on to Director" in (await cashier.hears()).text
    assert "Lisna street" in (await director.hears()).text


async def test_what_a_count_found_missing_is_no_payout_of_the_day(floor: Floor) -> None:
    cashier, owner = await floor.side("cashier"), await floor.side("owner")
    await cashier.types("sale 9000")
    await cashier.hears()
    await limited(floor, per_payout=None, per_day=1_000)
    await cashier.types("/count 8000")
    off = await cashier.hears()
    await cashier.presses(off, "Book it as short")
    why = await cashier.sees_edit(off)
    await cashier.presses(why, "wrong change")
    await cashier.sees_edit(off)
    assert "short" in (await owner.hears()).text
    await cashier.types("paid the courier 900")
    assert "Delivery" in (await cashier.hears()).text
    await cashier.types("paid the courier 200")
    assert "Waits for approval" in (await cashier.hears()).text
    assert await till(floor) == Money(710_000, "UAH")


async def test_the_sale_of_a_refund_is_kept_until_it_is_approved(floor: Floor) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor, per_payout=500)
    for who in ("Koval", "Bondar"):
        await cashier.types(f"{who} paid 900 for a valve")
        await cashier.hears()
    await cashier.types("refund 900")
    question = await cashier.hears()
    await cashier.presses(question, "No. 2")
    waiting = await cashier.sees_edit(question)
    assert "for sale No.\xa02" in waiting.text
    first = await director.hears()
    assert "for sale No.\xa02" in first.text
    await cashier.replies(waiting, "no, 800")
    assert "for sale No.\xa02" in (await cashier.hears()).text
    card = await director.hears()
    assert "₴800" in card.text
    await director.presses(card, "Approve")
    approved = await cashier.hears()
    assert "for sale No.\xa02" in approved.text
    assert "same person" in approved.text
    links = await floor.database.read(lambda books: books.links.of(3))
    assert links is not None
    assert links.other_number == 2


async def test_who_decides_sees_the_receipts_and_what_the_payout_is_for_now(
    floor: Floor,
) -> None:
    cashier, director = await floor.side("cashier"), await floor.side("director")
    await limited(floor)
    content = png(30, 30)
    await cashier.sends_photo(content, caption=PAID)
    waiting, card = await cashier.hears(), await director.hears()
    assert "Receipt 1" in card.labels
    async with asyncio.timeout(10):
        while await floor.database.read(lambda books: books.receipts.content(1)) is None:
            await asyncio.sleep(0.05)
    await director.presses(card, "Receipt 1")
    served = await director.hears()
    assert served.document
    assert await floor.driver.download(served.document) == content
    await cashier.sends_photo(png(31, 31), reply_to=waiting)
    assert "receipt" in (await cashier.hears()).text
    assert "Receipt 2" in (await director.sees_edit(card)).labels
    await cashier.replies(waiting, "no, that was for petrol")
    assert "Fuel" in (await cashier.hears()).text
    again = await director.hears()
    assert "Fuel" in again.text
    assert "Receipt 2" in again.labels
    assert "says something else" in (await director.sees_edit(card)).text
