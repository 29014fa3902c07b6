"""What may be wrong: one file a kind or a few that exclude each other, and the list of them."""

from collections.abc import Callable, Iterator, Mapping

from reconciliation.exceptions import (
    cash_deposits,
    chargebacks,
    fees,
    orders,
    settlements,
    without_order,
)
from reconciliation.findings import Finding
from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record
from reconciliation.view import View

FINDERS: Mapping[type[Record], tuple[Callable[..., Iterator[Finding]], ...]] = {
    Order: (orders.find,),
    Payment: (without_order.find, settlements.find_late_payment, chargebacks.find),
    Payout: (settlements.find_late_payout, settlements.find_short, fees.find),
    BankLine: (without_order.find,),
    CashEntry: (cash_deposits.find,),
}
"""Who looks at which record; a new kind is a file and a line here."""


def findings_of(view: View, record: Record) -> tuple[Finding, ...]:
    """Give what is wrong about a record, of the kinds that the terms look for."""
    found: list[Finding] = []
    for finder in FINDERS[type(record)]:
        found.extend(finder(view, record))
    if not found:
        return ()
    wanted = view.terms.kinds
    return tuple(each for each in found if not wanted or each.kind in wanted)
