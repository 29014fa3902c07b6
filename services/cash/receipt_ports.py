"""What keeping receipts needs of the books."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Protocol

from services.messages import Attached


class ReceiptKind(enum.StrEnum):
    """How a receipt was sent."""

    PHOTO = "photo"
    DOCUMENT = "document"


class ReceiptState(enum.StrEnum):
    """What became of a receipt's content."""

    WAITING = "waiting"
    """It is still to be fetched from Telegram."""
    KEPT = "kept"
    REFUSED = "refused"
    """It is too large, or Telegram has it no more."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A photo or a document that somebody sent, and the message that it proves."""

    id: int
    told_in: str | None
    """The message whose operations it proves, as "chat/message"; None until somebody says."""
    chat_id: int
    message_id: int
    """The message that it came in."""
    album: str | None
    person_id: int
    kind: ReceiptKind
    name: str
    """The file's name, made harmless."""
    file_id: str
    """What Telegram fetches it by."""
    unique_id: str
    """What Telegram knows the same file by, whoever sends it."""
    sent_at: dt.datetime
    state: ReceiptState = ReceiptState.WAITING
    attempts: int = 0
    digest: str | None = None
    """SHA-256 of the content, once it is kept."""


class Receipts(Protocol):
    """Receipts and what is in them."""

    def add(self, receipt: Receipt) -> Receipt:
        """Keep a new receipt; its id is given here."""

    def find(self, receipt_id: int) -> Receipt | None:
        """Give a receipt."""

    def of_message(self, told_in: str) -> tuple[Receipt, ...]:
        """Give the receipts that prove a message's operations, in the order they came."""

    def came_in(self, chat_id: int, message_id: int) -> Receipt | None:
        """Give the receipt that a message brought."""

    def of_album(self, chat_id: int, album: str) -> tuple[Receipt, ...]:
        """Give the receipts of one album."""

    def tie(self, receipt_id: int, told_in: str) -> None:
        """Say which message a receipt proves."""

    def waiting(self, limit: int) -> tuple[Receipt, ...]:
        """Give receipts whose content is still to be fetched, the oldest first."""

    def keep(self, receipt_id: int, content: bytes, at: dt.datetime) -> str:
        """Keep a receipt's content; give its digest. The same content is stored once."""

    def failed(self, receipt_id: int, *, reason: str, is_final: bool) -> None:
        """Count a failed attempt to fetch what waits; a final one is never tried again."""

    def same_as(self, receipt: Receipt) -> Receipt | None:
        """Give the first other receipt with the same content."""

    def content(self, receipt_id: int) -> Attached | None:
        """Give a receipt's file as it came, if it is kept."""
