"""The accountant's review: groups, one tap each, undo, another account, two at once, a restart."""

import asyncio

import pytest

from ledger.money import Money
from sandbox.chat_side import ChatSide
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import camt

SAID = {
    "en": ("Other…", "advert", "Advertising", "Undo", "All bank lines are filed"),
    "uk": ("Інше…", "рекл", "Реклама", "Скасувати", "Усі рядки рознесено"),
    "ru": ("Другое…", "рекл", "Реклама", "Отменить", "Все строки разнесены"),
}


def zubrowka(start: int, count: int) -> list[tuple[int, str, str]]:
    """Payments that no rule knows, all of one purpose."""
    return [
        (-10_000 - at, f"Zubrowka partners {at}", f"z{at}") for at in range(start, start + count)
    ]


async def drops(chat: ChatSide, content: bytes) -> str:
    """Send a statement and give the answer."""
    await chat.sends_document(content, name="statement.xml")
    return (await chat.hears()).text


async def held(floor: Floor, account: str) -> Money:
    return await floor.database.read(lambda books: books.balances.of(account, "UAH"))


@pytest.mark.parametrize("language", SAID)
async def test_what_is_plain_files_itself_and_the_rest_is_one_group(
    database_url: str, language: str
) -> None:
    other, typed, account, undo, empty = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        rent = (-250_000, "Оренда приміщення за листопад", "r1")
        told = await drops(chat, camt(rent, *zubrowka(0, 4), opening=1_000_000))
        assert "/review" in told
        assert await held(floor, "expense.rent") == Money(250_000, "UAH")
        await chat.types("/review")
        card = await chat.hears()
        assert "Zubrowka partners 0" in card.text
        await chat.presses(card, other)
        await chat.sees_edit(card)
        await chat.types(typed)
        found = await chat.hears()
        await chat.presses(found, account)
        done = await chat.sees_edit(found)
        assert empty in done.text
        assert await held(floor, "expense.advertising") == Money(40_006, "UAH")
        assert await held(floor, "asset.suspense") == Money(0, "UAH")
        await chat.presses(done, undo)
        again = await chat.sees_edit(done)
        assert "Zubrowka" in again.text
        assert await held(floor, "asset.suspense") == Money(40_006, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_what_was_said_is_proposed_next_time_with_its_reason(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
    await chat.types("/review")
    card = await chat.hears()
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await chat.types("advertising")
    await chat.presses(await chat.hears(), "Advertising")
    await floor.restart()
    later = camt(*zubrowka(2, 1), opening=979_999).replace(b"2026-11-20", b"2026-11-23")
    await drops(chat, later)
    await chat.types("/review")
    card = await chat.hears()
    assert "Advertising" in card.text
    assert "as 2 earlier payments" in card.text
    await chat.presses(card, "✓ Advertising")
    assert "All bank lines are filed" in (await chat.sees_edit(card)).text


async def test_two_accountants_never_file_one_line_twice(floor: Floor) -> None:
    one, other = await floor.side("accountant"), await floor.side("owner")
    await drops(one, camt(*zubrowka(0, 4), opening=1_000_000))
    cards = []
    for chat in (one, other):
        await chat.types("/review")
        card = await chat.hears()
        await chat.presses(card, "Other…")
        await chat.sees_edit(card)
        await chat.types("advertising")
        cards.append((chat, await chat.hears()))
    await asyncio.gather(*(chat.presses(card, "Advertising") for chat, card in cards))
    for chat, card in cards:
        assert "All bank lines are filed" in (await chat.sees_edit(card)).text
    assert await held(floor, "expense.advertising") == Money(40_006, "UAH")
    assert await floor.database.read(verify_books) == ()


async def test_lines_are_parted_put_off_and_outliers_set_apart(floor: Floor) -> None:
    chat = await floor.side("accountant")
    large = (-900_000, "Zubrowka partners 9", "z9")
    await drops(chat, camt(*zubrowka(0, 4), large, opening=1_000_000))
    await chat.types("/review")
    card = await chat.hears()
    assert "5 lines, 2 groups" in card.text
    assert "look twice" in card.text
    await chat.presses(card, "Later")
    card = await chat.sees_edit(card)
    assert "Zubrowka partners 0" in card.text
    await chat.presses(card, "One by one")
    card = await chat.sees_edit(card)
    assert "5 lines, 5 groups" in card.text


SPLIT = {
    "en": ("Split…", "50 rent, 20 advertising", "What was ₴30", "Utilities", "Split and filed"),
    "uk": ("Розділити…", "50 оренда, 20 реклама", "За що 30", "Комунальні", "Розділено"),
    "ru": ("Разделить…", "50 аренда, 20 реклама", "За что 30", "Коммунальные", "Разделено"),
}


@pytest.mark.parametrize("language", SPLIT)
async def test_a_line_is_split_over_accounts_and_taken_back_whole(
    database_url: str, language: str
) -> None:
    split, typed, asks, tapped, done_said = SPLIT[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await drops(chat, camt(*zubrowka(0, 1), opening=1_000_000))
        await chat.types("/review")
        await chat.presses(await chat.hears(), split)
        await chat.hears()
        await chat.types(typed)
        asked = await chat.hears()
        assert asks in asked.text
        await floor.restart()
        label = next(each for each in asked.labels if each.startswith(tapped))
        await chat.presses(asked, label)
        done = await chat.hears()
        assert done_said in done.text
        assert await held(floor, "expense.rent") == Money(5_000, "UAH")
        assert await held(floor, "expense.utilities") == Money(3_000, "UAH")
        assert await held(floor, "asset.suspense") == Money(0, "UAH")
        await chat.presses(done, SAID[language][3])
        assert "Zubrowka" in (await chat.sees_edit(done)).text
        assert await held(floor, "asset.suspense") == Money(10_000, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_parts_of_a_line_that_come_to_more_than_it_are_refused(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 1), opening=1_000_000))
    await chat.types("/review")
    await chat.presses(await chat.hears(), "Split…")
    await chat.hears()
    await chat.types("90 rent, 20 advertising")
    assert "the parts come to" in (await chat.hears()).text.lower()
    await chat.types("100 rent")
    assert "nothing to split" in (await chat.hears()).text
    await chat.types("90 rent, 10 advertising")
    assert "Split and filed" in (await chat.hears()).text


@pytest.mark.parametrize("language", SAID)
async def test_what_the_card_asks_may_be_typed_at_once(database_url: str, language: str) -> None:
    _, typed, account, _, empty = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
        await chat.types("/review")
        await chat.hears()
        await chat.types(typed)
        found = await chat.hears()
        await chat.presses(found, account)
        assert empty in (await chat.sees_edit(found)).text


async def test_a_figure_under_the_card_is_cash_and_no_code_of_an_account(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
    await chat.types("/review")
    await chat.hears()
    await chat.types("933")
    assert "come in or go out" in (await chat.hears()).text


async def test_another_account_that_there_is_none_of_is_asked_for_again(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await drops(chat, camt(*zubrowka(0, 2), opening=1_000_000))
    await chat.types("/review")
    card = await chat.hears()
    await chat.presses(card, "Other…")
    await chat.sees_edit(card)
    await chat.types("qwertyish")
    again = await chat.hears()
    assert "That isn't what I asked for" in again.text
    assert "type a part of its name" in again.text
    await chat.types("advert")
    assert "Advertising" in (await chat.hears()).labels


async def test_the_answer_of_somebody_who_knows_is_one_tap(floor: Floor) -> None:
    accountant, cashier = await floor.side("accountant"), await floor.side("cashier")
    await drops(accountant, camt(*zubrowka(0, 2), opening=1_000_000))
    await accountant.types("/review")
    card = await accountant.hears()
    await accountant.presses(card, "Ask…")
    card = await accountant.sees_edit(card)
    await accountant.presses(card, "Cashier")
    await accountant.sees_edit(card)
    await cashier.hears()
    await cashier.types("то реклама в метро")
    await cashier.hears()
    told = await accountant.hears()
    await accountant.presses(told, "Show")
    card = await accountant.sees_edit(told)
    assert "то реклама в метро" in card.text
    await accountant.presses(card, "Advertising")
    await accountant.sees_edit(card)
    assert await held(floor, "expense.advertising") == Money(20_001, "UAH")
