"""What the kinds of exceptions and the chain look at: records with what belongs to them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Protocol

from reconciliation.links import Link
from reconciliation.matching.claims import Claim
from reconciliation.matching.verdicts import Share
from reconciliation.records import BankLine, Order, Payment, id_of
from reconciliation.store import Store
from reconciliation.terms import Terms

_COUNTED = re.compile(r"(?P<letters>\D*)(?P<count>\d+)")
"""An id that counts on: EA999 is before EA1000."""


@dataclass(frozen=True, slots=True)
class OrderMoney:
    """The money of an order: what came, in order of time, what went back, what came once more."""

    came: tuple[tuple[Claim, int], ...]
    again: tuple[tuple[Claim, int], ...]
    went_back: tuple[tuple[Claim, int], ...]
    charged_back: tuple[tuple[Claim, int], ...]

    @property
    def paid(self) -> int:
        """Give what came, without what came once more."""
        return sum(amount for _, amount in self.came)

    @property
    def returned(self) -> int:
        """Give what went back by refunds."""
        return sum(amount for _, amount in self.went_back)

    @property
    def records(self) -> tuple[str, ...]:
        """Give the keys of all that belongs to the order."""
        parts = (*self.came, *self.again, *self.went_back, *self.charged_back)
        return tuple(claim.key for claim, _ in parts)


class View(Protocol):
    """The state of matching, as exceptions and chains read it."""

    store: Store
    terms: Terms
    as_of: dt.date

    def money_of(self, order: Order) -> OrderMoney:
        """Give the money of an order."""

    def orders_of(self, claim: str) -> tuple[Share, ...]:
        """Give the orders of a claim."""

    def doubts_of(self, claim: str) -> tuple[str, ...]:
        """Give the orders between which a claim is not decided."""

    def links_of(self, key: str) -> Iterator[Link]:
        """Give the links of a record."""

    def payout_of(self, payment: Payment) -> str | None:
        """Give the payout that a payment rode in."""

    def payments_of(self, payout: str) -> tuple[str, ...]:
        """Give the payments that rode in a payout."""

    def net_of_payments(self, payout: str) -> int:
        """Give what the payments of a payout come to after fees."""

    def is_customers_money(self, line: BankLine) -> bool:
        """Tell whether money that belongs to no order is a customer's."""

    def is_claim(self, key: str) -> bool:
        """Tell whether a record is looked at as money that may belong to an order."""

    def is_deposit(self, key: str) -> bool:
        """Tell whether a cash entry is a deposit."""

    def is_strange(self, key: str) -> bool:
        """Tell whether a claim names an order that nobody knows."""


def money_of(
    order: Order, claims: Iterator[tuple[Claim, Share]], store: Store, tolerance: int
) -> OrderMoney:
    """Sort an order's money: what came, what came once more, what went back."""
    came: list[tuple[Claim, int]] = []
    went_back: list[tuple[Claim, int]] = []
    charged_back: list[tuple[Claim, int]] = []
    for claim, share in claims:
        if share.amount >= 0:
            came.append((claim, share.amount))
            continue
        payment = store.payments.get(claim.key)
        is_charged_back = payment is not None and payment.kind == "chargeback"
        (charged_back if is_charged_back else went_back).append((claim, -share.amount))
    first, again = came, list[tuple[Claim, int]]()
    if len(came) > 1:
        came.sort(key=_by_key)
        came.sort(key=cmp_to_key(_later))
        first, again = _without_again(came, order.total, tolerance)
    back, charged = sorted(went_back, key=_by_key), sorted(charged_back, key=_by_key)
    return OrderMoney(tuple(first), tuple(again), tuple(back), tuple(charged))


def _by_key(each: tuple[Claim, int]) -> str:
    return each[0].key


def _later(came: tuple[Claim, int], after: tuple[Claim, int]) -> int:
    """Order by time; of the same moment, or day where no time is told, the larger id is later."""
    one, other = came[0], after[0]
    if one.day != other.day:
        return -1 if one.day < other.day else 1
    if one.moment is not None and other.moment is not None and one.moment != other.moment:
        return -1 if one.moment < other.moment else 1
    ids = id_of(one.key), id_of(other.key)
    counted = [_COUNTED.fullmatch(each) for each in ids]
    if counted[0] and counted[1] and counted[0]["letters"] == counted[1]["letters"]:
        return int(counted[0]["count"]) - int(counted[1]["count"])
    return (ids[0] > ids[1]) - (ids[0] < ids[1])


def _without_again(
    came: list[tuple[Claim, int]], total: int, tolerance: int
) -> tuple[list[tuple[Claim, int]], list[tuple[Claim, int]]]:
    first: list[tuple[Claim, int]] = []
    again: list[tuple[Claim, int]] = []
    paid = 0
    for claim, amount in came:
        equal = any(abs(amount - before) <= tolerance for _, before in first)
        if equal and paid >= total - tolerance:
            again.append((claim, amount))
        else:
            first.append((claim, amount))
            paid += amount
    return first, again
