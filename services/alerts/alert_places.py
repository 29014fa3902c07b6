"""Where leaders are told: the group that was bound, the leadership chat, or each by himself."""

from dataclasses import dataclass, replace

from services.alerts.ring_alerts import settings_of
from services.cash_types import NotAllowed
from services.leaders import leaders
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of


@dataclass(frozen=True, slots=True)
class Place:
    """A chat that is told."""

    chat_id: int
    language: str
    thread_id: int | None = None
    person: Person | None = None
    """Whose own chat it is; None is a group."""


def alert_places(books: Books) -> tuple[Place, ...]:
    """Give the chats that alerts go to; in a group the shop's own language is spoken."""
    settings = books.alerts.settings()
    group = None if settings is None else settings.chat_id
    thread_id = None if settings is None or group is None else settings.thread_id
    if group is None:
        group = books.chats.leadership()
    if group is None:
        return tuple(
            Place(each.telegram_id, each.language, person=each) for each in leaders(books)
        )
    return (Place(group, shop_of(books).language, thread_id),)


def bind_alerts(
    books: Books, person: Person, at: tuple[int, int | None] | None, cause: Cause
) -> NotAllowed | None:
    """Have alerts told in a group, and its topic if it has them; without one as before."""
    if not person.may(Permission.SET_ALERTS):
        return NotAllowed()
    chat_id, thread_id = at or (None, None)
    settings = settings_of(books, cause.at)
    books.alerts.set(replace(settings, chat_id=chat_id, thread_id=thread_id))
    books.audit.record(
        cause,
        what="bind_alerts",
        subject="alerts",
        change={"chat": chat_id, "thread": thread_id},
    )
    return None
