"""Fees that are not what was agreed; told by the payout, since a tariff goes wrong for all."""

from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.records import Payment, Payout
from reconciliation.view import View

_SHOWN = 10


def find(view: View, payout: Payout) -> Iterator[Finding]:
    """Compare what a provider kept of a payout's payments with his tariff.

    Each payment may be off by a minor unit, as providers round differently. Where payments tell
    no fee, the payout's own counts. Chargebacks have fees of their own, which no tariff tells.
    """
    tariff = view.terms.provider(payout.provider).fee
    payments = [view.store.payments[key] for key in view.payments_of(payout.key)]
    if tariff is None or not payments or view.terms.is_release(payout.key):
        return
    charged = [each for each in payments if each.kind != "chargeback"]
    agreed = sum(tariff.of(each.gross) for each in charged)
    off = _told(payout, payments, charged) - agreed
    if abs(off) <= max(len(charged), view.terms.tolerates(payout.currency)):
        return
    yield Finding(
        Kind.FEE_DIFFERS,
        (
            payout.key,
            *[each.key for each in charged if each.fee != tariff.of(each.gross)][:_SHOWN],
        ),
        abs(off),
        payout.currency,
        payout.paid_on,
        Cause.FEE_ABOVE if off > 0 else Cause.FEE_BELOW,
        Step.CHECK_TARIFF,
    )


def _told(payout: Payout, payments: list[Payment], charged: list[Payment]) -> int:
    told = sum(each.fee for each in charged)
    return told if any(each.fee for each in payments) else payout.fee
