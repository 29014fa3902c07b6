"""Payments and payouts that came late or short."""

import datetime as dt
from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.links import Link, LinkKind
from reconciliation.records import Payment, Payout
from reconciliation.view import View


def find_late_payment(view: View, payment: Payment) -> Iterator[Finding]:
    """Look for a charge that was paid out late, or not yet."""
    if payment.kind != "charge":
        return
    created = payment.created_at.date()
    key = view.payout_of(payment)
    payout = view.store.payouts[key] if key is not None else None
    until = payout.paid_on if payout is not None else view.as_of
    limit = view.terms.provider(payment.provider).late_after_days
    if (until - created).days <= limit:
        return
    yield Finding(
        Kind.SETTLEMENT_LATE,
        (payment.key, *((payout.key,) if payout is not None else ())),
        payment.net,
        payment.currency,
        created + dt.timedelta(days=limit),
        Cause.PAID_OUT_LATE if payout is not None else Cause.NOT_PAID_OUT,
        Step.ASK_PROVIDER,
    )


def find_late_payout(view: View, payout: Payout) -> Iterator[Finding]:
    """Look for a payout that reached the bank late, or not yet."""
    lines = _lines(view, payout)
    limit = view.terms.payout_to_bank_days
    came = [view.store.lines[link.right].booked_on for link in lines]
    until = max(came, default=view.as_of)
    if (until - payout.paid_on).days <= limit:
        return
    yield Finding(
        Kind.SETTLEMENT_LATE,
        (payout.key, *(link.right for link in lines)),
        payout.net,
        payout.currency,
        payout.paid_on + dt.timedelta(days=limit),
        Cause.AT_BANK_LATE if came else Cause.NOT_AT_BANK,
        Step.ASK_PROVIDER,
    )


def find_short(view: View, payout: Payout) -> Iterator[Finding]:
    """Look for a payout that the bank or the payments tell otherwise."""
    tolerance = view.terms.tolerates(payout.currency)
    lines = _lines(view, payout)
    at_bank = sum(link.amount for link in lines) - payout.net
    if lines and abs(at_bank) > tolerance:
        cause = Cause.BANK_GOT_LESS if at_bank < 0 else Cause.BANK_GOT_MORE
        yield _short(payout, lines, abs(at_bank), cause)
        return
    if view.terms.is_release(payout.key):
        return
    held = view.net_of_payments(payout.key) - payout.net
    if abs(held) > tolerance:
        reserve = payout.gross - payout.fee - payout.net == held
        yield _short(
            payout, lines, abs(held), Cause.HELD_BACK if reserve else Cause.PAYMENTS_UNKNOWN
        )


def _lines(view: View, payout: Payout) -> list[Link]:
    return [link for link in view.links_of(payout.key) if link.kind is LinkKind.PAYOUT_BANK]


def _short(payout: Payout, lines: list[Link], amount: int, cause: Cause) -> Finding:
    return Finding(
        Kind.SETTLEMENT_SHORT,
        (payout.key, *(link.right for link in lines)),
        amount,
        payout.currency,
        payout.paid_on,
        cause,
        Step.ASK_PROVIDER,
    )
