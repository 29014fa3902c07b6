"""A report as a workbook whose sums are formulas over its own figures."""

import datetime as dt
import io
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from ledger.money import Money
from reports.file_table import Cell, FileRow, FileTable, Formula
from reports.spreadsheet import TITLE_MAX, day_format, figure_format, text_cell, value_cell

_HEAD_ROWS: Final = 3
"""The title, an empty row, and the names of the columns."""
_WIDTH_MIN, _WIDTH_MAX = 12, 60
_NOT_IN_TITLE: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def write_xlsx(table: FileTable) -> bytes:
    """Write the workbook."""
    workbook = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = workbook.create_sheet(_title(table))
    for column, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"B{_HEAD_ROWS + 1}"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEAD_ROWS}:{_HEAD_ROWS}"
    sheet.append([text_cell(sheet, table.title, is_bold=True)])
    sheet.append([])
    sheet.append([text_cell(sheet, each, is_bold=True) for each in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, row, cell, table.language) for cell in row.cells])
    if table.closing:
        sheet.append([])
    for line in table.closing:
        sheet.append([text_cell(sheet, line)])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _cell(sheet: WriteOnlyWorksheet, row: FileRow, cell: Cell, language: str) -> object:
    match cell:
        case Formula():
            currency = cell.value.currency
            shown = figure_format(currency, currency)
            return value_cell(sheet, _formula(cell), shown, is_bold=row.is_bold)
        case Money():
            shown = figure_format(cell.currency, cell.currency)
            return value_cell(sheet, cell, shown, is_bold=row.is_bold)
        case dt.date():
            return value_cell(sheet, cell, day_format(language), is_bold=row.is_bold)
        case str():
            return text_cell(sheet, cell, is_bold=row.is_bold, indent=int(row.is_part))
        case None:
            return None


def _formula(formula: Formula) -> str:
    spans = []
    for span in formula.adds:
        column = get_column_letter(span.column + 1)
        first, last = span.first + _HEAD_ROWS + 1, span.last + _HEAD_ROWS + 1
        spans.append(f"{column}{first}:{column}{last}" if last > first else f"{column}{first}")
    return f"=SUM({','.join(spans)})"


def _widths(table: FileTable) -> list[int]:
    texts = [list(table.columns)]
    texts += [[_shown(cell) for cell in row.cells] for row in table.rows]
    longest = (max(map(len, column)) for column in zip(*texts, strict=True))
    return [min(max(length + 2, _WIDTH_MIN), _WIDTH_MAX) for length in longest]


def _shown(cell: Cell) -> str:
    if isinstance(cell, Formula):
        return _shown(cell.value)
    if isinstance(cell, Money):
        return f"{cell.to_decimal():,f} {cell.currency}"
    return cell if isinstance(cell, str) else ""


def _title(table: FileTable) -> str:
    plain = " ".join(table.title.split())
    kept = "".join(letter for letter in plain if letter.isprintable())
    return kept.translate(_NOT_IN_TITLE).strip()[:TITLE_MAX].strip() or "-"
