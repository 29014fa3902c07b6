"""Where a table begins: its header among what stands before, in one line or two."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.bank_files.tables.amounts import is_amount
from sources.bank_files.tables.days import is_day
from sources.bank_files.tables.words import words

_LOOKED_AT = 80
"""Rows that may stand before a header."""
_NAME_MAX = 90
_DAYS = frozenset({"booked", "date", "valued", "document_date"})
_MONEY = frozenset(
    {"amount", "amount_account", "amount_operation", "debit", "credit", "amount_equivalent"}
)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns' names, and where the rows begin."""

    names: tuple[str, ...]
    """Empty where the table has no header."""
    end: int
    """The number of rows up to and with the header."""
    width: int


@dataclass(frozen=True, slots=True)
class _Found:
    score: int
    names: tuple[str, ...]
    end: int


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """Find the header by words, else by what follows; None where nothing looks like a table."""
    looked_at = rows[:_LOOKED_AT]
    best: _Found | None = None
    for place, row in enumerate(looked_at):
        for found in _readings(rows, place, row):
            if found.score and (best is None or found.score > best.score):
                best = found
    first = next((at for at, row in enumerate(rows) if looks_like_data(row)), None)
    if best is not None and (first is None or first >= best.end or _is_far(rows, best.end)):
        return Header(best.names, best.end, _width(rows, best.end, len(best.names)))
    if first is None:
        return None
    return _by_rows(rows, first)


def looks_like_data(row: Sequence[str]) -> bool:
    """Tell whether a row has a day and an amount."""
    days = [bool(cell) and is_day(cell) for cell in row]
    return any(days) and any(
        bool(cell) and not day and is_amount(cell) for cell, day in zip(row, days, strict=True)
    )


def _readings(rows: Sequence[Sequence[str]], place: int, row: Sequence[str]) -> tuple[_Found, ...]:
    """Weigh a row as a header, alone and together with the next one."""
    if not _may_be_names(row):
        return ()
    alone = _Found(_score(row), _clean(row), place + 1)
    if place + 1 >= len(rows):
        return (alone,)
    below = rows[place + 1]
    if not _may_be_names(below) or sum(map(bool, below)) < 2:  # noqa: PLR2004 - a title is one
        return (alone,)
    both = _joined(row, below)
    # A second line counts only for what it adds: else it is a remark or a row.
    score = _score(both)
    return (alone, _Found(score - 1, _clean(both), place + 2)) if score else (alone,)


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Put two lines of names together; a name that spans columns stands over the first."""
    width = max(len(above), len(below))
    joined, spanning = [], ""
    for at in range(width):
        top = above[at].strip() if at < len(above) else ""
        under = below[at].strip() if at < len(below) else ""
        spanning = top or (spanning if under else "")
        joined.append(f"{spanning} {under}".strip() if under else top)
    return joined


def _may_be_names(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return (
        len(filled) > 1
        and all(len(cell) <= _NAME_MAX for cell in filled)
        and not any(is_day(cell) or is_amount(cell) for cell in filled)
    )


def _score(row: Sequence[str]) -> int:
    """Count the names that are known; none counts without a day's and an amount's."""
    known = [words().meanings(cell) for cell in row if cell.strip()]
    names = {each.name for meanings in known for each in meanings[:3]}
    if not names & _DAYS or not names & _MONEY:
        return 0
    return 2 * sum(map(bool, known))


def _clean(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()).strip('"') for cell in row)


def _is_far(rows: Sequence[Sequence[str]], end: int) -> bool:
    """Tell whether rows of data follow a header that something like data stands before."""
    return any(looks_like_data(row) for row in rows[end : end + _LOOKED_AT])


def _width(rows: Sequence[Sequence[str]], end: int, named: int) -> int:
    """Give how many cells the rows have, which may be more than there are names."""
    widths = [len(row) for row in rows[end:] if len(row) > 1]
    if not widths:
        return named
    usual = max(set(widths), key=widths.count)
    return max(named, usual)


def _by_rows(rows: Sequence[Sequence[str]], first: int) -> Header:
    """Take the row before the first one of data as the header, if it looks like names."""
    width = _width(rows, first, len(rows[first]))
    before = rows[first - 1] if first else ()
    is_header = _may_be_names(before) and 2 * sum(map(bool, before)) >= width
    return Header(_clean(before) if is_header else (), first, width)
