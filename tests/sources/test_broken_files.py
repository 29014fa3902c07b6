"""What the fuzzer has found: each broken file is read or refused, in time and in order."""

import datetime as dt
import io
import time
import zipfile

import pytest

from ledger.money import Money
from ledger.statements import (
    LinePart,
    StatementEnd,
    StatementHead,
    StatementLine,
)
from services.bank.bank_types import ReadStatement
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.registry import FORMATS, PEEK, read_parts
from tests.sources import test_bai2, test_coda, test_csb43, test_mt940, test_packed_tables
from tests.sources.fuzz_seeds import SEEDS
from tests.sources.fuzz_statements import SECONDS_MAX, faults, made, told_of
from tests.sources.old_workbook import old_workbook
from tests.sources.told_statements import read, read_one
from tests.sources.written_statements import ofx, ofx_line, ofx_statement, qif, qif_record
from tests.thorough import times

CODA = test_coda.header() + test_coda.opening()
LONG = 70_000


def refused(content: bytes) -> Unreadable:
    with pytest.raises(UnreadableFileError) as caught:
        list(read_parts(io.BytesIO(content)))
    return caught.value.reason


@pytest.mark.parametrize("name", SEEDS)
def test_broken_files_of_each_format_are_read_or_refused(name: str) -> None:
    for content in made(name, times(40, 4_000), seed=20_261_103):
        parts, raised, is_whole = told_of(content)
        assert raised is None
        assert list(faults(parts, is_whole=is_whole)) == []


@pytest.mark.parametrize("piece", ["\n", " ", "\r\n ", "<", "<?xml ", ";", "0", "x", "<a:", "\t"])
@pytest.mark.parametrize("begin", ["", "<OFX>", "x", "01,a,b,240105,", ":20:1\n:60F:C240101"])
def test_no_format_takes_long_to_know_its_files(begin: str, piece: str) -> None:
    head = f"{begin}{piece * PEEK}"[:PEEK].encode()
    began = time.process_time()
    for each in FORMATS:
        each.recognises(head)
    assert time.process_time() - began < SECONDS_MAX


BAI2_03 = "03,0123456789,,010,10000,,"
MANY_TABLES = (
    "<table><tr><th>Дата<th>Сума<th>Валюта<th>Опис<th>Рахунок платника<th>Код отримувача</tr>"
    "<tr><td>25.01.2024<td>-12,50<td>UAH<td>x<td>1<td>2</tr></table>"
)
LONG_FILES = {
    "a line without blanks": test_bai2.report("16,165,2500,V,240107,,B1,C1,TEXT/\n")
    .replace("TEXT", f"{'015,' * (LONG // 4)}Ж")
    .encode(),
    "a header of blank lines": ofx(ofx_statement(ofx_line()))
    .replace("<OFX>", "\n" * LONG + "<OFX>")
    .encode("cp1252")
    .replace(b"First Bank", b"\xd0ank"),
    "declarations without an end": b"<OFX>" + b"<?xml " * (LONG // 6) + b"\xff</OFX>",
    "a balance of blanks": test_mt940.GERMAN.replace(":60F:C240101", f":60F:C240101{' ' * LONG}x")
    .encode(),
    "an account of blanks": test_mt940.GERMAN.replace("50880050/", f"1{' ' * LONG}/")
    .encode(),
    "braces that close twice": ("{1:F01}{2:I942X}{3:" + "{a}}" * 40 + test_mt940.GERMAN).encode(),
    "a cell of blanks": f"Date\tAmount\tName\n26.01.2024\t{' ' * LONG}x\tA\n".encode(),
    "a day that goes on": f"Date,Amount,Name\n26.01.2024{' ' * LONG}x,5,A\n".encode() * 2,
    "a wide table": f"Date;Amount;{'Currency;' * (LONG // 9)}\n".encode() * 2,
    "rows that say nothing": b"Date,Amount,Name\n2026-11-03,5.00,A\n" + b"1,1\n" * (LONG // 4),
    "a day of blanks": qif(qif_record(f"D1/2/{' ' * (PEEK - 9)}x", "T5")).encode(),
    "a page of many tables": f"<html>{MANY_TABLES * (LONG // len(MANY_TABLES))}</html>".encode(),
    "blank records": qif(qif_record("D2024-01-02", "T5"), "\n" * LONG).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG_FILES)
def test_no_file_takes_longer_than_its_length_deserves(name: str) -> None:
    began = time.process_time()
    parts, raised, is_whole = told_of(LONG_FILES[name])
    assert time.process_time() - began < SECONDS_MAX
    assert raised is None
    assert list(faults(parts, is_whole=is_whole)) == []


def sheet_with(row: str) -> bytes:
    """Write a workbook whose second row, or one more at its end, is another one."""
    book = test_packed_tables.workbook(("Date", "Amount"), (dt.date(2026, 11, 3), -250))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = files["xl/worksheets/sheet1.xml"]
    is_whole = row.endswith("/row>")
    old, new = ("</sheetData>", f"{row}</sheetData>") if is_whole else ('<row r="2"', row)
    files["xl/worksheets/sheet1.xml"] = sheet.replace(old, new, 1)
    return test_packed_tables.packed({name: text.encode() for name, text in files.items()})


def test_a_sheet_with_rows_without_number_is_refused() -> None:
    assert refused(sheet_with('<row r="4294967295"')) is Unreadable.BOMB
    assert refused(sheet_with('<row r="30000"')) is Unreadable.BOMB


def test_a_cell_far_away_takes_no_room_for_those_before_it() -> None:
    began = time.process_time()
    far = [*[()] * 65_534, (*[""] * 255, "far away")]
    assert refused(old_workbook(("Date", "Amount"), *far)) is Unreadable.BOMB
    assert time.process_time() - began < SECONDS_MAX


def test_a_sheet_that_spans_too_much_is_refused_however_it_is_written() -> None:
    wide = '<row r="3"><c r=\'XFD3\' t="n"><v>1</v></c></row>'
    assert refused(sheet_with(wide)) is Unreadable.BOMB
    rows = "".join(f'<row r="{at}"><c t="n"><v>1</v></c></row>' for at in range(3, 6_000))
    filled = "<c><v>1</v></c>" * 999
    assert refused(sheet_with(f'{rows}<row r="6000">{filled}</row>')) is Unreadable.BOMB


def test_blank_rows_of_a_sheet_are_passed_over() -> None:
    assert len(read_one(sheet_with('<row r="5"')).lines) == 1
    assert len(read_one(sheet_with('<row r="60000"><c/></row>')).lines) == 1


def test_a_file_without_a_name_in_an_archive_is_passed_over() -> None:
    nameless = test_packed_tables.packed({"name": b"x"}).replace(b"name", b"\0ame")
    assert refused(nameless) is Unreadable.EMPTY


def test_each_statement_of_coda_has_an_end() -> None:
    first = CODA + test_coda.movement(1) + test_coda.opening() + test_coda.movement(2)
    told = read(first + test_coda.closing(2) + test_coda.END)
    assert [[line.amount.minor for line in each.lines] for each in told] == [[1], [2]]
    again = CODA + test_coda.closing(0) + test_coda.END + test_coda.closing(0) + test_coda.END
    assert refused(again.encode()) is Unreadable.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        (test_coda.header() + test_coda.opening(account="2001BE68539007\x0047034")).encode()
        + (test_coda.closing(0) + test_coda.END).encode(),
        (test_csb43.account() + test_csb43.closing(0) + test_csb43.END)
        .replace("TIENDA", "TIE\0DA")
        .encode(),
        test_mt940.GERMAN.replace("B4E07XM00J000023", "B4E07\x00XM00J000023").encode(),
        qif(qif_record("D2024-01-02", "T5", "SA\0", "$1", "SB", "$4"), account="T\0ll").encode(),
    ],
)
def test_what_no_database_keeps_is_written_otherwise(content: bytes) -> None:
    told = read_one(content)
    texts = [told.head.account, told.head.owner]
    for line in told.lines:
        texts += [line.external_id, *[part.purpose for part in line.parts]]
    said = "".join(each for each in texts if each)
    assert "\0" not in said
    assert "␀" in said


def test_parts_of_lines_keep_their_texts() -> None:
    part = LinePart(Money(1, "EUR"), "A\0", "\0", "for \udc81", "R")
    assert (part.counterparty, part.counterparty_account) == ("A␀", "␀")
    assert (part.purpose, part.reference) == ("for �", "R")


@pytest.mark.parametrize("currency", ["XYZ", "XXX", "eur", "", "CLIENT"])
def test_a_head_tells_no_currency_that_is_none(currency: str) -> None:
    assert StatementHead("csv", None, currency).currency is None
    assert StatementHead("csv", None, "DEM").currency == "DEM"


def test_an_identifier_is_given_to_one_line_whatever_ends_where() -> None:
    lines = [ofx_line(1, "A-1"), "</STMTRS>", ofx_line(2, "A-1"), ofx_line(3, "A-1")]
    for document in (
        ofx("</STMTRS>", ofx_statement(ofx_line(1, "A-1")), ofx_statement(*lines[2:])),
        ofx(ofx_statement(lines[0]), "</STMTRS>", ofx_statement(*lines[2:])),
    ):
        for told in read(document):
            ids = [line.external_id for line in told.lines if line.external_id is not None]
            assert len(ids) == len(set(ids))


def test_an_account_within_a_text_gives_no_identifier_twice() -> None:
    movement = ":61:2401020102CR250,50NTRFNONREF//B4E07XM00J000023\n"
    text = f":86:{'x' * 65}\n:25:30 by the clock\n"
    head, _, rest = test_mt940.GERMAN.partition(":61:")
    end = rest[rest.index(":62F:") :]
    told = read_one(f"{head}{movement}{text}{movement}{end}")
    ids = [line.external_id for line in told.lines]
    assert ids == ["B4E07XM00J000023", None]


@pytest.mark.parametrize(
    "rows",
    [
        "25.01.2024;-9999999999999999999,50;87,50;EUR\n",
        "25.01.2024;-1000000000000000,00;1000000000000000,00;EUR\n",
    ],
)
def test_more_than_the_books_hold_is_no_balance(rows: str) -> None:
    parts, raised, is_whole = told_of(f"Date;Amount;Balance;Currency\n{rows}".encode())
    assert (raised, is_whole) == (None, True)
    assert list(faults(parts, is_whole=True)) == []


@pytest.mark.parametrize(
    ("opening", "closing", "moved", "difference"),
    [
        (Money(100, "EUR"), Money(150, "EUR"), [Money(50, "EUR")], Money(0, "EUR")),
        (Money(100, "EUR"), Money(150, "EUR"), [Money(40, "EUR")], Money(10, "EUR")),
        (Money(100, "EUR"), Money(150, "EUR"), [Money(50, "JPY")], Money(50, "EUR")),
        (Money(100, "EUR"), Money(150, "USD"), [], None),
        (None, Money(150, "EUR"), [], None),
        (Money(-(10**17), "EUR"), Money(10**17, "EUR"), [], None),
    ],
)
def test_balances_are_proved_in_one_currency(
    opening: Money | None, closing: Money, moved: list[Money], difference: Money | None
) -> None:
    lines = tuple(StatementLine(dt.date(2026, 11, 3), each) for each in moved)
    head = StatementHead("csv", None, "EUR", opening)
    assert ReadStatement(head, lines, (), StatementEnd(closing)).difference == difference


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Оплата за каву, дякуємо", "utf-16-le"), ("Оплата за каву, дякуємо", "utf-16-be")],
)
def test_utf_16_without_a_mark_is_known_by_where_its_noughts_are(text: str, encoding: str) -> None:
    (line,) = read_one(qif(qif_record("D2024-01-02", "T-5", f"M{text}")), encoding).lines
    assert line.purpose == text
