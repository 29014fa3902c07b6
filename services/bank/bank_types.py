"""What comes of a bank's file: read whole, then imported, asked about or refused."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ledger.currencies import UNTOLD
from ledger.errors import AmountTooLargeError
from ledger.money import Money
from ledger.statements import (
    SpoiledLine,
    StatementEnd,
    StatementHead,
    StatementLine,
    StatementPart,
)
from services.bank.bank_ports import BankAccount, BankLine, BankStatement, StatementCounts


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """One statement as it was read."""

    head: StatementHead
    lines: tuple[StatementLine, ...]
    spoiled: tuple[SpoiledLine, ...]
    end: StatementEnd

    @property
    def currency(self) -> str | None:
        """Give the currency that the bank, or any line, says; None where nothing does."""
        money = (self.head.opening, self.end.closing, *(each.amount for each in self.lines[:1]))
        said = (each.currency for each in money if each is not None and each.currency != UNTOLD)
        return self.head.currency or next(said, None)

    @property
    def booked(self) -> tuple[StatementLine, ...]:
        """Give the lines that are booked for good."""
        return tuple(each for each in self.lines if not each.is_pending)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Give the first and the last day that it speaks of."""
        said = (self.head.opened_on, self.end.closed_on)
        days = [each for each in said if each is not None]
        days += [each.booked_on for each in self.lines]
        return (min(days), max(days)) if days else None

    @property
    def difference(self) -> Money | None:
        """Give closing less opening less what is booked in their currency.

        None where the bank doesn't say both in one currency, or it is more than money can be.
        """
        opening, closing = self.head.opening, self.end.closing
        if opening is None or closing is None or opening.currency != closing.currency:
            return None
        moved = sum(
            each.amount.minor for each in self.booked if each.amount.currency == closing.currency
        )
        try:
            return Money(closing.minor - opening.minor - moved, closing.currency)
        except AmountTooLargeError:
            return None


ShapeJson: TypeAlias = Mapping[str, object]
"""What a table's columns mean, as JSON has it: known to sources, only kept here."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read whole."""

    statements: tuple[ReadStatement, ...]
    learned: Mapping[str, ShapeJson]
    """Shapes of its tables that a person's answers completed, by their fingerprints."""


@dataclass(frozen=True, slots=True)
class TableAsked:
    """A table can be read in several ways; a person has to say which."""

    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    """A few of its rows."""
    question: str
    """"day_order", "decimal", "sign" or "amount"."""
    options: tuple[str, ...]
    """The likeliest first; of "amount" the columns' numbers from nought."""


def gather(parts: Iterable[StatementPart]) -> Iterator[ReadStatement]:
    """Put the parts of each statement of a stream together."""
    head: StatementHead | None = None
    lines: list[StatementLine] = []
    spoiled: list[SpoiledLine] = []
    for part in parts:
        match part:
            case StatementHead():
                head, lines, spoiled = part, [], []
            case StatementLine():
                lines.append(part)
            case SpoiledLine():
                spoiled.append(part)
            case StatementEnd() if head is not None:
                yield ReadStatement(head, tuple(lines), tuple(spoiled), part)
                head = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Days whose lines the books don't have: the bank's balance moved between two statements."""

    after: dt.date
    """The last day that is known."""
    before: dt.date
    """The next day that is known."""
    missing: Money
    """What the lines in between add up to."""


@dataclass(frozen=True, slots=True)
class OpenBalance:
    """A balance that no statement explains, and what taking it as it is would post."""

    account: BankAccount
    amount: Money
    since: dt.date
    gap: Gap | None
    """The days that it moved on; None where it is what the account began with."""


@dataclass(frozen=True, slots=True)
class OpeningMoved:
    """The books of an account begin with another sum than before, as a statement proves."""

    before: Money
    now: Money


@dataclass(frozen=True, slots=True)
class StatementImported:
    """A statement is in the books."""

    account: BankAccount
    is_new_account: bool
    statement: BankStatement
    counts: StatementCounts
    new: tuple[BankLine, ...]
    changed: tuple[BankLine, ...]
    """What the bank tells otherwise now, or has booked at last."""
    pending: int
    """How many of its lines the bank has not booked yet; these are kept, not posted."""
    spoiled: tuple[SpoiledLine, ...]
    difference: Money | None
    """By how much its own lines miss its own balances; None where it has none."""
    books: Money | None
    """What the books have at its end; None where it tells no closing balance."""
    moved: OpeningMoved | None
    """What it changed of what the account began with; None where it left that alone."""
    doubts: tuple[OpenBalance, ...]
    """What no statement explains of how it begins."""
    released: Money
    """What somebody had accepted of the days that it tells now: taken back with it."""

    @property
    def gap(self) -> Gap | None:
        """Give what is missing just before it."""
        return next((each.gap for each in self.doubts if each.gap is not None), None)


@dataclass(frozen=True, slots=True)
class FileImported:
    """All statements of a file are in the books."""

    statements: tuple[StatementImported, ...]


@dataclass(frozen=True, slots=True)
class WhichAccount:
    """A file says whose statement it is in no way that is known; nothing was imported."""

    statement: ReadStatement
    accounts: tuple[BankAccount, ...]
    """The accounts that it may be of."""


@dataclass(frozen=True, slots=True)
class NothingToImport:
    """A file is of a known format and tells of no account."""
