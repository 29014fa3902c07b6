"""What is agreed: five kinds of records, whole minor units, the shop's own clock."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """What was sold to whom, as the shop's own system tells it.

    Moments are on the shop's clock and carry no offset: a batch's day is a day there. `total` is
    today's value, `refunded` what the system says was given back; both in minor units.
    """

    key: str
    number: str
    created_at: dt.datetime
    closed_at: dt.datetime | None
    status: str
    currency: str
    total: int
    refunded: int = 0
    customer: str = ""
    phone: str = ""
    tax_id: str = ""
    channel: str = ""
    method: str = ""

    @property
    def is_closed(self) -> bool:
        """Tell whether the order was delivered and closed."""
        return self.status == "closed"

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the order came to nothing."""
        return self.status == "cancelled"


@dataclass(frozen=True, slots=True)
class Payment:
    """What a gateway, a card terminal, a courier or a marketplace says it took or gave back.

    `kind` is charge, refund or chargeback; `gross` is below zero for the latter two.
    """

    key: str
    provider: str
    merchant: str
    order_ref: str
    created_at: dt.datetime
    kind: str
    currency: str
    gross: int
    fee: int
    net: int
    payout: str = ""
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Payout:
    """A provider's batch, and what he says he sent; a release carries no payments."""

    key: str
    provider: str
    merchant: str
    paid_on: dt.date
    currency: str
    gross: int
    fee: int
    net: int


@dataclass(frozen=True, slots=True)
class BankLine:
    """A line of a statement; money in is above zero."""

    key: str
    account: str
    booked_on: dt.date
    currency: str
    amount: int
    counterparty: str = ""
    counterparty_account: str = ""
    tax_id: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class CashEntry:
    """An entry of the till's book; `amount` is above zero, `direction` is in or out."""

    key: str
    happened_at: dt.datetime
    direction: str
    currency: str
    amount: int
    category: str = ""
    order_ref: str = ""
    note: str = ""
    party: str = ""
    """Who gave or got it, where the cashier said so; the note may name anybody."""


Record = Order | Payment | Payout | BankLine | CashEntry


def id_of(key: str) -> str:
    """Give a record's own id, without the kind before it: order:48211 is 48211."""
    return key.partition(":")[2]


def by_size(identifier: str) -> tuple[int, int, str]:
    """Order ids as people do: 9 before 10, numbers before words."""
    if identifier.isdecimal():
        return (0, int(identifier), identifier)
    return (1, 0, identifier)
