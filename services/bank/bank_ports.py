"""What bank accounts, their statements and lines need of the books."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.money import Money
from ledger.statements import SpoiledLine, StatementLine
from services.messages import Cause


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account at a bank, in one currency, and its account in the chart."""

    id: int
    key: str
    """What postings mean by it: "asset.bank.1"."""
    number: str
    """An IBAN, or the number as its bank writes it, without spaces."""
    currency: str
    bank: str | None


@dataclass(frozen=True, slots=True)
class BankLine:
    """A statement line that the books keep; it is one however often it is told."""

    id: int
    account_id: int
    version: int
    """Which telling this is: a bank may book for good, or change, what it told before."""
    scheme: str
    """Whose ids its external id is one of: "camt", "monobank"; no two schemes share ids."""
    line: StatementLine


@dataclass(frozen=True, slots=True)
class BankStatement:
    """A statement that was read, by its bank's word."""

    id: int
    account_id: int
    scheme: str
    number: str | None
    opened_on: dt.date | None
    closed_on: dt.date | None
    opening: Money | None
    closing: Money | None


@dataclass(frozen=True, slots=True)
class StatementCounts:
    """How many lines of a statement were what."""

    new: int
    known: int
    changed: int
    spoiled: int


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A statement to be kept, with what stands in it."""

    statement: BankStatement
    """Its id is given by the books."""
    file: str | None
    """The digest of the file that it came in."""
    line_ids: tuple[int, ...]
    spoiled: tuple[SpoiledLine, ...]
    counts: StatementCounts


class Banks(Protocol):
    """Bank accounts, statements, lines; lines are added and told anew, never deleted."""

    def hold(self) -> None:
        """Wait for whoever imports now; until the end of this unit of work nobody else does."""

    def accounts(self) -> tuple[BankAccount, ...]:
        """Give all accounts, the oldest first."""

    def add_account(self, account: BankAccount) -> BankAccount:
        """Keep a new account; its id is given here."""

    def change_account(self, account: BankAccount) -> BankAccount:
        """Keep the number and the bank of an account that are known now."""

    def accounts_said(self, said: str) -> tuple[int, ...]:
        """Give the ids of the accounts that files which say this of themselves were of."""

    def teach_said(self, said: str, account_id: int, cause: Cause) -> None:
        """Keep that files which say this of themselves are of an account."""

    def lines_between(
        self, account_id: int, first: dt.date, last: dt.date
    ) -> tuple[BankLine, ...]:
        """Give the lines that were booked on some days, in order, without their raw bytes."""

    def of_external_ids(
        self, account_id: int, scheme: str, ids: Collection[str]
    ) -> tuple[BankLine, ...]:
        """Give the lines that a scheme calls so."""

    def former_tellings(self, line_ids: Collection[int]) -> Mapping[int, Sequence[StatementLine]]:
        """Give what some lines said before, the oldest first."""

    def find_lines(self, ids: Collection[int]) -> tuple[BankLine, ...]:
        """Give some lines, by day, without their raw bytes."""

    def raw_of(self, line_id: int) -> bytes | None:
        """Give a line as its file or its bank's interface told it; None when there is none."""

    def add_lines(
        self, account_id: int, scheme: str, lines: Sequence[StatementLine], at: dt.datetime
    ) -> tuple[BankLine, ...]:
        """Keep new lines, in order; their ids are given here."""

    def change_lines(
        self, changes: Sequence[tuple[BankLine, StatementLine]], scheme: str, at: dt.datetime
    ) -> tuple[BankLine, ...]:
        """Keep what lines say now; what they said before stays beside it."""

    def sum_before(self, account_id: int, day: dt.date, *, but: int | None = None) -> int:
        """Add up the booked lines before a day that stand not in a statement, in minor units."""

    def sum_through(self, account_id: int, day: dt.date) -> int:
        """Add up the booked lines of a day and all days before it, in minor units."""

    def sum_of_day(self, account_id: int, day: dt.date, *, but: int | None = None) -> int:
        """Add up the booked lines of a day that stand not in a statement, in minor units."""

    def statements(self, account_id: int) -> tuple[BankStatement, ...]:
        """Give an account's statements, the first read first."""

    def lines_of(self, statement_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        """Give the lines that stand in each of some statements."""

    def add_statement(self, new: NewStatement, at: dt.datetime) -> BankStatement:
        """Keep a statement; its id is given here."""

    def extend_statement(
        self, statement: BankStatement, new: NewStatement, at: dt.datetime
    ) -> BankStatement:
        """Have a statement that is kept go on: with more lines, and the newer closing balance."""

    def last_line_on(self, account_id: int) -> dt.date | None:
        """Give the day of the newest booked line."""
