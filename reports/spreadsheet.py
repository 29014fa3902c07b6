"""Cells of a workbook: words that never run, figures and days as an accountant likes them."""

from typing import TYPE_CHECKING, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from ledger.money import Money, decimals_of
from reports.exports.plain_text import one_line

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

TITLE_MAX: Final = 31
"""Of a sheet, as the format has it."""
_DAY: Final = {"en": "dd/mm/yyyy"}
_DAY_ELSEWHERE: Final = "dd.mm.yyyy"
_NO_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF))
"""Letters that are none, and that no file of XML may hold."""
BOLD: Final = Font(bold=True)


def day_format(language: str) -> str:
    """Give how a language writes days."""
    return _DAY.get(language, _DAY_ELSEWHERE)


def figure_format(currency: str, unit: str = "") -> str:
    """Give how figures of a currency are written: in groups, those below nought red."""
    decimals = decimals_of(currency)
    plain = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    tail = f' "{unit}"' if unit else ""
    return f"{plain}{tail};[Red]-{plain}{tail}"


def text_cell(
    sheet: "WriteOnlyWorksheet", text: str, *, is_bold: bool = False, indent: int = 0
) -> WriteOnlyCell:
    """Give a cell of words, which never becomes a formula."""
    cell = WriteOnlyCell(sheet, value=one_line(text).translate(_NO_XML))
    cell.data_type = "s"
    if is_bold:
        cell.font = BOLD
    if indent:
        cell.alignment = Alignment(indent=indent)
    return cell


def value_cell(
    sheet: "WriteOnlyWorksheet", value: object, number_format: str, *, is_bold: bool = False
) -> WriteOnlyCell:
    """Give a cell of a day, a figure or a formula of the house's own."""
    cell = WriteOnlyCell(sheet, value=value.to_decimal() if isinstance(value, Money) else value)
    cell.number_format = number_format
    if is_bold:
        cell.font = BOLD
    return cell
