"""What inquiries need of the books: an exception put to whoever may know, and his answer."""

import datetime as dt
import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


class Topic(enum.StrEnum):
    """Who is asked, and so how."""

    MANAGER = "manager"
    """Whoever answers for the order."""
    CASHIER = "cashier"
    """Whoever should have entered an order's cash."""


class InquiryState(enum.StrEnum):
    """Where an inquiry stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    GONE = "gone"
    """What it was about has settled first, or somebody else was asked."""
    FAILED = "failed"
    """It could not be put: the CRM refuses comments."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that is offered."""

    code: str
    record: str = ""
    """The record that it speaks of, such as the payment of an order."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, kept as evidence."""

    code: str
    """Of a choice; "words" where he only wrote something."""
    by: str
    """The person's actor, or a user of the CRM by name."""
    at: dt.datetime
    record: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An exception put to somebody."""

    item_id: int
    topic: Topic
    to_id: int | None
    """The person; None when it is a comment on the deal."""
    name: str
    """Whom it is put to, as the CRM or the shop names him."""
    order: str
    """The order's key; empty where it is of none."""
    choices: tuple[Choice, ...]
    asked_by: str
    asked_at: dt.datetime
    state: InquiryState = InquiryState.WAITING
    answer: Answer | None = None
    comment: str | None = None
    """What the CRM calls the comment that puts it."""
    looked_at: dt.datetime | None = None
    """When the CRM was last asked for an answer."""
    failures: int = 0
    """In a row."""
    id: int = 0
    revision: int = 1

    @property
    def card(self) -> str:
        """Give the name by which the outbox finds the message that puts it."""
        return f"inquiry:{self.id}"


class Inquiries(Protocol):
    """Inquiries with their answers; none is ever deleted."""

    def add(self, inquiry: Inquiry) -> Inquiry:
        """Keep a new one; its id is given here."""

    def find(self, inquiry_id: int) -> Inquiry | None:
        """Give one."""

    def of_items(self, item_ids: Collection[int]) -> tuple[Inquiry, ...]:
        """Give those about some exceptions, the oldest first."""

    def waiting_in_crm(self) -> tuple[Inquiry, ...]:
        """Give those that wait for an answer in a CRM, the oldest first."""

    def waiting_since(self, at: dt.datetime) -> tuple[Inquiry, ...]:
        """Give those that were put at a moment, or before it, and still wait; the oldest first."""

    def last_of_name(self, name: str) -> Inquiry | None:
        """Give the newest that was put in a chat to somebody whom the CRM names so."""

    def change(self, inquiry: Inquiry) -> Inquiry:
        """Keep where one stands now; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """


def waiting_of(inquiries: Sequence[Inquiry]) -> Inquiry | None:
    """Give the newest that waits for an answer."""
    return next((e for e in reversed(inquiries) if e.state is InquiryState.WAITING), None)


def answered_of(inquiries: Sequence[Inquiry]) -> Inquiry | None:
    """Give the newest that was answered."""
    return next((e for e in reversed(inquiries) if e.answer is not None), None)
