"""A customer's money for which there is no order."""

from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.records import BankLine, Payment
from reconciliation.view import View


def find(view: View, record: BankLine | Payment) -> Iterator[Finding]:
    """Look at money that came and belongs to no order."""
    if view.orders_of(record.key) or not _is_customers(view, record):
        return
    doubts = view.doubts_of(record.key)
    cause = Cause.NUMBER_UNKNOWN if view.is_strange(record.key) else Cause.NO_NUMBER
    if isinstance(record, Payment):
        amount, since = record.gross, record.created_at.date()
    else:
        amount, since = record.amount, record.booked_on
    yield Finding(
        Kind.PAYMENT_WITHOUT_ORDER,
        (record.key,),
        amount,
        record.currency,
        since,
        Cause.SEVERAL_FIT if doubts else cause,
        Step.CHOOSE_ORDER if doubts else Step.ASK_MANAGER,
        doubts,
    )


def _is_customers(view: View, record: BankLine | Payment) -> bool:
    if isinstance(record, Payment):
        return record.kind == "charge" and record.gross > 0
    return record.amount > 0 and view.is_claim(record.key) and view.is_customers_money(record)
