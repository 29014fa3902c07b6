"""The cash book as a workbook: a sheet a till and currency, real dates, figures and sums."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook

from ledger.money import Money
from reports.cash_book import BookLine, CashBook, TillBook
from reports.cash_book_labels import CashBookLabels
from reports.cash_book_rows import words_of_line
from reports.spreadsheet import TITLE_MAX, day_format, figure_format, text_cell, value_cell

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_WIDTHS: Final = (12, 8, 16, 14, 14, 16, 9, 22, 10, 22, 12, 44, 18, 30)
"""Of each column, in letters."""
_NOT_IN_TITLE: Final = re.compile(r"[\[\]:*?/\\']")
_IN, _OUT, _BALANCE = "D", "E", "F"
_HEAD_ROWS: Final = 2
"""The head, and what the till had at first."""

Value = object
Row = list[Value]


def write_xlsx(book: CashBook, labels: CashBookLabels) -> bytes:
    """Write the workbook; its sums are formulas over its own figures."""
    workbook = Workbook(write_only=True)
    titles: set[str] = set()
    for till in book.tills:
        _Sheet(workbook, till, labels, _title(till, labels, titles)).write(book)
    if not book.tills:
        workbook.create_sheet(_clean(labels.nothing)[:TITLE_MAX] or "-")
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


class _Sheet:
    """One till's book on one sheet."""

    def __init__(
        self, workbook: Workbook, till: TillBook, labels: CashBookLabels, title: str
    ) -> None:
        self._till = till
        self._labels = labels
        self._sheet: WriteOnlyWorksheet = workbook.create_sheet(title)
        self._figure_format = figure_format(till.currency)
        self._day_format = day_format(labels.language)

    def write(self, book: CashBook) -> None:
        """Write the head, the opening, each line, and the sums."""
        sheet, till = self._sheet, self._till
        for place, width in enumerate(_WIDTHS):
            sheet.column_dimensions[chr(ord("A") + place)].width = width
        sheet.freeze_panes = "C2"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        sheet.append([self._text(each, is_bold=True) for each in self._labels.columns])
        opening = [self._day(book.first), None, *self._till_cells(None, None, till.opening)]
        sheet.append([*opening, self._text(self._labels.opening, is_bold=True)])
        for line in till.lines:
            sheet.append(self._row(line))
        for row in self._sums(book):
            sheet.append(row)

    def _row(self, line: BookLine) -> Row:
        return [
            self._day(line.booked_on),
            line.number,
            *self._till_cells(line.cash_in, line.cash_out, line.balance),
            *map(self._text, words_of_line(line, self._labels)),
        ]

    def _till_cells(self, cash_in: Money | None, cash_out: Money | None, balance: Money) -> Row:
        return [
            self._text(self._labels.name_till(self._till.till)),
            self._figure(cash_in),
            self._figure(cash_out),
            self._figure(balance),
            self._till.currency,
        ]

    def _sums(self, book: CashBook) -> Iterator[Row]:
        """Sum up: what came in and went out, and what that leaves."""
        labels, last = self._labels, _HEAD_ROWS + len(self._till.lines)
        first = min(_HEAD_ROWS + 1, last)
        total = last + 1
        yield [
            self._text(labels.total, is_bold=True),
            None,
            None,
            self._formula(f"=SUM({_IN}{first}:{_IN}{last})"),
            self._formula(f"=SUM({_OUT}{first}:{_OUT}{last})"),
            None,
            self._till.currency,
        ]
        closing = f"={_BALANCE}{_HEAD_ROWS}+{_IN}{total}-{_OUT}{total}"
        yield [
            self._day(book.last),
            None,
            None,
            None,
            None,
            self._formula(closing),
            self._till.currency,
            self._text(labels.closing, is_bold=True),
        ]

    def _text(self, text: str, *, is_bold: bool = False) -> Value:
        return text_cell(self._sheet, text, is_bold=is_bold)

    def _day(self, day: object) -> Value:
        return value_cell(self._sheet, day, self._day_format)

    def _figure(self, money: Money | None) -> Value:
        return None if money is None else value_cell(self._sheet, money, self._figure_format)

    def _formula(self, formula: str) -> Value:
        return value_cell(self._sheet, formula, self._figure_format, is_bold=True)


def _title(till: TillBook, labels: CashBookLabels, taken: set[str]) -> str:
    """Name a sheet after its till and currency, unlike any other sheet."""
    name = _clean(labels.name_till(till.till)) or till.till
    number = 1
    while True:
        tail = f" {till.currency}" if number == 1 else f" {till.currency} {number}"
        title = name[: TITLE_MAX - len(tail)] + tail
        if title.casefold() not in taken:
            taken.add(title.casefold())
            return title
        number += 1


def _clean(name: str) -> str:
    kept = "".join(letter for letter in name if letter.isprintable())
    return _NOT_IN_TITLE.sub(" ", kept).strip()
