"""The way of money from an order to the bank: what is left after each step, and what was lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reconciliation.links import LinkKind
from reconciliation.records import Order, Payment, Payout
from reconciliation.view import OrderMoney, View


class Loss(StrEnum):
    """Why less is left after a step; a loss below zero is a gain."""

    UNPAID = "unpaid"
    OVERPAID = "overpaid"
    REFUND = "refund"
    CHARGEBACK = "chargeback"
    FEE = "fee"
    RESERVE = "reserve"
    ROUNDING = "rounding"
    SHORT = "short"
    TIMING = "timing"  # it is on its way


class State(StrEnum):
    """How a step stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_COLOURS = {
    Loss.UNPAID: State.RED,
    Loss.OVERPAID: State.RED,
    Loss.CHARGEBACK: State.RED,
    Loss.SHORT: State.RED,
    Loss.RESERVE: State.AMBER,
    Loss.TIMING: State.AMBER,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the records that show it, what was lost in it, what was left after it."""

    stage: str
    records: tuple[str, ...]
    lost: tuple[tuple[Loss, int], ...]
    left: int

    @property
    def state(self) -> State:
        """Tell how the step stands: by the worst of what was lost."""
        colours = {_COLOURS.get(loss, State.GREEN) for loss, _ in self.lost}
        return next(
            each
            for each in (State.RED, State.AMBER, State.GREEN)
            if each in colours | {State.GREEN}
        )


@dataclass(frozen=True, slots=True)
class Chain:
    """Money of one order, payment or payout; `start` less all that was lost is the last `left`."""

    about: str
    currency: str
    start: int
    steps: tuple[Step, ...]

    @property
    def end(self) -> int:
        """Give what came to the shop's accounts and tills."""
        return self.steps[-1].left if self.steps else self.start


def chains_of(view: View, key: str) -> tuple[Chain, ...]:
    """Give the chains that a record is part of: of its orders, or of its payouts."""
    record = view.store.get(key)
    if isinstance(record, Order):
        return (_of_order(view, record),)
    if isinstance(record, Payout):
        return (_of_payout(view, record),)
    heads = dict.fromkeys(
        link.left
        for link in sorted(view.links_of(key), key=lambda each: (each.kind, each.left))
        if link.kind not in {LinkKind.PAYMENT_PAYOUT, LinkKind.CASH_BANK}
    )
    if not heads and isinstance(record, Payment):
        return (_of_payment(view, record),)
    return tuple(chain for head in heads for chain in chains_of(view, head))


class _Walk:
    """Goes step by step and keeps what is left."""

    def __init__(self, start: int) -> None:
        self.left = start
        self.steps: list[Step] = []

    def step(self, stage: str, records: Iterable[str], lost: Iterable[tuple[Loss, int]]) -> None:
        """Take what was lost, leaving out what is nothing."""
        losses = tuple((loss, amount) for loss, amount in lost if amount)
        self.left -= sum(amount for _, amount in losses)
        self.steps.append(Step(stage, tuple(records), losses, self.left))


def _of_order(view: View, order: Order) -> Chain:
    money = view.money_of(order)
    walk = _Walk(order.total)
    came = (*money.came, *money.again)
    missing = order.total - sum(amount for _, amount in came)
    within = abs(missing) <= view.terms.tolerates(order.currency)
    why = Loss.ROUNDING if within else Loss.UNPAID if missing > 0 else Loss.OVERPAID
    walk.step("paid", (claim.key for claim, _ in came), [(why, missing)])
    back = (*money.went_back, *money.charged_back)
    walk.step(
        "returned",
        (claim.key for claim, _ in back),
        [
            (Loss.REFUND, money.returned),
            (Loss.CHARGEBACK, sum(amount for _, amount in money.charged_back)),
        ],
    )
    payments = list(_payments(view, money))
    _through_provider(view, walk, payments)
    return Chain(order.key, order.currency, order.total, tuple(walk.steps))


def _of_payment(view: View, payment: Payment) -> Chain:
    walk = _Walk(payment.gross)
    _through_provider(view, walk, [payment])
    return Chain(payment.key, payment.currency, payment.gross, tuple(walk.steps))


def _of_payout(view: View, payout: Payout) -> Chain:
    walk = _Walk(payout.gross)
    walk.step("fee", view.payments_of(payout.key), [(Loss.FEE, payout.fee)])
    walk.step("payout", [payout.key], [(Loss.RESERVE, payout.gross - payout.fee - payout.net)])
    lines, lost = _to_bank(view, payout)
    walk.step("bank", lines, lost)
    return Chain(payout.key, payout.currency, payout.gross, tuple(walk.steps))


def _through_provider(view: View, walk: _Walk, payments: list[Payment]) -> None:
    """Follow payments over fees and payouts to the bank, each with its share of the loss."""
    if not payments:
        return
    walk.step(
        "fee", [each.key for each in payments], [(Loss.FEE, sum(each.fee for each in payments))]
    )
    ridden = [(each, view.payout_of(each)) for each in payments]
    payouts = dict.fromkeys(key for _, key in ridden if key is not None)
    waiting = sum(each.net for each, key in ridden if key is None)
    held = [
        _share(view, payout, each, payout.gross - payout.fee - payout.net)
        for each, payout in _with_payouts(view, ridden)
    ]
    walk.step("payout", payouts, [(Loss.TIMING, waiting), (Loss.RESERVE, sum(held))])
    lines: dict[str, None] = {}
    lost: list[tuple[Loss, int]] = []
    for (each, payout), kept in zip(_with_payouts(view, ridden), held, strict=True):
        there, why = _to_bank(view, payout)
        lines |= dict.fromkeys(there)
        if not there:
            lost.append((Loss.TIMING, each.net - kept))
        lost.extend((loss, _share(view, payout, each, amount)) for loss, amount in why if there)
    walk.step("bank", lines, _summed(lost))


def _payments(view: View, money: OrderMoney) -> Iterator[Payment]:
    for key in money.records:
        payment = view.store.payments.get(key)
        if payment is not None:
            yield payment


def _with_payouts(
    view: View, ridden: list[tuple[Payment, str | None]]
) -> list[tuple[Payment, Payout]]:
    return [(each, view.store.payouts[key]) for each, key in ridden if key is not None]


def _to_bank(view: View, payout: Payout) -> tuple[tuple[str, ...], list[tuple[Loss, int]]]:
    """Give the bank lines of a payout, and what is missing of it there."""
    links = [link for link in view.links_of(payout.key) if link.kind is LinkKind.PAYOUT_BANK]
    missing = payout.net - sum(link.amount for link in links)
    if not links:
        return (), [(Loss.TIMING, missing)]
    within = abs(missing) <= view.terms.tolerates(payout.currency)
    return (
        tuple(sorted(link.right for link in links)),
        [(Loss.ROUNDING if within else Loss.SHORT, missing)],
    )


def _share(view: View, payout: Payout, payment: Payment, amount: int) -> int:
    """Give a payment's share of what a whole payout lost, so that all shares make up the loss."""
    if not amount:
        return 0
    keys = sorted(view.payments_of(payout.key))
    weights = [abs(view.store.payments[key].net) for key in keys]
    total = sum(weights)
    if not total:
        return amount if keys[:1] == [payment.key] else 0
    place = keys.index(payment.key)
    before = sum(weights[:place])
    return amount * (before + weights[place]) // total - amount * before // total


def _summed(lost: list[tuple[Loss, int]]) -> list[tuple[Loss, int]]:
    return [
        (loss, sum(amount for each, amount in lost if each is loss))
        for loss in dict.fromkeys(each for each, _ in lost)
    ]
