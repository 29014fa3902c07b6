"""What waits to be sent to people."""

import datetime as dt
import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from services.long_texts import in_parts
from services.messages import (
    Attached,
    Button,
    Cause,
    Grid,
    OutgoingMessage,
    QueuedMessage,
    Reaction,
    Shown,
    Tone,
)
from services.press_button import new_secret
from storage.prepared import AnyRow, Prepared
from storage.tables import outbox_message

_QUEUE = Prepared(
    insert(outbox_message),
    fills=(
        "chat_id",
        "content",
        "picture",
        "cause_record_id",
        "dedupe_key",
        "state",
        "attempts",
        "not_before",
    ),
)
_WAITING = (
    select(outbox_message).where(outbox_message.c.state == "waiting").order_by(outbox_message.c.id)
)
_WAITING_ANYWHERE = Prepared(_WAITING)
_WAITING_IN = Prepared(_WAITING.where(outbox_message.c.chat_id == bindparam("chat")))
_KNOWN_KEY = Prepared(
    select(outbox_message.c.id).where(outbox_message.c.dedupe_key == bindparam("key"))
)
_SENT = Prepared(
    update(outbox_message)
    .where(outbox_message.c.id == bindparam("message"))
    .values(
        state="sent", sent_at=bindparam("at"), telegram_message_id=bindparam("telegram_message")
    )
)


class SqlOutbox:
    """Fulfils services.ports.Outbox."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, messages: Sequence[OutgoingMessage], cause: Cause) -> tuple[QueuedMessage, ...]:
        """Queue messages; one whose dedupe key is known already is left out, a long one parted."""
        parts = [part for message in messages for part in in_parts(message)]
        return tuple(self._queue(message, cause) for message in self._unknown(parts))

    def waiting(self) -> tuple[QueuedMessage, ...]:
        """Give what was queued and not sent, in order."""
        return _queued(_WAITING_ANYWHERE.rows(self._connection))

    def waiting_in(self, chat_id: int) -> tuple[QueuedMessage, ...]:
        """Give what was queued for one chat and not sent, in order."""
        return _queued(_WAITING_IN.rows(self._connection, {"chat": chat_id}))

    def shown(self, message_id: int) -> Shown | None:
        """Give what a message showed when it had buttons with data."""
        row = self._connection.execute(
            select(outbox_message).where(outbox_message.c.id == message_id)
        ).first()
        if row is None or not _secret(row):
            return None
        return Shown(
            chat_id=row.chat_id,
            secret=_secret(row),
            buttons=tuple(each for buttons in _buttons(row) for each in buttons if each.data),
            queued_at=row.not_before,
        )

    def sent(self, results: Sequence[tuple[int, int | None]], at: dt.datetime) -> None:
        """Mark messages (id, Telegram's message id) as sent."""
        if results:
            _SENT.run_each(
                self._connection,
                [
                    {"message": message, "telegram_message": telegram_message, "at": at}
                    for message, telegram_message in results
                ],
            )

    def failed(self, message_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt with its reason; a final one is never tried again."""
        self._connection.execute(
            update(outbox_message)
            .where(outbox_message.c.id == message_id)
            .values(
                attempts=outbox_message.c.attempts + 1,
                reason=reason,
                state="failed" if is_final else "waiting",
            )
        )

    def telegram_id_of(self, dedupe_key: str) -> int | None:
        """Give Telegram's number of the message of a key; None when it was never sent."""
        return self._connection.scalar(
            select(outbox_message.c.telegram_message_id).where(
                outbox_message.c.dedupe_key == dedupe_key
            )
        )

    def of_keys(self, dedupe_keys: Sequence[str]) -> tuple[OutgoingMessage, ...]:
        """Give the messages of some keys as they went out at first, in order."""
        rows = self._connection.execute(
            select(outbox_message)
            .where(outbox_message.c.dedupe_key.in_(dedupe_keys))
            .order_by(outbox_message.c.id)
        )
        return tuple(_message(row) for row in rows)

    def drop_old_pictures(self, before: dt.datetime) -> int:
        """Forget the pictures of messages sent before a moment; say how many."""
        return self._connection.execute(
            update(outbox_message)
            .where(outbox_message.c.sent_at < before, outbox_message.c.picture.is_not(None))
            .values(picture=None)
        ).rowcount

    def _queue(self, message: OutgoingMessage, cause: Cause) -> QueuedMessage:
        has_data = any(each.data for buttons in message.buttons for each in buttons)
        secret = new_secret() if has_data else ""
        number = _QUEUE.run(self._connection, _queue_row(message, secret, cause))
        return QueuedMessage(number, message, 0, secret)

    def _unknown(self, messages: Sequence[OutgoingMessage]) -> list[OutgoingMessage]:
        taken: set[str] = set()
        wanted = []
        for message in messages:
            if key := message.dedupe_key:
                if key in taken or _KNOWN_KEY.first(self._connection, {"key": key}) is not None:
                    continue
                taken.add(key)
            wanted.append(message)
        return wanted


def _queued(rows: Sequence[AnyRow]) -> tuple[QueuedMessage, ...]:
    return tuple(QueuedMessage(row.id, _message(row), row.attempts, _secret(row)) for row in rows)


def _queue_row(message: OutgoingMessage, secret: str, cause: Cause) -> dict[str, object]:
    return {
        "chat_id": message.chat_id,
        "content": json.dumps(
            {
                "text": message.text,
                "buttons": [
                    [[each.label, each.data, each.url, each.copies, each.tone] for each in row]
                    for row in message.buttons
                ],
                "secret": secret,
                "document": message.document.name if message.document else None,
                "reply_to": message.reply_to,
                "edits": message.edits,
                "edits_key": message.edits_key,
                "thread_id": message.thread_id,
                "is_silent": message.is_silent,
                **_newer(message),
            },
            ensure_ascii=False,
        ),
        "picture": message.document.content if message.document else message.picture,
        "cause_record_id": cause.raw_record_id,
        "dedupe_key": message.dedupe_key,
        "state": "waiting",
        "attempts": 0,
        "not_before": cause.at,
    }


def _newer(message: OutgoingMessage) -> dict[str, object]:
    """Give what few messages have."""
    newer: dict[str, object] = {}
    if message.reactions:
        newer["reactions"] = [[each.message_id, each.emoji] for each in message.reactions]
    if message.grid is not None:
        grid = message.grid
        newer["grid"] = [grid.title, grid.head, grid.rows, grid.foot, sorted(grid.right)]
    if message.only_for is not None:
        newer["only_for"] = message.only_for
    if message.is_only_change:
        newer["is_only_change"] = True
    return newer


def _message(row: AnyRow) -> OutgoingMessage:
    content = json.loads(row.content)
    name = content.get("document")
    return OutgoingMessage(
        chat_id=row.chat_id,
        text=content["text"],
        buttons=_buttons(row),
        picture=row.picture if name is None else None,
        document=None if name is None else Attached(name, row.picture or b""),
        reply_to=content["reply_to"],
        edits=content["edits"],
        edits_key=content.get("edits_key"),
        thread_id=content["thread_id"],
        dedupe_key=row.dedupe_key,
        is_silent=content["is_silent"],
        reactions=tuple(Reaction(*each) for each in content.get("reactions", ())),
        grid=_grid(*content["grid"]) if "grid" in content else None,
        only_for=content.get("only_for"),
        is_only_change=content.get("is_only_change", False),
    )


def _grid(
    title: str, head: list[str], rows: list[list[str]], foot: list[str], right: list[int]
) -> Grid:
    return Grid(title, tuple(head), tuple(map(tuple, rows)), tuple(foot), frozenset(right))


def _buttons(row: AnyRow) -> tuple[tuple[Button, ...], ...]:
    rows = json.loads(row.content)["buttons"]
    return tuple(tuple(_button(*each) for each in buttons) for buttons in rows)


def _button(label: str, data: str, url: str, copies: str, tone: str = Tone.PLAIN) -> Button:
    """Read a button; one that was written before buttons had a tone is plain."""
    return Button(label, data, url, copies, Tone(tone))


def _secret(row: AnyRow) -> str:
    return str(json.loads(row.content).get("secret", ""))
