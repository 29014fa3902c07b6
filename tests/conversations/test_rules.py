"""Rules for bank lines by chat: from lines, from words, tried first, undone alone."""

import pytest

from ledger.money import Money
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import camt
from tests.conversations.test_review import drops, held, zubrowka

SAID = {
    "en": ("Zubrowka = advertising", "✓ Make the rule", "It filed 4 lines", "4 lines that it"),
    "uk": ("Zubrowka = реклама", "✓ Створити правило", "Рознесло 4 рядки", "4 рядки, які"),
    "ru": ("Zubrowka это реклама", "✓ Создать правило", "Разнесло 4 строки", "4 строки, которые"),
}


@pytest.mark.parametrize("language", SAID)
async def test_a_rule_in_words_is_shown_made_and_undone(database_url: str, language: str) -> None:
    told, make, filed, reopened = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await drops(chat, camt(*zubrowka(0, 4), opening=1_000_000))
        await chat.types(f"/rules {told}")
        shown = await chat.hears()
        assert "Zubrowka" in shown.text
        assert await held(floor, "expense.advertising") == Money(0, "UAH")
        await chat.presses(shown, make)
        made = await chat.sees_edit(shown)
        assert filed in made.text
        assert await held(floor, "expense.advertising") == Money(40_006, "UAH")
        await chat.presses(made, "✕ 1")
        gone = await chat.sees_edit(made)
        assert reopened in gone.text
        assert await held(floor, "expense.advertising") == Money(0, "UAH")
        assert await held(floor, "asset.suspense") == Money(40_006, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_a_rule_from_lines_files_the_next_ones_and_says_whom_it_contradicts(
    floor: Floor,
) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
    await chat.types("/review")
    card = await chat.hears()
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await chat.types("advertising")
    card = await chat.hears()
    await chat.presses(card, "Advertising")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Always so…")
    card = await chat.sees_edit(card)
    assert "fits 2 lines, filed so: 2, open now: 0" in card.text
    await chat.presses(card, "✓ Make the rule")
    assert "The rule holds" in (await chat.sees_edit(card)).text
    later = camt(*zubrowka(2, 1), opening=979_999).replace(b"2026-11-20", b"2026-11-23")
    assert "1 line filed itself" in await drops(chat, later)
    await chat.types("/rules")
    assert "fitted once, overruled 0" in (await chat.hears()).text
    await chat.types('/rules "zubrowka" = rent')
    shown = (await chat.hears()).text
    assert "filed as Advertising: 3" in shown
    assert "contradicts what people said: 2 lines" in shown


async def test_what_is_no_rule_says_how_and_names_accounts(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.types("/rules zubrowka")
    assert "Type what a line has" in (await chat.hears()).text
    await chat.types("/rules zubrowka = nonsense")
    assert "I know no account “nonsense”" in (await chat.hears()).text
    await chat.types("/rules")
    card = await chat.hears()
    await chat.presses(card, "New rule…")
    await chat.sees_edit(card)
    await chat.types("zubrowka = advertising")
    assert "In the past year it fits 0 lines" in (await chat.hears()).text


async def test_a_cashier_has_no_say_in_rules(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/rules zubrowka = advertising")
    text = (await chat.hears()).text
    assert "zubrowka" not in text
    assert await floor.database.read(lambda books: books.line_rules.active()) == ()


async def test_what_is_no_rule_is_asked_for_again_and_cash_is_still_cash(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.types("/rules")
    card = await chat.hears()
    await chat.presses(card, "New rule…")
    await chat.sees_edit(card)
    await chat.types("everything from Zubrowka")
    again = await chat.hears()
    assert "That isn't what I asked for" in again.text
    assert "Type what a line has" in again.text
    await chat.types("courier 220")
    assert "Delivery" in (await chat.hears()).text
