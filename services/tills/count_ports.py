"""What the counts of tills need of the books."""

import datetime as dt
from typing import Protocol

from services.tills.count_types import SettledSheet, Standing, TillCount
from services.tills.handover_types import Handover


class Counts(Protocol):
    """The counts of tills."""

    def add(self, count: TillCount) -> TillCount:
        """Keep a new count; its id is given here."""

    def find(self, count_id: int) -> TillCount | None:
        """Give a count, to be changed."""

    def open_of(self, person_id: int) -> TillCount | None:
        """Give the newest open count of a person."""

    def begun_before(self, moment: dt.datetime) -> tuple[TillCount, ...]:
        """Give the open counts that were begun before a moment, to be changed, oldest first."""

    def open_for(self, handover_id: int) -> TillCount | None:
        """Give the open count that a handover waits for."""

    def change(self, count: TillCount) -> TillCount:
        """Keep a count's new state; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def newest(self, till: str) -> tuple[SettledSheet, ...]:
        """Give what was settled in the till's last count."""

    def settled(
        self, till: str, *, answerable_id: int | None, limit: int, offset: int
    ) -> tuple[SettledSheet, ...]:
        """Give what was counted in a till, newest first, of one person or of all."""

    def standings(self, till: str, *, answerable_id: int | None) -> tuple[Standing, ...]:
        """Sum up how each person's counts of a till came out, by currency."""


class Handovers(Protocol):
    """The handovers of tills."""

    def add(self, handover: Handover) -> Handover:
        """Keep a new handover; its id is given here."""

    def find(self, handover_id: int) -> Handover | None:
        """Give a handover, to be changed."""

    def open_at(self, till: str) -> Handover | None:
        """Give the handover of a till that nobody has decided about."""

    def change(self, handover: Handover) -> Handover:
        """Keep a handover's new state; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """
