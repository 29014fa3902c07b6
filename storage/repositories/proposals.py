"""Corrections that wait for the accountant."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, insert, literal_column, select, update

from parsing.reading import Missing
from services.corrections.proposals import CorrectionProposal, ProposalState
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.repositories.kept_draft import draft_kept, kept_draft
from storage.tables import correction_proposal as proposal

_OPEN = proposal.c.state == literal_column(f"'{ProposalState.OPEN}'")
"""Spelt out, so that the database sees the index of open proposals fits."""


class SqlProposals:
    """Fulfils services.corrections.accountant_ports.Proposals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: CorrectionProposal) -> CorrectionProposal:
        """Keep a new proposal; its id is given here."""
        key = added_row(
            self._connection,
            insert(proposal).values(
                entry_number=added.entries[0],
                entries=list(added.entries),
                should_say=[kept_draft(each) for each in added.should_say],
                told=[each.value for each in added.told],
                narration=added.narration,
                asked_by=added.asked_by,
                asked_at=added.asked_at,
                state=added.state.value,
            ),
        )
        return replace(added, id=key)

    def find(self, proposal_id: int) -> CorrectionProposal | None:
        """Give a proposal."""
        row = self._connection.execute(
            select(proposal).where(proposal.c.id == proposal_id).with_for_update()
        ).first()
        return None if row is None else _proposal(row)

    def open(self) -> tuple[CorrectionProposal, ...]:
        """Give what waits, the oldest first."""
        return self._where(_OPEN)

    def open_about(self, entry_number: int) -> tuple[CorrectionProposal, ...]:
        """Give what waits about an entry, the oldest first."""
        return self._where(_OPEN, proposal.c.entry_number == entry_number)

    def settle(
        self, proposal_id: int, state: ProposalState, *, person_id: int, at: dt.datetime
    ) -> bool:
        """Take an open proposal to its end; say whether it was still open."""
        done = self._connection.execute(
            update(proposal)
            .where(proposal.c.id == proposal_id, _OPEN)
            .values(state=state.value, decided_by=person_id, decided_at=at)
        )
        return done.rowcount == 1

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[CorrectionProposal, ...]:
        rows = self._connection.execute(
            select(proposal).where(*conditions).order_by(proposal.c.id)
        )
        return tuple(_proposal(row) for row in rows)


def _proposal(row: AnyRow) -> CorrectionProposal:
    return CorrectionProposal(
        id=row.id,
        entries=tuple(row.entries),
        should_say=tuple(draft_kept(each) for each in row.should_say),
        told=tuple(Missing(each) for each in row.told),
        narration=row.narration,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=ProposalState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )
