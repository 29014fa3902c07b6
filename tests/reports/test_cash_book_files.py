"""The cash book as a workbook and as CSV: real values, right sums, harmless text."""

import csv
import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ledger.accounts import Account, AccountType
from ledger.money import Money
from locales.cash_book_labels import cash_book_labels, file_name
from locales.words import words_of
from reports.cash_book import BookLine, CashBook, TillBook
from reports.cash_book_csv import write_csv
from reports.cash_book_labels import CashBookLabels
from reports.cash_book_xlsx import write_xlsx

DAY = dt.date(2026, 11, 20)
TILLS = [
    Account("till.1", "3011", AccountType.ASSET, {"en": "Front: till/[1]"}),
    Account("till.2", "3012", AccountType.ASSET, {"en": "=cmd()"}),
]


def labels(language: str = "en") -> CashBookLabels:
    return cash_book_labels(words_of(language), TILLS)


def line(number: int, minor: int, balance: int, *, said: str = "x", **ties: int) -> BookLine:
    return BookLine(
        number,
        DAY,
        None,
        Money(minor, "UAH"),
        Money(balance, "UAH"),
        "delivery",
        "9330",
        said,
        said,
        said,
        said,
        ties.get("reversed_by"),
        ties.get("reverses"),
        ties.get("replaces"),
    )


def book(*lines: BookLine, till: str = "till.1", opening: int = 100_000) -> CashBook:
    return CashBook(DAY, DAY, (TillBook(till, "UAH", Money(opening, "UAH"), lines),))


def sheet_of(content: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def summed(sheet: Worksheet, formula: object) -> Decimal:
    """Work a sum out as a spreadsheet does."""
    found = re.fullmatch(r"=SUM\(([A-Z]\d+):([A-Z]\d+)\)", str(formula))
    assert found is not None
    cells = [cell.value for row in sheet[f"{found[1]}:{found[2]}"] for cell in row]
    return sum((Decimal(str(each)) for each in cells if each is not None), Decimal(0))


def test_a_workbook_has_real_days_and_figures_and_a_frozen_head() -> None:
    written = book(line(1, -25_050, 74_950), line(2, 90_000, 164_950, reverses=1))
    sheet = sheet_of(write_xlsx(written, labels("uk")))
    assert sheet.freeze_panes == "C2"
    assert [cell.value for cell in sheet[1]][:6] == [
        "Дата", "№", "Каса", "Прийшло", "Пішло", "Залишок",
    ]  # fmt: skip
    row = sheet[3]
    assert row[0].value == dt.datetime(2026, 11, 20)  # noqa: DTZ001 - a spreadsheet has no zone
    assert row[0].number_format == "dd.mm.yyyy"
    assert (row[1].value, row[4].value, row[5].value) == (1, 250.5, 749.5)
    assert row[4].number_format.startswith("#,##0.00")
    assert sheet.column_dimensions["L"].width == 44
    assert "скасовує № 1" in str(sheet[4][13].value)


@given(st.lists(st.integers(-(10**11), 10**11).filter(bool), max_size=8))
def test_the_sums_of_a_workbook_agree_with_the_book(minors: list[int]) -> None:
    balance, lines = 100_000, []
    for number, minor in enumerate(minors, start=1):
        balance += minor
        lines.append(line(number, minor, balance))
    written = book(*lines)
    sheet = sheet_of(write_xlsx(written, labels()))
    total, closing = sheet[len(lines) + 3], sheet[len(lines) + 4]
    till = written.tills[0]
    cash_in, cash_out = summed(sheet, total[3].value), summed(sheet, total[4].value)
    assert cash_in == till.cash_in.to_decimal()
    assert cash_out == till.cash_out.to_decimal()
    assert closing[5].value == f"=F2+D{len(lines) + 3}-E{len(lines) + 3}"
    assert Decimal(str(sheet["F2"].value)) + cash_in - cash_out == till.closing.to_decimal()
    assert till.closing == Money(balance, "UAH")


@pytest.mark.parametrize(
    "said", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\x00\uffff\ud800x"]
)
def test_outside_text_is_no_formula_anywhere(said: str) -> None:
    written = book(line(1, 100, 100_100, said=said), till="till.2")
    sheet = sheet_of(write_xlsx(written, labels()))
    assert [cell.data_type for cell in sheet[3]][9:13] == ["s"] * 4
    assert sheet[3][2].data_type == "s"
    rows = list(csv.reader(io.StringIO("".join(write_csv(written, labels()))), delimiter=";"))
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[1][6:])
    assert rows[1][2] == "'=cmd()"


def test_sheets_are_named_after_tills_apart_from_what_no_name_may_hold() -> None:
    tills = tuple(
        TillBook(till, currency, Money(0, currency), ())
        for till, currency in (("till.1", "UAH"), ("till.1", "JPY"), ("till.9", "UAH"))
    )
    written = CashBook(DAY, DAY, (*tills, TillBook("till.1", "UAH", Money(0, "UAH"), ())))
    book_ = load_workbook(io.BytesIO(write_xlsx(written, labels())))
    assert book_.sheetnames == [
        "Front  till  1 UAH", "Front  till  1 JPY", "till.9 UAH", "Front  till  1 UAH 2",
    ]  # fmt: skip
    assert load_workbook(io.BytesIO(write_xlsx(CashBook(DAY, DAY, ()), labels()))).sheetnames


def test_csv_opens_in_a_spreadsheet_of_the_readers_country() -> None:
    text = "".join(write_csv(book(line(1, -25_050, 74_950, said='a;"b"\nc')), labels("uk")))
    assert text.startswith("\ufeff")
    head, first = text.removeprefix("\ufeff").splitlines()
    assert head.startswith('"Дата";"№"')
    assert first.startswith('"2026-11-20";"1";"Front: till/[1]";"";"250,50";"749,50";"UAH"')
    assert '"a;""b"" c"' in first
    assert '"250.50"' in "".join(write_csv(book(line(1, -25_050, 74_950)), labels("en")))


def test_a_file_says_what_it_holds() -> None:
    last = DAY + dt.timedelta(days=1)
    assert file_name(words_of("en"), DAY, last, "csv") == "cash-book_2026-11-20_2026-11-21.csv"
    assert file_name(words_of("en"), DAY, DAY, "xlsx") == "cash-book_2026-11-20.xlsx"
