"""What the services need for the accountant: comments on entries, proposed corrections."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from services.corrections.proposals import CorrectionProposal, ProposalState


@dataclass(frozen=True, slots=True)
class EntryComment:
    """What somebody said of an entry."""

    entry_number: int
    person_id: int
    text: str
    commented_at: dt.datetime


class Comments(Protocol):
    """What was said of entries."""

    def add(self, comment: EntryComment) -> None:
        """Keep a comment."""

    def about(self, entry_number: int) -> tuple[EntryComment, ...]:
        """Give what was said of an entry and of those it took the place of, oldest first."""


class Proposals(Protocol):
    """Corrections that wait for the accountant."""

    def add(self, proposal: CorrectionProposal) -> CorrectionProposal:
        """Keep a new proposal; its id is given here."""

    def find(self, proposal_id: int) -> CorrectionProposal | None:
        """Give a proposal."""

    def open(self) -> tuple[CorrectionProposal, ...]:
        """Give what waits, the oldest first."""

    def open_about(self, entry_number: int) -> tuple[CorrectionProposal, ...]:
        """Give what waits about an entry, the oldest first."""

    def settle(
        self, proposal_id: int, state: ProposalState, *, person_id: int, at: dt.datetime
    ) -> bool:
        """Take an open proposal to its end; say whether it was still open."""
