"""Leads payments that name no payout to the batch that took them, by the terms and by sums."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reconciliation.matching.sums import few_making_up, subset
from reconciliation.records import Payment, Payout, by_size, id_of
from reconciliation.terms import Terms

_LATEST = dt.timedelta(days=40)
_SLACK = dt.timedelta(days=1)
_LONGEST_WAIT = dt.timedelta(days=30)
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

    def plus(self, payment: Payment) -> "Sum":
        """Add a payment."""
        return Sum(self.gross + payment.gross, self.net + payment.net)

    def minus(self, other: "Sum") -> "Sum":
        """Take some away."""
        return Sum(self.gross - other.gross, self.net - other.net)


NOTHING = Sum()


@dataclass
class _Period:
    """The payments of a day, a week or a cut-off that no payout has taken yet."""

    days: tuple[dt.date, dt.date]
    payments: list[Payment]

    def take(self, keys: Collection[str]) -> None:
        """Leave out what a payout took."""
        self.payments = [each for each in self.payments if each.key not in keys]


def lead_to_batches(
    payouts: Iterable[Payout], payments: Iterable[Payment], listed: Mapping[str, Sum], terms: Terms
) -> dict[str, str]:
    """Give the payout of each payment of one merchant that names none, where it has come.

    `listed` is what the payments that name a payout come to.
    """
    ordered = sorted(payouts, key=lambda each: (each.paid_on, by_size(id_of(each.key))))
    groups: dict[dt.date, list[Payment]] = defaultdict(list)
    for payment in payments:
        groups[terms.batch_of(payment.provider, payment.created_at.date())].append(payment)
    periods = [_period(members, terms) for _, members in sorted(groups.items())]
    periods.sort(key=lambda each: each.days)
    firsts = [each.days[0] for each in periods]
    found: dict[str, str] = {}
    left = [
        (payout, wanted)
        for payout in ordered
        if (wanted := _wanted(payout, listed.get(payout.key, NOTHING))) != NOTHING
    ]
    for choose in (_whole_periods, _some_payments, _its_own_days):
        still = []
        for payout, wanted in left:
            near = _near(periods, firsts, payout)
            taken = choose(payout, wanted, near)
            found.update(dict.fromkeys(taken, payout.key))
            for period in near:
                period.take(taken)
            if not taken:
                still.append((payout, wanted))
        left = still
    return found


def _period(members: list[Payment], terms: Terms) -> _Period:
    members.sort(key=lambda each: (each.created_at, each.key))
    days = terms.payout_days(members[0].provider, members[-1].created_at.date())
    return _Period(days, members)


def _wanted(payout: Payout, listed: Sum) -> Sum:
    return Sum(payout.gross, payout.gross - payout.fee).minus(listed)


def _near(periods: list[_Period], firsts: list[dt.date], payout: Payout) -> list[_Period]:
    """Give the periods, by their first day, whose payments may ride in a payout."""
    start = bisect_left(firsts, payout.paid_on - _LATEST - _LONGEST_WAIT)
    end = bisect_right(firsts, payout.paid_on)
    return [each for each in periods[start:end] if each.payments and _may_ride(each, payout)]


def _may_ride(period: _Period, payout: Payout) -> bool:
    return period.days[0] <= payout.paid_on <= period.days[1] + _LATEST


def _whole_periods(payout: Payout, wanted: Sum, near: list[_Period]) -> frozenset[str]:
    """See whether whole periods make up the payout: its own, or with what was carried on."""
    own_first = sorted(near, key=lambda each: abs((each.days[0] - payout.paid_on).days))
    totals = [(each, _sum(each.payments)) for each in own_first[:_MOST_PERIODS]]
    items = [(each, (total.gross, total.net)) for each, total in totals]
    chosen = subset(items, (wanted.gross, wanted.net)) or ()
    return frozenset(payment.key for period in chosen for payment in period.payments)


def _some_payments(payout: Payout, wanted: Sum, near: list[_Period]) -> frozenset[str]:
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
    both = [(each.key, (each.gross, each.net)) for each in (*own, *other)]
    if is_one_sum or len(both) > _MOST_TRIED:
        return frozenset()
    return frozenset(subset(both, (wanted.gross, wanted.net)) or ())


def _its_own_days(payout: Payout, wanted: Sum, near: list[_Period]) -> frozenset[str]:
    """Where nothing adds up, believe the days.

    That is done where a payout then lacks less than without; where the terms leave no other day;
    and where it has nearly all of its days already, so that a few more are hardly of another.
    """
    periods = [each for each in near if _is_own(each, payout)]
    own = [payment for period in periods for payment in period.payments]
    total = _sum(own).gross
    lacks_less = abs(wanted.gross - total) < abs(wanted.gross)
    is_sure = all(each.days == (payout.paid_on, payout.paid_on) for each in periods)
    are_few = len(own) <= _FEW and abs(total) * _SMALL_PART <= payout.gross
    return frozenset(each.key for each in own) if lacks_less or is_sure or are_few else frozenset()


def _is_own(period: _Period, payout: Payout) -> bool:
    return period.days[0] <= payout.paid_on <= period.days[1] + _SLACK


def _sum(payments: Iterable[Payment]) -> Sum:
    total = NOTHING
    for payment in payments:
        total = total.plus(payment)
    return total
