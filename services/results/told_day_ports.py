"""What told days need of the books: each with what it was told as, version by version."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.days import Days
from reports.restatements import LateLeg, ResultLines
from reports.told_results import LateFacts


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day as it was told once; the next version is its restatement."""

    day: dt.date
    version: int
    through_entry: int
    """The last entry that the figures knew."""
    told_at: dt.datetime
    lines: tuple[ResultLines, ...]
    """By currency; nothing on which the day was empty."""


class ToldDays(Protocol):
    """Days as they were told; kept for good."""

    def newest(self, days: Days) -> Sequence[ToldDay]:
        """Give the newest version of each of some days that was told, by day."""

    def versions(self, day: dt.date) -> Sequence[ToldDay]:
        """Give every version of a day, the oldest first."""

    def first_day(self) -> dt.date | None:
        """Give the earliest day that was told."""

    def last_day(self) -> dt.date | None:
        """Give the latest day that was told."""

    def restated(self, limit: int, offset: int) -> Sequence[ToldDay]:
        """Give the versions that restated a day, those told last first."""

    def add(self, told: ToldDay) -> None:
        """Keep a day as it is told now."""

    def late_legs(self, day: dt.date, after: int, through: int | None = None) -> Sequence[LateLeg]:
        """Give what entries of a day after one, and up to another, did to its result."""

    def late_facts(self, days: Days) -> Sequence[LateFacts]:
        """Give what belongs to some days and was booked after them, by currency."""
