"""The way of money: order to payment to payout to bank to entries, with what each link lost.

The links of a chain add up to the cent: what it begins with, and all that was taken from it or
came to it, is what has arrived.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.documents import OrderStage
from ledger.money import Money, sum_money
from reconciliation.links import LinkKind
from services.documents.post_documents import posting_begun
from services.filing.filing_ports import FilingState
from services.matching.post_links import id_of_line
from services.ports import Books
from services.records.entries_of import entries_of
from services.records.record_web import Web, web_of
from services.records.see_record import RecordSeen


class Mark(enum.StrEnum):
    """How a link is."""

    GREEN = "green"
    AMBER = "amber"
    """It isn't there yet, and may still come."""
    RED = "red"


_MARKS = {
    "refunded": Mark.GREEN,
    "fee": Mark.GREEN,
    "at_provider": Mark.AMBER,
    "on_its_way": Mark.AMBER,
}
"""What is lost in good order, or not yet there; anything else is amiss."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was taken from the money, below zero, or came to it."""

    what: str
    """"refunded", "unpaid", "overpaid", "fee", "chargeback", "at_provider", "on_its_way",
    "held", "short" or "over"."""
    amount: Money
    mark: Mark


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A record that the money went through, and what it lost there."""

    record: RecordSeen
    mark: Mark
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """One way of money."""

    head: RecordSeen
    begins: Money
    """The order's total, or what payments of a payout came to."""
    at_head: tuple[Step, ...]
    """What the order itself lost: it gave money back, or was not paid as it wanted."""
    links: tuple[ChainLink, ...]
    """What it went through, in order of the way."""
    entries: tuple[int, ...]
    """The numbers of the entries that came of it and stand."""
    entries_mark: Mark
    """Whether it is in the books; an order that is open, or older than the books, need not be."""

    @property
    def records(self) -> tuple[RecordSeen, ...]:
        """Give what it went through."""
        return tuple(each.record for each in self.links)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give all that was lost on the way."""
        return (*self.at_head, *(step for each in self.links for step in each.steps))

    @property
    def arrived(self) -> Money:
        """Give what is at the bank, or in the till."""
        return self.begins + sum_money([each.amount for each in self.steps], self.begins.currency)

    @property
    def mark(self) -> Mark:
        """Give how it is as a whole."""
        return _worst((*(each.mark for each in self.links), *(it.mark for it in self.steps)))


def see_chains(books: Books, key: str) -> tuple[Chain, ...]:
    """Give the chains that a record is part of; a record by itself is one of its own."""
    web = web_of(books, key)
    record = web.records.get(key)
    if record is None:
        return ()
    if record.kind in {"order", "payout"} or record.is_deposit:
        return (_chain_of(books, web, record),)
    heads = web.ways_from(key, (LinkKind.ORDER_PAYMENT, LinkKind.ORDER_BANK, LinkKind.ORDER_CASH))
    heads = heads or web.ways_from(key, (LinkKind.PAYOUT_BANK, LinkKind.PAYMENT_PAYOUT))
    heads = heads or web.ways_from(key, (LinkKind.CASH_BANK,))
    found = [web.records[each] for each in heads if each in web.records]
    return tuple(_chain_of(books, web, each) for each in found or [record])


def _chain_of(books: Books, web: Web, head: RecordSeen) -> Chain:
    if head.is_deposit:
        return _of_deposit(books, web, head)
    if head.kind == "order":
        return _of_order(books, web, head)
    return _of_payout(books, web, head) if head.kind == "payout" else _alone(books, web, head)


class _Way:
    """Gathers the links of a chain: a record that is met again is one link with all it lost."""

    def __init__(self, head: RecordSeen, begins: Money) -> None:
        self.head, self.begins = head, begins
        self._at_head: dict[str, int] = {}
        self._records: dict[str, RecordSeen] = {}
        self._marks: dict[str, Mark] = {}
        self._lost: dict[str, dict[str, int]] = {}

    def goes_through(self, record: RecordSeen, mark: Mark = Mark.GREEN) -> None:
        self._records.setdefault(record.key, record)
        self._marks[record.key] = _worst((mark, self._marks.get(record.key, Mark.GREEN)))

    def loses(self, what: str, minor: int, at: RecordSeen | None = None) -> None:
        """Note what came, or below zero was taken, at the head or at a record."""
        lost = self._at_head if at is None else self._lost.setdefault(at.key, {})
        lost[what] = lost.get(what, 0) + minor

    def chain(self, books: Books, keys: Iterable[str], *, at_head: Mark | None = None) -> Chain:
        """Give the chain.

        Args:
            books: where the entries are.
            keys: the records whose entries are told.
            at_head: how what the head lost is, where that is not as always.
        """
        links = tuple(self._link(each) for each in self._records.values())
        own = self._steps(self._at_head, at_head)
        entries = entries_of(books, keys)
        mark = Mark.GREEN if entries else _mark_unposted(books, self.head)
        return Chain(self.head, self.begins, own, links, entries, mark)

    def _link(self, record: RecordSeen) -> ChainLink:
        steps = self._steps(self._lost.get(record.key, {}))
        mark = _worst((self._marks[record.key], *(each.mark for each in steps)))
        return ChainLink(record, mark, steps)

    def _steps(self, lost: dict[str, int], mark: Mark | None = None) -> tuple[Step, ...]:
        currency = self.begins.currency
        return tuple(
            Step(what, Money(minor, currency), _MARKS.get(what) or mark or Mark.RED)
            for what, minor in lost.items()
            if minor
        )


def _of_deposit(books: Books, web: Web, carried: RecordSeen) -> Chain:
    """Follow cash from the till to the bank."""
    way = _Way(carried, abs(carried.amount))
    lines = web.rights(carried.key, LinkKind.CASH_BANK)
    rest = sum(each.amount.minor for each in lines) - way.begins.minor
    for each in lines:
        way.goes_through(web.records[each.right])
    last = web.records[lines[-1].right] if lines else None
    way.loses("over" if rest > 0 else "short" if lines else "on_its_way", rest, last)
    return way.chain(books, [carried.key, *(each.right for each in lines)])


def _of_order(books: Books, web: Web, order: RecordSeen) -> Chain:
    way = _Way(order, order.amount)
    links = web.rights(order.key, LinkKind.ORDER_PAYMENT, LinkKind.ORDER_BANK, LinkKind.ORDER_CASH)
    links.sort(key=lambda each: web.records[each.right].day)
    refunded = 0 if order.refunded is None else order.refunded.minor
    paid, wanted = 0, order.amount.minor - refunded
    for link in links:
        record, minor = web.records[link.right], link.amount.minor
        if record.kind == "chargeback":
            way.goes_through(record, Mark.RED)
            way.loses("chargeback", minor, record)
        else:
            paid += minor
            is_beyond = minor > 0 and paid > order.amount.minor
            way.goes_through(record, Mark.RED if is_beyond else Mark.GREEN)
        if link.kind == LinkKind.ORDER_PAYMENT:
            _through_provider(way, web, record, minor)
    rest = paid - wanted
    way.loses("refunded", -refunded)
    way.loses("unpaid" if rest < 0 else "overpaid", rest)
    is_early = rest < 0 and order.stage is OrderStage.OPEN
    keys = [order.key, *(each.right for each in links)]
    return way.chain(books, keys, at_head=Mark.AMBER if is_early else None)


def _through_provider(way: _Way, web: Web, payment: RecordSeen, amount: int) -> None:
    """Follow a payment to the bank; what of it stays on the way is noted."""
    fee = _fee_of(payment, amount)
    way.loses("fee", -fee, payment)
    payouts = [
        web.records[each.right] for each in web.rights(payment.key, LinkKind.PAYMENT_PAYOUT)
    ]
    if not payouts:
        way.loses("at_provider", fee - amount, payment)
        return
    lines = [(each, web.rights(each.key, LinkKind.PAYOUT_BANK)) for each in payouts]
    for payout, at_bank in lines:
        way.goes_through(payout)
        for line in at_bank:
            way.goes_through(web.records[line.right])
    if not any(at_bank for _, at_bank in lines):
        way.loses("on_its_way", fee - amount, payouts[0])


def _fee_of(payment: RecordSeen, amount: int) -> int:
    """Give the fee of what of a payment is an order's: all of it, but where several share one."""
    fee, whole = payment.fee, payment.amount.minor
    if fee is None:
        return 0
    if abs(amount) >= abs(whole) or fee.minor <= 0:
        return fee.minor
    return fee.allocate([abs(amount), abs(whole) - abs(amount)])[0].minor


def _of_payout(books: Books, web: Web, payout: RecordSeen) -> Chain:
    riding = web.riding(payout.key)
    gross, net = (sum(each.minor for each in money) for money in _money_of(riding))
    begins = Money(gross, payout.amount.currency) if riding else payout.amount
    lines = web.rights(payout.key, LinkKind.PAYOUT_BANK)
    way = _Way(payout, begins)
    for each in riding:
        way.goes_through(each)
    way.goes_through(payout)
    way.loses("fee", net - gross, payout)
    way.loses("held", payout.amount.minor - net if riding else 0, payout)
    for line in lines:
        way.goes_through(web.records[line.right])
    if lines:
        rest = sum(line.amount.minor for line in lines) - payout.amount.minor
        way.loses("short" if rest < 0 else "over", rest, web.records[lines[-1].right])
    else:
        way.loses("on_its_way", -payout.amount.minor, payout)
    return way.chain(
        books, [payout.key, *(each.key for each in riding), *(e.right for e in lines)]
    )


def _alone(books: Books, web: Web, record: RecordSeen) -> Chain:
    """Give the chain of a record that no order and no payout is known of."""
    way = _Way(record, record.amount)
    way.goes_through(record, Mark.AMBER if _is_in_suspense(books, record) else Mark.GREEN)
    if record.kind not in {"bank", "cash"}:
        _through_provider(way, web, record, record.amount.minor)
    return way.chain(books, [record.key])


def _mark_unposted(books: Books, head: RecordSeen) -> Mark:
    found = books.documents.of_keys([head.key])
    is_due = any(posting_begun(books)(each.document) for each in found)
    return Mark.RED if is_due and head.stage is not OrderStage.OPEN else Mark.AMBER


def _is_in_suspense(books: Books, record: RecordSeen) -> bool:
    """Tell whether nobody has said yet what a bank line is for."""
    if record.kind != "bank":
        return False
    filing = books.filings.find(id_of_line(record.key))
    return filing is not None and filing.state in {FilingState.OPEN, FilingState.LEFT}


def _money_of(records: Iterable[RecordSeen]) -> tuple[list[Money], list[Money]]:
    listed = list(records)
    return [each.amount for each in listed], [each.net for each in listed]


def _worst(marks: Iterable[Mark]) -> Mark:
    found = set(marks)
    return next((each for each in (Mark.RED, Mark.AMBER) if each in found), Mark.GREEN)
