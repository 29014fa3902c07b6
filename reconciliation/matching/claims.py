"""Money that may belong to an order, seen alike whether a bank, a provider or a till tells it."""

import datetime as dt
from dataclasses import dataclass

from reconciliation.evidence.parties import is_bank, is_through_bank, payer_told
from reconciliation.evidence.references import Reference, loose_days, own_reference, references
from reconciliation.links import LinkKind
from reconciliation.records import BankLine, CashEntry, Payment
from reconciliation.terms import Terms
from reconciliation.words import REFUND, says

_NONE: frozenset[dt.date] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """Money that looks for its order; below zero it goes back to a customer.

    `moment` is there where the source tells the time of day. `text` may name somebody else than
    the payer. `rail` is what it came by: bank, cash, or the provider's name.
    """

    key: str
    kind: LinkKind
    currency: str
    amount: int
    day: dt.date
    moment: dt.datetime | None
    references: tuple[Reference, ...]
    says: int
    payer: str
    tax_id: str
    account: str
    text: str
    rail: str
    merchant: str = ""
    is_others: bool = False  # it looks like money of somebody who buys nothing
    days_of_numbers: frozenset[dt.date] = _NONE
    days: frozenset[dt.date] = _NONE  # told of no number

    @property
    def size(self) -> int:
        """Give the amount without its sign."""
        return abs(self.amount)


def in_turn(claim: Claim) -> tuple[str, str]:
    """Order claims by when the money came."""
    when = claim.moment.isoformat() if claim.moment else f"{claim.day.isoformat()}T"
    return (when, claim.key)


def of_line(line: BankLine, *, is_others: bool) -> Claim:
    """See a bank line as a claim."""
    told = says(line.purpose)
    wanted = line.amount > 0 or told & REFUND != 0
    named = references(line.purpose) if wanted else ()
    days = frozenset(each.day for each in named if each.day is not None)
    return Claim(
        line.key,
        LinkKind.ORDER_BANK,
        line.currency,
        line.amount,
        line.booked_on,
        None,
        named,
        told,
        payer_told(line.purpose) if is_through_bank(line.counterparty) else line.counterparty,
        "" if is_bank(line.counterparty) else line.tax_id,
        line.counterparty_account,
        line.purpose,
        "bank",
        is_others=is_others,
        days_of_numbers=days or _NONE,
        days=loose_days(line.purpose) if wanted else _NONE,
    )


def of_payment(payment: Payment) -> Claim:
    """See a provider's payment as a claim."""
    return Claim(
        payment.key,
        LinkKind.ORDER_PAYMENT,
        payment.currency,
        payment.gross,
        payment.created_at.date(),
        payment.created_at,
        own_reference(payment.order_ref),
        0,
        payment.payer,
        "",
        "",
        "",
        payment.provider,
        payment.merchant,
    )


def of_cash(entry: CashEntry, terms: Terms) -> Claim | None:
    """See a cash entry as a claim, unless it belongs to no order."""
    told = says(f"{entry.note} {entry.category.replace('_', ' ')}")
    if entry.direction == "in":
        if entry.category in terms.categories_without_order and not entry.order_ref:
            return None
    elif entry.category in terms.deposit_categories or not (entry.order_ref or told & REFUND != 0):
        return None
    return Claim(
        entry.key,
        LinkKind.ORDER_CASH,
        entry.currency,
        entry.amount if entry.direction == "in" else -entry.amount,
        entry.happened_at.date(),
        entry.happened_at,
        own_reference(entry.order_ref) or references(entry.note),
        told,
        entry.party,
        "",
        "",
        entry.note,
        "cash",
    )
