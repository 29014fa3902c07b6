"""Receipts: under words, in reply, in albums, alone; fetched, served back, noticed twice."""

import asyncio
import hashlib

import pytest

from ledger.money import Money
from services.cash.receipt_ports import Receipt, ReceiptState
from services.ports import Books
from tests.conversations.floor import Floor, shop_floor, till
from tests.sandbox.pictures import png

SAID = {
    "en": ("courier 250", "/entry 1", "1 receipt", "Receipt 1"),
    "uk": ("кур'єру 250", "/entry 1", "1 чек", "Чек 1"),
    "ru": ("курьеру 250", "/entry 1", "1 чек", "Чек 1"),
}


async def receipts(floor: Floor, count: int = 1) -> list[Receipt]:
    """Wait until so many are there and nothing is left to be fetched, and give all receipts."""

    def look(books: Books) -> list[Receipt]:
        found = (books.receipts.find(number) for number in range(1, 30))
        return [each for each in found if each is not None]

    async with asyncio.timeout(15):
        while True:
            found = await floor.database.read(look)
            if len(found) >= count and all(
                each.state is not ReceiptState.WAITING for each in found
            ):
                return found
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("language", SAID)
async def test_a_photo_under_words_is_kept_and_served_back(
    database_url: str, language: str
) -> None:
    said, asked, told, button = SAID[language]
    content = png(40, 30)
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("cashier", language)
        await chat.sends_photo(content, caption=said)
        await chat.hears()
        assert await till(floor) == Money(-25_000, "UAH")
        (kept,) = await receipts(floor)
        assert kept.digest == hashlib.sha256(content).hexdigest()
        await chat.types(asked)
        detail = await chat.hears()
        assert told in detail.text
        assert said in detail.text
        await chat.presses(detail, button)
        served = await chat.hears()
        assert served.document
        assert await floor.driver.download(served.document) == content


async def test_a_photo_under_what_was_spent_of_an_advance_hides_no_answer(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/advance Petro 2000 materials")
    await chat.hears()
    told = "Petro bought pipes for 1600 and brought back 400 change"
    await chat.sends_photo(png(20, 20), caption=told)
    assert "accounted for everything" in (await chat.hears()).text
    await chat.types("/advance Petro 1000 materials")
    await chat.hears()
    await chat.sends_photo(png(21, 21), caption="Petro spent 1300 on materials")
    assert "Where did the money come from" in (await chat.hears()).text


async def test_a_photo_in_reply_goes_with_what_was_told(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    await chat.hears()
    await chat.sends_photo(png(20, 20), reply_to=sent)
    assert "The receipt is with" in (await chat.hears()).text
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"


async def test_a_photo_in_reply_to_a_card_goes_with_its_entry(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    card = await chat.hears()
    await chat.sends_photo(png(20, 20), reply_to=card)
    await chat.hears()
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"


async def test_all_pictures_of_an_album_go_with_its_words(floor: Floor) -> None:
    chat = await floor.side("cashier")
    pictures = [png(20 + size, 20) for size in range(3)]
    await chat.sends_album(pictures, caption="courier 250")
    await chat.hears()
    kept = await receipts(floor, 3)
    assert len(kept) == 3
    assert len({each.told_in for each in kept}) == 1
    assert len({each.digest for each in kept}) == 3
    await chat.hears_nothing()


@pytest.mark.parametrize("under", [1, 2])
async def test_an_album_goes_with_its_words_under_whichever_picture(
    floor: Floor, under: int
) -> None:
    chat = await floor.side("cashier")
    await chat.types("petrol 900")
    await chat.hears()
    pictures = [png(20 + size, 20) for size in range(3)]
    sent = await chat.sends_album(pictures, caption="courier 250", caption_at=under)
    question = await chat.hears()
    assert "Which entry" in question.text
    assert "Delivery" in (await chat.hears()).text
    settled = await chat.sees_edit(question)
    assert "₴250" in settled.text
    assert settled.labels == ()
    kept = await receipts(floor, 3)
    assert [each.told_in for each in kept] == [f"501/{sent[under].message_id}"] * 3
    await chat.hears_nothing()


async def test_a_photo_alone_is_asked_about_and_tied_by_a_tap(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    await chat.hears()
    await chat.types("petrol 900")
    await chat.hears()
    await chat.sends_photo(png(20, 20))
    question = await chat.hears()
    assert "Which entry" in question.text
    await chat.presses(question, "Delivery")
    assert "₴250" in (await chat.sees_edit(question)).text
    (kept,) = await receipts(floor)
    entries = await floor.database.read(lambda books: tuple(books.journal.all()))
    assert entries[0].entry.origin.external_id == kept.told_in


async def test_a_photo_alone_can_wait_for_words(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.sends_document(b"%PDF-1.7 paper", name="../../evil<>.pdf")
    question = await chat.hears()
    await chat.presses(question, question.labels[-1])
    await chat.sees_edit(question)
    sent = await chat.types("courier 250")
    await chat.hears()
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"
    assert "/" not in kept.name
    assert "<" not in kept.name


async def test_the_same_photo_twice_is_noticed(floor: Floor) -> None:
    chat = await floor.side("cashier")
    director = await floor.side("director")
    content = png(33, 33)
    await chat.sends_photo(content, caption="courier 250")
    await chat.hears()
    await receipts(floor)
    await chat.sends_photo(content, caption="petrol 900")
    await chat.hears()
    assert "same receipt" in (await chat.hears()).text
    told = (await director.hears()).text
    assert "Cashier" in told
    assert "No.\xa01" in told


async def test_a_correction_keeps_the_receipt(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.sends_photo(png(20, 20), caption="courier 250")
    await chat.hears()
    await receipts(floor)
    await chat.types("no, 350")
    await chat.hears()
    await chat.types("/entry 3")
    assert "1 receipt" in (await chat.hears()).text


async def test_a_restart_before_the_fetch_loses_nothing(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await floor.driver.fault("getFile", "server_error", times=2)
    await chat.sends_photo(png(20, 20), caption="courier 250")
    await chat.hears()
    await floor.restart()
    (kept,) = await receipts(floor)
    assert kept.state is ReceiptState.KEPT


async def test_a_file_that_is_too_large_is_refused_kindly(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.sends_document(b"x" * (11 * 1024 * 1024), name="film.mp4", caption="courier 250")
    await chat.hears()
    assert "10\xa0MB" in (await chat.hears()).text
    assert await till(floor) == Money(-25_000, "UAH")


async def test_another_persons_entry_is_not_shown(floor: Floor) -> None:
    director = await floor.side("director")
    await director.types("/entry 7")
    assert "no such entry" in (await director.hears()).text
    await director.types("/entry x")
    assert "/entry 12" in (await director.hears()).text


async def test_words_that_tell_of_nothing_leave_the_photo_to_be_asked_about(
    floor: Floor,
) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    await chat.hears()
    await chat.sends_photo(png(20, 20), caption="here is the paper")
    question = await chat.hears()
    assert "Which entry" in question.text
    await chat.presses(question, "Delivery")
    assert "₴250" in (await chat.sees_edit(question)).text


async def test_a_caption_that_corrects_takes_the_photo_to_the_entry(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("courier 250")
    await chat.hears()
    await chat.sends_photo(png(20, 20), caption="no, 350")
    assert "₴350" in (await chat.hears()).text
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"


async def test_talk_does_not_take_a_promised_receipt(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.sends_photo(png(20, 20))
    question = await chat.hears()
    await chat.presses(question, question.labels[-1])
    await chat.sees_edit(question)
    await chat.types("good morning")
    await chat.hears()
    sent = await chat.types("courier 250")
    await chat.hears()
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"


async def test_a_photo_in_reply_to_a_question_goes_with_what_is_asked_about(floor: Floor) -> None:
    chat = await floor.side("cashier")
    sent = await chat.types("paid the courier")
    question = await chat.hears()
    await chat.sends_photo(png(20, 20), reply_to=question)
    assert "receipt" in (await chat.hears()).text
    await chat.types("250")
    await chat.hears()
    (kept,) = await receipts(floor)
    assert kept.told_in == f"501/{sent.message_id}"
