"""What must be known of a raw update before anybody reads it whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RawUpdate = Mapping[str, object]

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "message_reaction",
)
"""What Telegram is asked for; reactions come only when they are named."""


class UnreadableUpdateError(ValueError):
    """What came is not an update of Telegram."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote an update, and where."""

    chat_id: int
    language: str
    is_private: bool


def lane_of(update: RawUpdate) -> str:
    """Decide which updates wait for each other: those of one chat."""
    for event in _events(update):
        chat = _chat_of(event)
        if chat is not None:
            return str(chat.get("id", ""))
        writer = event.get("from")
        if isinstance(writer, dict):
            return str(writer.get("id", ""))
    return ""


def writer_of(update: RawUpdate) -> Writer | None:
    """Say who would miss an answer to this update; None when nobody would."""
    for kind in ("message", "edited_message", "callback_query"):
        event = update.get(kind)
        if not isinstance(event, dict):
            continue
        chat, person = _chat_of(event), event.get("from")
        if chat is None or not isinstance(chat_id := chat.get("id"), int):
            return None
        language = person.get("language_code") if isinstance(person, dict) else None
        return Writer(chat_id, str(language or "en"), chat.get("type") == "private")
    return None


def _events(update: RawUpdate) -> Sequence[Mapping[str, object]]:
    return [value for value in update.values() if isinstance(value, dict)]


def _chat_of(event: Mapping[str, object]) -> Mapping[str, object] | None:
    place = event if "chat" in event else event.get("message")
    chat = place.get("chat") if isinstance(place, dict) else None
    return chat if isinstance(chat, dict) else None
