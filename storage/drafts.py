"""Doubtful cash messages that wait for an answer."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import CashDraft, Missing
from services.drafts import Draft, DraftState
from storage.prepared import AnyRow, Prepared
from storage.tables import draft

_NEWEST = select(draft).order_by(draft.c.id.desc()).limit(1)
_OPEN_IN = Prepared(
    _NEWEST.where(
        draft.c.chat_id == bindparam("chat"),
        draft.c.person_id == bindparam("person"),
        draft.c.state == DraftState.OPEN.value,
    )
)


class SqlDrafts:
    """Fulfils services.ports.Drafts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Draft) -> Draft:
        """Keep a new draft; its id is given here."""
        key = self._connection.execute(
            insert(draft).values(
                revision=added.revision,
                chat_id=added.chat_id,
                person_id=added.person_id,
                message_id=added.message_id,
                raw_record_id=added.raw_record_id,
                text=added.text,
                **_answerable(added),
            )
        ).inserted_primary_key
        assert key is not None  # noqa: S101 - an insert of one row always gives its key
        return replace(added, id=key[0])

    def find(self, draft_id: int) -> Draft | None:
        """Give a draft."""
        return self._one(select(draft).where(draft.c.id == draft_id).with_for_update())

    def open_in(self, chat_id: int, person_id: int) -> Draft | None:
        """Give the newest open draft of a person in a chat."""
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
    known = of.known
    return {
        "known": {
            "amount_minor": known.amount.minor if known.amount else None,
            "currency": known.amount.currency if known.amount else None,
            "direction": known.direction,
            "category": known.category,
            "booked_on": known.booked_on.isoformat() if known.booked_on else None,
            "counterparty": known.counterparty,
            "order_reference": known.order_reference,
            "is_guess": known.is_guess,
            "against": known.against,
            "remembered": list(known.remembered),
            "told": [each.value for each in of.told],
            "place": of.place,
        },
        "missing": [each.value for each in of.missing],
        "state": of.state.value,
    }


def _draft(row: AnyRow) -> Draft:
    known = row.known
    minor, day = known["amount_minor"], known["booked_on"]
    return Draft(
        id=row.id,
        revision=row.revision,
        chat_id=row.chat_id,
        person_id=row.person_id,
        message_id=row.message_id,
        raw_record_id=row.raw_record_id,
        text=row.text,
        known=CashDraft(
            amount=None if minor is None else Money(minor, known["currency"]),
            direction=known["direction"] and CashDirection(known["direction"]),
            category=known["category"] and CashCategory(known["category"]),
            booked_on=day and dt.date.fromisoformat(day),
            counterparty=known["counterparty"],
            order_reference=known["order_reference"],
            is_guess=known.get("is_guess", False),
            against=known.get("against"),
            # Drafts of before the shop could teach have neither of these two.
            remembered=tuple(known.get("remembered", ())),
        ),
        missing=tuple(Missing(each) for each in row.missing),
        state=DraftState(row.state),
        place=known.get("place"),
        told=tuple(Missing(each) for each in known.get("told", ())),
    )
