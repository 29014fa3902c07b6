"""A till that one person hands to the next, and what its use cases can come to."""

import datetime as dt
import enum
from dataclasses import dataclass

from ledger.money import Money

LIVES = dt.timedelta(hours=12)
"""An offer that nobody took for so long is withdrawn."""


class HandoverState(enum.StrEnum):
    """Where a handover stands."""

    OFFERED = "offered"
    COUNTING = "counting"
    """The next one counts before he takes it."""
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_OPEN = frozenset({HandoverState.OFFERED, HandoverState.COUNTING})


@dataclass(frozen=True, slots=True)
class Handover:
    """A till on its way from one person to the next."""

    id: int
    revision: int
    """Grows with every change: an answer to an older one is stale."""
    till: str
    giver_id: int
    taker_id: int
    state: HandoverState
    balances: tuple[Money, ...]
    """What the till held when it was offered, or taken."""
    offered_at: dt.datetime
    settled_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Say whether nobody has decided about it."""
        return self.state in _OPEN

    def is_too_old(self, now: dt.datetime) -> bool:
        """Say whether it has waited too long."""
        return self.is_open and now - self.offered_at >= LIVES


@dataclass(frozen=True, slots=True)
class HandoverOffered:
    """The next person is asked."""

    handover: Handover
    has_moved: bool = False
    """Whether the till holds something else than he was told before."""


@dataclass(frozen=True, slots=True)
class HandoverTaken:
    """The till is the next person's."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class HandoverWithdrawn:
    """The giver keeps the till, or it waited too long."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class HandoverBusy:
    """The till is being handed over already."""

    handover: Handover


@dataclass(frozen=True, slots=True)
class NobodyToTake:
    """That person cannot take this till."""
