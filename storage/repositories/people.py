"""People, their invitations, and what they were asked to type."""

import datetime as dt

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from services.cash.drafts import Draft, DraftState
from services.people import Invitation, Newcomer, Person, Role
from services.ports import StorageError
from storage.new_row import added_row
from storage.prepared import AnyRow, Prepared
from storage.repositories.drafts import PUT_AT
from storage.tables import draft, invitation, person

_PEOPLE = select(person).order_by(person.c.id)
_LAST_PUT = select(func.max(PUT_AT))
_BY_TELEGRAM_ID = Prepared(_PEOPLE.where(person.c.telegram_id == bindparam("telegram")))


class SqlPeople:
    """Fulfils services.ports.People."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        """Find somebody by his Telegram account."""
        row = _BY_TELEGRAM_ID.first(self._connection, {"telegram": telegram_id})
        return None if row is None else _person(row)

    def find(self, person_id: int) -> Person | None:
        """Find somebody."""
        row = self._connection.execute(_PEOPLE.where(person.c.id == person_id)).first()
        return None if row is None else _person(row)

    def all(self) -> tuple[Person, ...]:
        """Give everybody, the oldest first."""
        return tuple(_person(row) for row in self._connection.execute(_PEOPLE))

    def add(self, newcomer: Newcomer, role: Role, at: dt.datetime) -> Person:
        """Take somebody in."""
        number = added_row(
            self._connection,
            insert(person).values(
                telegram_id=newcomer.telegram_id,
                name=newcomer.name,
                role=role.value,
                language=newcomer.language,
                likes_dark=False,
                is_active=True,
                joined_at=at,
            ),
        )
        return Person(
            id=number,
            telegram_id=newcomer.telegram_id,
            name=newcomer.name,
            role=role,
            language=newcomer.language,
        )

    def change(self, changed: Person) -> None:
        """Keep what a person is now."""
        self._connection.execute(
            update(person)
            .where(person.c.id == changed.id)
            .values(
                name=changed.name,
                role=changed.role.value,
                language=changed.language,
                till=changed.till,
                likes_dark=changed.likes_dark,
                is_active=changed.is_active,
            )
        )


class SqlInvitations:
    """Fulfils services.ports.Invitations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, *, digest: str, role: Role, invited_by: int | None, expires_at: dt.datetime
    ) -> Invitation:
        """Keep an invitation under the digest of its token."""
        key = added_row(
            self._connection,
            insert(invitation).values(
                digest=digest, role=role.value, invited_by=invited_by, expires_at=expires_at
            ),
        )
        return Invitation(key, role, invited_by, expires_at)

    def by_digest(self, digest: str) -> Invitation | None:
        """Find an invitation."""
        row = self._connection.execute(
            select(invitation).where(invitation.c.digest == digest)
        ).first()
        if row is None:
            return None
        return Invitation(row.id, Role(row.role), row.invited_by, row.expires_at, row.used_by)

    def use(self, used: Invitation, by: Person) -> None:
        """Mark an invitation as used."""
        done = self._connection.execute(
            update(invitation)
            .where(invitation.c.id == used.id, invitation.c.used_by.is_(None))
            .values(used_by=by.id)
        )
        if done.rowcount != 1:
            # Somebody was quicker by a blink: whoever tries again finds the invitation used.
            raise StorageError("busy")

    def drop_first_codes(self) -> None:
        """Forget unused codes of the first run."""
        self._connection.execute(
            delete(invitation).where(
                invitation.c.invited_by.is_(None), invitation.c.used_by.is_(None)
            )
        )


class SqlExpectations:
    """Fulfils services.ports.Expectations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person_id: int) -> str | None:
        """Give what is expected."""
        return self._connection.scalar(select(person.c.expects).where(person.c.id == person_id))

    def expect(self, person_id: int, what: str | None) -> None:
        """Expect something, or nothing more.

        What was asked about cash before is kept with it: what is asked later is newer.
        """
        is_his = (draft.c.person_id == person_id) & (draft.c.state == DraftState.OPEN.value)
        after = None if what is None else _LAST_PUT.where(is_his).scalar_subquery()
        self._connection.execute(
            update(person)
            .where(person.c.id == person_id)
            .values(expects=what, expects_after=after)
        )

    def is_older_than(self, asked: Draft) -> bool:
        """Say whether a draft's question was put to its person after what is expected of him."""
        after = self._connection.scalar(
            select(person.c.expects_after).where(person.c.id == asked.person_id)
        )
        return after is None or after < asked.put_at


def _person(row: AnyRow) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        role=Role(row.role),
        language=row.language,
        till=row.till,
        is_active=row.is_active,
        likes_dark=row.likes_dark,
        expects=row.expects,
    )
