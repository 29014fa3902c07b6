"""Statements dropped into the chat: read, proved, asked about, refused, whoever sends them."""

import pytest

from ledger.money import Money
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor

IBAN = "UA213223130000026007233566001"
SAID = {
    "en": ("2 new lines", "agrees with the books", "nothing new, 2 known already"),
    "uk": ("2 нові рядки", "сходиться з обліком", "нічого нового, вже були: 2"),
    "ru": ("2 новые строки", "сходится с учётом", "ничего нового, уже были: 2"),
}


def entry(minor: int, purpose: str, reference: str) -> str:
    """One entry of a CAMT statement."""
    sign = "CRDT" if minor > 0 else "DBIT"
    whole, part = divmod(abs(minor), 100)
    return (
        f'<Ntry><NtryRef>{reference}</NtryRef><Amt Ccy="UAH">{whole}.{part:02}</Amt>'
        f"<CdtDbtInd>{sign}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>"
        f"<NtryDtls><TxDtls><RmtInf><Ustrd>{purpose}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def balance(kind: str, minor: int) -> str:
    """One balance of a CAMT statement."""
    whole, part = divmod(minor, 100)
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="UAH">{whole}.{part:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        "<Dt><Dt>2026-11-20</Dt></Dt></Bal>"
    )


def camt(*entries: tuple[int, str, str], opening: int = 100_000, iban: str = IBAN) -> bytes:
    """A bank's file of one day."""
    closing = opening + sum(minor for minor, _, _ in entries)
    body = "".join(entry(*each) for each in entries)
    account = f"<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>UAH</Ccy></Acct>" if iban else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>'
        f"<Stmt><Id>1</Id>{account}{balance('OPBD', opening)}{balance('CLBD', closing)}"
        f"{body}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


DAY = camt((-25_000, "Оренда за листопад", "r1"), (120_000, "Замовлення 512", "r2"))


async def held(floor: Floor) -> Money:
    return await floor.database.read(lambda books: books.balances.of("asset.bank.1", "UAH"))


NAMES = {"en": "Ukreximbank ·6001", "uk": "Укрексімбанк ·6001", "ru": "Укрексімбанк ·6001"}


@pytest.mark.parametrize("language", SAID)
async def test_a_statement_is_in_the_books_and_the_answer_proves_it(
    database_url: str, language: str
) -> None:
    new, agrees, known = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(DAY, name="vypyska.xml")
        told = await chat.hears()
        assert new in told.text
        assert agrees in told.text
        assert NAMES[language] in told.text
        assert await held(floor) == Money(195_000, "UAH")
        await chat.sends_document(DAY, name="again.dat")
        assert known in (await chat.hears()).text
        assert await held(floor) == Money(195_000, "UAH")
        assert await floor.database.read(verify_books) == ()


REPORT = (
    b"payment_id,provider,order_ref,created_at,gross,fee\n"
    b"EA1,easycard,27520,2026-11-14T18:34:33,332.00,4.98\n"
)
REPORTED = {
    "en": ("1 new record", "known already: 1"),
    "uk": ("1 новий запис", "вже були: 1"),
    "ru": ("1 новая запись", "уже были: 1"),
}


@pytest.mark.parametrize("language", REPORTED)
async def test_a_report_of_payments_is_taken_as_it_is_dropped(
    database_url: str, language: str
) -> None:
    new, known = REPORTED[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(REPORT, name="payments.csv")
        assert new in (await chat.hears()).text
        await chat.sends_document(REPORT + b"\n", name="again.csv")
        assert known in (await chat.hears()).text
        assert await floor.database.read(verify_books) == ()


BEGUN = {
    "en": "begin with ₴1,100 now, not ₴0",
    "uk": "починається з 1 100 ₴, а не з 0 ₴",
    "ru": "начинается с 1 100 ₴, а не с 0 ₴",
}


@pytest.mark.parametrize("language", BEGUN)
async def test_balances_that_come_after_lines_without_any_say_what_the_books_begin_with(
    database_url: str, language: str
) -> None:
    rows = "Date;Amount;Currency;Purpose\n19.11.2026;-100,00;UAH;fuel\n"
    lines = f"Account;{IBAN}\n\n{rows}".encode()
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(lines, name="half.csv")
        first = (await chat.hears()).text
        assert BEGUN[language][:8] not in first
        await chat.sends_document(DAY, name="whole.xml")
        assert BEGUN[language] in (await chat.hears()).text.replace("\u00a0", " ")
        assert await held(floor) == Money(195_000, "UAH")
        assert await floor.database.read(verify_books) == ()


async def test_what_is_missing_or_apart_is_told(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(DAY, name="1.xml")
    await chat.hears()
    later = camt((-1_000, "fuel", "r9"), opening=200_000).replace(b"2026-11-20", b"2026-11-24")
    await chat.sends_document(later, name="2.xml")
    told = (await chat.hears()).text
    assert "something is missing" in told
    assert "UAH 50.00" in told or "₴" in told
    assert "apart" in told


async def test_without_a_number_it_is_asked_whose_it_is(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(DAY, name="1.xml")
    await chat.hears()
    nameless = camt((-25_000, "Оренда за листопад", "r1"), iban="")
    await chat.sends_document(nameless, name="export.xml")
    asked = await chat.hears()
    assert "Whose statement" in asked.text
    assert asked.buttons[-1][0].label == "A new account"
    await floor.restart()
    await chat.presses(asked, asked.buttons[0][0].label)
    assert "1 known already" in (await chat.hears()).text
    assert await held(floor) == Money(195_000, "UAH")


async def test_a_file_that_tells_no_currency_asks_once_whose_it_is(floor: Floor) -> None:
    chat = await floor.side("accountant")
    qif = "!Type:Bank\nD20.11.2026\nT-250.00\nPRent\n^\nD21.11.2026\nT90.50\nPSale\n^\n"
    await chat.sends_document(qif.encode(), name="bank.qif")
    asked = await chat.hears()
    assert "Whose statement" in asked.text
    await chat.presses(asked, "A new account")
    assert "2 new lines" in (await chat.hears()).text
    assert await held(floor) == Money(-15_950, "UAH")
    assert await floor.database.read(verify_books) == ()


async def test_what_is_no_statement_is_refused_in_words_and_changes_nothing(floor: Floor) -> None:
    chat = await floor.side("accountant")
    refused = {
        b"GIF89a lies about its type": "don't know this kind",
        DAY[: len(DAY) - 60]: "ends in the middle",
        DAY.replace(
            b"<Document", b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><Document', 1
        ): "leave it alone",
    }
    for content, words in refused.items():
        await chat.sends_document(content, name="statement.xml")
        assert words in (await chat.hears()).text
    assert await floor.database.read(lambda books: books.banks.accounts()) == ()


async def test_a_file_of_a_cashier_is_a_receipt(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("courier 250")
    await chat.hears()
    await chat.sends_document(DAY, name="receipt.xml")
    assert "Which entry" in (await chat.hears()).text
    assert await floor.database.read(lambda books: books.banks.accounts()) == ()


async def test_banks_tells_balance_freshness_and_gaps(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.types("/banks")
    assert "no bank account yet" in (await chat.hears()).text
    await chat.sends_document(DAY, name="1.xml")
    await chat.hears()
    later = camt((-1_000, "fuel", "r9"), opening=200_000).replace(b"2026-11-20", b"2026-11-24")
    await chat.sends_document(later, name="2.xml")
    await chat.hears()
    await chat.types("/banks")
    told = (await chat.hears()).text
    assert "In the books" in told
    assert "something is missing" in told
    cashier = await floor.side("cashier")
    await cashier.types("/banks")
    assert "In the books" not in (await cashier.hears()).text
