"""Deposits that the bank does not show, or counted otherwise."""

from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.links import LinkKind
from reconciliation.records import CashEntry
from reconciliation.view import View


def find(view: View, entry: CashEntry) -> Iterator[Finding]:
    """Look at what the till says was carried to the bank."""
    if not view.is_deposit(entry.key):
        return
    day = entry.happened_at.date()
    links = [link for link in view.links_of(entry.key) if link.kind is LinkKind.CASH_BANK]
    lines = tuple(link.right for link in links)
    if not lines:
        if (view.as_of - day).days > view.terms.deposit_to_bank_days:
            yield Finding(
                Kind.CASH_DEPOSIT_MISSING, (entry.key,), entry.amount, entry.currency, day,
                Cause.NOT_CARRIED, Step.ASK_CASHIER,
            )  # fmt: skip
        return
    off = abs(sum(link.amount for link in links) - entry.amount)
    if off > view.terms.tolerates(entry.currency):
        yield Finding(
            Kind.AMOUNT_MISMATCH, (entry.key, *lines), off, entry.currency, day,
            Cause.COUNTED_OTHERWISE, Step.ASK_CASHIER,
        )  # fmt: skip
