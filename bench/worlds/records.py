"""What a world holds: orders, money in its five books, and what is truly so."""

from dataclasses import dataclass, field
from enum import StrEnum

NOBODY = -1
"""Stands where no order, payout or entry is meant."""


class Role(StrEnum):
    """What a piece of money truly is."""

    ORDER = "order"
    DUPLICATE = "duplicate"
    STRANGER = "stranger"
    """A customer's money whose order the files do not hold."""
    PAYOUT = "payout"
    DEPOSIT = "deposit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Customer:
    """A payer: `family` is what every spelling of the name goes back to."""

    kind: str
    family: str
    surname: str
    given: str
    patronymic: str
    shown: str
    phone: str
    tax_id: str
    tells_tax_id: bool


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the CRM holds it today; money in kopecks, moments in seconds."""

    order_id: str
    number: str
    created: int
    closed: int | None
    status: str
    total: int
    refunded: int
    customer: Customer
    channel: str
    method: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record says about its order; an empty text says nothing."""

    number: str = ""
    exact: bool = False
    family: str = ""
    given: str = ""
    """The given name or its first letter."""
    tax_id: str = ""
    phone: str = ""


SILENT = Evidence()


@dataclass(frozen=True, slots=True)
class Payment:
    """A row of a provider's report."""

    provider: str
    code: str
    ref: str
    created: int
    kind: str
    gross: int
    fee: int
    payer: str
    order: int
    role: Role
    evidence: Evidence = SILENT
    delay: int = 0
    """Days by which the provider forgets it; a huge one is never sent."""

    @property
    def net(self) -> int:
        return self.gross - self.fee


@dataclass(frozen=True, slots=True)
class Payout:
    """A batch as the provider reports it; `amiss` is what its payments are more than it."""

    payout_id: str
    provider: str
    code: str
    paid_on: int
    gross: int
    fee: int
    net: int
    slot: int
    count: int
    releases: bool = False
    amiss: int = 0


@dataclass(frozen=True, slots=True)
class BankLine:
    """A line of a statement; `parts` are orders and their shares of the amount."""

    account: int
    booked_on: int
    amount: int
    counterparty: str
    iban: str
    tax_id: str
    purpose: str
    role: Role
    parts: tuple[tuple[int, int], ...] = ()
    payouts: tuple[int, ...] = ()
    deposit: int = NOBODY
    evidence: Evidence = SILENT
    rank: float = 0.5
    """Its place within the day."""


@dataclass(frozen=True, slots=True)
class CashEntry:
    """An entry of the till's book."""

    at: int
    direction: str
    amount: int
    category: str
    ref: str
    note: str
    order: int = NOBODY
    evidence: Evidence = SILENT


@dataclass(slots=True)
class World:
    """A shop's month while it is lived; records are named by their place."""

    first_day: int
    as_of: int
    orders: list[Order] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    payouts: list[Payout] = field(default_factory=list)
    bank: list[BankLine] = field(default_factory=list)
    cash: list[CashEntry] = field(default_factory=list)
    payout_of: dict[int, int] = field(default_factory=dict)
    """Payment to payout."""
    listed: set[int] = field(default_factory=set)
    """Payments that name their payout."""
