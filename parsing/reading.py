"""What a message turned out to mean."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TypeAlias

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money


class Missing(enum.StrEnum):
    """What must be asked before money can be filed."""

    AMOUNT = "amount"
    DIRECTION = "direction"
    CATEGORY = "purpose"
    DATE = "date"
    CONTEXT = "context"
    """It corrects an earlier message that is not known here."""
    COUNTERPARTY = "counterparty"
    SALE = "sale"
    """Which sale is paid back; the books ask it, no text says it."""


@dataclass(frozen=True, slots=True)
class CashDraft:
    """One cash operation as far as it was understood; what is None must be asked."""

    amount: Money | None
    direction: CashDirection | None
    category: CashCategory | None
    booked_on: dt.date | None
    counterparty: str | None = None
    order_reference: str | None = None
    doubts: tuple[Missing, ...] = ()
    """What is given as the likely answer only, and is to be confirmed before it is filed."""
    remembered: tuple[str, ...] = ()
    """The words of the shop's memory that decided."""
    is_guess: bool = False
    """A language model has filled it in."""
    against: str | None = None
    """The account that stands against the till; None, and in a change "", is the category's."""

    @property
    def is_confident(self) -> bool:
        """Tell whether it may be filed without a question."""
        return not self.doubts

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Say what must be asked because nothing is known of it."""
        known = (
            (self.amount, Missing.AMOUNT),
            (self.direction, Missing.DIRECTION),
            (self.category, Missing.CATEGORY),
            (self.booked_on, Missing.DATE),
        )
        unknown = [field for value, field in known if value is None]
        if self.against and self.counterparty is None:
            unknown.append(Missing.COUNTERPARTY)  # money to account for is somebody's debt
        if Missing.SALE in self.doubts:
            unknown.append(Missing.SALE)
        return tuple(unknown)


@dataclass(frozen=True, slots=True)
class Understood:
    """One or more complete operations; those without doubts are ready to be filed."""

    drafts: tuple[CashDraft, ...]

    @property
    def is_confident(self) -> bool:
        """Tell whether all of it may be filed without a question."""
        return all(draft.is_confident for draft in self.drafts)


@dataclass(frozen=True, slots=True)
class Unclear:
    """Money was meant, but something must be asked; the drafts hold what is known."""

    drafts: tuple[CashDraft, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """It speaks of an entry that was told before: takes it back, or puts it right."""

    change: CashDraft
    """What the entry should say; what is None stays as it is."""
    is_cancelled: bool = False
    """It should not be there at all."""
    is_of_all: bool = False
    """Everything should go, and nothing says what that is: "delete everything"."""
    instead_of: Money | None = None
    """The figure it says is wrong, which also tells the entry."""
    currency: str | None = None
    """What the same figure is in, when only that is put right."""

    @property
    def says_what(self) -> bool:
        """Tell whether it says what should change; "that's wrong" alone does not."""
        parts = (
            self.change.amount,
            self.change.direction,
            self.change.category,
            self.change.booked_on,
            self.change.counterparty,
            self.change.order_reference,
            self.currency,
            self.change.against,
        )
        return self.is_cancelled or any(part is not None for part in parts)


class QuestionTopic(enum.StrEnum):
    """What a question to the bot is about."""

    TODAY = "today"
    """The result of the day: "today?"."""
    BALANCE = "balance"
    """How much is in the till."""
    OTHER = "other"
    """A question that is understood as one, and no more."""


@dataclass(frozen=True, slots=True)
class Question:
    """The person asks the bot for something."""

    topic: QuestionTopic


@dataclass(frozen=True, slots=True)
class NotAnEntry:
    """Chat, a plan, a promise, a card payment: nothing that moved this till's cash."""


Reading: TypeAlias = Understood | Unclear | Correction | Question | NotAnEntry
"""Every message is exactly one of these."""


def files_itself(reading: Reading) -> bool:
    """Tell whether a message is whole cash talk, to be filed without a question."""
    return isinstance(reading, Understood) and reading.is_confident
