"""Closing the books through a day: its checklist, its signatures, what is kept of it."""

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from ledger.days import Days
from reports.closing_time import ClosingTime
from reports.told_results import LateFacts


class Item(enum.StrEnum):
    """What must be so before books are closed, in the order it is shown."""

    STATEMENTS = "statements"
    """Each bank account is told through the last day, with no gap."""
    BALANCES = "balances"
    """What banks say that they hold is what the books have."""
    UNFILED = "unfiled"
    """Somebody has said of each bank line what it was for."""
    EXCEPTIONS = "exceptions"
    """Nothing that matching found is open."""
    QUESTIONS = "questions"
    """No message about cash, payout or correction waits for an answer."""
    TILLS = "tills"
    """Each till was counted on the last day or after it."""
    RATES = "rates"
    """Foreign money has a rate of the last day."""


class Part(enum.StrEnum):
    """Whose signature it is: two different people sign."""

    ACCOUNTANT = "accountant"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class ItemFound:
    """How an item stands by the books."""

    item: Item
    open_count: int
    about: tuple[str, ...] = ()
    """Keys of accounts, or codes of currencies, that it lacks."""


@dataclass(frozen=True, slots=True)
class ItemKept:
    """What is kept of an item."""

    item: Item
    open_count: int
    done_at: dt.datetime | None = None
    """Since when nothing of it is open, or it is explained."""
    excuse: str | None = None
    """Why books are closed in spite of it."""
    excused_by: str | None = None

    @property
    def is_settled(self) -> bool:
        """Say whether it holds nothing up any more."""
        return not self.open_count or self.excuse is not None


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody's word that the books may be closed, as of the last entry he could know."""

    part: Part
    person_id: int
    signed_at: dt.datetime
    through_entry: int


@dataclass(frozen=True, slots=True)
class ClosingRate:
    """What one unit of a currency was worth on the last day, in the shop's own."""

    currency: str
    quote: str
    rate: Decimal
    said_by: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing of some days, begun or done."""

    days: Days
    begun_at: dt.datetime
    closed_at: dt.datetime | None = None
    told_at: dt.datetime | None = None
    """When people were told that it has begun."""


@dataclass(frozen=True, slots=True)
class ClosingSeen:
    """A closing as it stands."""

    closing: Closing
    items: tuple[ItemKept, ...]
    about: Mapping[Item, tuple[str, ...]]
    """What open items lack."""
    signatures: tuple[Signature, ...]
    """In the order they were given."""
    rates: tuple[ClosingRate, ...] = ()
    time: ClosingTime | None = None
    """Once it is done."""
    before: ClosingTime | None = None
    """How long the closing before this one took."""
    late: tuple[LateFacts, ...] = ()
    """What has come since and belongs to its days."""

    @property
    def open_items(self) -> tuple[ItemKept, ...]:
        """Give what holds it up."""
        return tuple(each for each in self.items if not each.is_settled)

    @property
    def is_ready(self) -> bool:
        """Say whether it may be signed."""
        return not self.open_items

    def signed(self, part: Part) -> Signature | None:
        """Give the signature of a part."""
        return next((each for each in self.signatures if each.part is part), None)


class Closings(Protocol):
    """Closings of books, their items, signatures and rates."""

    def find(self, ends_on: dt.date) -> Closing | None:
        """Give the closing through a day."""

    def open(self) -> Sequence[Closing]:
        """Give those that are begun and not done, the oldest first."""

    def done_before(self, ends_on: dt.date) -> Closing | None:
        """Give the last one that is done through an earlier day."""

    def begin(self, closing: Closing) -> None:
        """Keep a new one."""

    def told(self, ends_on: dt.date, at: dt.datetime) -> None:
        """Keep that people were told of it."""

    def done(self, ends_on: dt.date, at: dt.datetime) -> None:
        """Keep that it is done."""

    def items(self, ends_on: dt.date) -> Mapping[Item, ItemKept]:
        """Give what is kept of its items."""

    def put_item(self, ends_on: dt.date, item: ItemKept) -> None:
        """Keep how an item stands now."""

    def signatures(self, ends_on: dt.date) -> tuple[Signature, ...]:
        """Give its signatures, in the order they were given."""

    def sign(self, ends_on: dt.date, signature: Signature) -> None:
        """Keep a signature.

        Raises:
            StorageError: its part is signed, or the person has signed the other.
        """

    def unsign(self, ends_on: dt.date, part: Part) -> None:
        """Let go of a signature that no longer holds."""

    def rates(self, ends_on: dt.date) -> tuple[ClosingRate, ...]:
        """Give its rates, by currency."""

    def put_rate(self, ends_on: dt.date, rate: ClosingRate, at: dt.datetime) -> None:
        """Keep a rate, in place of the one before."""

    def entered_since(self, days: Days, number: int) -> int:
        """Say how many entries of some days came after one."""
