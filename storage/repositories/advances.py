"""Money to account for, in the database."""

from dataclasses import replace

from sqlalchemy import Connection, bindparam, insert, select, update

from ledger.advances import ADVANCES
from ledger.cash import CashCategory
from ledger.money import Money
from services.advances.advance_ports import (
    AdvanceMoved,
    HolderNote,
    Spending,
    SpendingKind,
    SpendingState,
    SpentItem,
)
from storage.new_row import added_row
from storage.prepared import AnyRow, Prepared
from storage.tables import account, advance_holder, journal_entry, posting, spending
from storage.upsert import upsert

_reversal = journal_entry.alias("reversal")
_MOVED = Prepared(
    select(
        journal_entry.c.number,
        journal_entry.c.booked_on,
        journal_entry.c.occurred_at,
        journal_entry.c.counterparty,
        journal_entry.c.category,
        journal_entry.c.decided_by,
        journal_entry.c.reverses,
        _reversal.c.number.label("reversed_by"),
        posting.c.amount_minor,
        posting.c.currency,
    )
    .join(posting, posting.c.entry_number == journal_entry.c.number)
    .join(account, account.c.id == posting.c.account_id)
    .outerjoin(_reversal, _reversal.c.reverses == journal_entry.c.number)
    .where(account.c.key == bindparam("key"))
    .order_by(journal_entry.c.number, posting.c.leg)
)


class SqlAdvances:
    """Fulfils services.advances.advance_ports.Advances."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def moved(self) -> tuple[AdvanceMoved, ...]:
        """Give every posting on the account, by entry number."""
        return tuple(
            AdvanceMoved(
                number=row.number,
                booked_on=row.booked_on,
                occurred_at=row.occurred_at,
                name=row.counterparty or "",
                amount=Money(row.amount_minor, row.currency),
                category=row.category,
                decided_by=row.decided_by,
                is_standing=row.reverses is None and row.reversed_by is None,
            )
            for row in _MOVED.rows(self._connection, {"key": ADVANCES})
        )

    def notes(self) -> tuple[HolderNote, ...]:
        """Give what is known of holders."""
        rows = self._connection.execute(select(advance_holder).order_by(advance_holder.c.id))
        return tuple(HolderNote(row.name, row.person_id, row.reminded_at) for row in rows)

    def note(self, note: HolderNote) -> None:
        """Keep what is known of a holder."""
        values = {"person_id": note.person_id, "reminded_at": note.reminded_at}
        self._connection.execute(
            upsert(self._connection, advance_holder)
            .values(name=note.name, **values)
            .on_conflict_do_update(index_elements=["name"], set_=values)
        )

    def ask(self, asked: Spending) -> Spending:
        """Keep a question; older ones of the same message are dropped."""
        self._connection.execute(
            update(spending)
            .where(
                spending.c.chat_id == asked.chat_id,
                spending.c.message_id == asked.message_id,
                spending.c.state == SpendingState.OPEN.value,
            )
            .values(state=SpendingState.DROPPED.value, revision=spending.c.revision + 1)
        )
        key = added_row(
            self._connection,
            insert(spending).values(
                revision=asked.revision,
                holder=asked.holder,
                person_id=asked.person_id,
                chat_id=asked.chat_id,
                message_id=asked.message_id,
                raw_record_id=asked.raw_record_id,
                text=asked.text,
                currency=asked.items[0].amount.currency,
                asked_at=asked.asked_at,
                **_answerable(asked),
            ),
        )
        return replace(asked, id=key)

    def asked(self, spending_id: int) -> Spending | None:
        """Give a question."""
        row = self._connection.execute(
            select(spending).where(spending.c.id == spending_id)
        ).first()
        return None if row is None else _spending(row)

    def change(self, changed: Spending) -> bool:
        """Keep a question's new state unless it changed meanwhile."""
        done = self._connection.execute(
            update(spending)
            .where(
                spending.c.id == changed.id,
                spending.c.revision == changed.revision,
                spending.c.state == SpendingState.OPEN.value,
            )
            .values(revision=changed.revision + 1, **_answerable(changed))
        )
        return done.rowcount == 1


def _answerable(of: Spending) -> dict[str, object]:
    return {
        "kind": of.kind.value,
        "items": [[each.category, each.amount.minor] for each in of.items],
        "state": of.state.value,
    }


def _spending(row: AnyRow) -> Spending:
    return Spending(
        id=row.id,
        revision=row.revision,
        kind=SpendingKind(row.kind),
        holder=row.holder,
        person_id=row.person_id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        raw_record_id=row.raw_record_id,
        text=row.text,
        items=tuple(
            SpentItem(category and CashCategory(category), Money(minor, row.currency))
            for category, minor in row.items
        ),
        asked_at=row.asked_at,
        state=SpendingState(row.state),
    )
