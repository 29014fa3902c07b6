"""The chats that the shop uses."""

import datetime as dt

from sqlalchemy import Connection, select, update

from storage.tables import alert_policy, chat, outbox_message
from storage.upsert import upsert


class SqlChats:
    """Fulfils services.ports.Chats."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def leadership(self) -> int | None:
        """Give the leadership chat."""
        return self._connection.scalar(select(chat.c.id).where(chat.c.is_leadership))

    def make_leadership(self, chat_id: int, title: str) -> None:
        """Make a chat the only leadership chat."""
        self._ensure(chat_id)
        self._connection.execute(update(chat).values(is_leadership=chat.c.id == chat_id))
        self._connection.execute(update(chat).where(chat.c.id == chat_id).values(title=title))

    def follow_upgrade(self, *, old_chat_id: int, new_chat_id: int) -> bool:
        """Follow a group to its new id, waiting messages too; say whether it was known."""
        old = self._connection.execute(select(chat).where(chat.c.id == old_chat_id)).first()
        if old is not None:
            self._ensure(new_chat_id)
            self._connection.execute(
                update(chat)
                .where(chat.c.id == new_chat_id)
                .values(title=old.title, is_leadership=old.is_leadership)
            )
            self._connection.execute(
                update(chat).where(chat.c.id == old_chat_id).values(is_leadership=False)
            )
        self._connection.execute(
            update(alert_policy)
            .where(alert_policy.c.chat_id == old_chat_id)
            .values(chat_id=new_chat_id)
        )
        self._connection.execute(
            update(outbox_message)
            .where(outbox_message.c.chat_id == old_chat_id, outbox_message.c.state == "waiting")
            .values(chat_id=new_chat_id)
        )
        return old is not None

    def greet_stranger(self, chat_id: int, at: dt.datetime) -> bool:
        """Remember that a stranger was answered; say whether this is the first time."""
        self._ensure(chat_id)
        first = self._connection.execute(
            update(chat)
            .where(chat.c.id == chat_id, chat.c.stranger_told_at.is_(None))
            .values(stranger_told_at=at)
        )
        return first.rowcount == 1

    def set_reachable(self, chat_id: int, *, reachable: bool) -> None:
        """Remember whether the bot can write to a chat."""
        self._ensure(chat_id)
        self._connection.execute(
            update(chat).where(chat.c.id == chat_id).values(is_reachable=reachable)
        )

    def _ensure(self, chat_id: int) -> None:
        self._connection.execute(
            upsert(self._connection, chat)
            .values(id=chat_id, title="", is_leadership=False, is_reachable=True)
            .on_conflict_do_nothing()
        )
