"""The exceptions that truly hold, by the rules, from what was lived."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bench.worlds.calendar import DAY
from bench.worlds.records import NOBODY, Role, World

TOLERANCE = 100
PATIENCE = 14
"""Days after closing within which an order is not yet unpaid."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An exception: its kind, the book and place of its record, and the sum in question."""

    kind: str
    book: str
    place: int
    amount: int


@dataclass(slots=True)
class _Sums:
    """Per order: positive money without duplicates, and money given back."""

    paid: dict[int, int]
    returned: dict[int, int]


def find_exceptions(world: World) -> Iterator[Finding]:
    """Yield every exception of the world once."""
    yield from _of_orders(world)
    yield from _of_payments(world)
    yield from _of_bank(world)
    yield from _of_payouts(world)
    yield from _of_deposits(world)


def _sums(world: World) -> _Sums:
    sums = _Sums(defaultdict(int), defaultdict(int))
    for order, amount in _customers_money(world):
        if amount > 0:
            sums.paid[order] += amount
        else:
            sums.returned[order] -= amount
    return sums


def _customers_money(world: World) -> Iterator[tuple[int, int]]:
    """Yield (order, signed amount) of all but duplicates and chargebacks."""
    for payment in world.payments:
        if payment.role is Role.ORDER and payment.kind != "chargeback":
            yield payment.order, payment.gross
    for line in world.bank:
        if line.role is Role.ORDER:
            yield from line.parts
    for entry in world.cash:
        if entry.order != NOBODY:
            yield entry.order, entry.amount if entry.direction == "in" else -entry.amount


def _of_orders(world: World) -> Iterator[Finding]:
    sums = _sums(world)
    for place, order in enumerate(world.orders):
        paid, returned = sums.paid.get(place, 0), sums.returned.get(place, 0)
        if abs(returned - order.refunded) > TOLERANCE:
            yield Finding("refund_one_sided", "order", place, abs(returned - order.refunded))
            continue
        due = returned if order.status == "cancelled" else order.total
        if paid - due > TOLERANCE:
            yield Finding("order_overpaid", "order", place, paid - due)
        elif order.status == "closed" and order.closed and order.total - paid > TOLERANCE:
            if world.as_of - order.closed // DAY >= PATIENCE:
                yield Finding("order_unpaid", "order", place, order.total - paid)
            elif paid:
                yield Finding("amount_mismatch", "order", place, order.total - paid)


def _of_payments(world: World) -> Iterator[Finding]:
    for place, payment in enumerate(world.payments):
        if payment.kind == "chargeback":
            yield Finding("chargeback", "payment", place, -payment.gross)
        if payment.kind != "charge":
            continue
        if payment.role is Role.STRANGER:
            yield Finding("payment_without_order", "payment", place, payment.gross)
        if payment.role is Role.DUPLICATE:
            yield Finding("duplicate_payment", "payment", place, payment.gross)
        sent = world.payout_of.get(place)
        until = world.as_of if sent is None else world.payouts[sent].paid_on
        if until - payment.created // DAY > (16 if payment.provider == "rynok" else 10):
            yield Finding("settlement_late", "payment", place, payment.net)


def _of_bank(world: World) -> Iterator[Finding]:
    for place, line in enumerate(world.bank):
        if line.role is Role.STRANGER:
            yield Finding("payment_without_order", "bank", place, line.amount)
        if line.role is Role.DUPLICATE:
            yield Finding("duplicate_payment", "bank", place, line.amount)


def _of_payouts(world: World) -> Iterator[Finding]:
    alone: dict[int, int] = defaultdict(int)
    booked: dict[int, int] = {}
    for line in world.bank:
        for place in line.payouts:
            booked[place] = max(booked.get(place, 0), line.booked_on)
            alone[place] += line.amount if len(line.payouts) == 1 else world.payouts[place].net
    for place, payout in enumerate(world.payouts):
        if booked.get(place, world.as_of) - payout.paid_on > 7:
            yield Finding("settlement_late", "payout", place, payout.net)
        arrived = alone.get(place, payout.net)
        if abs(arrived - payout.net) > TOLERANCE or payout.amiss > TOLERANCE:
            yield Finding(
                "settlement_short", "payout", place, abs(arrived - payout.net) + payout.amiss
            )


def _of_deposits(world: World) -> Iterator[Finding]:
    arrived = {line.deposit: line.amount for line in world.bank if line.role is Role.DEPOSIT}
    for place, entry in enumerate(world.cash):
        if entry.category != "bank_deposit":
            continue
        if place not in arrived:
            if world.as_of - entry.at // DAY > 7:
                yield Finding("cash_deposit_missing", "cash", place, entry.amount)
        elif abs(arrived[place] - entry.amount) > TOLERANCE:
            yield Finding("amount_mismatch", "cash", place, abs(arrived[place] - entry.amount))
