"""Leads payments that name no payout to the batch that took them, by the terms and by sums."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from reconciliation.matching.sums import subset
from reconciliation.records import Payment, Payout, by_size, id_of
from reconciliation.terms import Terms

_LATEST = dt.timedelta(days=40)
_SLACK = dt.timedelta(days=1)
_MOST_MOVED = 3
_MOST_TRIED = 24


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
class _Batch:
    payout: Payout
    wanted: Sum
    tentative: list[Payment] = field(default_factory=list)

    @property
    def over(self) -> Sum:
        """Give what the payments come to beyond what the payout says."""
        return _sum(self.tentative).minus(self.wanted)


def lead_to_batches(
    payouts: Iterable[Payout], payments: Iterable[Payment], listed: Mapping[str, Sum], terms: Terms
) -> dict[str, str]:
    """Give the payout of each payment of one merchant that names none, where it has come.

    `listed` is what the payments that name a payout come to.
    """
    ordered = sorted(payouts, key=lambda each: (each.paid_on, by_size(id_of(each.key))))
    batches = [_batch(each, listed.get(each.key, NOTHING)) for each in ordered]
    groups: dict[dt.date, list[Payment]] = defaultdict(list)
    for payment in payments:
        groups[terms.batch_of(payment.provider, payment.created_at.date())].append(payment)
    for _, members in sorted(groups.items()):
        members.sort(key=lambda each: (each.created_at, each.key))
        days = terms.payout_days(members[0].provider, members[-1].created_at.date())
        home = _home(batches, days, members)
        if home is not None:
            home.tentative.extend(members)
    _move_on(batches)
    return {payment.key: batch.payout.key for batch in batches for payment in batch.tentative}


def _batch(payout: Payout, listed: Sum) -> _Batch:
    return _Batch(payout, Sum(payout.gross, payout.gross - payout.fee).minus(listed))


def _home(
    batches: list[_Batch], days: tuple[dt.date, dt.date], members: list[Payment]
) -> _Batch | None:
    """Choose the batch of a period: paid on its days if there is one, else the next."""
    first, last = days
    open_ones = [each for each in batches if each.wanted != NOTHING]
    on_days = [each for each in open_ones if first <= each.payout.paid_on <= last + _SLACK]
    together = _sum(members)
    for batch in on_days:
        if batch.wanted.minus(_sum(batch.tentative)) == together:
            return batch
    wanting = [each for each in on_days if each.payout.paid_on <= last and not each.tentative]
    later = [each for each in open_ones if first <= each.payout.paid_on <= last + _LATEST]
    fitting = [each for each in later if each.wanted.minus(_sum(each.tentative)) == together]
    return next(iter([*wanting, *fitting, *later]), None)


def _move_on(batches: list[_Batch]) -> None:
    """Let payments ride in a later batch where that makes both come out."""
    waiting: list[Payment] = []
    for batch in batches:
        recent = [each for each in waiting if _may_ride(each, batch.payout)]
        riders, left_out = _balance(batch, recent)
        taken = {each.key for each in riders}
        out = {each.key for each in left_out}
        batch.tentative = [each for each in batch.tentative if each.key not in out] + riders
        waiting = [each for each in waiting if each.key not in taken] + left_out


def _may_ride(payment: Payment, payout: Payout) -> bool:
    return payout.paid_on - payment.created_at.date() <= _LATEST


def _balance(batch: _Batch, recent: list[Payment]) -> tuple[list[Payment], list[Payment]]:
    """Find what must come in and what must stay out for the batch to come out."""
    over = batch.over
    if over == NOTHING:
        return [], []
    for leave_all in (False, True):
        found = _change(batch, recent, leave_all=leave_all)
        if found is not None:
            return found
    return [], []


def _change(
    batch: _Batch, recent: list[Payment], *, leave_all: bool
) -> tuple[list[Payment], list[Payment]] | None:
    """Find a few changes, or else the few of all that come to what is wanted."""
    own = batch.tentative
    over = batch.over
    if leave_all:
        if len(own) + len(recent) > _MOST_TRIED:
            return None
        both = [(each, (each.gross, each.net)) for each in (*own, *recent)]
        stay = subset(both, (batch.wanted.gross, batch.wanted.net))
        if stay is None:
            return None
        keys = {each.key for each in stay}
        return [e for e in recent if e.key in keys], [e for e in own if e.key not in keys]
    changes = [(each, (each.gross, each.net)) for each in own[-_MOST_TRIED:]]
    changes += [(each, (-each.gross, -each.net)) for each in recent[-_MOST_TRIED:]]
    for count in range(1, _MOST_MOVED + 1):
        for group in combinations(changes, count):
            gross = sum(amounts[0] for _, amounts in group)
            if gross == over.gross and sum(amounts[1] for _, amounts in group) == over.net:
                moved = {each.key for each, _ in group}
                return [e for e in recent if e.key in moved], [e for e in own if e.key in moved]
    return None


def _sum(payments: Iterable[Payment]) -> Sum:
    total = NOTHING
    for payment in payments:
        total = total.plus(payment)
    return total
