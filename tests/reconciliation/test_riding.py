"""Payments that name no payout ride in the same ones, whenever and in whatever order they came."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from reconciliation.matching.batches import Named, Sum
from reconciliation.matching.riding import Riding
from reconciliation.records import Payment, Payout
from reconciliation.terms import Provider, Terms

DAY = dt.date(2026, 9, 1)
WAYS = {
    "day": Provider("easycard"),
    "week": Provider("easycard", batch="week", after=(2, 4)),
    "cutoff": Provider("easycard", batch="cutoff", weekdays=frozenset({2, 5})),
}


def payments_and_payouts(chance: Random) -> tuple[list[Payment], list[Payout]]:
    """Make payments, and payouts of runs of them that lack one or have a stranger's money."""
    payments = []
    for number in range(chance.randint(4, 24)):
        day = DAY + dt.timedelta(chance.randint(0, 24))
        at = dt.datetime.combine(day, dt.time(9, number))
        gross = chance.randint(1, 9) * 1_000
        fee = gross // (50 + number % 3)
        payments.append(
            Payment(
                f"payment:{number}", "easycard", "M-1", "", at, "charge", "UAH",
                gross, fee, gross - fee,
            )
        )  # fmt: skip
    payments.sort(key=lambda each: each.created_at)
    payouts, start = [], 0
    while start < len(payments):
        run = payments[start : start + chance.randint(1, 6)]
        start += len(run)
        some = run[chance.randint(0, 1) :]
        gross = sum(each.gross for each in some) + chance.choice((0, 0, 0, 700))
        fee = sum(each.fee for each in some)
        on = run[-1].created_at.date() + dt.timedelta(chance.randint(1, 5))
        payouts.append(
            Payout(f"payout:{start}", "easycard", "M-1", on, "UAH", gross, fee, gross - fee)
        )
    return payments, payouts


class Watched:
    """Records as they are now, and what was told of where they ride."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.riding = Riding(terms, ())
        self.listed: dict[str, Sum] = {}
        self.there: dict[str, Payment | Payout] = {}
        self.told: dict[str, str] = {}

    def put(self, record: Payment | Payout) -> None:
        self.there[record.key] = record
        _put(self.riding, record)

    def take(self, key: str) -> None:
        gone = self.there.pop(key)
        if isinstance(gone, Payment):
            self.riding.put_payment(gone, is_there=False)
        else:
            self.riding.put_payout(key, None)

    def look(self) -> None:
        """Hold what was told bit by bit to what comes of all at once."""
        for key, (was, now) in self.riding.update(self.listed, self.named).items():
            assert self.told.pop(key, None) == was
            if now is not None:
                self.told[key] = now
        anew = Riding(self.terms, ())
        for each in self.there.values():
            _put(anew, each)
        anew.update(self.listed, self.named)
        assert self.told == self.riding.payout_of == anew.payout_of

    def named(self, payout: str) -> list[Named]:
        """Give the one charge that names a payout, if any does."""
        return [Named(self.listed[payout], DAY)] if payout in self.listed else []


def _put(riding: Riding, record: Payment | Payout) -> None:
    if isinstance(record, Payment):
        riding.put_payment(record, is_there=True)
    else:
        riding.put_payout(record.key, record)


def _changed(record: Payment | Payout) -> Payment | Payout:
    if isinstance(record, Payment):
        return replace(record, gross=record.gross + 700, net=record.net + 700)
    return replace(record, paid_on=record.paid_on + dt.timedelta(3))


@pytest.mark.parametrize("way", WAYS)
def test_what_rides_where_never_depends_on_when_it_came(way: str) -> None:
    riding = 0
    for seed in range(12):
        chance = Random(seed)
        payments, payouts = payments_and_payouts(chance)
        records: list[Payment | Payout] = [*payments, *payouts]
        chance.shuffle(records)
        watched = Watched(Terms(providers={"easycard": WAYS[way]}))
        for record in records:
            watched.put(record)
            if chance.random() < 0.5:
                watched.look()
        watched.look()
        riding += len(watched.told)
        for record in chance.sample(records, 5):
            watched.take(record.key)
            if chance.random() < 0.6:
                watched.put(_changed(record))
            elif payouts[0].key in watched.there:
                watched.listed[payouts[0].key] = Sum(1_000, 980)
                watched.riding.touch(payouts[0].key)
            watched.look()
    assert riding > 0
