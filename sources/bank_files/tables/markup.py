"""Tables in markup that banks call workbooks: HTML, and Excel's XML of 2003."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO

from lxml import etree, html

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.encoding import encoding_of
from sources.bank_files.tables.table import SheetTable

_BYTES_MAX = 1 << 26
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_NAMESPACE = f"{{{_SPREADSHEET}}}"
_HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"<style", b"<body")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_SPAN_MAX = 200


def recognises_markup(head: bytes) -> bool:
    """Tell by the first tag, or by the namespace of Excel's XML."""
    begun = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begun.startswith(_HTML):
        return b"<table" in begun
    return begun.startswith(b"<?xml") and _SPREADSHEET.encode() in begun


def open_markup(file: BinaryIO) -> Sequence[SheetTable]:
    """Read the tables of a page or of a workbook in XML.

    Raises:
        UnreadableFileError: it is damaged or too large.
    """
    file.seek(0)
    content = file.read(_BYTES_MAX + 1)
    if len(content) > _BYTES_MAX:
        raise UnreadableFileError(Unreadable.BOMB, f"markup of over {_BYTES_MAX} bytes")
    try:
        if _SPREADSHEET.encode() in content[:4_096] and b"<table" not in content[:4_096]:
            return list(_sheets(content))
        return list(_tables(content.decode(encoding_of(BytesIO(content)), "replace")))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFileError(Unreadable.DAMAGED, f"markup: {error}"[:300]) from error


def _tables(text: str) -> Iterator[SheetTable]:
    """Read the innermost tables of a page: the outer ones are its layout."""
    page = html.document_fromstring(_DECLARATION.sub("", text))
    for table in page.iter("table"):
        if table.find(".//table") is None:
            rows = [list(_cells(row)) for row in table.iter("tr")]
            yield SheetTable("html", rows)


def _cells(row: html.HtmlElement) -> Iterator[str]:
    for cell in row.iterchildren("td", "th"):
        yield " ".join(str(cell.text_content()).split())
        span = cell.get("colspan", "1")
        yield from [""] * (min(int(span), _SPAN_MAX) - 1 if span.isdecimal() else 0)


def _sheets(content: bytes) -> Iterator[SheetTable]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for sheet in etree.fromstring(content, parser).iter(f"{_NAMESPACE}Worksheet"):
        rows = [_row(row) for row in sheet.iter(f"{_NAMESPACE}Row")]
        yield SheetTable("xml", rows, sheet.get(f"{_NAMESPACE}Name", ""))


def _row(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(f"{_NAMESPACE}Cell"):
        place = cell.get(f"{_NAMESPACE}Index", "")
        if place.isdecimal() and len(cells) < int(place) - 1 <= _SPAN_MAX:
            cells += [""] * (int(place) - 1 - len(cells))
        data = cell.find(f"{_NAMESPACE}Data")
        cells.append("" if data is None else "".join(map(str, data.itertext())).strip())
        across = cell.get(f"{_NAMESPACE}MergeAcross", "")
        cells += [""] * (min(int(across), _SPAN_MAX) if across.isdecimal() else 0)
    return cells
