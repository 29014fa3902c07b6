"""The way of money: order to payment to payout to bank, with what was lost at each step.

The steps of a chain add up to the cent: what it begins with, and all that was taken from it or
came to it, is what has arrived.
"""

import enum
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ledger.documents import OrderStage
from ledger.money import Money, sum_money
from reconciliation.links import LinkKind
from services.matching.match_ports import MatchLink
from services.ports import Books
from services.records.see_record import RecordSeen, see_records

_REACH = 3
"""How many links away from a record its chain goes: order, payment, payout, bank."""


class Mark(enum.StrEnum):
    """How a step is."""

    GREEN = "green"
    AMBER = "amber"
    """It isn't there yet, and may still come."""
    RED = "red"


@dataclass(frozen=True, slots=True)
class Step:
    """What was taken from the money, below zero, or came to it."""

    what: str
    """"refunded", "unpaid", "overpaid", "fee", "chargeback", "at_provider", "on_its_way",
    "held", "short" or "over"."""
    amount: Money
    mark: Mark


@dataclass(frozen=True, slots=True)
class Chain:
    """One way of money."""

    head: RecordSeen
    begins: Money
    """The order's total, or what payments of a payout came to."""
    records: tuple[RecordSeen, ...]
    """What it went through, in order of the way."""
    steps: tuple[Step, ...]

    @property
    def arrived(self) -> Money:
        """Give what is at the bank, or in the till."""
        return self.begins + sum_money([each.amount for each in self.steps], self.begins.currency)

    @property
    def mark(self) -> Mark:
        """Give how it is as a whole."""
        marks = {each.mark for each in self.steps}
        return next((each for each in (Mark.RED, Mark.AMBER) if each in marks), Mark.GREEN)


def see_chains(books: Books, key: str) -> tuple[Chain, ...]:
    """Give the chains that a record is part of; a record by itself is one of its own."""
    web = _Web.of(books, key)
    record = web.records.get(key)
    if record is None:
        return ()
    if record.kind in {"order", "payout"} or record.is_deposit:
        return (_chain_of(web, record),)
    heads = web.ways_from(key, (LinkKind.ORDER_PAYMENT, LinkKind.ORDER_BANK, LinkKind.ORDER_CASH))
    heads = heads or web.ways_from(key, (LinkKind.PAYOUT_BANK, LinkKind.PAYMENT_PAYOUT))
    heads = heads or web.ways_from(key, (LinkKind.CASH_BANK,))
    found = [web.records[each] for each in heads if each in web.records]
    return tuple(_chain_of(web, each) for each in found) or (_alone(web, record),)


@dataclass(frozen=True, slots=True)
class _Web:
    """The records and links around one."""

    records: Mapping[str, RecordSeen]
    links: tuple[MatchLink, ...]

    @classmethod
    def of(cls, books: Books, key: str) -> "_Web":
        keys, links = {key}, dict[int, MatchLink]()
        for _ in range(_REACH):
            found = books.matches.of_records(keys)
            links |= {each.id: each for each in found if each.is_standing}
            keys |= {end for each in links.values() for end in (each.left, each.right)}
        return cls(see_records(books, keys), tuple(links[each] for each in sorted(links)))

    def rights(self, left: str, *kinds: LinkKind) -> list[MatchLink]:
        """Give the links of a left record."""
        return [
            each
            for each in self.links
            if each.left == left and each.kind in kinds and each.right in self.records
        ]

    def ways_from(self, key: str, kinds: Collection[LinkKind]) -> list[str]:
        """Give the other ends of a record's links, each once."""
        ends = [
            each.right if each.left == key else each.left
            for each in self.links
            if each.kind in kinds and key in {each.left, each.right}
        ]
        return list(dict.fromkeys(ends))


def _chain_of(web: _Web, head: RecordSeen) -> Chain:
    if head.kind == "cash":
        return _of_deposit(web, head)
    return _of_order(web, head) if head.kind == "order" else _of_payout(web, head)


def _of_deposit(web: _Web, carried: RecordSeen) -> Chain:
    """Follow cash from the till to the bank."""
    begins = abs(carried.amount)
    lines = web.rights(carried.key, LinkKind.CASH_BANK)
    rest = sum(each.amount.minor for each in lines) - begins.minor
    what = "over" if rest > 0 else "short" if lines else "on_its_way"
    through = tuple(web.records[each.right] for each in lines)
    return Chain(carried, begins, through, tuple(_steps({what: rest}, begins.currency)))


def _of_order(web: _Web, order: RecordSeen) -> Chain:
    currency, moved = order.amount.currency, dict[str, int]()
    links = web.rights(order.key, LinkKind.ORDER_PAYMENT, LinkKind.ORDER_BANK, LinkKind.ORDER_CASH)
    through: list[RecordSeen] = []
    paid = 0
    for link in links:
        record = web.records[link.right]
        through.append(record)
        if record.kind == "chargeback":
            _add(moved, "chargeback", link.amount.minor)
        else:
            paid += link.amount.minor
        if link.kind == LinkKind.ORDER_PAYMENT:
            through += _through_provider(web, record, link.amount.minor, moved)
    refunded = 0 if order.refunded is None else order.refunded.minor
    rest = paid - (order.amount.minor - refunded)
    steps = [*_step("refunded", -refunded, currency, Mark.GREEN)]
    what = "unpaid" if rest < 0 else "overpaid"
    steps += _step(what, rest, currency, _mark_of(order, rest))
    steps += _steps(moved, currency)
    return Chain(order, order.amount, tuple(dict.fromkeys(through)), tuple(steps))


def _mark_of(order: RecordSeen, rest: int) -> Mark:
    is_early = rest < 0 and order.stage is OrderStage.OPEN
    return Mark.AMBER if is_early else Mark.RED


def _through_provider(
    web: _Web, payment: RecordSeen, amount: int, moved: dict[str, int]
) -> list[RecordSeen]:
    """Follow a payment to the bank; what of it stays on the way is noted."""
    fee = _fee_of(payment, amount)
    _add(moved, "fee", -fee)
    payouts = web.rights(payment.key, LinkKind.PAYMENT_PAYOUT)
    through = [web.records[each.right] for each in payouts]
    at_bank = [
        web.records[line.right]
        for payout in through
        for line in web.rights(payout.key, LinkKind.PAYOUT_BANK)
    ]
    if not payouts:
        _add(moved, "at_provider", fee - amount)
    elif not at_bank:
        _add(moved, "on_its_way", fee - amount)
    return [*through, *at_bank]


def _fee_of(payment: RecordSeen, amount: int) -> int:
    """Give the fee of what of a payment is an order's: all of it, but where several share one."""
    fee, whole = payment.fee, payment.amount.minor
    if fee is None:
        return 0
    if abs(amount) >= abs(whole) or fee.minor <= 0:
        return fee.minor
    return fee.allocate([abs(amount), abs(whole) - abs(amount)])[0].minor


def _of_payout(web: _Web, payout: RecordSeen) -> Chain:
    currency = payout.amount.currency
    riding = [
        web.records[each.left]
        for each in web.links
        if each.right == payout.key
        and each.kind == LinkKind.PAYMENT_PAYOUT
        and each.left in web.records
    ]
    gross, net = (sum(each.minor for each in money) for money in _money_of(riding))
    lines = web.rights(payout.key, LinkKind.PAYOUT_BANK)
    came = sum(each.amount.minor for each in lines)
    moved = {"fee": net - gross}
    _add(moved, "held", payout.amount.minor - net if riding else 0)
    begins = gross if riding else payout.amount.minor
    if not lines:
        _add(moved, "on_its_way", -payout.amount.minor)
    else:
        rest = came - payout.amount.minor
        _add(moved, "short" if rest < 0 else "over", rest)
    through = [*riding, payout, *(web.records[each.right] for each in lines)]
    return Chain(payout, Money(begins, currency), tuple(through), tuple(_steps(moved, currency)))


def _alone(web: _Web, record: RecordSeen) -> Chain:
    """Give the chain of a record that no order and no payout is known of."""
    moved: dict[str, int] = {}
    through = [record]
    if record.kind not in {"bank", "cash"}:
        through += _through_provider(web, record, record.amount.minor, moved)
    steps = _steps(moved, record.amount.currency)
    return Chain(record, record.amount, tuple(through), tuple(steps))


def _money_of(records: Iterable[RecordSeen]) -> tuple[list[Money], list[Money]]:
    listed = list(records)
    return [each.amount for each in listed], [each.net for each in listed]


_MARKS = {
    "fee": Mark.GREEN,
    "at_provider": Mark.AMBER,
    "on_its_way": Mark.AMBER,
    "chargeback": Mark.RED,
    "held": Mark.RED,
    "short": Mark.RED,
    "over": Mark.RED,
}


def _steps(moved: Mapping[str, int], currency: str) -> list[Step]:
    return [
        step
        for what, mark in _MARKS.items()
        for step in _step(what, moved.get(what, 0), currency, mark)
    ]


def _step(what: str, minor: int, currency: str, mark: Mark) -> list[Step]:
    return [Step(what, Money(minor, currency), mark)] if minor else []


def _add(moved: dict[str, int], what: str, minor: int) -> None:
    moved[what] = moved.get(what, 0) + minor
