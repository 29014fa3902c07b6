"""All the money there is, how that usually changes, and what is known to be due."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from alerts.facts import Due, MoneyDay, OnHand, Payment
from alerts.odd_expense import middle
from alerts.parties import party_key
from ledger.money import Money
from ledger.places import place_of
from services.book_ports import BalanceRow
from services.ports import Books

WEEKS_SEEN = 8
"""What usually comes and goes is seen from so many weeks."""
MONTHS, NEAR = 3, 4
"""What was paid so many months on, within so many days of the same day, is due again."""
_DAY = dt.timedelta(days=1)
_MONTH_DAYS = 30


def on_hand_on(books: Books, currency: str, today: dt.date) -> OnHand:
    """Give what there was when a day began, how that usually changes, and what is due.

    What is paid every month is taken out of the days, since it is due on days of its own.
    """
    yesterday = today - _DAY
    days = [today - back * _DAY for back in range(WEEKS_SEEN * 7, 0, -1)]
    begun = books.journal.begun_on()
    days = [each for each in days if begun is not None and each >= begun]
    held = _held(books.figures.at_end_of(yesterday), currency)
    moved = books.figures.on_each(days)
    since = today - dt.timedelta(days=_MONTH_DAYS * (MONTHS + 1))
    paid = [
        each
        for each in books.alert_facts.payments_since(since)
        if each.amount.currency == currency and each.day < today
    ]
    monthly = list(_monthly(paid, today))
    known: dict[dt.date, int] = defaultdict(int)
    for each in (payment for payments in monthly for payment in payments):
        known[each.day] += each.amount.minor
    changes = tuple(
        MoneyDay(day, _held(moved.get(day, ()), currency) + known[day]) for day in days
    )
    due = tuple(sorted((_due(each) for each in monthly), key=lambda each: each.day))
    return OnHand(Money(held, currency), changes, due)


def _held(rows: Iterable[BalanceRow], currency: str) -> int:
    return sum(
        row.balance.minor
        for row in rows
        if row.currency == currency and place_of(row.account) is not None
    )


def _monthly(paid: Sequence[Payment], today: dt.date) -> Iterator[Sequence[Payment]]:
    """Give what was paid once in each of the last months, about the same day, the oldest first."""
    for payments in _alike(paid).values():
        if len(payments) != MONTHS and len(payments) != MONTHS + 1:
            continue
        gaps = [(later.day - earlier.day).days for earlier, later in pairwise(payments)]
        is_regular = all(abs(each - _MONTH_DAYS) <= NEAR for each in gaps)
        is_live = (today - payments[-1].day).days <= _MONTH_DAYS + NEAR
        if is_regular and is_live:
            yield payments


def _alike(paid: Iterable[Payment]) -> Mapping[tuple[str, str], list[Payment]]:
    found: dict[tuple[str, str], list[Payment]] = defaultdict(list)
    for each in paid:
        if each.party or each.kind:
            found[party_key(each.party), each.kind or ""].append(each)
    return found


def _due(payments: Sequence[Payment]) -> Due:
    day = payments[-1].day + dt.timedelta(days=_MONTH_DAYS)
    return Due(day, middle([each.amount.minor for each in payments]))
