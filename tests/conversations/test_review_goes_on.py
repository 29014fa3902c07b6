"""A review goes on where it was: after a restart, beside somebody else, from any old card."""

import asyncio

from ledger.money import Money
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from services.filing.filing_ports import FilingState
from tests.conversations.floor import Floor
from tests.conversations.test_bank_files import camt
from tests.conversations.test_line_checks import RENT, morning
from tests.conversations.test_review import drops, held, zubrowka

KASTET = (-50_000, "Kastet partners 1", "k1")
DONE = "All bank lines are filed"


async def of_advertising(chat: ChatSide, card: Seen) -> Seen:
    """Look for an account by typing, and give the card that offers it."""
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await chat.types("advertising")
    return await chat.hears()


async def reviews(chat: ChatSide) -> Seen:
    await chat.types("/review")
    return await chat.hears()


async def test_a_restart_between_any_two_taps_loses_nothing(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 3), KASTET, opening=1_000_000))
    card = await reviews(chat)
    assert "Kastet" in card.text
    await floor.restart()
    await chat.presses(card, "Later")
    card = await chat.sees_edit(card)
    assert "Zubrowka" in card.text
    await floor.restart()
    assert "Zubrowka" in (await reviews(chat)).text
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await floor.restart()
    await chat.types("advertising")
    found = await chat.hears()
    await floor.restart()
    await chat.presses(found, "Advertising")
    done = await chat.sees_edit(found)
    assert "Kastet" in done.text
    assert await held(floor, "expense.advertising") == Money(30_003, "UAH")
    await floor.restart()
    await chat.presses(done, "Undo")
    assert "Taken back" in (await chat.sees_edit(done)).text
    assert await held(floor, "expense.advertising") == Money(0, "UAH")
    assert await held(floor, "asset.suspense") == Money(80_003, "UAH")


async def test_two_who_disagree_leave_one_answer_and_the_other_is_told(floor: Floor) -> None:
    one, other = await floor.side("accountant"), await floor.side("owner")
    await drops(one, camt(*zubrowka(0, 4), opening=1_000_000))
    mine = await of_advertising(one, await reviews(one))
    his = await reviews(other)
    await other.presses(his, "Other…")
    his = await other.sees_edit(his)
    rent = next(label for label in his.labels if "Rent" in label)
    await asyncio.gather(one.presses(mine, "Advertising"), other.presses(his, rent))
    seen = [(await one.sees_edit(mine)).text, (await other.sees_edit(his)).text]
    assert sum("settled already" in each for each in seen) == 1
    assert all(DONE in each for each in seen)
    filed = {(await held(floor, f"expense.{name}")).minor for name in ("advertising", "rent")}
    assert filed == {0, 40_006}


async def test_what_one_parts_or_puts_off_the_other_s_old_card_does_not_file(floor: Floor) -> None:
    one, other = await floor.side("accountant"), await floor.side("owner")
    await drops(one, camt(*zubrowka(0, 4), opening=1_000_000))
    found = await of_advertising(other, await reviews(other))
    card = await reviews(one)
    await one.presses(card, "One by one")
    assert "4 lines, 4 groups" in (await one.sees_edit(card)).text
    await other.presses(found, "Advertising")
    told = (await other.sees_edit(found)).text
    assert "settled already" in told
    assert "4 lines, 4 groups" in told
    assert await held(floor, "expense.advertising") == Money(0, "UAH")


async def test_two_undo_at_once_and_it_is_undone_once(floor: Floor) -> None:
    one, other = await floor.side("accountant"), await floor.side("owner")
    await drops(one, camt(RENT, opening=1_000_000))
    cards = []
    for chat in (one, other):
        await chat.types("/auto")
        cards.append((chat, await chat.hears()))
    await floor.restart()
    await asyncio.gather(*(chat.presses(card, "↩ 1") for chat, card in cards))
    told = [(await chat.sees_edit(card)).text for chat, card in cards]
    assert sorted("waits in /review" in each for each in told) == [False, True]
    assert sum("settled already" in each for each in told) == 1
    assert await held(floor, "asset.suspense") == Money(250_000, "UAH")
    assert await held(floor, "expense.rent") == Money(0, "UAH")
    assert "Оренда" in (await reviews(one)).text


async def test_a_blind_check_outlives_a_restart_and_is_answered_once(floor: Floor) -> None:
    one, other = await floor.side("accountant"), await floor.side("owner")
    await drops(one, camt(RENT, opening=1_000_000))
    await morning(floor)
    card = await one.hears()
    await one.presses(card, "Begin")
    card = await one.sees_edit(card)
    assert "Quick check" in card.text
    his = await reviews(other)
    assert "Quick check" in his.text
    found = await of_advertising(one, card)
    await floor.restart()
    await one.presses(found, "Advertising")
    assert "I had filed it as Rent" in (await one.sees_edit(found)).text
    await other.presses(his, "Rent")
    assert "settled already" in (await other.sees_edit(his)).text
    assert await held(floor, "expense.advertising") == Money(250_000, "UAH")


async def test_what_was_filed_wrongly_is_asked_about_from_then_on(floor: Floor) -> None:
    chat = await floor.side("accountant")
    later = camt((-240_000, RENT[1], "r2"), opening=750_000)
    await drops(chat, camt(RENT, opening=1_000_000))
    await morning(floor)
    card = await chat.hears()
    await chat.presses(card, "Begin")
    found = await of_advertising(chat, await chat.sees_edit(card))
    await chat.presses(found, "Advertising")
    assert "I will ask about such lines again" in (await chat.sees_edit(found)).text
    await floor.restart()
    assert "1 for you" in await drops(chat, later.replace(b"2026-11-20", b"2026-11-23"))
    assert await held(floor, "expense.rent") == Money(0, "UAH")


async def test_undoing_a_rule_leaves_what_a_person_filed(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
    found = await of_advertising(chat, await reviews(chat))
    await chat.presses(found, "Advertising")
    assert DONE in (await chat.sees_edit(found)).text
    await chat.types("/rules Zubrowka = advertising")
    shown = await chat.hears()
    await chat.presses(shown, "✓ Make the rule")
    made = await chat.sees_edit(shown)
    later = camt(*zubrowka(2, 3), opening=979_999).replace(b"2026-11-20", b"2026-11-23")
    assert "3 lines filed themselves" in await drops(chat, later)
    await floor.restart()
    await chat.presses(made, "✕ 1")
    assert "3 lines that it" in (await chat.sees_edit(made)).text
    assert await held(floor, "expense.advertising") == Money(20_001, "UAH")
    assert await floor.database.read(lambda books: books.filings.count(FilingState.OPEN)) == 3


async def test_an_older_card_makes_no_other_rule_than_it_shows(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.types("/rules zubrowka = advertising")
    older = await chat.hears()
    await chat.types("/rules kastet = rent")
    await chat.hears()
    await chat.presses(older, "✓ Make the rule")
    assert "settled already" in (await chat.sees_edit(older)).text
    assert await floor.database.read(lambda books: books.line_rules.active()) == ()
