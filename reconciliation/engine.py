"""The state of matching: records come in, links, questions and findings are there at once.

What stands after a record came does not depend on when it came: each step is worked out from the
records alone, and again wherever one of them touched it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from reconciliation.bank_side import BankSide
from reconciliation.decisions import Decisions
from reconciliation.deposit_side import DepositSide
from reconciliation.exceptions import findings_of
from reconciliation.findings import Finding
from reconciliation.links import Ground, Link, LinkKind, Question
from reconciliation.matching.claims import of_cash, of_line, of_payment
from reconciliation.matching.confidence import of_grounds, of_points
from reconciliation.matching.roles import Role
from reconciliation.matching.scoring import Weighed
from reconciliation.matching.verdicts import Share
from reconciliation.orders_side import OrdersSide
from reconciliation.records import BankLine, CashEntry, Order, Payment, Payout, Record
from reconciliation.settlement_side import SettlementSide
from reconciliation.store import Keys, Store
from reconciliation.terms import Terms
from reconciliation.view import OrderMoney, money_of


@dataclass(frozen=True, slots=True)
class Change:
    """The records of which links or findings may be other than before."""

    records: frozenset[str]


class Reconciliation:
    """Everything that is matched, and the way to bring it up to date."""

    def __init__(self, terms: Terms, as_of: dt.date, decisions: Decisions | None = None) -> None:
        self.terms = terms
        self.as_of = as_of
        self.store = Store()
        decided = self._decided = decisions or Decisions()
        self._bank = BankSide(self.store, terms)
        self._orders = OrdersSide(self.store, terms, decided)
        self._settlements = SettlementSide(self.store, terms, decided)
        self._deposits = DepositSide(self.store, decided)
        self._findings: dict[str, tuple[Finding, ...]] = {}

    def arrive(self, records: Iterable[Record], gone: Iterable[str] = ()) -> Change:
        """Take new and changed records, and forget those that are gone; match what they touch."""
        touched: Keys = {}
        changed: set[str] = set()
        for key in gone:
            before = self.store.take(key)
            if before is not None:
                touched[key] = None
                self._take_in(before, None)
        for record in records:
            before = self.store.put(record)
            if before is None or before != record:
                touched[record.key] = None
                self._take_in(before, record)
            if before is not None:
                changed.add(record.key)
        return self._update(touched, changed & touched.keys())

    def turn(self, as_of: dt.date) -> Change:
        """Look at everything as of another day; links stay, only findings age."""
        self.as_of = as_of
        everything = set(self._all_keys())
        self._look(everything)
        return Change(frozenset(everything))

    def links(self) -> Iterator[Link]:
        """Give every link, in no order that counts."""
        for key in self._orders.claims:
            yield from self._order_links(key)
        for key in self.store.payments:
            yield from self._payout_link(key)
        for key in self.store.payouts:
            yield from self._brought(key)
        for key in self._deposits.of_entry:
            yield from self._carried(key)

    def links_of(self, key: str) -> Iterator[Link]:
        """Give the links of a record."""
        match self.store.get(key):
            case Order():
                yield from self._links_of_order(key)
            case Payout():
                for payment in self._settlements.payments_of(key):
                    yield from self._payout_link(payment)
                yield from self._brought(key)
            case BankLine():
                yield from self._order_links(key)
                yield from self._links_of_line(key)
            case Payment():
                yield from self._order_links(key)
                yield from self._payout_link(key)
            case _:
                yield from self._order_links(key)
                yield from self._carried(key)

    def findings(self) -> Iterator[Finding]:
        """Give everything that is wrong, in no order that counts."""
        for found in self._findings.values():
            yield from found

    def findings_of(self, key: str) -> tuple[Finding, ...]:
        """Give what came to light when a record was looked at."""
        return self._findings.get(key, ())

    def questions(self) -> Iterator[Question]:
        """Give what a person is to decide."""
        for key in self._orders.claims:
            doubts = self._orders.doubts(key)
            if doubts:
                yield Question(key, doubts)

    def money_of(self, order: Order) -> OrderMoney:
        """Give the money of an order."""
        claims = self._orders.of_order(order.key)
        return money_of(order, claims, self.store, self.terms.tolerates(order.currency))

    def orders_of(self, claim: str) -> tuple[Share, ...]:
        """Give the orders of a claim."""
        return self._orders.parted(claim)

    def doubts_of(self, claim: str) -> tuple[str, ...]:
        """Give the orders between which a claim is not decided."""
        return self._orders.doubts(claim)

    def payout_of(self, payment: Payment) -> str | None:
        """Give the payout that a payment rode in."""
        found = self._settlements.payout_of(payment)
        return found[0] if found is not None else None

    def payments_of(self, payout: str) -> tuple[str, ...]:
        """Give the payments that rode in a payout."""
        return tuple(sorted(self._settlements.payments_of(payout)))

    def rivals(self, key: str) -> tuple[tuple[str, Weighed], ...]:
        """Give the orders that were weighed for money that names none, the likeliest first."""
        return self._orders.rivals(key)

    def net_of_payments(self, payout: str) -> int:
        """Give what the payments of a payout come to after fees."""
        return self._settlements.net_of(payout)

    def is_customers_money(self, line: BankLine) -> bool:
        """Tell whether money that belongs to no order is a customer's."""
        return self._bank.is_customers_money(line)

    def is_claim(self, key: str) -> bool:
        """Tell whether a record is looked at as money that may belong to an order."""
        return key in self._orders.claims

    def is_deposit(self, key: str) -> bool:
        """Tell whether a cash entry is a deposit."""
        return key in self._deposits.entries

    def is_strange(self, key: str) -> bool:
        """Tell whether a claim names an order that nobody knows."""
        return self._orders.names_nobody(key)

    def role_of(self, key: str) -> Role:
        """Tell what a bank line is about."""
        return self._bank.role_of(key)

    def _all_keys(self) -> Iterator[str]:
        store = self.store
        for kept in (store.orders, store.payments, store.payouts, store.lines, store.cash):
            yield from kept

    def _take_in(self, before: Record | None, after: Record | None) -> None:
        """Tell the sides what came instead of what."""
        match after or before:
            case Order():
                self._orders.put_order(_only(Order, before), _only(Order, after))
            case Payment() as payment:
                now = _only(Payment, after)
                self._bank.put_codes(_only(Payment, before), now)
                self._settlements.put_payment(_only(Payment, before), now)
                self._orders.put_claim(payment.key, of_payment(now) if now else None)
            case Payout():
                self._bank.put_codes(_only(Payout, before), _only(Payout, after))
                self._settlements.put_payout(_only(Payout, before), _only(Payout, after))
            case BankLine():
                self._bank.put_line(_only(BankLine, before), _only(BankLine, after))
            case CashEntry() as entry:
                self._take_cash(entry.key, _only(CashEntry, after))
            case None:
                pass

    def _take_cash(self, key: str, entry: CashEntry | None) -> None:
        is_deposit = entry is not None and (
            entry.direction == "out" and entry.category in self.terms.deposit_categories
        )
        self._deposits.put_entry(key, is_deposit=is_deposit)
        self._orders.put_claim(key, of_cash(entry, self.terms) if entry else None)

    def _update(self, touched: Keys, changed: set[str]) -> Change:
        lines = self._bank.update() | dict.fromkeys(self._decided_lines(touched))
        for key in lines:
            self._give_role(key)
        claims, orders = self._orders.update()
        settled = self._settlements.update()
        carried = self._deposits.update()
        orders |= dict.fromkeys(self._orders.beside(orders))
        concerned = touched | lines | claims | orders | dict.fromkeys((*settled, *carried))
        for key in changed:  # a link may stand as before, and a finding of its other end not
            for link in self.links_of(key):
                concerned |= {link.left: None, link.right: None}
        self._look(concerned)
        return Change(frozenset(concerned))

    def _give_role(self, key: str) -> None:
        """Lead a bank line to the side that its role wants."""
        line = self.store.lines.get(key)
        role, provider = self._decided_role(key) or self._bank.find_role(key)
        before = self._bank.provider_of(key)
        self._bank.set_role(key, role, provider)
        self._settlements.put_line(key, before, provider)
        self._deposits.put_line(key, is_deposit=role is Role.DEPOSIT)
        claim = None
        if line is not None and role is Role.CLAIM:
            claim = of_line(line, is_others=self._bank.is_others_money(line))
        self._orders.put_claim(key, claim)

    def _decided_lines(self, touched: Keys) -> set[str]:
        """Give the lines that a person linked to payouts that were touched."""
        return {
            right
            for left, right in self._decided.confirmed
            if left in touched and left.startswith("payout:")
        }

    def _decided_role(self, key: str) -> tuple[Role, str] | None:
        """Tell what a line is about by what a person linked it to."""
        for left in self._decided.confirmed_of(key):
            payout = self.store.payouts.get(left)
            if payout is not None and key in self.store.lines:
                return Role.SETTLEMENT, payout.provider
        return None

    def _look(self, keys: Iterable[str]) -> None:
        for key in keys:
            record = self.store.get(key)
            found = findings_of(self, record) if record is not None else ()
            if found:
                self._findings[key] = found
            else:
                self._findings.pop(key, None)

    def _order_links(self, key: str) -> Iterator[Link]:
        claim = self._orders.claims.get(key)
        if claim is None:
            return
        for share in self._orders.parted(key):
            weighed = share.weighed
            yield Link(
                claim.kind, share.order, key, share.amount, weighed.grounds,
                of_points(weighed.points),
            )  # fmt: skip

    def _links_of_order(self, key: str) -> Iterator[Link]:
        for claim, _ in self._orders.of_order(key):
            yield from (link for link in self._order_links(claim.key) if link.left == key)

    def _links_of_line(self, key: str) -> Iterator[Link]:
        for found in self._settlements.payouts_of.get(key, ()):
            yield _payout_bank(found.payout, found.line, found.amount, found.grounds)
        for carried in self._deposits.of_line.get(key, ()):
            yield _cash_bank(carried.entry, carried.line, carried.amount, carried.grounds)

    def _payout_link(self, key: str) -> Iterator[Link]:
        payment = self.store.payments[key]
        found = self._settlements.payout_of(payment)
        if found is not None:
            payout, ground = found
            yield Link(
                LinkKind.PAYMENT_PAYOUT, key, payout, payment.net, (ground,), of_grounds((ground,))
            )

    def _brought(self, payout: str) -> Iterator[Link]:
        for found in self._settlements.lines_of.get(payout, ()):
            yield _payout_bank(found.payout, found.line, found.amount, found.grounds)

    def _carried(self, entry: str) -> Iterator[Link]:
        for found in self._deposits.of_entry.get(entry, ()):
            yield _cash_bank(found.entry, found.line, found.amount, found.grounds)


def reconcile(
    records: Iterable[Record], terms: Terms, as_of: dt.date, decisions: Decisions | None = None
) -> Reconciliation:
    """Match records from nothing."""
    state = Reconciliation(terms, as_of, decisions)
    state.arrive(records)
    return state


def _payout_bank(payout: str, line: str, amount: int, grounds: tuple[Ground, ...]) -> Link:
    return Link(LinkKind.PAYOUT_BANK, payout, line, amount, grounds, of_grounds(grounds))


def _cash_bank(entry: str, line: str, amount: int, grounds: tuple[Ground, ...]) -> Link:
    return Link(LinkKind.CASH_BANK, entry, line, amount, grounds, of_grounds(grounds))


Kind = TypeVar("Kind", Order, Payment, Payout, BankLine, CashEntry)


def _only(kind: type[Kind], record: Record | None) -> Kind | None:
    return record if isinstance(record, kind) else None
