"""Files that people drop in for the books, in the database."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from services.intake.bank_file_ports import BankFile, BankFileState
from services.messages import Cause
from services.ports import StorageError
from storage.new_row import added_row
from storage.prepared import AnyRow
from storage.repositories.contents import keep_content
from storage.tables import bank_file, bank_shape, stored_file
from storage.upsert import upsert

_TO_READ = (BankFileState.WAITING.value, BankFileState.ANSWERED.value)


class SqlBankFiles:
    """Fulfils services.intake.bank_file_ports.BankFiles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, file: BankFile) -> BankFile:
        """Keep a new file; its id is given here, and one that came before is given as it is."""
        is_it = (bank_file.c.chat_id == file.chat_id, bank_file.c.message_id == file.message_id)
        known = self._connection.execute(select(bank_file).where(*is_it)).first()
        if known is not None:
            return _file(known)
        key = added_row(
            self._connection,
            insert(bank_file).values(
                chat_id=file.chat_id,
                message_id=file.message_id,
                person_id=file.person_id,
                name=file.name,
                file_id=file.file_id,
                sent_at=file.sent_at,
                revision=1,
                **_state(file),
            ),
        )
        return replace(file, id=key, revision=1)

    def find(self, file_id: int) -> BankFile | None:
        """Give a file."""
        row = self._connection.execute(select(bank_file).where(bank_file.c.id == file_id)).first()
        return None if row is None else _file(row)

    def to_read(self, limit: int) -> tuple[BankFile, ...]:
        """Give files that are to be fetched or read, the oldest first."""
        rows = self._connection.execute(
            select(bank_file)
            .where(bank_file.c.state.in_(_TO_READ))
            .order_by(bank_file.c.id)
            .limit(limit)
        )
        return tuple(_file(row) for row in rows)

    def change(self, file: BankFile) -> BankFile:
        """Keep what a file is now; its revision grows by one."""
        is_it = (bank_file.c.id == file.id, bank_file.c.revision == file.revision)
        done = self._connection.execute(
            update(bank_file).where(*is_it).values(revision=file.revision + 1, **_state(file))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return replace(file, revision=file.revision + 1)

    def keep(self, content: bytes, at: dt.datetime) -> str:
        """Keep a file's content, once; give its digest."""
        return keep_content(self._connection, content, at)

    def content(self, digest: str) -> bytes | None:
        """Give what a file holds."""
        found: bytes | None = self._connection.scalar(
            select(stored_file.c.content).where(stored_file.c.digest == digest)
        )
        return found


class SqlBankShapes:
    """Fulfils services.intake.bank_file_ports.BankShapes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Give the shapes by their fingerprints."""
        rows = self._connection.execute(select(bank_shape.c.fingerprint, bank_shape.c.shape))
        return {row.fingerprint: row.shape for row in rows}

    def put(self, fingerprint: str, shape: Mapping[str, object], cause: Cause) -> None:
        """Keep a shape in place of the one before."""
        values = {"shape": dict(shape), "taught_by": cause.actor, "taught_at": cause.at}
        self._connection.execute(
            upsert(self._connection, bank_shape)
            .values(fingerprint=fingerprint, **values)
            .on_conflict_do_update(index_elements=["fingerprint"], set_=values)
        )


def _state(file: BankFile) -> dict[str, object]:
    return {
        "state": file.state.value,
        "attempts": file.attempts,
        "digest": file.digest,
        "account_id": file.account_id,
        "answers": None if file.answers is None else dict(file.answers),
    }


def _file(row: AnyRow) -> BankFile:
    return BankFile(
        id=row.id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        person_id=row.person_id,
        name=row.name,
        file_id=row.file_id,
        sent_at=row.sent_at,
        state=BankFileState(row.state),
        attempts=row.attempts,
        digest=row.digest,
        account_id=row.account_id,
        answers=row.answers,
        revision=row.revision,
    )
