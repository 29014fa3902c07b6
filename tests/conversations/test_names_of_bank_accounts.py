"""What a bank account is called from its first file on, and how often a file's owner is asked."""

import pytest

from services.bank.bank_names import account_names
from tests.conversations.floor import Floor, shop_floor
from tests.conversations.test_bank_files import camt

PRIVAT = "UA903052990000026004149004417"
NAMED = {
    "en": ("PrivatBank ·4417", "Another name"),
    "uk": ("ПриватБанк ·4417", "Інша назва"),
    "ru": ("ПриватБанк ·4417", "Другое название"),
}


@pytest.mark.parametrize("language", NAMED)
async def test_an_account_has_the_name_of_its_bank_and_another_by_one_line(
    database_url: str, language: str
) -> None:
    name, offer = NAMED[language]
    async with shop_floor(database_url, language=language) as floor:
        chat = await floor.side("accountant", language)
        await chat.sends_document(camt((-25_000, "Оренда", "r1"), iban=PRIVAT), name="1.xml")
        told = (await chat.hears()).text
        assert name in told
        assert f"{offer}: /accounts 3111 {name}" in told
        await chat.types("/accounts")
        assert f"3111 {name}" in (await chat.hears()).text.replace("·  ", "")
        await chat.types("/accounts 3111 Приват ФОП")
        await chat.hears()
        await chat.types("/banks")
        assert "Приват ФОП ·4417" in (await chat.hears()).text


def qif(*lines: tuple[int, str]) -> bytes:
    """A file that tells neither number, currency nor balance."""
    rows = "".join(f"D{day}.11.2026\nT{amount}\nPSale\n^\n" for day, amount in lines)
    return f"!Type:Bank\n{rows}".encode()


async def test_a_file_without_a_number_is_asked_about_once(floor: Floor) -> None:
    chat = await floor.side("accountant")
    await chat.sends_document(qif((18, "-250.00"), (19, "90.50")), name="bank.qif")
    asked = await chat.hears()
    await chat.presses(asked, "A new account")
    assert "doesn't tell its number" in (await chat.hears()).text
    await chat.sends_document(qif((19, "90.50"), (20, "-70.00")), name="next.qif")
    assert "1 new line, 1 known already" in (await chat.hears()).text
    # Other lines of days that the account has whole can't be its own.
    await chat.sends_document(qif((18, "10.00"), (19, "20.00")), name="other.qif")
    assert "Whose statement" in (await chat.hears()).text


async def test_a_number_that_comes_later_belongs_to_the_account_that_lacked_one(
    floor: Floor,
) -> None:
    chat = await floor.side("accountant")
    nameless = camt((-25_000, "Оренда", "r1"), iban="")
    await chat.sends_document(nameless, name="1.xml")
    await chat.presses(await chat.hears(), "A new account")
    await chat.hears()
    whole = camt((-25_000, "Оренда", "r1"), (5_000, "Sale", "r2"), iban=PRIVAT)
    await chat.sends_document(whole, name="2.xml")
    asked = await chat.hears()
    assert "Whose statement" in asked.text
    await chat.presses(asked, "Bank, first account")
    told = (await chat.hears()).text
    assert "PrivatBank ·4417" in told
    assert "1 new line, 1 known already" in told
    await chat.sends_document(whole, name="3.xml")
    assert "2 known already" in (await chat.hears()).text


def test_names_tell_accounts_apart() -> None:
    def called(bank: str | None, number: str, *taken: dict[str, str]) -> str | None:
        names = account_names(bank, number, "USD", taken)
        return None if names is None else names["uk"]

    assert called("PBANUA2X", "26001234") == "ПриватБанк ·1234"
    assert called('АТ "УНІВЕРСАЛ БАНК"', "4441114444441111") == "monobank ·1111"
    assert called("REVOLUT_REVOGB21", "GB33BUKB20201555555555") == "Revolut ·5555"
    assert called("АТ «Банк Авангард»", "26001234") == "Банк Авангард ·1234"
    assert called("XXXXUAUK", "26001234") == "Банк ·1234"
    assert called("monobank", "1") == "monobank"
    assert called(None, "1") is None
    assert called("0001", "1") is None
    both = {"en": "PrivatBank ·4417", "uk": "ПриватБанк ·4417", "ru": "ПриватБанк ·4417"}
    assert called(None, PRIVAT, both) == "ПриватБанк ·4417 USD"
