"""A table as it lies in a file: rows of texts, read as often as they are needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

Row: TypeAlias = tuple[Sequence[str], str]
"""The cells of a row, as many as it has, and the row as it stands in the file."""


class Table(Protocol):
    """Rows, from the first; each call begins anew."""

    @property
    def format(self) -> str:
        """Say what it is in, such as "csv"."""

    @property
    def encoding(self) -> str:
        """Say what its rows are written in."""

    @property
    def name(self) -> str:
        """Say what it is called where a file holds several."""

    def rows(self) -> Iterator[Row]:
        """Give all rows.

        Raises:
            UnreadableFileError: while reading.
        """


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table that is in memory, such as a workbook's sheet."""

    format: str
    cells: Sequence[Sequence[str]]
    name: str = ""
    encoding: str = field(default="utf-8")

    def rows(self) -> Iterator[Row]:
        """Give all rows."""
        for row in self.cells:
            yield row, "\t".join(row)
