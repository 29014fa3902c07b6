"""Reads reports: the mapping is recognised by the header, then every row is a document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO
from zoneinfo import ZoneInfo

from ledger.errors import LedgerError
from services.documents.document_ports import Telling
from services.intake.report_types import ReportRead, SpoiledRow
from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.amounts import mark_of
from sources.bank_files.tables.csv_text import open_csv
from sources.bank_files.tables.days import DayOrder, order_of
from sources.bank_files.tables.table import Row, Table
from sources.bank_files.tables.table_file import recognises_table
from sources.bank_files.tables.workbook import (
    open_old_workbook,
    open_workbook,
    recognises_old_workbook,
)
from sources.bank_files.zip_file import check_workbook, is_workbook, recognises_zip
from sources.reports.mapping import ReportMapping, own_mappings
from sources.reports.row import RowReader

PEEK = 65_536
_HEADER_WITHIN = 50
"""So many rows may stand before the header."""
_ROWS_MAX = 2_000_000
_SAMPLE = 5_000
_AMOUNTS = ("money", "fee", "gross", "net", "refunded", "cost", "vat")
_MOMENTS = ("happened_at", "closed_at", "changed_at")


@dataclass(frozen=True, slots=True)
class _Found:
    """A table that is a report."""

    table: Table
    mapping: ReportMapping
    places: Mapping[str, int]
    begins: int
    """The row after the header, from nought."""


def read_report(
    file: BinaryIO, mappings: Sequence[ReportMapping], *, zone: str, currency: str
) -> ReportRead | None:
    """Read a report; None when the file is none that is known.

    Args:
        file: the file.
        mappings: the shop's own, which go before those that come with Tilly.
        zone: the shop's, whose clock the report's times are on.
        currency: the shop's own, for a report that tells none.

    Raises:
        UnreadableFileError: it is one, and can't be read in one way only.
    """
    found = _find(_tables(file), [*mappings, *own_mappings()])
    file.seek(0)
    if found is None:
        return None
    rows = [
        (place, cells, raw)
        for place, (cells, raw) in enumerate(_within(found.table.rows()), start=1)
        if place > found.begins and any(cell.strip() for cell in cells)
    ]
    sample = [cells for _, cells, _ in rows[:_SAMPLE]]
    reader = _reader_of(found, sample, ZoneInfo(zone), currency)
    tellings: list[Telling] = []
    spoiled: list[SpoiledRow] = []
    for place, cells, raw in rows:
        try:
            document = reader.read(cells)
        except (ValueError, LedgerError) as error:
            spoiled.append(SpoiledRow(str(error), place))
        else:
            tellings.append(Telling(document, raw.encode("utf-8", "replace")))
    return ReportRead(found.mapping.name, tuple(tellings), tuple(spoiled))


def _tables(file: BinaryIO) -> Iterator[Table]:
    head = file.read(PEEK)
    file.seek(0)
    if recognises_zip(head):
        if is_workbook(file):
            check_workbook(file)
            yield from open_workbook(file)
    elif recognises_old_workbook(head):
        yield from open_old_workbook(file)
    elif recognises_table(head):
        yield open_csv(file)


def _find(tables: Iterable[Table], mappings: Sequence[ReportMapping]) -> _Found | None:
    """Give the first table that has a header of a mapping: the one that most of it is known by."""
    for table in tables:
        for place, (cells, _) in enumerate(islice(table.rows(), _HEADER_WITHIN), start=1):
            fitting = [
                (len(places), -order, mapping, places)
                for order, mapping in enumerate(mappings)
                if (places := mapping.places(cells)) is not None
            ]
            if fitting:
                _, _, mapping, places = max(fitting, key=lambda each: each[:2])
                return _Found(table, mapping, places, place)
    return None


def _within(rows: Iterator[Row]) -> Iterator[Row]:
    yield from islice(rows, _ROWS_MAX)
    if next(rows, None) is not None:
        raise UnreadableFileError(Unreadable.TOO_LARGE, f"more than {_ROWS_MAX} rows")


def _reader_of(
    found: _Found, sample: Sequence[Sequence[str]], zone: ZoneInfo, currency: str
) -> RowReader:
    def texts(columns: Sequence[str]) -> list[str]:
        at = [found.places[each] for each in columns if each in found.places]
        said = (row[place].strip() for row in sample for place in at if place < len(row))
        return [each for each in said if each]

    told = found.mapping.day_order
    orders = (DayOrder(told),) if told else _orders_of(texts(_MOMENTS))
    if len(orders) > 1:
        raise UnreadableFileError(Unreadable.COLUMNS, "day_order: day and month may be either")
    mark = mark_of(texts(_AMOUNTS))
    return RowReader(found.mapping, found.places, orders[0], mark, zone, currency)


def _orders_of(texts: Sequence[str]) -> tuple[DayOrder, ...]:
    return order_of(texts, is_month_first_usual=False).orders if texts else (DayOrder.DAY_FIRST,)
