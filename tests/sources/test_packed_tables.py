"""Workbooks, pages and archives: read, or refused in time and for the right reason."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

import pytest
from openpyxl import Workbook

from ledger.statements import StatementHead, StatementLine, StatementPart
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.registry import read_parts
from tests.sources.written_statements import ofx, ofx_line, ofx_statement

CSV = b"Date,Amount,Currency,Description\n2026-11-03,-250.00,UAH,Callout\n"
ROW = "<tr><td>03.11.2026</td><td>-250,00</td><td>UAH</td><td>Виклик</td></tr>"
HEADER = "<tr><th>Дата</th><th>Сума</th><th>Валюта</th><th>Опис</th></tr>"
PAGE = f"<html><table><tr><td>x</td></tr></table><table>{HEADER}{ROW}</table></html>"
SHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="1"><Table>
<Row><Cell><Data ss:Type="String">Date</Data></Cell>
<Cell><Data ss:Type="String">Amount</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Description</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2026-11-03T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">-250.5</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="String">Callout</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def packed(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, told in files.items():
            archive.writestr(name, told)
    return content.getvalue()


def workbook(*rows: tuple[object, ...]) -> bytes:
    made, content = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(content)
    return content.getvalue()


def parts(content: bytes) -> list[StatementPart]:
    return list(read_parts(io.BytesIO(content)))


def lines(content: bytes) -> list[tuple[dt.date, str, str]]:
    return [
        (each.booked_on, str(each.amount), each.purpose)
        for each in parts(content)
        if isinstance(each, StatementLine)
    ]


def refused(content: bytes) -> Unreadable:
    with pytest.raises(UnreadableFileError) as caught:
        parts(content)
    return caught.value.reason


CALLOUT = (dt.date(2026, 11, 3), "-250.00 UAH", "Callout")


def test_typed_cells_are_read_exactly() -> None:
    content = workbook(
        ("Date", "Amount", "Currency", "Description", "Document number"),
        (
            dt.datetime.fromisoformat("2026-11-03 10:05"),
            -0.1 - 0.2,
            "UAH",
            "noise of a formula",
            12.0,
        ),
        (dt.date(2026, 11, 4), 1234567.89, "UAH", "large", 13.0),
        (dt.date(2026, 11, 5), -250, "UAH", "whole", 14),
    )
    told = [each for each in parts(content) if isinstance(each, StatementLine)]
    assert [str(each.amount) for each in told] == ["-0.30 UAH", "1234567.89 UAH", "-250.00 UAH"]
    assert [each.booked_on.day for each in told] == [3, 4, 5]
    assert [each.reference for each in told] == ["12", "13", "14"]


def test_each_sheet_that_is_a_statement_is_read() -> None:
    made, content = Workbook(), io.BytesIO()
    made.active.append(("Nothing", "of an account"))
    for currency in ("UAH", "EUR"):
        sheet = made.create_sheet(currency)
        sheet.append(("Date", "Amount", "Currency", "Description"))
        sheet.append((dt.date(2026, 11, 3), -250, currency, "Callout"))
    made.create_sheet("hidden").sheet_state = "hidden"
    made.save(content)
    heads = [each for each in parts(content.getvalue()) if isinstance(each, StatementHead)]
    assert [(each.format, each.currency) for each in heads] == [("xlsx", "UAH"), ("xlsx", "EUR")]


def test_pages_and_sheets_in_xml_are_tables_too() -> None:
    assert lines(PAGE.encode()) == [(dt.date(2026, 11, 3), "-250.00 UAH", "Виклик")]
    assert lines(SHEET.encode()) == [(dt.date(2026, 11, 3), "-250.5000 XXX", "Callout")]


def test_all_statements_of_an_archive_are_read() -> None:
    book = workbook(
        ("Date", "Amount", "Currency", "Description"),
        (dt.date(2026, 11, 3), -250, "UAH", "Callout"),
    )
    inner = packed({"a.csv": CSV, "book.xlsx": book})
    content = packed(
        {"b.csv": CSV, "inner.zip": inner, "photo.png": b"\x89PNG\0\0", "__MACOSX/b.csv": b"\0"}
    )
    assert lines(content) == [CALLOUT] * 3


def test_what_stands_in_an_archive_in_plain_letters_does_not_hide_it() -> None:
    quicken = b"!Type:Bank\nD11/25/2026\nT-1.00\nPAnna\n^\n"
    statement = ofx(ofx_statement(ofx_line())).encode()
    content = packed({"b.csv": CSV, "c.qif": quicken, "d.ofx": statement}, zipfile.ZIP_STORED)
    heads = [each.format for each in parts(content) if isinstance(each, StatementHead)]
    assert heads == ["csv", "qif", "ofx"]


def test_archives_are_not_followed_for_ever() -> None:
    content = CSV
    for _ in range(4):
        content = packed({"x": content})
    assert refused(content) is Unreadable.BOMB


def test_an_archive_without_a_statement_says_why() -> None:
    assert refused(packed({})) is Unreadable.EMPTY
    assert refused(packed({"readme.txt": b"hello"})) is Unreadable.UNKNOWN


def test_what_unpacks_into_too_much_is_left_alone() -> None:
    assert refused(packed({"zeros.csv": bytes(80 << 20)})) is Unreadable.BOMB
    assert refused(packed({f"{number}": b"x" for number in range(300)})) is Unreadable.BOMB


def test_a_sheet_that_spans_too_much_is_left_alone() -> None:
    made, content = Workbook(), io.BytesIO()
    made.active.append(("Date", "Amount", "Description"))
    made.active["XFD1048576"] = "far away"
    made.save(content)
    assert refused(content.getvalue()) is Unreadable.BOMB


def test_passwords_are_asked_to_be_taken_off() -> None:
    content = bytearray(packed({"a.csv": CSV}))
    at = content.find(b"PK\x01\x02")
    content[6] |= 1
    content[at + 8] |= 1
    assert refused(bytes(content)) is Unreadable.LOCKED
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    encrypted += "EncryptedPackage".encode("utf-16-le") + bytes(900)
    assert refused(encrypted) is Unreadable.LOCKED


def test_damaged_files_are_refused_as_such() -> None:
    book = workbook(("Date", "Amount"), (dt.date(2026, 11, 3), -250))
    assert refused(book[:-200]) is Unreadable.TRUNCATED
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)) is Unreadable.DAMAGED
    content = bytearray(packed({"a.csv": CSV * 50}))
    content[60] ^= 255
    assert refused(bytes(content)) is Unreadable.DAMAGED


def test_tables_of_other_things_are_no_statements() -> None:
    assert (
        refused(b"Article;Name;Price\n1;Pump;100,00\n2;Valve;20,00\n") is Unreadable.NO_STATEMENT
    )
    assert refused(b"%PDF-1.7\n1,2,3\n4,5,6\n") is Unreadable.UNKNOWN
    assert refused(b'{"a": [1, 2, 3],\n "b": [1, 2, 3]}\n') is Unreadable.UNKNOWN
    assert refused(b" \n ") is Unreadable.EMPTY
