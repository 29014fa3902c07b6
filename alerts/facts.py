"""What triggers look at: small typed views of what the books hold.

Whoever runs a trigger gives it the facts that concern new records and the alerts that stand; to
try it on the past he gives those of a month. A trigger never knows which of both it is.
"""

import datetime as dt
from dataclasses import dataclass

from ledger.documents import Document
from ledger.money import Money


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that matching, or the books, found wrong: an exception."""

    id: int
    kind: str
    about: str
    records: tuple[str, ...]
    amount: Money
    since: dt.date
    opened_on: dt.date
    closed_on: dt.date | None = None
    is_explained: bool = False
    name: str = ""
    """What people call the record that it is about: an order's number, a provider's payout."""
    who: str = ""
    """The customer, the provider, the bank account."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An order that was closed, and what it says now."""

    closed: Document
    """As it was closed."""
    now: Document
    seen_on: dt.date
    edited_at: dt.datetime
    times: int = 1
    """How often something of its money was changed since it was closed."""
    is_accepted: bool = False
    """Whether somebody has explained it among the exceptions."""


@dataclass(frozen=True, slots=True)
class OrderSeen:
    """An order with what is earned by it."""

    key: str
    number: str
    total: Money
    cost: Money
    vat: Money | None
    is_closed: bool
    day: dt.date
    """When it was closed; of an open one, when it was made."""
    known_on: dt.date
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that the shop paid to somebody, from a bank account or a till."""

    record: str
    day: dt.date
    known_on: dt.date
    amount: Money
    """Above zero."""
    party: str
    """As it is written; empty where nobody is named."""
    account: str | None = None
    """The party's own account number, by the bank's word."""
    kind: str | None = None
    """The account that it is filed in, "expense.rent"; None while nobody has said."""
    by: str = ""
    """Who told it; empty for a bank's line."""
    told_at: dt.datetime | None = None
    """When the books heard of it; of one day, what was told first is the earlier one."""
    photo: str = ""
    """The same for payments that are proved by the same photo."""

    @property
    def order(self) -> tuple[dt.date, str, str]:
        """Give its place among all payments."""
        return self.day, self.told_at.isoformat() if self.told_at else "", self.record

    @property
    def is_cash(self) -> bool:
        """Say whether it left a till."""
        return self.record.startswith("cash:")


@dataclass(frozen=True, slots=True)
class TillHeld:
    """What a till has now."""

    till: str
    name: str
    held: Money


@dataclass(frozen=True, slots=True)
class Counted:
    """A till's count that was settled."""

    key: str
    till: str
    name: str
    person: str
    difference: Money
    """Below zero when cash was missing."""
    day: dt.date


@dataclass(frozen=True, slots=True)
class Refund:
    """A refund with the sale that it pays back."""

    record: str
    number: int
    amount: Money
    over: Money | None
    """By how much more than the sale was paid back in all, if it was."""
    is_own: bool
    """Whether who paid back had sold, too."""
    is_broken: bool
    """Whether the sale was taken back since."""
    who: str
    day: dt.date
    known_on: dt.date


@dataclass(frozen=True, slots=True)
class Earned:
    """What was sold on some days and what the goods cost."""

    span: str
    """"day" or "month"."""
    first: dt.date
    last: dt.date
    is_over: bool
    """Whether the days are over."""
    sales: Money
    cost: Money


@dataclass(frozen=True, slots=True)
class MoneyDay:
    """By how much the money on hand changed on a day, moves between own places aside."""

    day: dt.date
    change: int
    """In minor units."""


@dataclass(frozen=True, slots=True)
class Due:
    """Money that is to be paid on a day."""

    day: dt.date
    amount: int
    """In minor units, above zero."""


@dataclass(frozen=True, slots=True)
class OnHand:
    """What the shop has, and how that usually changes."""

    held: Money
    days: tuple[MoneyDay, ...]
    """Every day of the last weeks, the oldest first, also those on which nothing moved."""
    due: tuple[Due, ...] = ()
    """Known payments that habit doesn't hold."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant of the books that doesn't hold."""

    invariant: str
    detail: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that triggers may look at; what nobody asked for is empty."""

    today: dt.date
    currency: str
    """The shop's own."""
    flags: tuple[Flag, ...] = ()
    edits: tuple[Edit, ...] = ()
    orders: tuple[OrderSeen, ...] = ()
    payments: tuple[Payment, ...] = ()
    """Those in question and all earlier ones of the same parties and kinds, the oldest first."""
    asked: frozenset[str] | None = None
    """The payments in question; None is all of them."""
    tills: tuple[TillHeld, ...] = ()
    counts: tuple[Counted, ...] = ()
    refunds: tuple[Refund, ...] = ()
    earned: tuple[Earned, ...] = ()
    on_hand: OnHand | None = None
    broken: tuple[Broken, ...] = ()

    def is_asked(self, payment: Payment) -> bool:
        """Say whether a payment is in question, or only there to be held against."""
        return self.asked is None or payment.record in self.asked
