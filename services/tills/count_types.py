"""A till's count while it is made and when it is done, and what its use cases can come to."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ledger.money import Money
from services.cash_types import NotAllowed, StaleAnswer
from services.tills.handover_types import Handover

COUNT = "count"
"""The conversation's name in what a person is expected to type, and the source of its entries."""


class CountState(enum.StrEnum):
    """Where a count stands."""

    OPEN = "open"
    DONE = "done"
    """Every currency is settled."""
    DROPPED = "dropped"
    """Nothing was counted to the end."""


class SheetState(enum.StrEnum):
    """Where the count of one currency stands."""

    WAITING = "waiting"
    """It is to be counted; the books are not told yet."""
    DOUBTED = "doubted"
    """It was counted, and is so far off that the figure itself is asked back."""
    OFF = "off"
    """It was counted and compared, and the books say something else."""
    AGREED = "agreed"
    BOOKED = "booked"
    """The difference is in the books."""
    SKIPPED = "skipped"


_SETTLED = frozenset({SheetState.AGREED, SheetState.BOOKED})
_FINAL = _SETTLED | {SheetState.SKIPPED}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The count of one currency."""

    currency: str
    state: SheetState = SheetState.WAITING
    pieces: Mapping[int, int] = field(default_factory=dict)
    """A note's or coin's value in minor units to how many of it there are."""
    loose_minor: int = 0
    """Small change as one sum."""
    counted: Money | None = None
    expected: Money | None = None
    """What the books said when it was compared."""
    reason: str | None = None
    entry_number: int | None = None
    """The entry that took the difference in."""
    settled_at: dt.datetime | None = None

    @property
    def tally(self) -> Money:
        """Sum up the notes, the coins and the small change."""
        minor = sum(value * number for value, number in self.pieces.items()) + self.loose_minor
        return Money(minor, self.currency)

    @property
    def difference(self) -> Money:
        """Give what was counted less what the books said; nothing until it is compared."""
        if self.counted is None or self.expected is None:
            return Money.zero(self.currency)
        return self.counted - self.expected

    @property
    def is_final(self) -> bool:
        """Say whether nothing more happens to it."""
        return self.state in _FINAL

    @property
    def is_settled(self) -> bool:
        """Say whether it was counted to the end."""
        return self.state in _SETTLED


@dataclass(frozen=True, slots=True)
class TillCount:
    """One person's count of one till, currency by currency."""

    id: int
    revision: int
    """Grows with every change: a decision on an older one is stale."""
    till: str
    person_id: int
    """Who counts."""
    answerable_id: int
    """Whose difference it is: who counts, or who hands the till over."""
    handover_id: int | None
    """The handover that it completes."""
    state: CountState
    started_at: dt.datetime
    sheets: tuple[Sheet, ...]
    finished_at: dt.datetime | None = None

    @property
    def place(self) -> int:
        """Give the place of the currency that is counted now; past the last when all are."""
        open_ = (place for place, sheet in enumerate(self.sheets) if not sheet.is_final)
        return next(open_, len(self.sheets))

    @property
    def current(self) -> Sheet | None:
        """Give the currency that is counted now."""
        return self.sheets[self.place] if self.place < len(self.sheets) else None

    @property
    def is_open(self) -> bool:
        """Say whether it is still being made."""
        return self.state is CountState.OPEN

    @property
    def is_anything_settled(self) -> bool:
        """Say whether a currency was counted to the end."""
        return any(sheet.is_settled for sheet in self.sheets)

    def with_current(self, sheet: Sheet) -> "TillCount":
        """Give the count with another form of the currency that is counted now."""
        at = self.place
        return replace(self, sheets=(*self.sheets[:at], sheet, *self.sheets[at + 1 :]))


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a count: which count, as of which revision, about which of its currencies."""

    count_id: int
    revision: int
    place: int


@dataclass(frozen=True, slots=True)
class CountShown:
    """The count goes on: the state of its current sheet says what is asked now."""

    count: TillCount
    has_moved: bool = False
    """Whether an entry changed what the books say since the person was told."""


@dataclass(frozen=True, slots=True)
class ReasonAsked:
    """The difference is to be booked, and why it is there is asked first."""

    count: TillCount


@dataclass(frozen=True, slots=True)
class SheetSettled:
    """One currency is done: agreed, booked or skipped; the count may go on with the next."""

    count: TillCount
    sheet: Sheet
    handover: Handover | None = None
    """The handover that the finished count completed."""


@dataclass(frozen=True, slots=True)
class CountDropped:
    """The count is given up."""

    count: TillCount
    handover: Handover | None = None
    """The handover that waits for an answer again."""


CountOutcome: TypeAlias = (
    CountShown | ReasonAsked | SheetSettled | CountDropped | StaleAnswer | NotAllowed
)


@dataclass(frozen=True, slots=True)
class SettledSheet:
    """A currency that was counted to the end, as the history shows it."""

    count_id: int
    till: str
    person_id: int
    answerable_id: int
    counted: Money
    expected: Money
    reason: str | None
    settled_at: dt.datetime

    @property
    def difference(self) -> Money:
        """Give what was counted less what the books said."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person's counts of a till in one currency came out."""

    person_id: int
    times: int
    times_off: int
    short: Money
    """What was missing, summed; not below zero."""
    over: Money
    """What was too much, summed; not below zero."""
