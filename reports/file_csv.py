"""A report as CSV: the table alone, its sums as figures."""

import datetime as dt
from itertools import chain

from reports.csv_lines import BOM, csv_line, figure, harmless
from reports.file_table import Cell, FileTable, money_of
from reports.numbers import decimal_mark_of


def write_csv(table: FileTable) -> bytes:
    """Write the columns' names, then the rows; next to each figure stands its currency."""
    mark = decimal_mark_of(table.language)
    is_figure = [
        any(money_of(row.cells[place]) is not None for row in table.rows)
        for place in range(len(table.columns))
    ]
    shape = list(zip(table.columns, is_figure, strict=True))
    head = chain.from_iterable((name, "") if has_unit else (name,) for name, has_unit in shape)
    lines = [csv_line(map(harmless, head))]
    for row in table.rows:
        cells = zip(row.cells, is_figure, strict=True)
        told = (_cells(cell, mark, has_unit=has_unit) for cell, has_unit in cells)
        lines.append(csv_line(chain.from_iterable(told)))
    return (BOM + "".join(lines)).encode()


def _cells(cell: Cell, mark: str, *, has_unit: bool) -> tuple[str, ...]:
    value = money_of(cell)
    if value is not None:
        return figure(value, mark), value.currency
    text = cell.isoformat() if isinstance(cell, dt.date) else harmless(str(cell or ""))
    return (text, "") if has_unit else (text,)
