"""The accountant's cash book in chat: pages, cards, re-filing, splitting, comments, files."""

import io

import pytest
from openpyxl import load_workbook

from ledger.money import Money
from sandbox.driven import Seen
from tests.conversations.floor import Floor, shop_floor, till

SAID = {
    "en": (
        "gave the courier 1000", "Category", "Fuel", "Split", "300", "Rent", "Comment", "No. 1",
    ),
    "uk": (
        "кур'єру 1000", "Категорія", "Пальне", "Розділити", "300", "Оренда", "Коментар", "№ 1",
    ),
    "ru": (
        "курьеру 1000", "Категория", "Топливо", "Разделить", "300", "Аренда", "Комментарий", "№ 1",
    ),
}  # fmt: skip


async def standing(floor: Floor) -> list[tuple[str | None, int]]:
    """Give what stands: categories and amounts on the till."""
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    return [
        (each.entry.category, leg.amount.minor)
        for each in entries
        if not each.reversed_by and not each.entry.reverses
        for leg in each.entry.postings
        if leg.account == "till.1"
    ]


def file_of(floor: Floor, message: Seen) -> bytes:
    assert message.document is not None
    return floor.server.sandbox.files.find(message.document).data


@pytest.mark.parametrize("language", SAID)
async def test_an_entry_is_looked_up_refiled_split_and_commented_on(
    database_url: str, language: str
) -> None:
    said, category, fuel, split, amount, rent, comment, first = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        cashier = await floor.side("cashier", language)
        accountant = await floor.side("accountant", language)
        told = await cashier.types(said)
        await cashier.hears()
        await accountant.types("/cash")
        page = await accountant.hears()
        assert "Cashier" in page.text
        await accountant.presses(page, first)
        card = await accountant.hears()
        assert "Cashier" in card.text
        await accountant.presses(card, category)
        await accountant.presses(await accountant.hears(), fuel)
        card = await accountant.hears()
        notice = await cashier.hears()
        assert "Accountant" in notice.text
        assert fuel in notice.text
        assert notice.reply_to == told.message_id
        await accountant.presses(card, split)
        await accountant.hears()
        await accountant.types(amount)
        question = await accountant.hears()
        await accountant.presses(question, next(x for x in question.labels if "…" in x))
        question = await accountant.sees_edit(question)
        if rent not in " ".join(question.labels):
            await accountant.presses(question, next(x for x in question.labels if "…" in x))
            question = await accountant.sees_edit(question)
        await accountant.presses(question, rent)
        parts = await accountant.hears()
        assert rent in parts.text
        assert "Accountant" in (await cashier.hears()).text
        assert await till(floor) == Money(-100_000, "UAH")
        assert await standing(floor) == [("fuel_transport", -70_000), ("rent", -30_000)]
        await accountant.presses(parts, parts.labels[-1])
        await accountant.presses(await accountant.hears(), comment)
        await accountant.hears()
        await accountant.types("чек <у папці>")
        await accountant.hears()
        assert "чек <у папці>" in (await cashier.hears()).text
        await accountant.types("/cash")
        page = await accountant.hears()
        await accountant.presses(page, page.labels[-2])
        assert "чек" not in page.text


async def test_typed_parts_split_an_entry_and_a_comment_follows_its_parts(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    await cashier.types("gave the courier 1000")
    await cashier.hears()
    await accountant.types("/cash")
    await accountant.presses(await accountant.hears(), "No. 1")
    card = await accountant.hears()
    await accountant.presses(card, "Comment")
    await accountant.hears()
    await accountant.types("the receipt is missing")
    await accountant.hears()
    await cashier.hears()
    await accountant.presses(card, "Split")
    assert "Delivery" in (await accountant.hears()).text
    await accountant.types("300 fuel, 900 rent")
    assert "₴1,200" in (await accountant.hears()).text
    await accountant.types("300 fuel, 200 prepayment")
    assert "Prepayment" in (await accountant.hears()).text
    await accountant.types("300 fuel, 200 office")
    parts = await accountant.hears()
    assert await standing(floor) == [
        ("delivery", -50_000),
        ("fuel_transport", -30_000),
        ("office_household", -20_000),
    ]
    await cashier.hears()
    await accountant.presses(parts, "Change No. 4")
    assert "the receipt is missing" in (await accountant.hears()).text
    await accountant.presses(card, "Split")
    assert "settled" in (await accountant.hears()).text


async def test_each_part_can_be_undone_and_an_edit_of_the_message_asks(floor: Floor) -> None:
    cashier, accountant = await floor.side("cashier"), await floor.side("accountant")
    told = await cashier.types("gave the courier 1000")
    await cashier.hears()
    await accountant.types("/cash")
    await accountant.presses(await accountant.hears(), "No. 1")
    await accountant.presses(await accountant.hears(), "Split")
    await accountant.hears()
    await accountant.types("300 fuel")
    parts = await accountant.hears()
    await cashier.hears()
    await cashier.edits(told, "gave the  courier 1000")
    await cashier.hears_nothing()
    await cashier.edits(told, "gave the courier 1100")
    assert "asked the accountant" in (await cashier.hears()).text
    ask = await accountant.hears()
    await accountant.presses(ask, "Book it today")
    decided = await accountant.sees_edit(ask)
    assert "Accountant" in decided.labels[0]
    assert "has booked" in (await cashier.hears()).text
    assert await standing(floor) == [("delivery", -110_000)]
    await accountant.presses(parts, "Undo No. 4")
    assert "settled" in (await accountant.hears()).text


async def test_a_whole_cash_sentence_is_no_comment(floor: Floor) -> None:
    accountant = await floor.side("accountant")
    await accountant.types("courier 250")
    card = await accountant.hears()
    await accountant.presses(card, "Comment")
    await accountant.hears()
    await accountant.types("petrol 900")
    assert "₴900" in (await accountant.hears()).text
    assert await till(floor) == Money(-115_000, "UAH")
    await accountant.presses(card, "Comment")
    question = await accountant.hears()
    await accountant.presses(question, "Never mind")
    await accountant.sees_edit(question)
    await accountant.types("hello there")
    assert "didn't record" in (await accountant.hears()).text


async def test_only_who_keeps_the_books_sees_them(floor: Floor) -> None:
    cashier = await floor.side("cashier")
    await cashier.types("courier 250")
    card = await cashier.hears()
    assert not {"Split", "Comment"} & set(card.labels)
    await cashier.types("/cash")
    assert "can't do that" in (await cashier.hears()).text
    await cashier.types("/drafts")
    assert "can't do that" in (await cashier.hears()).text
    assert not {"cash", "drafts"} & set(await cashier.commands())


async def test_days_are_turned_and_what_was_taken_back_is_shown(floor: Floor) -> None:
    director = await floor.side("director")
    await director.types("yesterday courier 250")
    await director.hears()
    await director.types("courier 100")
    card = await director.hears()
    await director.presses(card, "Undo")
    await director.sees_edit(card)
    await director.types("/cash")
    page = await director.hears()
    assert "taken back by No.\xa03" in page.text
    assert "opening: −\N{WORD JOINER}₴250" in page.text
    await director.presses(page, "No. 2")
    opened = await director.hears()
    assert opened.labels == ("Comment", "📋 No. 2", "As it came")
    assert "Taken back by No.\xa03" in opened.text
    await director.presses(page, "‹")
    before = await director.sees_edit(page)
    assert "−\N{WORD JOINER}₴250" in before.text
    assert "closing: −\N{WORD JOINER}₴250" in before.text
    await floor.restart()
    await director.presses(before, "›")
    assert "No.\xa03" in (await director.sees_edit(before)).text
    await director.types("/cash nonsense")
    assert "/cash 05.11" in (await director.hears()).text


async def test_the_book_comes_as_a_file(floor: Floor) -> None:
    accountant = await floor.side("accountant")
    await accountant.types("courier 250")
    await accountant.hears()
    await accountant.types("sold a kettle 900")
    await accountant.hears()
    await accountant.types("/cash xlsx")
    sent = await accountant.hears()
    assert "2 lines" in sent.text
    sheet = load_workbook(io.BytesIO(file_of(floor, sent))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows[2:4]] == [1, 2]
    assert rows[4][3] == "=SUM(D3:D4)"
    await accountant.types("/cash csv yesterday")
    sent = await accountant.hears()
    assert file_of(floor, sent).startswith(b"\xef\xbb\xbf")
    await accountant.types("/cash 01.01-02.01")
    assert "file" in (await accountant.hears()).text
