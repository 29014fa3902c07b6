"""Money that a customer's bank took back."""

from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.records import Payment
from reconciliation.view import View


def find(view: View, payment: Payment) -> Iterator[Finding]:
    """Look for a chargeback; each is told, for its time to answer is short."""
    if payment.kind != "chargeback":
        return
    orders = tuple(share.order for share in view.orders_of(payment.key))
    yield Finding(
        Kind.CHARGEBACK,
        (payment.key, *orders),
        abs(payment.gross),
        payment.currency,
        payment.created_at.date(),
        Cause.CARD_DISPUTED,
        Step.ANSWER_DISPUTE,
    )
