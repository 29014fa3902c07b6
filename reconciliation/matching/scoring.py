"""Weighs what speaks for a claim belonging to an order, in tenths of a point."""

import datetime as dt
import re
from typing import NamedTuple

from reconciliation.decisions import Decisions, customer_marks, payer_marks
from reconciliation.evidence.parties import (
    NOBODY,
    Likeness,
    likeness,
    mentions,
    read_name,
    stems_in,
)
from reconciliation.links import Ground
from reconciliation.matching.claims import Claim
from reconciliation.records import Order
from reconciliation.words import Says

POINTS = {
    Ground.NUMBER: 80,
    Ground.NUMBER_BARE: 40,
    Ground.NUMBER_NEAR: 35,
    Ground.NUMBER_OTHER: -40,
    Ground.AMOUNT: 50,
    Ground.AMOUNT_REST: 50,
    Ground.AMOUNT_SUM: 50,
    Ground.AMOUNT_PART: 15,
    Ground.AMOUNT_LESS: 5,
    Ground.AMOUNT_MORE: -15,
    Ground.AMOUNT_RARE: 15,
    Ground.AMOUNT_ODD: 25,
    Ground.AMOUNT_OVER: 0,
    Ground.TAX_ID: 80,
    Ground.PHONE: 80,
    Ground.PAYER_LEARNED: 80,
    Ground.NAME: 50,
    Ground.NAME_INITIAL: 40,
    Ground.NAME_SURNAME: 30,
    Ground.NAME_GIVEN: 20,
    Ground.NAME_RELATIVE: 15,
    Ground.NAME_OTHER: -30,
    Ground.NAME_IN_TEXT: 30,
    Ground.TIME_CLOSE: 30,
    Ground.DAY: 10,
    Ground.DAY_EARLY: -40,
    Ground.DAY_LATE: -20,
    Ground.METHOD: 5,
    Ground.METHOD_OTHER: -10,
    Ground.RAIL: 30,
    Ground.PAID_AGAIN: -20,
}
_PARTY = {
    Likeness.SAME: Ground.NAME,
    Likeness.INITIAL: Ground.NAME_INITIAL,
    Likeness.SURNAME: Ground.NAME_SURNAME,
    Likeness.GIVEN: Ground.NAME_GIVEN,
    Likeness.RELATIVE: Ground.NAME_RELATIVE,
    Likeness.CONFLICT: Ground.NAME_OTHER,
    Likeness.OTHER: Ground.NAME_OTHER,
}
_IS_ALIKE = frozenset(
    {
        Ground.TAX_ID,
        Ground.PHONE,
        Ground.PAYER_LEARNED,
        Ground.NAME,
        Ground.NAME_INITIAL,
        Ground.NAME_SURNAME,
        Ground.NAME_IN_TEXT,
    }
)
_CLOSE = dt.timedelta(hours=2)
_EARLY_DAYS = 1
_SOON_DAYS = 14
_LATE_DAYS = 45
_OVER_PART = 4
_PHONE_DIGITS = 9
_DIGITS = re.compile(r"\D")
_SHARES = frozenset(range(10, 100, 5))
_METHODS = {
    "bank": frozenset({"bank_transfer", "mixed", "bank", "invoice"}),
    "cash": frozenset({"cash", "mixed"}),
}
_NO_RAILS = frozenset({"bank_transfer", "cash"})


class Weighed(NamedTuple):
    """The sum of the points, in tenths, and what they are for."""

    points: int
    grounds: tuple[Ground, ...]

    @property
    def is_alike(self) -> bool:
        """Tell whether the payer is the customer, by what is known."""
        return not _IS_ALIKE.isdisjoint(self.grounds)

    @property
    def is_against(self) -> bool:
        """Tell whether somebody else pays."""
        return Ground.NAME_OTHER in self.grounds


def weigh(grounds: tuple[Ground, ...]) -> Weighed:
    """Sum the points of what speaks for a link."""
    return Weighed(sum(POINTS[ground] for ground in grounds), grounds)


def party_ground(claim: Claim, order: Order, decisions: Decisions) -> Ground | None:
    """Tell how the payer and the customer are one party, or that they are two."""
    if claim.tax_id and claim.tax_id == order.tax_id:
        return Ground.TAX_ID
    if decisions.payers and decisions.pays_for(
        payer_marks(claim.payer, claim.tax_id, claim.account), customer_marks(order)
    ):
        return Ground.PAYER_LEARNED
    if claim.text and order.phone and _has_phone(claim.text, order.phone):
        return Ground.PHONE
    customer = read_name(order.customer)
    payer = read_name(claim.payer) if claim.payer else NOBODY
    found = likeness(payer, customer)
    if found < Likeness.SURNAME and claim.text and mentions(stems_in(claim.text), customer):
        return Ground.NAME_IN_TEXT
    return _PARTY.get(found)


def day_ground(claim: Claim, order: Order) -> Ground | None:
    """Tell how the money's day fits the order's."""
    days = (claim.day - order.created_at.date()).days
    if days < -_EARLY_DAYS:
        return Ground.DAY_EARLY
    if days > _LATE_DAYS:
        return Ground.DAY_LATE
    if claim.moment is not None and claim.amount > 0 and _is_close(claim.moment, order):
        return Ground.TIME_CLOSE
    return Ground.DAY if days <= _SOON_DAYS else None


def method_ground(claim: Claim, order: Order) -> Ground | None:
    """Tell how the way the money came fits what the manager wrote."""
    fitting = _METHODS.get(claim.rail)
    if fitting is None:
        return Ground.METHOD_OTHER if order.method in _NO_RAILS else Ground.METHOD
    if not order.method or order.method in fitting:
        return Ground.METHOD
    return Ground.METHOD_OTHER


def amount_ground(size: int, wanted: int, tolerance: int, told: Says) -> Ground:
    """Tell how an amount fits what is wanted of it, both without a sign."""
    left = wanted - size
    if abs(left) <= tolerance:
        return Ground.AMOUNT
    if left < 0:
        return Ground.AMOUNT_OVER if -left * _OVER_PART <= wanted else Ground.AMOUNT_MORE
    if (Says.PART | Says.REST) & told or _is_round_share(size, wanted, tolerance):
        return Ground.AMOUNT_PART
    return Ground.AMOUNT_LESS


def _is_round_share(size: int, whole: int, tolerance: int) -> bool:
    percent = (size * 100 + whole // 2) // whole
    return percent in _SHARES and abs(whole * percent // 100 - size) <= tolerance


def _is_close(moment: dt.datetime, order: Order) -> bool:
    if dt.timedelta(0) <= moment - order.created_at <= _CLOSE:
        return True
    return order.closed_at is not None and abs(order.closed_at - moment) <= _CLOSE


def _has_phone(text: str, phone: str) -> bool:
    wanted = _DIGITS.sub("", phone)[-_PHONE_DIGITS:]
    return len(wanted) == _PHONE_DIGITS and wanted in _DIGITS.sub("", text)
