"""What is wrong about an order's money; the first rule that holds excludes the next."""

from collections.abc import Iterator

from reconciliation.findings import Cause, Finding, Kind, Step
from reconciliation.records import Order
from reconciliation.view import OrderMoney, View

_TWICE = {"bank": Cause.SENT_TWICE, "cash": Cause.TAKEN_TOO}


def find(view: View, order: Order) -> Iterator[Finding]:
    """Look at what an order should have got and given back."""
    money = view.money_of(order)
    if money.again:
        yield from _again(order, money)
    tolerance = view.terms.tolerates(order.currency)
    paid, returned = money.paid, money.returned
    if abs(returned - order.refunded) > tolerance:
        yield _one_sided(order, money)
        return
    expected = returned if order.is_cancelled else order.total
    if paid - expected > tolerance:
        yield _overpaid(order, money, paid - expected)
    elif order.is_closed and order.total - paid > tolerance:
        yield from _too_little(view, order, money)


def _again(order: Order, money: OrderMoney) -> Iterator[Finding]:
    first = {amount: claim.key for claim, amount in reversed(money.came)}
    for claim, amount in money.again:
        before = first.get(amount)
        twice = _TWICE.get(claim.rail, Cause.CHARGED_TWICE)
        records = (claim.key, order.key, *((before,) if before else ()))
        yield Finding(
            Kind.DUPLICATE_PAYMENT, records, amount, order.currency, claim.day, twice,
            Step.RETURN_MONEY,
        )  # fmt: skip


def _one_sided(order: Order, money: OrderMoney) -> Finding:
    told = order.refunded > money.returned
    since = (order.closed_at or order.created_at).date()
    if money.went_back:
        since = max(claim.day for claim, _ in money.went_back)
    return Finding(
        Kind.REFUND_ONE_SIDED,
        (order.key, *money.records),
        abs(order.refunded - money.returned),
        order.currency,
        since,
        Cause.TOLD_NOT_RETURNED if told else Cause.RETURNED_NOT_TOLD,
        Step.ASK_MANAGER if told else Step.CORRECT_ORDER,
    )


def _overpaid(order: Order, money: OrderMoney, over: int) -> Finding:
    cause = Cause.CANCELLED_NOT_RETURNED if order.is_cancelled else Cause.PAID_TOO_MUCH
    since = max(claim.day for claim, _ in money.came)
    records = (order.key, *money.records)
    return Finding(
        Kind.ORDER_OVERPAID, records, over, order.currency, since, cause, Step.RETURN_MONEY
    )


def _too_little(view: View, order: Order, money: OrderMoney) -> Iterator[Finding]:
    closed = (order.closed_at or order.created_at).date()
    is_old = (view.as_of - closed).days >= view.terms.unpaid_after_days
    if not is_old and money.paid <= 0:
        return
    yield Finding(
        Kind.ORDER_UNPAID if is_old else Kind.AMOUNT_MISMATCH,
        (order.key, *money.records),
        order.total - money.paid,
        order.currency,
        closed,
        Cause.REST_NOT_PAID if money.paid else Cause.NOTHING_PAID,
        Step.ASK_CUSTOMER if is_old else Step.ASK_MANAGER,
    )
