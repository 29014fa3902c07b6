"""What filing bank lines needs of the books: where each stands, what was answered, the rules."""

import datetime as dt
import enum
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from ledger.money import Money
from services.bank.bank_ports import BankLine

ReasonValue: TypeAlias = str | int | bool


class FilingState(enum.StrEnum):
    """Where a line stands."""

    OPEN = "open"
    """Somebody has to say what it was for; there may be a proposal."""
    FILED = "filed"
    """An entry has taken it out of suspense."""
    LEFT = "left"
    """A customer's payment, a payout, the shop's own transfer: matching deals with it."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a line seems to be for."""

    category: str
    """The key of an account, or a kind that is left to matching."""
    permille: int
    """The chance of it, in thousandths."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Where one line stands."""

    line_id: int
    state: FilingState
    party: str
    """Lines of one party are shown together."""
    proposals: tuple[Proposed, ...]
    """The likeliest first."""
    reason: Mapping[str, ReasonValue]
    """Why the first is: its kind and what it speaks of."""
    rule: str | None = None
    """The name of the rule that it comes from."""
    category: str | None = None
    is_auto: bool = False
    """It was filed without a person."""
    entry_number: int | None = None
    decided_by: str | None = None
    decided_at: dt.datetime | None = None
    times_put_off: int = 0
    """How often somebody went past it."""
    is_apart: bool = False
    """Somebody wants to look at it by itself."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class LineShare:
    """A part of a line, and what it is for."""

    category: str
    """The account's key."""
    amount: Money
    """Above zero, whichever way the line goes."""


@dataclass(frozen=True, slots=True)
class FilingAnswer:
    """What somebody said of a line: what later proposals are made from."""

    id: int
    line_id: int
    proposed: str | None
    decided: str | None
    """None takes the line's last answer back."""
    by: str
    at: dt.datetime


class Filings(Protocol):
    """Where lines stand; every answer is kept."""

    def add(self, filings: Sequence[Filing]) -> None:
        """Keep where new lines stand."""

    def find(self, line_id: int) -> Filing | None:
        """Give where a line stands."""

    def change(self, filings: Sequence[Filing]) -> tuple[Filing, ...]:
        """Keep where lines stand now; each revision grows by one.

        Raises:
            StorageError: somebody changed one in this very moment.
        """

    def of_state(
        self, state: FilingState, *, is_auto: bool | None = None, limit: int = 10_000
    ) -> tuple[Filing, ...]:
        """Give the lines that stand so, the newest decided or the oldest open first."""

    def decided_with(self, filing: Filing) -> tuple[Filing, ...]:
        """Give the lines that were decided on by the same person in the same moment."""

    def count(self, state: FilingState) -> int:
        """Say how many lines stand so."""

    def of_lines(self, line_ids: Collection[int]) -> tuple[Filing, ...]:
        """Give where some lines stand, by line."""

    def add_answers(self, answers: Sequence[FilingAnswer]) -> None:
        """Keep answers, in order; their ids are given here."""

    def answer(self, answer_id: int) -> FilingAnswer | None:
        """Give one answer."""

    def answers_after(self, answer_id: int) -> Iterator[tuple[FilingAnswer, BankLine]]:
        """Give the answers after one, in order, each with its line."""
