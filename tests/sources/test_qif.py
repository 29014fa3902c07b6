"""QIF: sections, days in any order, amounts of any country, splits, encodings, broken files."""

import datetime as dt
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.statement_files import read_file
from ledger.currencies import UNTOLD
from ledger.money import Money
from ledger.statements import StatementLine
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.qif_dates import order_of
from sources.bank_files.tables.shape import UnclearTableError
from tests.sources.told_statements import read, read_one
from tests.sources.written_statements import MOVES, decimal, qif, qif_record


def lines_of(*records: str) -> list[StatementLine]:
    told = read_one(qif(*records))
    assert not told.spoiled
    return told.lines


def days_of(*texts: str) -> list[str]:
    order = order_of(texts)
    return [order.read(text).isoformat() for text in texts]


def amounts_of(*texts: str) -> list[str]:
    """Give amounts, and what is set aside as "?"."""
    told = read_one(qif(*[qif_record("D2024-01-05", f"T{text}") for text in texts]))
    spoiled = {each.raw for each in told.spoiled}
    amounts = iter(told.lines)
    return [
        "?"
        if any(f"T{text}\n".encode() in raw for raw in spoiled)
        else f"{next(amounts).amount.to_decimal().normalize():f}"
        for text in texts
    ]


def refused(content: str | bytes) -> Unreadable:
    with pytest.raises(UnreadableFileError) as caught:
        read(content)
    return caught.value.reason


def test_a_record_is_read_whole() -> None:
    told = read_one(
        qif(
            qif_record("D1/25'24", "T-1,250.50", "C*", "N17", "PAnna", "MInvoice 7", "LSales"),
            account="Till",
        )
    )
    head = told.head
    assert (head.format, head.account, head.currency) == ("qif", "Till", None)
    assert (head.opening, head.bank, head.number) == (None, None, None)
    assert told.end is not None
    assert (told.end.closing, told.end.closed_on) == (None, None)
    (line,) = told.lines
    assert (line.booked_on, line.amount) == (dt.date(2024, 1, 25), Money(-12_505_000, UNTOLD))
    assert (line.counterparty, line.purpose) == ("Anna", "Invoice 7")
    assert (line.reference, line.code) == ("17", "Sales")
    assert (line.valued_on, line.external_id, line.is_pending) == (None, None, False)
    assert line.raw == b"D1/25'24\nT-1,250.50\nC*\nN17\nPAnna\nMInvoice 7\nLSales\n^"


@pytest.mark.parametrize("kind", ["Bank", "Cash", "CCard", "Oth A", "Oth L", "BANK", "bank "])
def test_each_kind_of_account_has_statements(kind: str) -> None:
    document = qif(qif_record("D2024-01-02", "T5"), kind=kind)
    assert len(read_one(document).lines) == 1
    assert len(read_one(document.replace("!Type", "!type")).lines) == 1


@pytest.mark.parametrize("kind", ["Invst", "Cat", "Class", "Memorized", "Security", "Prices"])
def test_lists_and_investments_are_passed_over(kind: str) -> None:
    other = qif(qif_record("NFuel", "E"), kind=kind)
    assert refused(other) is Unreadable.NO_STATEMENT
    told = read_one(other + qif(qif_record("D2024-01-02", "T5")) + other)
    assert [line.amount.minor for line in told.lines] == [50_000]


def test_each_account_of_a_file_has_a_statement_of_its_own() -> None:
    listed = "!Option:AutoSwitch\n!Account\nNTill\nTCash\n^\nNBank\nTBank\n^\n!Clear:AutoSwitch\n"
    told = read(
        listed
        + qif(qif_record("D2024-01-02", "T5"), account="Bank")
        + qif(qif_record("D2024-01-03", "T-6"), kind="Cash", account="Till")
    )
    assert [(each.head.account, each.lines[0].amount.minor) for each in told] == [
        ("Bank", 50_000),
        ("Till", -60_000),
    ]


def test_the_first_record_may_tell_what_was_there_before() -> None:
    opening = qif_record("D1/1/24", "T100.00", "POpening Balance", "L[Till]")
    told = read_one(qif(opening, qif_record("D1/13/24", "T-5")))
    assert (told.head.account, told.head.opening) == ("Till", Money(1_000_000, UNTOLD))
    assert told.head.opened_on == dt.date(2024, 1, 1)
    assert [line.amount.minor for line in told.lines] == [-50_000]
    named = read_one(qif(opening, account="Desk"))
    assert (named.head.account, named.lines) == ("Desk", [])
    filed = read_one(qif(opening.replace("[Till]", "Sales")))
    assert (filed.head.opening, len(filed.lines)) == (None, 1)
    later = read_one(qif(qif_record("D1/13/24", "T-5"), opening))
    assert (later.head.opening, len(later.lines)) == (None, 2)


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["1/2/24", "1/25/24"], ["2024-01-02", "2024-01-25"]),
        (["1/2/24", "25/2/24"], ["2024-02-01", "2024-02-25"]),
        (["01.02.2024", "02.03.2024"], ["2024-02-01", "2024-03-02"]),
        (["1/ 2'24", "12/31'99"], ["2024-01-02", "2099-12-31"]),
        (["12/31/99", "1/ 2'00", "1/2/70"], ["1999-12-31", "2000-01-02", "1970-01-02"]),
        (["2024-02-03", "2024/2/4"], ["2024-02-03", "2024-02-04"]),
        (["2-1-2024", "2-3-2024", "2-5-2024"], ["2024-02-01", "2024-02-03", "2024-02-05"]),
        (["1-2-2024", "3-2-2024", "5-2-2024"], ["2024-02-01", "2024-02-03", "2024-02-05"]),
        (["1/2/2024"], ["2024-01-02"]),
        (["1/25/ 4", " 6/07/24 "], ["2004-01-25", "2024-06-07"]),
    ],
)
def test_days_are_read_in_the_order_that_all_of_them_show(
    texts: list[str], days: list[str]
) -> None:
    assert days_of(*texts) == days


@pytest.mark.parametrize(
    ("texts", "is_day_first", "is_sure"),
    [
        (["25/1/24"], True, True),
        (["1/25/24"], False, True),
        (["1.2.24"], True, True),
        (["5/5/24"], False, True),
        (["1/2/24"], False, False),
        (["1/2/24", "2/2/24"], True, False),
        (["25/1/24", "26/1/24", "1/25/24"], True, False),
    ],
)
def test_whether_the_order_is_sure_is_told(
    texts: list[str],
    is_day_first: bool,  # noqa: FBT001 - a case
    is_sure: bool,  # noqa: FBT001 - a case
) -> None:
    order = order_of(texts)
    assert (order.is_day_first, order.is_sure) == (is_day_first, is_sure)


@pytest.mark.parametrize(
    ("texts", "amounts"),
    [
        (["-5", "+5.5", "5.", ".5", "-0"], ["-5", "5.5", "5", "0.5", "0"]),
        (["1,234.56", "1,234"], ["1234.56", "1234"]),
        (["1.234,56", "1.234"], ["1234.56", "1234"]),
        (["12,50", "1.250", "-1.250.000"], ["12.5", "1250", "-1250000"]),
        (["12.50", "1,250", "1,250,000"], ["12.5", "1250", "1250000"]),
        (["12.50", "1.250"], ["12.5", "1.25"]),
        (["1 234,56", "1\xa0234", "12'345"], ["1234.56", "1234", "12345"]),
        (["1,234", "5"], ["?", "5"]),
        (["1.234", "5"], ["?", "5"]),
        (["1,234", "12.50", "12,50"], ["?", "12.5", "12.5"]),
        (["0.250", "0,125"], ["0.25", "0.125"]),
        (["1.23456", "$5", "1,23,456", "12 50", "1e3", "٣", ""], ["?"] * 7),
    ],
)
def test_amounts_are_read_with_the_mark_that_all_of_them_show(
    texts: list[str], amounts: list[str]
) -> None:
    assert amounts_of(*texts) == amounts


def test_days_that_may_be_two_are_asked_with_the_likeliest_first() -> None:
    records = [qif_record("D1/2/24", "T-5", "PAnna"), qif_record("D3/2/24", "T7")]
    with pytest.raises(UnclearTableError) as caught:
        read(qif(*records, account="Till"))
    (question,) = caught.value.guess.questions
    assert (question.name, question.options) == ("day_order", ("dmy", "mdy"))
    assert caught.value.guess.sample == (("1/2/24", "-5", "Anna"), ("3/2/24", "7", ""))


@pytest.mark.parametrize(
    ("said", "day"), [("dmy", dt.date(2024, 2, 1)), ("mdy", dt.date(2024, 1, 2))]
)
def test_what_was_said_of_days_holds_for_the_next_file_of_the_account(
    said: str, day: dt.date
) -> None:
    first = io.BytesIO(qif(qif_record("D3/4/24", "T7"), account="Till").encode())
    shapes = {each.fingerprint: each for each in read_file(first, {"day_order": said}, {}).learned}
    second = qif(qif_record("D1/2/24", "T5"), account="Till").encode()
    (told,) = read_file(io.BytesIO(second), {}, shapes).statements
    assert [line.booked_on for line in told.lines] == [day]
    other = qif(qif_record("D1/2/24", "T5"), account="Card").encode()
    with pytest.raises(UnclearTableError):
        read_file(io.BytesIO(other), {}, shapes)


def test_an_amount_that_may_be_two_says_so() -> None:
    told = read_one(qif(qif_record("D2024-01-02", "T1,234")))
    assert told.spoiled[0].reason == (
        "amount '1,234' may have thousands or decimals behind its mark"
    )


@pytest.mark.parametrize(
    ("splits", "parts"),
    [
        (
            ("SFuel", "EVan", "$-1.00", "SFood", "$-2.00"),
            [(-10_000, "Van Fuel"), (-20_000, "Food")],
        ),
        (("SFuel", "$-3.00"), []),
        (("SFuel", "$-1.00", "SFood", "$-1.00"), []),
        (("SFuel", "$-1.00", "SFood", "$lots"), []),
        (("SFuel", "%50", "SFood", "$-3.00"), []),
    ],
)
def test_splits_are_parts_where_they_make_up_the_amount(
    splits: tuple[str, ...], parts: list[tuple[int, str]]
) -> None:
    (line,) = lines_of(qif_record("D2024-01-02", "T-3.00", *splits))
    assert [(part.amount.minor, part.purpose) for part in line.parts] == parts
    assert line.amount.minor == -30_000


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (("D2/30/24", "T5"), "day '2/30/24'"),
        (("T5",), "day ''"),
        (("Dsoon", "T5"), "day 'soon'"),
        (("D1/2/124", "T5"), "day '1/2/124'"),
        (("D2024-01-02",), "amount ''"),
        (("D2024-01-02", "T1O"), "amount '1O'"),
        (("D2024-01-02", f"T{'9' * 30}"), "more than the books"),
    ],
)
def test_a_bad_record_is_set_aside_and_the_others_stay(bad: tuple[str, ...], reason: str) -> None:
    good = qif_record("D1/25/24", "T5")
    told = read_one(qif(good, qif_record(*bad), good))
    (spoiled,) = told.spoiled
    assert reason in spoiled.reason
    assert (spoiled.position, len(told.lines)) == (5, 2)
    assert spoiled.raw == "\n".join((*bad, "^")).encode()


def test_the_second_amount_stands_in_for_the_first() -> None:
    assert lines_of(qif_record("D2024-01-02", "U-5.00"))[0].amount.minor == -50_000


CYRILLIC = qif(qif_record("D2024-01-02", "T-5", "PАнна Петрівна", "MОплата за каву, дякуємо"))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-u", "cp866"],
)
def test_texts_are_read_in_whatever_code_page(encoding: str) -> None:
    document = CYRILLIC.replace("і", "и") if encoding == "cp866" else CYRILLIC
    (line,) = read_one(document, encoding).lines
    assert line.purpose == "Оплата за каву, дякуємо"
    assert (line.counterparty or "").startswith("Анна")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Café Müller", "cp1252"), ("Zażółć gęślą jaźń", "cp1250"), ("Žluťoučký kůň", "cp1250")],
)
def test_western_and_central_letters_are_told_apart(text: str, encoding: str) -> None:
    (line,) = read_one(qif(qif_record("D2024-01-02", "T-5", f"P{text}")), encoding).lines
    assert line.counterparty == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_each_system_ends_them(newline: str) -> None:
    document = CYRILLIC.replace("\n", newline)
    for content in (document, f"{newline}{newline}{document}", document.replace("^", " ^ ")):
        (line,) = read_one(content).lines
        assert line.raw.decode() == CYRILLIC.partition("\n")[2].strip()
    padded = f"!Type:Bank{newline}D2024-01-02{newline}T-5{newline}P{'x' * 80}"
    long = padded + newline + "^" + newline
    assert read_one(long + newline * 70_000).lines[0].amount.minor < 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("!Type:Bank\n" + "Mno end\n" * 10_001, Unreadable.DAMAGED),
        ("!Type:Bank\n" + "M" * (1 << 17), Unreadable.DAMAGED),
        ("!Account\nNTill\n^\n", Unreadable.NO_STATEMENT),
        (CYRILLIC.encode("utf-16")[:-1], Unreadable.ENCODING),
        (b"\xef\xbb\xbf" + "дуже багато слів".encode() * 9 + b"\xff\n" + CYRILLIC.encode(), None),
        ("<html>\n!Type:Bank\n", Unreadable.UNKNOWN),
        ("", Unreadable.EMPTY),
    ],
)
def test_a_file_that_can_not_be_read_is_refused(
    content: str | bytes, reason: Unreadable | None
) -> None:
    assert refused(content) is (reason or Unreadable.ENCODING)


def test_an_account_without_records_is_a_statement_without_lines() -> None:
    assert read_one("!Type:Bank\n").lines == []
    assert read_one("!Type:Bank\nD2024-01-02\nT5").lines[0].amount.minor == 50_000


def test_a_large_file_is_told_as_it_streams_in() -> None:
    records = [qif_record(f"D1/{day % 28 + 1}/24", f"T{day}.00") for day in range(20_000)]
    assert len(lines_of(*records)) == 20_000


SPELLED: dict[str, Callable[[str], str]] = {
    "%m/%d/%Y": str,
    "%d.%m.%Y": lambda text: text.replace(".", ","),
    "%Y-%m-%d": str,
}


@given(st.lists(MOVES, max_size=5), st.sampled_from(sorted(SPELLED)))
def test_what_is_written_is_read(moves: list[tuple[int, dt.date, str, str]], spelled: str) -> None:
    sure = qif_record(f"D{dt.date(2024, 1, 25):{spelled}}", f"T{SPELLED[spelled]('0.01')}")
    records = [
        qif_record(
            f"D{day:{spelled}}", f"T{SPELLED[spelled](decimal(minor))}", f"P{name}", f"M{memo}"
        )
        for minor, day, name, memo in moves
    ]
    told = read_one(qif(sure, *records))
    assert not told.spoiled
    assert [
        (line.amount.minor // 100, line.booked_on, line.counterparty or "", line.purpose)
        for line in told.lines[1:]
    ] == moves
