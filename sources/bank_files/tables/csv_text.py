"""Tables as text: what is between the cells, which quotes count, records of several lines."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.tables.days import is_day
from sources.bank_files.tables.encoding import encoding_of
from sources.bank_files.tables.table import Row
from sources.bank_files.xml_text import rewindable

_DELIMITERS = ";,\t|"
_SAMPLE = 150
_LINES_MAX = 50
"""Lines that a record in quotes may have; beyond them its quote is a stray one."""
_LINE_MAX = 1 << 18
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are kept apart."""

    delimiter: str
    has_quotes: bool
    width: int
    """How many cells most rows have."""

    def split(self, line: str) -> list[str]:
        """Cut a record into cells."""
        if '"' not in line or not self.has_quotes:
            return line.split(self.delimiter)
        cells = _parsed(line, self.delimiter)
        if len(cells) != self.width:
            plain = line.split(self.delimiter)
            if len(plain) == self.width:
                return plain
        return cells


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table in a text."""

    file: BinaryIO
    encoding: str
    dialect: Dialect
    format: str = "csv"
    name: str = ""

    def rows(self) -> Iterator[Row]:
        """Give all rows, blank lines as rows of one empty cell.

        Raises:
            UnreadableFileError: a line that never ends.
        """
        split, delimiter = self.dialect.split, self.dialect.delimiter
        lines = _lines(self.file, self.encoding)
        for line in lines:
            if '"' not in line:
                yield line.split(delimiter), line
            elif self.dialect.has_quotes and line.count('"') % 2:
                for record in self._joined(line, lines):
                    yield split(record), record
            else:
                yield split(line), line

    def _joined(self, line: str, lines: Iterator[str]) -> Iterator[str]:
        taken = [line]
        for more in islice(lines, _LINES_MAX):
            taken.append(more)
            if more.count('"') % 2:
                whole = "\n".join(taken)
                if len(_parsed(whole, self.dialect.delimiter)) == self.dialect.width:
                    yield whole
                    return
                break
        # The quote is a stray one: each of the lines stands for itself.
        yield from taken


def _parsed(record: str, delimiter: str) -> list[str]:
    """Take a record with quotes apart; where its quotes are wrong, as if they were none."""
    lines = record.split("\n")
    told = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    try:
        return next(csv.reader(told, delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return record.split(delimiter)


def open_csv(file: BinaryIO) -> CsvTable:
    """Find out how a text keeps its cells apart.

    Raises:
        UnreadableFileError: it is no table.
    """
    whole = rewindable(file)
    encoding = encoding_of(whole)
    lines = list(islice((each for each in _lines(whole, encoding) if each.strip()), _SAMPLE))
    dialect = dialect_of(lines)
    if dialect is None:
        raise UnreadableFileError(Unreadable.UNKNOWN, "no table: its lines have no cells")
    return CsvTable(whole, encoding, dialect)


def dialect_of(lines: Sequence[str]) -> Dialect | None:
    """Choose what makes most rows alike, and days of most cells; None where there are no cells."""
    if lines and lines[0].strip('"').lower().startswith("sep=") and len(lines[0].strip('"')) <= 5:  # noqa: PLR2004 - "sep=;"
        told = lines[0].strip('"')[4:] or "\t"
        return _best_quoting(lines[1:], told).dialect
    found = [
        _best_quoting(lines, each) for each in _DELIMITERS if any(each in line for line in lines)
    ]
    fitting = [each for each in found if each.dialect.width > 1]
    return max(fitting, key=lambda each: each.score).dialect if fitting else None


@dataclass(frozen=True, slots=True)
class _Weighed:
    dialect: Dialect
    fitting: int
    """How many rows have the usual width."""
    score: int


def _best_quoting(lines: Sequence[str], delimiter: str) -> _Weighed:
    """Take quotes as such, unless more rows are alike when they are not."""
    quoted = _weighed(lines, delimiter, has_quotes=True)
    if not any('"' in line for line in lines):
        return quoted
    plain = _weighed(lines, delimiter, has_quotes=False)
    return plain if plain.fitting > quoted.fitting else quoted


def _weighed(lines: Sequence[str], delimiter: str, *, has_quotes: bool) -> _Weighed:
    dialect = Dialect(delimiter, has_quotes, 0)
    rows = [dialect.split(line) for line in lines]
    filled = [row for row in rows if sum(map(bool, row)) > 1]
    counted = Counter(len(row) for row in filled)
    width = max(counted, key=lambda each: (counted[each] * min(each, 8), each), default=1)
    fitting = [row for row in filled if len(row) == width]
    days = sum(any(is_day(cell) for cell in row) for row in fitting)
    score = len(fitting) * min(width, 8) + 20 * days
    return _Weighed(Dialect(delimiter, has_quotes, width), len(fitting), score)


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    """Give the lines of a text, read in pieces: that is twice as quick as line by line."""
    file.seek(0)
    errors = "strict" if encoding.startswith("utf") else "replace"
    text = io.TextIOWrapper(file, encoding, errors=errors, newline=None)
    held = ""
    try:
        while piece := text.read(_PIECE):
            *lines, held = (held + piece).split("\n")
            yield from lines
            if len(held) > _LINE_MAX:
                raise UnreadableFileError(Unreadable.DAMAGED, "a line without an end")
        if held:
            yield held
    except UnicodeError as error:
        raise UnreadableFileError(Unreadable.ENCODING, str(error)) from error
    finally:
        text.detach()
