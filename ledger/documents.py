"""Documents: what a CRM, a shop, a courier or a gateway says of a sale and of its money.

Orders, payments, refunds, chargebacks and payouts are one family, whoever tells of them, so that a
new source brings values and never a column. Statement lines and cash entries have homes of their
own (`ledger.statements`, `ledger.journal`); matching meets all of them as records.
"""

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from ledger.errors import CurrencyMismatchError
from ledger.money import Money
from ledger.text import keepable

_PARTY_TEXTS = ("name", "phone", "email", "tax_id", "account")
_TEXTS = ("number", "paid_by", "provider", "channel", "store", "responsible", "changed_by")
_OF_THE_CHANGE = ("changed_at", "changed_by")


class DocumentKind(StrEnum):
    """What a document tells of."""

    ORDER = "order"
    """What a customer agreed to pay for; a CRM's deal."""
    PAYMENT = "payment"
    """A customer's money at a provider: a charge, a card at the counter, cash on delivery."""
    REFUND = "refund"
    """Money given back through a provider."""
    CHARGEBACK = "chargeback"
    """Money that a customer's bank took back through a provider."""
    PAYOUT = "payout"
    """A provider's transfer of what it settled."""


class OrderStage(StrEnum):
    """How far an order has come, whatever its source calls the stages."""

    OPEN = "open"
    CLOSED = "closed"
    """Delivered or done: it should be paid."""
    CANCELLED = "cancelled"


class ReferenceKind(StrEnum):
    """What a document names besides itself."""

    ORDER = "order"
    PAYMENT = "payment"
    PAYOUT = "payout"
    INVOICE = "invoice"
    MERCHANT = "merchant"
    """The merchant code that a provider books under."""


@dataclass(frozen=True, slots=True)
class Party:
    """A customer or whoever paid for him, as far as the source says."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    tax_id: str | None = None
    account: str | None = None

    def __post_init__(self) -> None:
        _keep_texts(self, _PARTY_TEXTS)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document says it belongs to, as its source writes it."""

    kind: ReferenceKind
    value: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", keepable(self.value))


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One kind of goods or service in an order."""

    title: str
    quantity: Decimal
    total: Money
    """What the customer pays for all of them, tax included."""
    cost: Money | None = None
    """What all of them cost the shop, where it is known."""
    vat: Money | None = None
    """The tax within the total, where it is known."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", keepable(self.title))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One telling of a document; a later one with other values is its next version.

    All money of a document is in one currency.

    Raises:
        CurrencyMismatchError: a part of it is in another currency.
        TypeError: a time is not aware.
        ValueError: its source has a colon, which parts the names in a key.
    """

    kind: DocumentKind
    source: str
    """Who tells of it: "bitrix24", "file.easycard"; ids are unique within it and the kind."""
    external_id: str
    money: Money
    """An order's total; a payment's gross, below zero for refunds and chargebacks; a payout's
    net, as its provider says it was sent."""
    happened_at: dt.datetime
    """When the order was made, the payment taken, the payout sent; aware."""
    number: str | None = None
    """What people call it: the order number that customers are shown."""
    stage: OrderStage | None = None
    """Orders only."""
    closed_at: dt.datetime | None = None
    """When the order was closed or cancelled; aware."""
    fee: Money | None = None
    """What the provider keeps, above zero; its net is the money less this."""
    gross: Money | None = None
    """What a payout settles, before its fee and what is held back, where the provider says."""
    refunded: Money | None = None
    """What was given back of an order, by its source's word."""
    cost: Money | None = None
    """What the goods of an order cost the shop, where it is known."""
    vat: Money | None = None
    """The tax within an order's total, where it is known."""
    paid_by: str | None = None
    """How an order is to be paid: "cash", "card_online", "bank_transfer", "cash_on_delivery"."""
    provider: str | None = None
    """The gateway, courier or marketplace that a payment or a payout is of."""
    channel: str | None = None
    """Where an order came from: a site, a marketplace, the showroom."""
    store: str | None = None
    responsible: str | None = None
    """Who answers for an order, as the source names him."""
    party: Party | None = None
    references: tuple[Reference, ...] = ()
    lines: tuple[OrderLine, ...] = ()
    changed_at: dt.datetime | None = None
    """When its source last changed it; aware."""
    changed_by: str | None = None
    """Who changed it last, as its source names him."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "external_id", keepable(self.external_id))
        _keep_texts(self, _TEXTS)
        if ":" in self.source or not self.source:
            message = f"{self.source!r} cannot name a source of documents"
            raise ValueError(message)
        for moment in (self.happened_at, self.closed_at, self.changed_at):
            if moment is not None and moment.tzinfo is None:
                message = "a document's times must be aware"
                raise TypeError(message)
        for part in self._parts():
            if part is not None and part.currency != self.money.currency:
                raise CurrencyMismatchError(part.currency, self.money.currency)

    @property
    def key(self) -> str:
        """Name it among all documents: "order:bitrix24:410"."""
        return f"{self.kind}:{self.source}:{self.external_id}"

    def _parts(self) -> tuple[Money | None, ...]:
        of_lines = (each for line in self.lines for each in (line.total, line.cost, line.vat))
        return (self.fee, self.gross, self.refunded, self.cost, self.vat, *of_lines)


def differences(one: Document, other: Document) -> tuple[str, ...]:
    """Name what two tellings say otherwise, but for when and by whom it was changed."""
    return tuple(
        each.name
        for each in fields(Document)
        if each.name not in _OF_THE_CHANGE and getattr(one, each.name) != getattr(other, each.name)
    )


def _keep_texts(value: object, names: tuple[str, ...]) -> None:
    """Make texts keepable in place; what is empty says nothing."""
    for name in names:
        said = getattr(value, name)
        if said is not None:
            object.__setattr__(value, name, keepable(said).strip() or None)
