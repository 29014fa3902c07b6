"""A report as a table for files: words, figures, days, and sums over its own figures."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ledger.money import Money


@dataclass(frozen=True, slots=True)
class Span:
    """Rows of one column, both ends within, counted from nought."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure that the table's own figures come to."""

    value: Money
    adds: tuple[Span, ...]


Cell: TypeAlias = str | Money | dt.date | Formula | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of as many cells as there are columns."""

    cells: tuple[Cell, ...]
    is_bold: bool = False
    is_part: bool = False
    """It is a part of a row above it."""


@dataclass(frozen=True, slots=True)
class FileTable:
    """A report, in the reader's language."""

    language: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[FileRow, ...]
    closing: tuple[str, ...] = ()
    """Lines under the table."""


def summed(value: Money, rows: Sequence[FileRow], spans: Sequence[Span]) -> Formula | Money:
    """Give a formula where it comes to a value, else the value itself.

    A figure that rows don't add up to, such as one with rows left out, is no formula.
    """
    found = 0
    for span in spans:
        for row in rows[span.first : span.last + 1]:
            amount = money_of(row.cells[span.column])
            if amount is None or amount.currency != value.currency:
                return value
            found += amount.minor
    return Formula(value, tuple(spans)) if spans and found == value.minor else value


def money_of(cell: Cell) -> Money | None:
    """Give the figure in a cell; None where it is none."""
    if isinstance(cell, Formula):
        return cell.value
    return cell if isinstance(cell, Money) else None
