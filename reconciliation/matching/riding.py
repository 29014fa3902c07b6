"""Keeps which payment of a merchant rode in which payout, where none is told.

Payouts choose one after another, in rounds, each of what those before it left. So a payout
chooses again only where a period near it may have been left otherwise than before.
"""

import datetime as dt
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from reconciliation.matching.batches import (
    LATEST,
    LONGEST_WAIT,
    NOTHING,
    ROUNDS,
    Days,
    Named,
    Period,
    Sum,
    may_ride,
    wanted_of,
)
from reconciliation.records import Payment, Payout, by_size, id_of
from reconciliation.terms import Terms

_Place = tuple[dt.date, tuple[int, int, str], str]
_When = tuple[int, _Place]
_Taken = dict[dt.date, frozenset[str]]
_NONE: frozenset[str] = frozenset()
_NOTHING_TAKEN: _Taken = {}


@dataclass(slots=True)
class _Kept:
    """A period's payments in order of time, its days, and what was taken of them, and when."""

    payments: list[Payment]
    days: Days
    taken: dict[_When, frozenset[str]] = field(default_factory=dict)

    def left_at(self, when: _When) -> list[Payment]:
        """Give what the payouts before one have left."""
        gone = [keys for each, keys in self.taken.items() if each < when]
        if not gone:
            return self.payments
        if sum(map(len, gone)) == len(self.payments):
            return []
        taken = _NONE.union(*gone)
        return [each for each in self.payments if each.key not in taken]


class Riding:
    """The payments of one merchant that name no payout, and the payouts that took them."""

    def __init__(self, terms: Terms, refused: Collection[tuple[str, str]]) -> None:
        """Take the terms, and the pairs of payment and payout that a person refused."""
        self._terms = terms
        self._refused = refused
        self._members: dict[dt.date, dict[str, Payment]] = {}
        self._periods: dict[dt.date, _Kept] = {}
        self._by_days: list[tuple[Days, dt.date]] = []
        self._payouts: dict[str, Payout] = {}
        self._in_turn: list[_Place] = []
        self._chosen: dict[str, tuple[int, _Taken]] = {}
        self._anew: set[str] = set()
        self._moved: set[dt.date] = set()
        self._touched: dict[Days, None] = {}
        self._before: dict[str, str | None] = {}
        self.payout_of: dict[str, str] = {}

    def put_payment(self, payment: Payment, *, is_there: bool) -> None:
        """Take a payment that names no payout, or that it is gone as it was."""
        day = self._terms.batch_of(payment.provider, payment.created_at.date())
        self._moved.add(day)
        members = self._members.setdefault(day, {})
        if is_there:
            members[payment.key] = payment
            return
        members.pop(payment.key, None)
        kept = self._periods.get(day)
        for (turn, place), keys in list(kept.taken.items()) if kept is not None else ():
            if payment.key in keys:
                _, taken = self._chosen[place[-1]]
                self._choose(place, turn, _without(taken, day, payment.key))
                self._anew.add(place[-1])

    def put_payout(self, key: str, payout: Payout | None) -> None:
        """Take a payout as it is now, or that it is gone."""
        before = self._payouts.pop(key, None)
        if before is not None:
            place = _place_of(before)
            self._choose(place, 0, {})
            self._in_turn.remove(place)
            self._anew.discard(key)
        if payout is not None:
            self._payouts[key] = payout
            insort(self._in_turn, _place_of(payout))
            self._anew.add(key)

    def touch(self, payout: str) -> None:
        """Hear that other payments than before name a payout."""
        if payout in self._payouts:
            self._anew.add(payout)

    def update(
        self, listed: Mapping[str, Sum], named: Callable[[str], Collection[Named]]
    ) -> dict[str, tuple[str | None, str | None]]:
        """Let payouts choose; give the payments that ride otherwise, and in what then and now.

        `listed` is what the payments that name a payout come to, `named` gives them one by one.
        """
        for day in self._moved:
            self._renew(day)
        self._moved = set()
        for turn in range(len(ROUNDS)):
            for place in self._in_turn:
                self._let_choose(turn, place, listed, named)
        before, self._before = self._before, {}
        self._anew, self._touched = set(), {}
        rides = self.payout_of.get
        return {key: (was, rides(key)) for key, was in before.items() if was != rides(key)}

    def _let_choose(
        self,
        turn: int,
        place: _Place,
        listed: Mapping[str, Sum],
        named: Callable[[str], Collection[Named]],
    ) -> None:
        """Let a payout choose in a round, if it took nothing yet and may find otherwise."""
        key = place[-1]
        taken_in, before = self._chosen.get(key, (len(ROUNDS), _NOTHING_TAKEN))
        if taken_in < turn or not (key in self._anew or self._is_near_touched(place[0])):
            return
        payout, now = self._payouts[key], _NOTHING_TAKEN
        wanted = wanted_of(payout, listed.get(key, NOTHING))
        if wanted != NOTHING:
            near = self._near(payout, (turn, place))
            now = _by_day(ROUNDS[turn](payout, wanted, near, partial(named, key)), near)
        if taken_in == turn and not now:
            self._anew.add(key)  # it is to choose in a later round now
        if now != (before if taken_in == turn else _NOTHING_TAKEN):
            self._choose(place, turn, now)

    def _is_near_touched(self, day: dt.date) -> bool:
        return any(first <= day <= last + LATEST for first, last in self._touched)

    def _near(self, payout: Payout, when: _When) -> list[Period]:
        """Give the periods, by their first day, whose payments may ride in a payout."""
        start = bisect_left(self._by_days, payout.paid_on - LATEST - LONGEST_WAIT, key=_first_day)
        end = bisect_right(self._by_days, payout.paid_on, key=_first_day)
        found = []
        for days, day in self._by_days[start:end]:
            if may_ride(days, payout) and (left := self._periods[day].left_at(when)):
                found.append(Period(days, left, day))
        return found

    def _renew(self, day: dt.date) -> None:
        """Put a period anew whose payments are other than before."""
        before, members = self._periods.pop(day, None), self._members[day]
        if before is not None:
            self._by_days.remove((before.days, day))
            self._touched[before.days] = None
        if not members:
            del self._members[day]
            return
        payments = sorted(members.values(), key=lambda each: (each.created_at, each.key))
        last = payments[-1]
        days = self._terms.payout_days(last.provider, last.created_at.date())
        self._periods[day] = _Kept(payments, days, before.taken if before is not None else {})
        insort(self._by_days, (days, day))
        self._touched[days] = None

    def _choose(self, place: _Place, turn: int, now: _Taken) -> None:
        """Have a payout take just these payments, instead of what it had."""
        payout = place[-1]
        taken_in, before = self._chosen.pop(payout, (turn, _NOTHING_TAKEN))
        for day in before:
            del self._periods[day].taken[taken_in, place]
            self._touched[self._periods[day].days] = None
        if now:
            self._chosen[payout] = (turn, now)
        for day, keys in now.items():
            self._periods[day].taken[turn, place] = keys
            self._touched[self._periods[day].days] = None
        self._tell(payout, _NONE.union(*before.values()), _NONE.union(*now.values()))

    def _tell(self, payout: str, before: frozenset[str], now: frozenset[str]) -> None:
        """Keep where payments ride now, and where they did before anything changed."""
        for key in before ^ now:
            rides = self.payout_of.get(key)
            self._before.setdefault(key, rides)
            if key in now and (key, payout) not in self._refused:
                self.payout_of[key] = payout
            elif rides == payout:
                del self.payout_of[key]


def _by_day(keys: Collection[str], near: list[Period]) -> _Taken:
    """Part what a payout takes by the periods that it is of."""
    if not keys:
        return _NOTHING_TAKEN
    taken = ((day, frozenset(each.key for each in left)) for _, left, day in near)
    return {day: some for day, all_left in taken if (some := all_left.intersection(keys))}


def _without(taken: _Taken, day: dt.date, key: str) -> _Taken:
    """Leave a payment of a period out."""
    rest = {**taken, day: taken[day] - {key}}
    return {each: keys for each, keys in rest.items() if keys}


def _first_day(period: tuple[Days, dt.date]) -> dt.date:
    return period[0][0]


def _place_of(payout: Payout) -> _Place:
    return (payout.paid_on, by_size(id_of(payout.key)), payout.key)
