"""What a document posts by itself, whoever tells of it and whatever it is matched with.

A sale is posted when its order is closed: the customer owes it, it is earned, the tax in it is
owed, and the goods have cost what they cost. Money that a provider took is the customers' until
matching says for which orders; the orders that it pays are cleared from there. So each document
posts alone, in any order of arrival, and nothing is earned twice.
"""

import datetime as dt
from collections import defaultdict

from ledger.documents import Document, DocumentKind, OrderStage
from ledger.journal import Posting
from ledger.money import Money

RECEIVABLES = "asset.receivables"
PREPAYMENTS = "liability.customer_prepayments"
"""Customers' money that no closed order has used up."""
CLEARING = "asset.gateway_clearing"
"""What gateways, couriers and marketplaces took and have not sent on."""
SALES = "income.sales"
RETURNS = "income.sales_returns"
VAT = "liability.vat"
COST_OF_GOODS = "expense.cost_of_goods"
INVENTORY = "asset.inventory"
FEES = "expense.payment_fees"
"""What gateways, couriers and marketplaces keep for their services."""
CHARGEBACKS = "expense.chargebacks"


def postings_of(document: Document) -> tuple[Posting, ...]:
    """Give what a document posts, debits first; nothing when there is nothing to post."""
    moved: dict[str, int] = {}
    match document.kind:
        case DocumentKind.ORDER:
            if document.stage is OrderStage.CLOSED:
                moved = _sale(document)
        case DocumentKind.PAYMENT | DocumentKind.REFUND:
            moved = _at_provider(document, PREPAYMENTS)
        case DocumentKind.CHARGEBACK:
            moved = _at_provider(document, CHARGEBACKS)
        case DocumentKind.PAYOUT:
            pass  # The bank's line posts it: until it is there, the provider still owes the money.
    return _legs(moved, document.money.currency)


def counts_at(document: Document) -> dt.datetime:
    """Give the moment that a document's entry is of: an order's closing, else its own."""
    return document.closed_at or document.happened_at


def cleared_by(paid: Money, due: Money) -> Money:
    """Give how much of customers' money an order uses up: what was paid, at most what is due.

    Args:
        paid: what is linked to the order, refunds taken off.
        due: what the order still comes to, refunds taken off; nothing while it isn't closed.
    """
    if paid.minor <= 0 or due.minor <= 0:
        return Money.zero(due.currency)
    return min(paid, due)


def due_of(order: Document) -> Money:
    """Give what a customer owes for an order, whatever was paid: nothing until it is closed."""
    if order.stage is not OrderStage.CLOSED:
        return Money.zero(order.money.currency)
    return order.money if order.refunded is None else order.money - order.refunded


def _sale(order: Document) -> dict[str, int]:
    moved: dict[str, int] = defaultdict(int)
    total, vat = order.money.minor, _vat_in(order)
    moved[RECEIVABLES] += total
    moved[SALES] -= total - vat
    moved[VAT] -= vat
    if order.refunded is not None and order.refunded.minor > 0:
        back = order.refunded.minor
        vat_back = _vat_back(Money(vat, order.money.currency), back, total)
        moved[RETURNS] += back - vat_back
        moved[VAT] += vat_back
        moved[RECEIVABLES] -= back
    cost = _known(order, "cost")
    moved[COST_OF_GOODS] += cost
    moved[INVENTORY] -= cost
    return moved


def _at_provider(document: Document, against: str) -> dict[str, int]:
    moved: dict[str, int] = defaultdict(int)
    moved[CLEARING] += document.money.minor
    moved[against] -= document.money.minor
    if document.fee is not None:
        moved[FEES] += document.fee.minor
        moved[CLEARING] -= document.fee.minor
    return moved


def _vat_in(order: Document) -> int:
    """Give the tax within a total; one that cannot be is not believed."""
    vat = _known(order, "vat")
    return vat if 0 < vat <= order.money.minor else 0


def _known(order: Document, name: str) -> int:
    """Give what an order says of all of it, else what its lines say that say anything."""
    whole: Money | None = getattr(order, name)
    if whole is not None:
        return whole.minor
    parts = (getattr(line, name) for line in order.lines)
    return sum(part.minor for part in parts if part is not None)


def _vat_back(vat: Money, back: int, total: int) -> int:
    """Give the part of the tax that belongs to what was given back."""
    if back >= total:
        return vat.minor
    return vat.allocate([back, total - back])[0].minor


def _legs(moved: dict[str, int], currency: str) -> tuple[Posting, ...]:
    legs = [Posting(key, Money(minor, currency)) for key, minor in moved.items() if minor]
    return tuple(sorted(legs, key=lambda leg: (leg.amount.minor < 0, leg.account)))
