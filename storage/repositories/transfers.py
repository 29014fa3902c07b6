"""Cash that is carried from till to till, in the database."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import Connection, func, insert, or_, select, update

from ledger.audit import ChangeValue
from ledger.cash import CashCategory
from ledger.money import Money
from services.messages import Cause
from services.ports import StorageError
from services.tills.transfers import Transfer, TransferChange, TransferState
from storage.head import Change, Head
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.tables import account, journal_entry, posting, transfer

RECENT_ENTRIES = 5_000
"""Cash that was told to have come before it was told to have gone is among so many."""
_OPEN = (TransferState.SENT.value, TransferState.REFUSED.value)


class SqlTransfers:
    """Fulfils services.tills.transfers.Transfers."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head
        self._changes: dict[int, TransferChange] = {}

    def hold(self) -> None:
        """Take the head of the books, as whoever posts does."""
        self._head.take()

    def add(self, sent: Transfer, cause: Cause) -> Transfer:
        """Keep a new transfer; its id is given here."""
        key = added_row(
            self._connection, insert(transfer).values(revision=sent.revision, **_content(sent))
        )
        return self._told(None, replace(sent, id=key), "send_transfer", cause)

    def change(self, changed: Transfer, cause: Cause) -> Transfer:
        """Keep what a transfer is now."""
        before = self.find(changed.id)
        done = self._connection.execute(
            update(transfer)
            .where(transfer.c.id == changed.id, transfer.c.revision == changed.revision)
            .values(revision=changed.revision + 1, **_content(changed))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        now = replace(changed, revision=changed.revision + 1)
        return self._told(before, now, "change_transfer", cause)

    def find(self, transfer_id: int) -> Transfer | None:
        """Give a transfer."""
        row = self._connection.execute(
            select(transfer).where(transfer.c.id == transfer_id)
        ).first()
        return None if row is None else _transfer(row)

    def remind(self, transfer_id: int, at: dt.datetime) -> bool:
        """Remember that somebody was asked once more; say whether this is the first time."""
        done = self._connection.execute(
            update(transfer)
            .where(transfer.c.id == transfer_id, transfer.c.reminded_at.is_(None))
            .values(reminded_at=at)
        )
        return done.rowcount == 1

    def of_entry(self, number: int) -> Transfer | None:
        """Give the transfer that an entry sent or settled; of its parts the first."""
        row = self._connection.execute(
            select(transfer)
            .where(or_(transfer.c.entry_number == number, transfer.c.arrival_number == number))
            .order_by(transfer.c.id)
            .limit(1)
        ).first()
        return None if row is None else _transfer(row)

    def of_sending(self, number: int) -> tuple[Transfer, ...]:
        """Give what an entry sent, in all its parts, the first first."""
        rows = self._connection.execute(
            select(transfer).where(transfer.c.entry_number == number).order_by(transfer.c.id)
        )
        return tuple(_transfer(row) for row in rows)

    def on_the_way(self) -> tuple[Transfer, ...]:
        """Give what has left a till and not arrived, the oldest first."""
        rows = self._connection.execute(
            select(transfer).where(transfer.c.state.in_(_OPEN)).order_by(transfer.c.id)
        )
        return tuple(_transfer(row) for row in rows)

    def early_arrival(self, till: str, amount: Money, since: dt.datetime) -> int | None:
        """Give the entry of cash that a till got from another one which has not told of it yet."""
        reversal = journal_entry.alias("reversal")
        last = select(func.max(journal_entry.c.number)).scalar_subquery()
        return self._connection.scalar(
            select(journal_entry.c.number)
            .join(posting, posting.c.entry_number == journal_entry.c.number)
            .join(account, account.c.id == posting.c.account_id)
            .outerjoin(reversal, reversal.c.reverses == journal_entry.c.number)
            .outerjoin(transfer, transfer.c.arrival_number == journal_entry.c.number)
            .where(
                journal_entry.c.number > last - RECENT_ENTRIES,
                journal_entry.c.category == CashCategory.DESK_TRANSFER.value,
                journal_entry.c.occurred_at >= since,
                journal_entry.c.reverses.is_(None),
                account.c.key == till,
                posting.c.amount_minor == amount.minor,
                posting.c.currency == amount.currency,
                reversal.c.number.is_(None),
                transfer.c.id.is_(None),
            )
            .order_by(journal_entry.c.number)
            .limit(1)
        )

    def changed(self) -> tuple[TransferChange, ...]:
        """Give what was changed in this unit of work."""
        return tuple(self._changes.values())

    def _told(self, before: Transfer | None, now: Transfer, what: str, cause: Cause) -> Transfer:
        """Tell the audit log, and keep in mind what this unit of work did."""
        first = self._changes[now.id].before if now.id in self._changes else before
        self._changes[now.id] = TransferChange(first, now)
        self._head.append([Change(what, f"transfer:{now.id}", _change_of(now))], cause)
        return now


def _content(kept: Transfer) -> dict[str, str | int | dt.datetime | None]:
    return {
        "entry_number": kept.entry_number,
        "from_till": kept.from_till,
        "to_till": kept.to_till,
        "amount_minor": kept.amount.minor,
        "currency": kept.amount.currency,
        "state": kept.state.value,
        "sent_by": kept.sent_by,
        "sent_at": kept.sent_at,
        "decided_by": kept.decided_by,
        "decided_at": kept.decided_at,
        "arrival_number": kept.arrival_number,
        "rest_of": kept.rest_of,
    }


def _change_of(kept: Transfer) -> dict[str, ChangeValue]:
    """Tell a transfer to the audit log, which keeps moments as text."""
    return {
        name: value.isoformat() if isinstance(value, dt.datetime) else value
        for name, value in _content(kept).items()
    }


def _transfer(row: AnyRow) -> Transfer:
    return Transfer(
        id=row.id,
        revision=row.revision,
        entry_number=row.entry_number,
        from_till=row.from_till,
        to_till=row.to_till,
        amount=Money(row.amount_minor, row.currency),
        state=TransferState(row.state),
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        arrival_number=row.arrival_number,
        rest_of=row.rest_of,
    )
