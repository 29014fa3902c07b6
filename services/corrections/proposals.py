"""Corrections that a person may not book himself: they wait for the accountant."""

import datetime as dt
import enum
from dataclasses import dataclass

from parsing.reading import CashDraft, Missing


class ProposalState(enum.StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    BOOKED = "booked"
    LEFT = "left"
    """The accountant left the entry as it is, or it was put right some other way."""
    REPLACED = "replaced"
    """Whoever asked has since asked for something else."""


@dataclass(frozen=True, slots=True)
class CorrectionProposal:
    """What somebody wants changed of entries that stand."""

    id: int
    entries: tuple[int, ...]
    """The numbers of the entries that should go, the first of them the one it is about."""
    should_say: tuple[CashDraft, ...]
    """What should stand in their place, whole; nothing when they should only go."""
    told: tuple[Missing, ...]
    """What the person said himself of it, which is what the shop learns if it is booked."""
    narration: str
    """What the new entries tell: the entry's own words, or the edited message."""
    asked_by: int
    """The person who asks."""
    asked_at: dt.datetime
    state: ProposalState = ProposalState.OPEN
    decided_by: int | None = None
    """The person who decided."""
    decided_at: dt.datetime | None = None
