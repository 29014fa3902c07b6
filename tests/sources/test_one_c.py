"""1CClientBankExchange of Russia, Ukraine and Kazakhstan."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.currencies import UNTOLD
from ledger.money import Money
from sources.bank_files.errors import Unreadable, UnreadableFileError
from tests.sources.told_statements import read, read_one

OWN = "40702810200000000001"
OTHER = "40702810300000000640"


def header(*accounts: str, opening: str = "100.00", closing: str = "50.50") -> str:
    sections = "".join(
        f"СекцияРасчСчет\nДатаНачала=11.01.2024\nДатаКонца=12.01.2024\nРасчСчет={account}\n"
        f"НачальныйОстаток={opening}\nКонечныйОстаток={closing}\nКонецРасчСчет\n"
        for account in accounts
    )
    return f"1CClientBankExchange\nВерсияФормата=1.03\nКодировка=Windows\n{sections}"


def document(payer: str, payee: str, amount: str = "49.50", **fields: str) -> str:
    told = {
        "Номер": "17",
        "Дата": "11.01.2024",
        "Сумма": amount,
        "ПлательщикСчет": payer,
        "Плательщик1": "ООО Ромашка",
        "ПлательщикИНН": "7701234567",
        "ПолучательСчет": payee,
        "Получатель1": 'ТОВ "Ліс"',
        "ПолучательИНН": "7709876543",
        "НазначениеПлатежа": "Оплата по счету 5,  НДС 20%",
    } | fields
    lines = "".join(f"{name}={value}\n" for name, value in told.items())
    return f"СекцияДокумент=Платежное поручение\n{lines}КонецДокумента\n"


END = "КонецФайла\n"


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "utf-8", "utf-8-sig", "utf-16"])
def test_money_out_is_read_in_each_encoding(encoding: str) -> None:
    outgoing = document(OWN, OTHER, ДатаСписано="12.01.2024").replace("і", "и")
    told = read_one(header(OWN) + outgoing + END, encoding)
    assert (told.head.format, told.head.account, told.head.currency) == ("1c", OWN, "RUB")
    assert told.head.opening == Money(10_000, "RUB")
    assert told.is_proved
    (line,) = told.lines
    assert line.booked_on == dt.date(2024, 1, 12)
    assert line.amount == Money(-4_950, "RUB")
    assert (line.counterparty, line.counterparty_account) == ('ТОВ "Лис"', OTHER)
    assert line.counterparty_tax_id == "7709876543"
    assert line.purpose == "Оплата по счету 5, НДС 20%"
    assert (line.reference, line.external_id) == ("17", None)
    assert line.code == "Платежное поручение"


def test_money_in_names_the_payer() -> None:
    (line,) = read_one(header(OWN) + document(OTHER, OWN, ДатаПоступило="11.01.2024") + END).lines
    assert line.amount == Money(4_950, "RUB")
    assert (line.counterparty, line.counterparty_tax_id) == ("ООО Ромашка", "7701234567")


def test_where_neither_side_is_the_account_the_filled_day_tells_the_way() -> None:
    told = read_one(
        header(OWN)
        + document("1", "2", ДатаСписано="11.01.2024")
        + document("1", "2", ДатаПоступило="11.01.2024", ДатаСписано="")
        + document("1", "2")
        + END
    )
    assert [line.amount.minor for line in told.lines] == [-4_950, 4_950]
    assert len(told.spoiled) == 1


def test_a_name_with_the_tax_id_before_it_is_parted() -> None:
    text = document(
        OTHER, OWN, Плательщик="ИНН 7711111111 КПП 770101001 ООО Лес", ПлательщикИНН=""
    )
    (line,) = read_one(header(OWN) + text.replace("Плательщик1=ООО Ромашка\n", "") + END).lines
    assert (line.counterparty, line.counterparty_tax_id) == ("ООО Лес", "7711111111")


def test_accounts_of_one_file_each_get_their_own_documents() -> None:
    dollars = "40702840500000000009"
    between = document(OWN, dollars, "10.00", ДатаСписано="11.01.2024", ДатаПоступило="11.01.2024")
    first, second = read(header(OWN, dollars) + document(OWN, OTHER) + between + between + END)
    assert [each.amount for each in first.lines] == [Money(-4_950, "RUB"), Money(-1_000, "RUB")]
    assert [each.amount for each in second.lines] == [Money(1_000, "USD")]


def test_sections_of_several_days_are_one_statement() -> None:
    days = "".join(
        f"СекцияРасчСчет\nДатаНачала={day}.01.2024\nДатаКонца={day}.01.2024\nРасчСчет={OWN}\n"
        f"НачальныйОстаток={opening}\nКонечныйОстаток={closing}\nКонецРасчСчет\n"
        for day, opening, closing in (("12", "70", "50.50"), ("11", "100", "70"))
    )
    told = read_one(header() + days + document(OWN, OTHER) + END)
    assert told.is_proved
    assert told.head.opened_on == dt.date(2024, 1, 11)


def test_a_ukrainian_account_tells_no_currency() -> None:
    iban = "UA213223130000026007233566001"
    text = document(iban, OTHER, ПолучательЕДРПОУ="12345678", ПолучательИНН="")
    told = read_one(header(iban) + text + END)
    assert told.head.currency is None
    assert told.lines[0].amount == Money(-495_000, UNTOLD)
    assert told.lines[0].counterparty_tax_id == "12345678"
    named = read_one(
        header(iban) + document(iban, OTHER, Валюта="980", ДатаСписано="11.01.2024") + END
    )
    assert named.head.currency == "UAH"


def test_blanks_around_the_names_of_fields_do_not_matter() -> None:
    plain = header(OWN) + document(OWN, OTHER, ДатаСписано="12.01.2024") * 3 + END
    spaced = re.sub(r"\n(Номер|Сумма|ДатаСписано|НазначениеПлатежа)=", r"\n \1 = ", plain)
    assert spaced != plain
    for one, other in zip(read_one(spaced).lines, read_one(plain).lines, strict=True):
        assert replace(one, raw=b"") == replace(other, raw=b"")


def test_fields_of_kazakhstan_are_known() -> None:
    iban = "KZ79722S000001674774"
    told = read_one(
        header(iban, closing="104.50")
        .upper()
        .replace("1CCLIENTBANKEXCHANGE", "1CClientBankExchange")
        .replace("РАСЧСЧЕТ=", "РасчСчет=")
        .replace("НАЧАЛЬНЫЙОСТАТОК", "НачальныйОстаток")
        .replace("КОНЕЧНЫЙОСТАТОК", "КонечныйОстаток")
        + "СЕКЦИЯДОКУМЕНТ=выписка\nНомерДокумента=95\nВидДокумента=ПлатежноеПоручение\n"
        "СуммаПриход=4.5\nПолучательНаименование=ОСИ\nПолучательИИК=KZ79722S000001674774\n"
        "ПлательщикНаименование=АО BANK\nПлательщикБИН_ИИН=971240001315\n"
        "ПлательщикИИК=KZ81722S000001159377\nДатаОперации=03.01.2024\n"
        "НазначениеПлатежа=Принятые\nплатежи\nКОНЕЦДОКУМЕНТА\n"
    )
    (line,) = told.lines
    assert line.booked_on == dt.date(2024, 1, 3)
    assert line.amount.minor == 45_000
    assert (line.counterparty, line.counterparty_account) == ("АО BANK", "KZ81722S000001159377")
    assert (line.counterparty_tax_id, line.purpose) == ("971240001315", "Принятые платежи")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"Сумма": ""}, "no amount"),
        ({"Сумма": "1O.00"}, "amount '1O.00'"),
        ({"ДатаСписано": "30.02.2024"}, "day '30.02.2024'"),
    ],
)
def test_a_bad_document_is_spoiled_and_the_others_stay(
    fields: dict[str, str], reason: str
) -> None:
    told = read_one(header(OWN) + document(OWN, OTHER, **fields) + document(OWN, OTHER) + END)
    assert [each.reason for each in told.spoiled] == [reason]
    assert len(told.lines) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            header(OWN) + document(OWN, OTHER).removesuffix("КонецДокумента\n"),
            Unreadable.TRUNCATED,
        ),
        (header(OWN) + document(OWN, OTHER, "1.00"), Unreadable.TRUNCATED),
        (
            "1CClientBankExchange\nРасчСчет=1\n" + document(OWN, OTHER) + END,
            Unreadable.NO_STATEMENT,
        ),
        (header(OWN).encode("utf-16-le")[1:], Unreadable.UNKNOWN),
        (
            ("1CClientBankExchange\n" + "щит" * 40).encode("cp1251"),
            Unreadable.ENCODING,
        ),
        ((header(OWN) + END).encode() + b"\xff", Unreadable.ENCODING),
    ],
)
def test_a_file_that_is_not_whole_is_refused(content: str | bytes, reason: Unreadable) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert refused.value.reason == reason


def test_without_its_last_word_a_file_counts_if_its_balance_proves_it() -> None:
    assert read_one(header(OWN) + document(OWN, OTHER)).is_proved


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(2000, 1, 1), dt.date(2079, 12, 31)),
            st.integers(-(10**12), 10**12).filter(bool),
            st.text(st.characters(codec="cp1251", categories=["L", "N", "P"])),
        ),
        max_size=6,
    ),
    st.sampled_from(["cp1251", "utf-8"]),
)
def test_what_is_written_is_read(movements: list[tuple[dt.date, int, str]], encoding: str) -> None:
    total, text = 0, ""
    for day, minor, purpose in movements:
        total += minor
        amount = f"{abs(minor) // 100}.{abs(minor) % 100:02}"
        sides = (OWN, OTHER) if minor < 0 else (OTHER, OWN)
        booked = {"ДатаСписано" if minor < 0 else "ДатаПоступило": f"{day:%d.%m.%Y}"}
        text += document(*sides, amount, НазначениеПлатежа=purpose, **booked)
    closing = f"{'-' if total < 0 else ''}{abs(total) // 100}.{abs(total) % 100:02}"
    told = read_one(header(OWN, opening="0", closing=closing) + text + END, encoding)
    assert told.is_proved
    assert [(each.booked_on, each.amount.minor, each.purpose) for each in told.lines] == movements
