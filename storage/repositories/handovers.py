"""The handovers of tills in the database."""

from dataclasses import replace

from sqlalchemy import Connection, Select, insert, select, update

from ledger.money import Money
from services.ports import StorageError
from services.tills.handover_types import Handover, HandoverState
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.tables import handover


class SqlHandovers:
    """Fulfils services.tills.count_ports.Handovers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Handover) -> Handover:
        """Keep a new handover; its id is given here."""
        key = added_row(
            self._connection,
            insert(handover).values(
                revision=added.revision,
                till=added.till,
                giver_id=added.giver_id,
                offered_at=added.offered_at,
                **_content(added),
            ),
        )
        return replace(added, id=key)

    def find(self, handover_id: int) -> Handover | None:
        """Give a handover, to be changed."""
        return self._one(select(handover).where(handover.c.id == handover_id).with_for_update())

    def open_at(self, till: str) -> Handover | None:
        """Give the handover of a till that nobody has decided about."""
        return self._one(
            select(handover).where(handover.c.till == till, handover.c.settled_at.is_(None))
        )

    def change(self, changed: Handover) -> Handover:
        """Keep a handover's new state; its revision grows by one."""
        done = self._connection.execute(
            update(handover)
            .where(handover.c.id == changed.id, handover.c.revision == changed.revision)
            .values(revision=changed.revision + 1, **_content(changed))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(changed, revision=changed.revision + 1)

    def _one(self, statement: Select[*tuple[object, ...]]) -> Handover | None:
        row = self._connection.execute(statement).first()
        return None if row is None else _handover(row)


def _content(of: Handover) -> dict[str, object]:
    return {
        "taker_id": of.taker_id,
        "state": of.state.value,
        "balances": [[amount.minor, amount.currency] for amount in of.balances],
        "settled_at": of.settled_at,
    }


def _handover(row: AnyRow) -> Handover:
    return Handover(
        id=row.id,
        revision=row.revision,
        till=row.till,
        giver_id=row.giver_id,
        taker_id=row.taker_id,
        state=HandoverState(row.state),
        balances=tuple(Money(minor, currency) for minor, currency in row.balances),
        offered_at=row.offered_at,
        settled_at=row.settled_at,
    )
