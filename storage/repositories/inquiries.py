"""Inquiries in the database."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from services.exceptions.inquiry_ports import Answer, Choice, Inquiry, InquiryState, Topic
from services.ports import StorageError
from storage.head import Head
from storage.portions import portions
from storage.prepared import AnyRow
from storage.tables import inquiry

_IS_WAITING = inquiry.c.state == InquiryState.WAITING.value


class SqlInquiries:
    """Fulfils services.exceptions.inquiry_ports.Inquiries."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def add(self, inquiry_: Inquiry) -> Inquiry:
        """Keep a new one; its id is given here."""
        self._head.take()
        last = self._connection.scalar(select(func.max(inquiry.c.id))) or 0
        new = replace(inquiry_, id=last + 1, revision=1)
        self._connection.execute(insert(inquiry).values(_values(new) | {"id": new.id}))
        return new

    def find(self, inquiry_id: int) -> Inquiry | None:
        """Give one."""
        found = self._inquiries(inquiry.c.id == inquiry_id)
        return found[0] if found else None

    def of_items(self, item_ids: Collection[int]) -> tuple[Inquiry, ...]:
        """Give those about some exceptions, the oldest first."""
        return tuple(
            each
            for some in portions(sorted(item_ids))
            for each in self._inquiries(inquiry.c.item_id.in_(some))
        )

    def waiting_in_crm(self) -> tuple[Inquiry, ...]:
        """Give those that wait for an answer in a CRM, the oldest first."""
        return self._inquiries(_IS_WAITING, inquiry.c.to_id.is_(None))

    def waiting_since(self, at: dt.datetime) -> tuple[Inquiry, ...]:
        """Give those that were put at a moment, or before it, and still wait; the oldest first."""
        return self._inquiries(_IS_WAITING, inquiry.c.asked_at <= at)

    def last_of_name(self, name: str) -> Inquiry | None:
        """Give the newest that was put in a chat to somebody whom the CRM names so."""
        is_his = (inquiry.c.name == name, inquiry.c.to_id.is_not(None))
        found = self._inquiries(*is_his, inquiry.c.topic == Topic.MANAGER.value)
        return found[-1] if found else None

    def change(self, inquiry_: Inquiry) -> Inquiry:
        """Keep where one stands now; its revision grows by one."""
        now = replace(inquiry_, revision=inquiry_.revision + 1)
        done = self._connection.execute(
            update(inquiry)
            .where(inquiry.c.id == now.id, inquiry.c.revision == inquiry_.revision)
            .values(_values(now))
        )
        if done.rowcount != 1:
            raise StorageError("busy")
        return now

    def _inquiries(self, *where: ColumnElement[bool]) -> tuple[Inquiry, ...]:
        wanted = select(inquiry).where(*where).order_by(inquiry.c.id)
        return tuple(_inquiry(row) for row in self._connection.execute(wanted).all())


def _values(said: Inquiry) -> dict[str, object]:
    answer = said.answer
    return {
        "revision": said.revision,
        "item_id": said.item_id,
        "topic": said.topic.value,
        "to_id": said.to_id,
        "name": said.name,
        "order_key": said.order,
        "choices": [[each.code, each.record] for each in said.choices],
        "asked_by": said.asked_by,
        "asked_at": said.asked_at,
        "state": said.state.value,
        "answer": None if answer is None else answer.code,
        "answer_record": None if answer is None else answer.record,
        "answer_text": None if answer is None else answer.text,
        "answered_by": None if answer is None else answer.by,
        "answered_at": None if answer is None else answer.at,
        "comment": said.comment,
        "looked_at": said.looked_at,
        "failures": said.failures,
    }


def _inquiry(row: AnyRow) -> Inquiry:
    answer = None
    if row.answer is not None:
        answer = Answer(
            row.answer, row.answered_by, row.answered_at, row.answer_record, row.answer_text
        )
    return Inquiry(
        item_id=row.item_id,
        topic=Topic(row.topic),
        to_id=row.to_id,
        name=row.name,
        order=row.order_key,
        choices=tuple(Choice(code, record) for code, record in row.choices),
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=InquiryState(row.state),
        answer=answer,
        comment=row.comment,
        looked_at=row.looked_at,
        failures=row.failures,
        id=row.id,
        revision=row.revision,
    )
