"""Doubtful cash messages that wait for an answer."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    case,
    insert,
    literal_column,
    select,
    update,
)

from parsing.reading import Missing
from services.cash.drafts import Draft, DraftState
from storage.new_row import added_row
from storage.prepared import AnyRow, Prepared
from storage.repositories.kept_draft import draft_kept, kept_draft
from storage.tables import draft

_OPEN: ColumnElement[str] = literal_column(f"'{DraftState.OPEN}'")
"""Spelt out, so that the database sees the index of open drafts fits."""
_NEWEST = select(draft).order_by(draft.c.id.desc()).limit(1)
PUT_AT = case(
    (draft.c.reminded_at > draft.c.asked_at, draft.c.reminded_at), else_=draft.c.asked_at
)
"""When a question was put last."""
_OPEN_IN = Prepared(
    select(draft)
    .where(
        draft.c.chat_id == bindparam("chat"),
        draft.c.person_id == bindparam("person"),
        draft.c.state == DraftState.OPEN.value,
    )
    .order_by(PUT_AT.desc(), draft.c.id.desc())
    .limit(1)
)


class SqlDrafts:
    """Fulfils services.ports.Drafts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Draft) -> Draft:
        """Keep a new draft; its id is given here."""
        key = added_row(
            self._connection,
            insert(draft).values(
                revision=added.revision,
                chat_id=added.chat_id,
                person_id=added.person_id,
                message_id=added.message_id,
                raw_record_id=added.raw_record_id,
                text=added.text,
                **_answerable(added),
            ),
        )
        return replace(added, id=key)

    def find(self, draft_id: int) -> Draft | None:
        """Give a draft, held for a change."""
        return self._one(select(draft).where(draft.c.id == draft_id).with_for_update())

    def look_up(self, draft_id: int) -> Draft | None:
        """Give a draft only to be looked at; it may change meanwhile."""
        return self._one(select(draft).where(draft.c.id == draft_id))

    def open_in(self, chat_id: int, person_id: int) -> Draft | None:
        """Give a person's open draft in a chat whose question was put to him last."""
        row = _OPEN_IN.first(self._connection, {"chat": chat_id, "person": person_id})
        return None if row is None else _draft(row)

    def of_message(self, chat_id: int, message_id: int) -> Draft | None:
        """Give the newest draft that a message led to."""
        return self._one(
            _NEWEST.where(draft.c.chat_id == chat_id, draft.c.message_id == message_id)
        )

    def open_of_message(self, chat_id: int, message_id: int) -> tuple[Draft, ...]:
        """Give the open drafts that a message led to, oldest first."""
        rows = self._connection.execute(
            select(draft)
            .where(
                draft.c.chat_id == chat_id,
                draft.c.message_id == message_id,
                draft.c.state == DraftState.OPEN.value,
            )
            .order_by(draft.c.id)
        )
        return tuple(_draft(row) for row in rows)

    def unanswered(self, asked_before: dt.datetime) -> tuple[Draft, ...]:
        """Give the open drafts that were asked before a moment, the oldest question first."""
        rows = self._connection.execute(
            select(draft)
            .where(draft.c.state == _OPEN, draft.c.asked_at < asked_before)
            .order_by(draft.c.asked_at, draft.c.id)
        )
        return tuple(_draft(row) for row in rows)

    def remind(self, draft_id: int, at: dt.datetime) -> bool:
        """Remember that a person was reminded; say whether this is the first time."""
        done = self._connection.execute(
            update(draft)
            .where(draft.c.id == draft_id, draft.c.state == _OPEN, draft.c.reminded_at.is_(None))
            .values(reminded_at=at)
        )
        return done.rowcount == 1

    def change(self, changed: Draft) -> None:
        """Keep a draft's new state; its revision grows by one."""
        self._connection.execute(
            update(draft)
            .where(draft.c.id == changed.id)
            .values(revision=draft.c.revision + 1, **_answerable(changed))
        )

    def _one(self, statement: Select[*tuple[object, ...]]) -> Draft | None:
        row = self._connection.execute(statement).first()
        return None if row is None else _draft(row)


def _answerable(of: Draft) -> dict[str, object]:
    return {
        "known": {
            **kept_draft(of.known),
            "told": [each.value for each in of.told],
            "place": of.place,
        },
        "missing": [each.value for each in of.missing],
        "state": of.state.value,
        "asked_at": of.asked_at,
    }


def _draft(row: AnyRow) -> Draft:
    known = row.known
    return Draft(
        id=row.id,
        revision=row.revision,
        chat_id=row.chat_id,
        person_id=row.person_id,
        message_id=row.message_id,
        raw_record_id=row.raw_record_id,
        text=row.text,
        known=draft_kept(known),
        missing=tuple(Missing(each) for each in row.missing),
        state=DraftState(row.state),
        asked_at=row.asked_at,
        reminded_at=row.reminded_at,
        place=known.get("place"),
        told=tuple(Missing(each) for each in known.get("told", ())),
    )
