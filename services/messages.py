"""What comes in from outside and what goes out to people, without any messenger's own types."""

import datetime as dt
import enum
from dataclasses import dataclass

TELEGRAM = "telegram"
"""The source of what people typed."""


@dataclass(frozen=True, slots=True)
class IncomingRecord:
    """Something from outside, exactly as it came."""

    source: str
    """Who sent it: "telegram:<bot id>"."""
    external_id: str
    """What the source calls it; with the source, unique."""
    payload: bytes
    lane: str = ""
    """Records of one lane are handled one at a time, in order; a chat is a lane."""


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A record that was received and is not handled yet."""

    raw_record_id: int
    lane: str
    payload: bytes
    attempts: int


class Tone(enum.StrEnum):
    """How a button looks, where the app can show it."""

    PLAIN = ""
    GOOD = "success"
    BAD = "danger"
    MAIN = "primary"
    OFF = "disabled"
    """It cannot be pressed: it only says what was decided, by whom and when."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message; it carries data for the bot, or opens an address."""

    label: str
    data: str = ""
    """What it means to the bot; it stays in the books, Telegram only gets a token for it."""
    url: str = ""
    copies: str = ""
    """What it puts on the clipboard."""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes out with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the bot sets under somebody's message, beside its answer and never instead of it."""

    message_id: int
    emoji: str
    """One that Telegram lets a bot set; nothing takes back what the bot had set."""


FILED = "👍"
"""Stands under what was filed."""
ASKED = "🤔"
"""Stands under what is asked about."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as the newest apps show it; the text of its message says the same to the others."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()
    """Lines under it."""
    right: frozenset[int] = frozenset()
    """Columns that are set to the right, from nought: figures."""


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message to a chat, or a new form of one that is there already."""

    chat_id: int
    text: str
    """HTML as Telegram reads it; whoever builds it has escaped what came from outside."""
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: bytes | None = None
    """A PNG; the text is its caption."""
    document: Attached | None = None
    """A file; the text is its caption. A message has a picture or a document, not both."""
    reply_to: int | None = None
    edits: int | None = None
    """The message to change instead of sending a new one."""
    edits_key: str | None = None
    """The dedupe key of the message to change, where nobody knows Telegram's number for it yet."""
    is_only_change: bool = False
    """It tells nothing by itself: where the message to change is gone, none is sent."""
    thread_id: int | None = None
    dedupe_key: str | None = None
    """Two messages of one key are one."""
    is_silent: bool = False
    reactions: tuple[Reaction, ...] = ()
    """Set once the message is out; whether that works changes nothing."""
    grid: Grid | None = None
    """Shown in place of the text where Telegram takes it."""
    only_for: int | None = None
    """In a group the only one who sees it, where Telegram knows how; never for a secret."""


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that waits in the outbox."""

    id: int
    message: OutgoingMessage
    attempts: int
    secret: str = ""
    """What the tokens of its buttons must carry; empty when no button has data."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with buttons as the outbox keeps it."""

    chat_id: int
    secret: str
    buttons: tuple[Button, ...]
    """Those with data, in their order."""
    queued_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Cause:
    """Who did it, because of which record, when: the books keep it with every change."""

    actor: str
    """"person:12", or "system" and what of it: "system:demo"."""
    raw_record_id: int | None
    at: dt.datetime
