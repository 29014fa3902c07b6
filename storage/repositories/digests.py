"""Who wants which digest, in the database."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, delete, select, update

from services.results.digest_ports import DigestChoice, DigestKind
from storage.tables import digest_choice
from storage.upsert import upsert

_COLUMNS = digest_choice.c


class SqlDigests:
    """Fulfils services.results.digest_ports.Digests."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_person(self, person_id: int) -> Sequence[DigestChoice]:
        """Give what a person wants."""
        return self._choices(_COLUMNS.person_id == person_id)

    def all(self) -> Sequence[DigestChoice]:
        """Give what everybody wants, by person and kind."""
        return self._choices()

    def keep(self, choice: DigestChoice) -> None:
        """Keep a wish, in place of another one of its kind."""
        values = {"hour": choice.hour, "done_on": choice.done_on}
        self._connection.execute(
            upsert(self._connection, digest_choice)
            .values(person_id=choice.person_id, kind=choice.kind.value, **values)
            .on_conflict_do_update(index_elements=["person_id", "kind"], set_=values)
        )

    def drop(self, person_id: int, kind: DigestKind) -> None:
        """Let go of a wish."""
        is_it = (_COLUMNS.person_id == person_id) & (_COLUMNS.kind == kind.value)
        self._connection.execute(delete(digest_choice).where(is_it))

    def done(self, choice: DigestChoice, day: dt.date) -> bool:
        """Keep that it is sent for a day; False where the wish is another one by now."""
        changed = self._connection.execute(
            update(digest_choice)
            .where(
                _COLUMNS.person_id == choice.person_id,
                _COLUMNS.kind == choice.kind.value,
                _COLUMNS.hour == choice.hour,
                _COLUMNS.done_on == choice.done_on,
            )
            .values(done_on=day)
        )
        return changed.rowcount == 1

    def _choices(self, *where: ColumnElement[bool]) -> Sequence[DigestChoice]:
        wanted = select(digest_choice).where(*where).order_by(_COLUMNS.person_id, _COLUMNS.kind)
        return tuple(
            DigestChoice(row.person_id, DigestKind(row.kind), row.hour, row.done_on)
            for row in self._connection.execute(wanted)
        )
