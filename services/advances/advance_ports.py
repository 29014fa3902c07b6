"""What the services need to know of money to account for, and of entries that belong together."""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.cash import CashCategory
from ledger.money import Money


@dataclass(frozen=True, slots=True)
class AdvanceMoved:
    """One posting on the account of advances, with what its entry says."""

    number: int
    """The entry's."""
    booked_on: dt.date
    occurred_at: dt.datetime
    name: str
    """Who holds the money, as it was typed."""
    amount: Money
    """Above zero when he got it, below when he accounted for it."""
    category: str | None
    decided_by: str
    is_standing: bool
    """It neither takes anything back nor is taken back."""


@dataclass(frozen=True, slots=True)
class HolderNote:
    """What is known of a holder beside his postings."""

    name: str
    """The first name he was ever called by on the account."""
    person_id: int | None = None
    """Who of the team he is."""
    reminded_at: dt.datetime | None = None


class SpendingKind(enum.StrEnum):
    """Where a question about spent money comes from."""

    RECEIPTS = "receipts"
    """Somebody accounts for it: only what for, or whose money, is open."""
    TOLD = "told"
    """Somebody told that a holder has spent: it may be his advance, or the till."""


class SpendingState(enum.StrEnum):
    """Where the question stands."""

    OPEN = "open"
    POSTED = "posted"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class SpentItem:
    """Part of what was spent; without a category it is asked."""

    category: CashCategory | None
    amount: Money


@dataclass(frozen=True, slots=True)
class Spending:
    """What a holder spent, as long as something must be asked about it."""

    id: int
    revision: int
    kind: SpendingKind
    holder: str
    """His name as the account knows it first."""
    person_id: int
    """Who is asked."""
    chat_id: int
    message_id: int
    raw_record_id: int | None
    text: str
    items: tuple[SpentItem, ...]
    asked_at: dt.datetime
    state: SpendingState = SpendingState.OPEN


class Advances(Protocol):
    """Money given to people to account for."""

    def moved(self) -> tuple[AdvanceMoved, ...]:
        """Give every posting on the account, by entry number."""

    def notes(self) -> tuple[HolderNote, ...]:
        """Give what is known of holders."""

    def note(self, note: HolderNote) -> None:
        """Keep what is known of a holder."""

    def ask(self, spending: Spending) -> Spending:
        """Keep a question; its id is given here. Older ones of the same message are dropped."""

    def asked(self, spending_id: int) -> Spending | None:
        """Give a question."""

    def change(self, spending: Spending) -> bool:
        """Keep a question's new state unless it changed meanwhile; its revision grows by one."""


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale, or a prepayment, that money may be paid back of."""

    number: int
    booked_on: dt.date
    amount: Money
    counterparty: str | None
    order_reference: str | None
    refunded: Money
    """What was paid back of it already, and stands."""

    @property
    def left(self) -> Money:
        """Give what can still be paid back of it."""
        return self.amount - self.refunded


@dataclass(frozen=True, slots=True)
class EntryLink:
    """An entry and the other one that it belongs to."""

    entry_number: int
    other_number: int | None
    """None when somebody said that there is none."""
    evidence: str
    """"order", "name_and_amount", "name", "amount" or "told"."""
    told_at: dt.datetime | None = None
    """When the directors were told of it."""


class EntryLinks(Protocol):
    """Which sale each refund is of."""

    def of(self, entry_number: int) -> EntryLink | None:
        """Give a refund's link, as of exactly this entry."""

    def add(self, link: EntryLink) -> None:
        """Keep a link."""

    def sales_since(self, day: dt.date, currency: str) -> tuple[Sale, ...]:
        """Give the sales that stand, of a day and later, the newest first."""

    def sale(self, number: int) -> Sale | None:
        """Give the telling that stands now of the sale that an entry told; None when undone."""

    def refunds_since(self, day: dt.date) -> tuple[int, ...]:
        """Give the numbers of the refunds that stand, of a day and later, the newest first."""

    def untold(self, since: dt.date) -> tuple[int, ...]:
        """Give the refunds that stand, have a sale, and were not looked at for alerts."""

    def mark_told(self, numbers: Sequence[int], at: dt.datetime) -> None:
        """Remember that refunds were looked at for alerts."""

    def count_without_sale(self) -> int:
        """Say how often somebody said that a refund has no sale here."""

    def ask_from(self) -> int | None:
        """Give the amount below which nobody is asked for the sale, in minor units."""

    def set_ask_from(self, minor: int) -> None:
        """Ask for the sale from an amount on."""
