"""The leadership chat: where the shop's leaders are told what matters."""

from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


def make_leadership(
    books: Books, person: Person, *, chat_id: int, title: str, cause: Cause
) -> NotAllowed | None:
    """Make a group the leadership chat, in place of an earlier one."""
    if not person.may(Permission.SET_UP):
        return NotAllowed()
    books.chats.make_leadership(chat_id, title)
    books.audit.record(
        cause, what="make_leadership", subject=f"chat:{chat_id}", change={"title": title}
    )
    return None


def follow_upgrade(books: Books, *, old_chat_id: int, new_chat_id: int, cause: Cause) -> bool:
    """Follow a group to the id that Telegram gave it; say whether it was one of ours."""
    was_known = books.chats.follow_upgrade(old_chat_id=old_chat_id, new_chat_id=new_chat_id)
    if was_known:
        books.audit.record(
            cause,
            what="follow_upgrade",
            subject=f"chat:{new_chat_id}",
            change={"was": old_chat_id},
        )
    return was_known
