"""Leads payments that name no payout to the batch that took them, by the terms and by sums."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reconciliation.matching.sums import few_making_up, only_subset, subset
from reconciliation.records import Payment, Payout

LATEST = dt.timedelta(days=40)
_SLACK = dt.timedelta(days=1)
LONGEST_WAIT = dt.timedelta(days=30)
_MOST_CHANGES = 300
_MOST_TRIED = 22
_MOST_PERIODS = 14
_FEW = 3
_SMALL_PART = 4


@dataclass(frozen=True, slots=True)
class Sum:
    """What some payments come to before and after fees."""

    gross: int = 0
    net: int = 0

    def plus(self, other: "Sum") -> "Sum":
        """Add some."""
        return Sum(self.gross + other.gross, self.net + other.net)

    def minus(self, other: "Sum") -> "Sum":
        """Take some away."""
        return Sum(self.gross - other.gross, self.net - other.net)


NOTHING = Sum()


Days = tuple[dt.date, dt.date]
"""The first and the last day on which payments should be paid out."""


class Named(NamedTuple):
    """A payment that names its payout, and the day that its batch has in common by the terms."""

    amount: Sum
    day: dt.date


Listed = Callable[[], Collection[Named]]
"""Gives the payments that name a payout, one by one: its sums may be without a charge of them."""


class Period(NamedTuple):
    """The payments of a day, a week or a cut-off that no payout has taken yet.

    `day` is what all of them have in common by the terms.
    """

    days: Days
    payments: list[Payment]
    day: dt.date


def wanted_of(payout: Payout, listed: Sum) -> Sum:
    """Give what a payout wants beside the payments that name it."""
    return Sum(payout.gross, payout.gross - payout.fee).minus(listed)


def may_ride(days: Days, payout: Payout) -> bool:
    """Tell whether payments that should be paid out on some days may ride in a payout."""
    return days[0] <= payout.paid_on <= days[1] + LATEST


def _told_periods(
    payout: Payout, wanted: Sum, near: list[Period], listed: Listed
) -> frozenset[str]:
    """See whether what is left of the days of which others name the payout makes it up."""
    told = {each.day for each in listed()}
    return _whole_periods(payout, wanted, [each for each in near if each.day in told], listed)


def _whole_periods(payout: Payout, wanted: Sum, near: list[Period], _: Listed) -> frozenset[str]:
    """See whether whole periods make up the payout: its own, or with what was carried on."""
    own_first = sorted(near, key=lambda each: abs((each.days[0] - payout.paid_on).days))
    totals = [(each, _sum(each.payments)) for each in own_first[:_MOST_PERIODS]]
    items = [(each, (total.gross, total.net)) for each, total in totals]
    chosen = subset(items, (wanted.gross, wanted.net)) or ()
    return frozenset(payment.key for period in chosen for payment in period.payments)


def _some_payments(payout: Payout, wanted: Sum, near: list[Period], _: Listed) -> frozenset[str]:
    """See whether some payments make up the payout: its own days' but a few, or a few others."""
    own = [each for period in near if _is_own(period, payout) for each in period.payments]
    other = [each for period in near if not _is_own(period, payout) for each in period.payments]
    over = _sum(own).minus(wanted)
    less = [(each.key, (each.gross, each.net)) for each in own]
    more = [(each.key, (-each.gross, -each.net)) for each in other]
    is_one_sum = all(each.gross == each.net for each in (*own, *other))
    wants_away = (over.gross, over.net)
    few = few_making_up([*less, *more][-_MOST_CHANGES:], wants_away, is_one_sum=is_one_sum)
    if not few and more:
        few = few_making_up(less[-_MOST_CHANGES:], wants_away, is_one_sum=is_one_sum)
    if few:
        return frozenset({each.key for each in own} ^ set(few))
    alone = only_subset(less, (wanted.gross, wanted.net))
    if alone or is_one_sum:
        return frozenset(alone)
    both = [(each.key, (each.gross, each.net)) for each in (*own, *other)]
    if len(both) > _MOST_TRIED:
        return frozenset()
    return frozenset(subset(both, (wanted.gross, wanted.net)) or ())


def _beside_uncounted(
    payout: Payout, wanted: Sum, near: list[Period], listed: Listed
) -> frozenset[str]:
    """See whether whole periods, or all but a payment, make it up without a charge that names it.

    Some batches name a charge that their sums are without. Only one way to leave it out counts.
    """
    own = [each for period in near if _is_own(period, payout) for each in period.payments]
    total, found = _sum(own), set()
    singly = {Sum(each.gross, each.net): each.key for each in own}
    for charge in set(_charges(listed)):
        beside = wanted.plus(charge)
        if beside == NOTHING:
            continue
        chosen = _whole_periods(payout, beside, near, listed)
        less = singly.get(total.minus(beside))
        if not chosen and less is not None:
            chosen = frozenset(each.key for each in own if each.key != less)
        if chosen:
            found.add(chosen)
    return found.pop() if len(found) == 1 else frozenset()


def _its_own_days(
    payout: Payout, wanted: Sum, near: list[Period], listed: Listed
) -> frozenset[str]:
    """Where nothing adds up, believe the days.

    That is done where a payout then lacks less than without; where the terms leave no other day;
    and where it has nearly all of its days already, so that a few more are hardly of another. It
    is not where all that it lacks is a charge that names it and that its sums are without.
    """
    if any(wanted.plus(charge) == NOTHING for charge in _charges(listed)):
        return frozenset()
    periods = [each for each in near if _is_own(each, payout)]
    own = [payment for period in periods for payment in period.payments]
    total = _sum(own).gross
    lacks_less = abs(wanted.gross - total) < abs(wanted.gross)
    is_sure = all(each.days == (payout.paid_on, payout.paid_on) for each in periods)
    are_few = len(own) <= _FEW and abs(total) * _SMALL_PART <= payout.gross
    return frozenset(each.key for each in own) if lacks_less or is_sure or are_few else frozenset()


def _charges(listed: Listed) -> Iterator[Sum]:
    """Give the charges of what names a payout."""
    return (each.amount for each in listed() if each.amount.gross > 0)


def _is_own(period: Period, payout: Payout) -> bool:
    return period.days[0] <= payout.paid_on <= period.days[1] + _SLACK


def _sum(payments: Collection[Payment]) -> Sum:
    return Sum(sum(each.gross for each in payments), sum(each.net for each in payments))


ROUNDS: tuple[Callable[[Payout, Sum, list[Period], Listed], frozenset[str]], ...] = (
    _told_periods,
    _whole_periods,
    _some_payments,
    _beside_uncounted,
    _its_own_days,
)
"""How payouts choose of the periods near, the surest first; each takes what is left."""
