"""A balance that no statement explains: taken on somebody's word, awaited, taken back, proved."""

import pytest

from ledger.money import Money
from sandbox.driven import Seen
from sandbox.driver import ChatSide
from services.approvals.payout_limits import PayoutLimit
from services.exceptions.find_in_books import find_in_books
from services.people import Role
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import DAY, camt, held
from tests.shop import SYSTEM

LATER = camt((-1_000, "fuel", "r9"), opening=200_000).replace(b"2026-11-20", b"2026-11-24")
BETWEEN = camt((5_000, "sale", "r5"), opening=195_000).replace(b"2026-11-20", b"2026-11-22")
OFFERS = {
    "en": (
        "Take ₴50 as it is",
        "on Accountant's word",
        "Take ₴50 back",
        "missing days",
        "ask again",
    ),
    "uk": (
        "Прийняти 50\u00a0₴ як є",
        "зі слів Accountant",
        "Зняти 50\u00a0₴",
        "пропущені дні",
        "нагадаю",
    ),
    "ru": (
        "Принять 50\u00a0₴ как есть",
        "со слов Accountant",
        "Снять 50\u00a0₴",
        "пропущенные дни",
        "напомню",
    ),
}


async def with_gap(floor: Floor, language: str = "en") -> tuple[ChatSide, Seen]:
    chat = await floor.side("accountant", language)
    await chat.sends_document(DAY, name="1.xml")
    await chat.hears()
    await chat.sends_document(LATER, name="2.xml")
    return chat, await chat.hears()


@pytest.mark.parametrize("language", OFFERS)
async def test_a_gap_is_taken_by_one_tap_and_opened_again(
    database_url: str, language: str
) -> None:
    accept, word, back, _, _ = OFFERS[language]
    async with shop_floor(database_url, language=language) as floor:
        chat, told = await with_gap(floor, language)
        assert await held(floor) == Money(194_000, "UAH")
        await chat.presses(told, accept)
        taken = await chat.hears()
        assert word in taken.text
        assert await held(floor) == Money(199_000, "UAH")
        await chat.types("/banks")
        seen = await chat.hears()
        assert word in seen.text
        assert "⚠️" not in seen.text
        await chat.presses(taken, back)
        await chat.hears()
        assert await held(floor) == Money(194_000, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_the_statement_that_comes_after_all_takes_its_place(floor: Floor) -> None:
    chat, told = await with_gap(floor)
    await chat.presses(told, "Take ₴50 as it is")
    await chat.hears()
    await chat.sends_document(BETWEEN, name="3.xml")
    assert "come after all" in (await chat.hears()).text
    assert await held(floor) == Money(199_000, "UAH")
    await chat.types("/banks")
    assert "word" not in (await chat.hears()).text


@pytest.mark.parametrize("language", OFFERS)
async def test_whoever_brings_the_days_is_left_alone_till_then(
    database_url: str, language: str
) -> None:
    *_, send, again = OFFERS[language]
    async with shop_floor(database_url, language=language) as floor:
        chat, told = await with_gap(floor, language)
        await chat.presses(
            told, next(b.label for row in told.buttons for b in row if send in b.label)
        )
        assert again in (await chat.hears()).text
        (item,) = await floor.database.read(lambda books: books.exceptions.standing())
        assert (item.kind, item.state) == ("statement_gap", "snoozed")
        assert await held(floor) == Money(194_000, "UAH")


OFX = (
    b"OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
    b"<CURDEF>UAH<BANKACCTFROM><BANKID>305299<ACCTID>26004149004417<ACCTTYPE>CHECKING"
    b"</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261120<STMTTRN><TRNTYPE>DEBIT"
    b"<DTPOSTED>20261119<TRNAMT>-159.50<FITID>f1<NAME>Rent</STMTTRN></BANKTRANLIST>"
    b"<LEDGERBAL><BALAMT>5000.00<DTASOF>20261120</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1>"
    b"</OFX>"
)


async def test_a_first_file_that_tells_only_its_end_begins_by_one_tap(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(OFX, name="bank.ofx")
    told = await chat.hears()
    assert "No statement tells what this account began with" in told.text
    await chat.presses(told, "Begin with ₴5,159.50")
    taken = await chat.hears()
    assert await held(floor) == Money(500_000, "UAH")
    await chat.sends_document(OFX, name="again.ofx")
    assert "₴5,000 ✅ agrees with the books" in (await chat.hears()).text
    await chat.presses(taken, "Take ₴5,159.50 back")
    assert "open again" in (await chat.hears()).text
    assert await held(floor) == Money(-15_950, "UAH")


async def test_whose_role_pays_out_less_takes_no_more_than_that(floor: Floor) -> None:
    chat, told = await with_gap(floor)
    limit = PayoutLimit(Role.ACCOUNTANT, "UAH", per_payout=Money(4_000, "UAH"))
    await floor.database.write(lambda books: books.limits.put(limit))
    await chat.presses(told, "Take ₴50 as it is")
    assert "up to ₴40" in (await chat.hears()).text
    assert await held(floor) == Money(194_000, "UAH")


async def test_the_card_of_the_exception_offers_the_same(floor: Floor) -> None:
    chat, _ = await with_gap(floor)
    await floor.database.write(lambda books: find_in_books(books, SYSTEM))
    await chat.types("/exceptions")
    listed = await chat.hears()
    await chat.presses(
        listed, next(row[0].label for row in listed.buttons if "50" in row[0].label)
    )
    card = await chat.sees_edit(listed)
    await chat.presses(card, "Take ₴50 as it is")
    assert "on Accountant's word" in (await chat.hears()).text
    assert await floor.database.read(lambda books: books.exceptions.standing()) == ()
