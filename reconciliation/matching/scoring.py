"""Weighs what speaks for a claim belonging to an order, in tenths of a point."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from reconciliation.decisions import Decisions, customer_marks, payer_marks
from reconciliation.evidence.names import NOBODY, Name, read_name
from reconciliation.evidence.parties import Likeness, likeness, mentions, person_meant, stems_in
from reconciliation.evidence.phones import phone_of, phones_in
from reconciliation.evidence.references import tax_numbers_in
from reconciliation.links import Ground, LinkKind
from reconciliation.matching.claims import Claim
from reconciliation.records import Order
from reconciliation.terms import Terms
from reconciliation.words import PART_OR_REST, REST

POINTS = {
    Ground.NUMBER: 80,
    Ground.NUMBER_BARE: 50,
    Ground.NUMBER_NEAR: 35,
    Ground.NUMBER_OTHER: -40,
    Ground.AMOUNT: 50,
    Ground.AMOUNT_REST: 50,
    Ground.AMOUNT_SUM: 50,
    Ground.AMOUNT_PART: 15,
    Ground.AMOUNT_LESS: 5,
    Ground.AMOUNT_LITTLE: -20,
    Ground.AMOUNT_MORE: -15,
    Ground.AMOUNT_RARE: 15,
    Ground.AMOUNT_LAST: 20,
    Ground.AMOUNT_WHOLE: 50,
    Ground.AMOUNT_ODD: 25,
    Ground.AMOUNT_OFF: -15,
    Ground.AMOUNT_OVER: 0,
    Ground.AMOUNT_NEARLY: 25,
    Ground.AMOUNT_EXTRA: -15,
    Ground.AMOUNT_EQUAL: 20,
    Ground.AMOUNT_ALONE: 35,
    Ground.TAX_ID: 80,
    Ground.PHONE: 80,
    Ground.PAYER_LEARNED: 80,
    Ground.PAYER_BEFORE: 30,
    Ground.NAME: 50,
    Ground.NAME_INITIAL: 40,
    Ground.NAME_SURNAME: 30,
    Ground.NAME_GIVEN: 20,
    Ground.NAME_RELATIVE: 15,
    Ground.NAME_OTHER: -30,
    Ground.CARD_OTHER: -10,
    Ground.SAME_CUSTOMER: 50,
    Ground.NAME_COMMON: -20,
    Ground.NAME_IN_TEXT: 30,
    Ground.NAME_TOLD: 50,
    Ground.NAME_ALONE: 15,
    Ground.TIME_CLOSE: 40,
    Ground.DAY: 10,
    Ground.DAY_EARLY: -40,
    Ground.DAY_LATE: -20,
    Ground.DAY_AFTER: -10,
    Ground.DAY_NAMED: 20,
    Ground.DAY_NAMED_OTHER: -25,
    Ground.METHOD: 10,
    Ground.METHOD_OTHER: -15,
    Ground.RAIL: 30,
    Ground.PAID_AGAIN: -20,
    Ground.PAID_SINCE: -20,
    Ground.GAVE_BACK: 20,
    Ground.TAKEN: 60,
}
_POINTS_OF = POINTS.__getitem__
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
        Ground.PAYER_BEFORE,
        Ground.NAME,
        Ground.NAME_INITIAL,
        Ground.NAME_SURNAME,
        Ground.NAME_IN_TEXT,
        Ground.NAME_TOLD,
        Ground.SAME_CUSTOMER,
    }
)
_CLOSE = dt.timedelta(hours=2)
_EARLY_DAYS = 1
_EARLY = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)
_SOON_DAYS = 14
_LATE_DAYS = 45
_OVER_PART = 4
_NEARLY_PART = 40
_WHOLE_NAME = 2
_SHARES = frozenset(range(10, 100, 5))
BY_HAND = frozenset({"cash", "mixed"})
"""What a manager writes of an order that is paid at the till, maybe when it is closed."""
_SEVERAL = "mixed"
_METHODS = {
    "bank": frozenset({"bank_transfer", "mixed", "bank", "invoice"}),
    "cash": BY_HAND,
}


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
        return Ground.NAME_OTHER in self.grounds or Ground.CARD_OTHER in self.grounds


@lru_cache(maxsize=50_000)
def weigh(grounds: tuple[Ground, ...]) -> Weighed:
    """Sum the points of what speaks for a link."""
    return Weighed(sum(map(_POINTS_OF, grounds)), grounds)


def party_ground(claim: Claim, order: Order, terms: Terms, decisions: Decisions) -> Ground | None:
    """Tell how the payer and the customer are one party, or that they are two."""
    text = claim.text
    if order.tax_id and (order.tax_id == claim.tax_id or order.tax_id in tax_numbers_in(text)):
        return Ground.TAX_ID
    if decisions.payers and decisions.pays_for(
        payer_marks(claim.payer, claim.tax_id, claim.account), customer_marks(order)
    ):
        return Ground.PAYER_LEARNED
    phones = phones_in(text) if text else ()
    if phones and order.phone and phone_of(order.phone) in phones:
        return Ground.PHONE
    most = Likeness.RELATIVE if claim.tax_id and order.tax_id else Likeness.SAME
    ground = _name_ground(claim.payer, text, order.customer, most)
    if ground is not Ground.NAME_OTHER or claim.kind is not LinkKind.ORDER_PAYMENT:
        return ground
    return ground if terms.provider(claim.rail).names_buyer else Ground.CARD_OTHER


@lru_cache(maxsize=4_000)
def _name_ground(payer: str, text: str, customer: str, most: Likeness) -> Ground | None:
    """Tell by their names, and by those in the text, whether payer and customer are one party.

    Companies are at most so much alike: two tax numbers tell those of one name apart. People's
    are often another's.
    """
    own, other = _payer_of(payer, text), read_name(customer)
    found = likeness(own, other)
    if found >= Likeness.SURNAME and own.is_company:
        found = min(found, most)
    is_himself = found is Likeness.RELATIVE and payer in text
    if found < Likeness.SURNAME and text and not is_himself:
        mentioned = mentions(stems_in(text), other)
        if mentioned >= Likeness.SURNAME:
            return Ground.NAME_TOLD if mentioned is Likeness.SAME else Ground.NAME_IN_TEXT
    return _PARTY.get(found)


def _payer_of(payer: str, text: str) -> Name:
    """Give who pays: by himself, else whom the text names at its end."""
    name = read_name(payer) if payer else NOBODY
    return name if name.stems or name.given else person_meant(text)


def day_ground(claim: Claim, order: Order, terms: Terms) -> Ground | None:
    """Tell how the money's day fits the order's."""
    days = claim.day.toordinal() - order.created_at.toordinal()
    if _is_early(claim, order, days):
        return Ground.DAY_EARLY
    if days > _LATE_DAYS:
        return Ground.DAY_LATE
    if claim.moment is not None and claim.amount > 0:
        if _is_when_closed(claim.moment, order):
            return Ground.TIME_CLOSE
        is_soon = dt.timedelta(0) <= claim.moment - order.created_at <= _CLOSE
        if is_soon and not terms.provider(claim.rail).on_delivery:
            return Ground.TIME_CLOSE
    return Ground.DAY if days <= _SOON_DAYS else None


def _is_early(claim: Claim, order: Order, days: int) -> bool:
    """Tell whether the money is older than the order; a till's sale may be entered before it."""
    if claim.kind is LinkKind.ORDER_CASH:
        return days < -_EARLY_DAYS
    if claim.moment is not None:
        return order.created_at - claim.moment > _EARLY
    return days < 0


def named_day_ground(claim: Claim, order: Order) -> Ground | None:
    """Tell whether a day in the text is the order's, or that the number named is of another."""
    told = claim.days_of_numbers
    if not told and not claim.days:
        return None
    created = order.created_at.date()
    if created in told or created in claim.days:
        return Ground.DAY_NAMED
    return Ground.DAY_NAMED_OTHER if told and claim.amount > 0 else None


def method_ground(claim: Claim, order: Order, terms: Terms, size: int) -> Ground | None:
    """Tell how the way the money came fits what the manager wrote; several ways take parts."""
    fitting = _METHODS.get(claim.rail) or terms.provider(claim.rail).methods
    if not fitting:
        return None
    if order.method == _SEVERAL and size == order.total:
        return Ground.METHOD_OTHER
    if not order.method or order.method in fitting:
        return Ground.METHOD
    return Ground.METHOD_OTHER


def paid_before(claim: Claim, before: Claim) -> bool | None:
    """Tell whether two sums are one payer's, or, where nothing tells, nothing.

    Many have one name, but not one tax number, nor one name with all its letters.
    """
    if claim.tax_id and claim.tax_id == before.tax_id:
        return True
    found = likeness(read_name(claim.payer), read_name(before.payer))
    if found is Likeness.RELATIVE:
        return False
    if found < Likeness.INITIAL:
        return None
    if claim.tax_id and before.tax_id:
        return False
    is_whole = names_all_of(claim.payer) and names_all_of(before.payer)
    return True if is_whole and found is Likeness.SAME else None


def may_be_one_payer(claim: Claim, before: Claim) -> bool:
    """Tell whether two sums may be one payer's, where an order joins them: initials are enough."""
    told = paid_before(claim, before)
    if told is not None or not before.payer:
        return told is True
    return likeness(read_name(claim.payer), read_name(before.payer)) >= Likeness.INITIAL


@lru_cache(maxsize=8_000)
def names_all_of(payer: str) -> bool:
    """Tell whether a payer's name has his father's too, or its letter: few share it."""
    name = read_name(payer)
    if name.is_company:
        return len(payer.split()) > _WHOLE_NAME
    return len(name.stems) + len(name.given) + bool(name.father) > _WHOLE_NAME or (
        len(name.initials) > 1
    )


def amount_ground(size: int, wanted: int, tolerance: int, told: int) -> Ground:
    """Tell how an amount fits what is wanted of it, both without a sign."""
    left = wanted - size
    if abs(left) <= tolerance:
        return Ground.AMOUNT
    if left < 0:
        if told & PART_OR_REST and not told & REST:
            return Ground.AMOUNT_MORE  # of what is paid for a start more is to follow
        if -left * _NEARLY_PART <= wanted:
            return Ground.AMOUNT_NEARLY
        return Ground.AMOUNT_OVER if -left * _OVER_PART <= wanted else Ground.AMOUNT_MORE
    if told & PART_OR_REST or is_round_share(size, wanted, tolerance):
        return Ground.AMOUNT_PART
    return Ground.AMOUNT_LESS


def is_round_share(size: int, whole: int, tolerance: int) -> bool:
    """Tell whether an amount is a share of a whole such as people agree on."""
    percent = (size * 100 + whole // 2) // whole
    return percent in _SHARES and abs(whole * percent // 100 - size) <= tolerance


def _is_when_closed(moment: dt.datetime, order: Order) -> bool:
    """Tell whether money came in the hours when an order was closed."""
    return order.closed_at is not None and abs(order.closed_at - moment) <= _CLOSE


def _latest_made(claim: Claim) -> dt.datetime:
    """Give the last moment at which an order may be made that money of a day is not older than."""
    day = claim.day + _EARLY_DAYS * _DAY if claim.kind is LinkKind.ORDER_CASH else claim.day
    end = dt.datetime.combine(day, dt.time.max)
    if claim.moment is None or claim.kind is LinkKind.ORDER_CASH:
        return end
    return max(end, claim.moment + _EARLY)


class MayFit:
    """Tells quickly whether money or payer may fit an order, before all is weighed."""

    __slots__ = (
        "_days",
        "_latest",
        "_phones",
        "_size",
        "_stems",
        "_tax_ids",
        "is_common",
        "tolerance",
    )

    def __init__(self, claim: Claim, size: int, tolerance: int) -> None:
        self._size = size
        self.tolerance = tolerance
        own = frozenset((claim.tax_id,)) if claim.tax_id else frozenset[str]()
        self._tax_ids = tax_numbers_in(claim.text) | own
        self._stems = stems_in(claim.text).union(_payer_of(claim.payer, claim.text).stems)
        self._phones = phones_in(claim.text)
        self._days = claim.days_of_numbers | claim.days
        self._latest = _latest_made(claim)
        self.is_common: bool | None = None
        """Whether others of the payer's name want money too; nothing until somebody looked."""

    def is_before(self, order: Order) -> bool:
        """Tell whether money came on a day before the order's, and so is older than it."""
        return order.created_at > self._latest

    def __call__(self, order: Order, wanted: int) -> bool:
        """Tell whether an order that wants as much may be worth weighing."""
        return abs(wanted - self._size) <= self.tolerance or self.is_his(order)

    def is_his(self, order: Order) -> bool:
        """Tell whether payer or text may speak for an order, whatever the amount."""
        stems = read_name(order.customer).stems
        if not stems or not self._stems.isdisjoint(stems):
            return True
        if order.tax_id and order.tax_id in self._tax_ids:
            return True
        if self._days and order.created_at.date() in self._days:
            return True
        return bool(self._phones) and phone_of(order.phone) in self._phones


def is_of_its_time(claim: Claim, order: Order) -> bool:
    """Tell whether money came so soon after an order that a sum alone may speak for it."""
    if -_EARLY_DAYS <= claim.day.toordinal() - order.created_at.toordinal() <= _SOON_DAYS:
        return True
    closed = order.closed_at
    if closed is None or claim.moment is None:
        return False
    return abs((claim.day - closed.date()).days) <= _EARLY_DAYS


def is_one_customer(one: Order, other: Order) -> bool:
    """Tell whether two orders are one customer's, by his phone or his tax number."""
    if one.tax_id and one.tax_id == other.tax_id:
        return True
    return bool(one.phone) and phone_of(one.phone) == phone_of(other.phone)
