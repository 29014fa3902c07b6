"""Receipts in the database: content once by its digest, receipts that point to it."""

import datetime as dt

from sqlalchemy import Connection, Select, insert, select, update

from services.cash.receipt_ports import Receipt, ReceiptKind, ReceiptState
from services.messages import Attached
from storage.prepared import AnyRow
from storage.repositories.contents import keep_content
from storage.tables import receipt, stored_file

_IN_ORDER = select(receipt).order_by(receipt.c.id)


class SqlReceipts:
    """Fulfils services.cash.receipt_ports.Receipts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Receipt) -> Receipt:
        """Keep a new receipt; its id is given here, and one that came before is given as it is."""
        known = self.came_in(added.chat_id, added.message_id)
        if known is not None:
            return known
        self._connection.execute(
            insert(receipt).values(
                told_in=added.told_in,
                chat_id=added.chat_id,
                message_id=added.message_id,
                album=added.album,
                person_id=added.person_id,
                kind=added.kind.value,
                name=added.name,
                file_id=added.file_id,
                unique_id=added.unique_id,
                sent_at=added.sent_at,
                state=added.state.value,
                attempts=added.attempts,
            )
        )
        found = self.came_in(added.chat_id, added.message_id)
        assert found is not None  # noqa: S101 - it was added a line above
        return found

    def find(self, receipt_id: int) -> Receipt | None:
        """Give a receipt."""
        return self._one(_IN_ORDER.where(receipt.c.id == receipt_id))

    def of_message(self, told_in: str) -> tuple[Receipt, ...]:
        """Give the receipts that prove a message's operations, in the order they came."""
        return self._all(_IN_ORDER.where(receipt.c.told_in == told_in))

    def came_in(self, chat_id: int, message_id: int) -> Receipt | None:
        """Give the receipt that a message brought."""
        return self._one(
            _IN_ORDER.where(receipt.c.chat_id == chat_id, receipt.c.message_id == message_id)
        )

    def of_album(self, chat_id: int, album: str) -> tuple[Receipt, ...]:
        """Give the receipts of one album."""
        of_chat = receipt.c.chat_id == chat_id
        return self._all(_IN_ORDER.where(of_chat, receipt.c.album == album))

    def tie(self, receipt_id: int, told_in: str) -> None:
        """Say which message a receipt proves."""
        self._connection.execute(
            update(receipt).where(receipt.c.id == receipt_id).values(told_in=told_in)
        )

    def waiting(self, limit: int) -> tuple[Receipt, ...]:
        """Give receipts whose content is still to be fetched, the oldest first."""
        is_waiting = receipt.c.state == ReceiptState.WAITING.value
        return self._all(_IN_ORDER.where(is_waiting).limit(limit))

    def keep(self, receipt_id: int, content: bytes, at: dt.datetime) -> str:
        """Keep a receipt's content; give its digest. The same content is stored once."""
        digest = keep_content(self._connection, content, at)
        self._connection.execute(
            update(receipt)
            .where(receipt.c.id == receipt_id)
            .values(state=ReceiptState.KEPT.value, digest=digest, reason=None)
        )
        return digest

    def failed(self, receipt_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt to fetch what waits; a final one is never tried again."""
        state = ReceiptState.REFUSED if is_final else ReceiptState.WAITING
        self._connection.execute(
            update(receipt)
            .where(receipt.c.id == receipt_id, receipt.c.state == ReceiptState.WAITING.value)
            .values(state=state.value, attempts=receipt.c.attempts + 1, reason=reason)
        )

    def same_as(self, of: Receipt) -> Receipt | None:
        """Give the first other receipt with the same content."""
        if of.digest is None:
            return None
        is_other = receipt.c.id != of.id
        return self._one(_IN_ORDER.where(receipt.c.digest == of.digest, is_other))

    def content(self, receipt_id: int) -> Attached | None:
        """Give a receipt's file as it came, if it is kept."""
        row = self._connection.execute(
            select(receipt.c.name, stored_file.c.content)
            .join(stored_file, stored_file.c.digest == receipt.c.digest)
            .where(receipt.c.id == receipt_id)
        ).first()
        return None if row is None else Attached(row.name, row.content)

    def _one(self, wanted: Select[*tuple[object, ...]]) -> Receipt | None:
        row = self._connection.execute(wanted.limit(1)).first()
        return None if row is None else _receipt(row)

    def _all(self, wanted: Select[*tuple[object, ...]]) -> tuple[Receipt, ...]:
        return tuple(_receipt(row) for row in self._connection.execute(wanted))


def _receipt(row: AnyRow) -> Receipt:
    return Receipt(
        id=row.id,
        told_in=row.told_in,
        chat_id=row.chat_id,
        message_id=row.message_id,
        album=row.album,
        person_id=row.person_id,
        kind=ReceiptKind(row.kind),
        name=row.name,
        file_id=row.file_id,
        unique_id=row.unique_id,
        sent_at=row.sent_at,
        state=ReceiptState(row.state),
        attempts=row.attempts,
        digest=row.digest,
    )
