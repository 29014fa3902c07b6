"""What triggers look at of tills, refunds, and of all the money there is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from alerts.alert import Alert
from alerts.facts import Due, MoneyDay, OnHand, Payment, Refund, TillHeld
from alerts.odd_expense import middle
from alerts.parties import party_key
from ledger.money import Money
from ledger.places import place_of
from services.alerts.alert_ports import Mark
from services.book_ports import BalanceRow
from services.cash.list_refunds import refund_seen
from services.ports import Books
from services.shop import Shop

WEEKS_SEEN = 8
"""What usually comes and goes is seen from so many weeks."""
MONTHS, NEAR = 3, 4
"""What was paid so many months on, within so many days of the same day, is due again."""
REFUNDS_REACH = dt.timedelta(days=14)
"""A refund older than this is no news any more, however long the bot was away."""
_DAY = dt.timedelta(days=1)
_MONTH_DAYS = 30
_ODD_REFUND = "odd_refund"


def tills_now(books: Books, shop: Shop) -> tuple[TillHeld, ...]:
    """Give what each till has, in the shop's currency."""
    return tuple(
        TillHeld(
            each.key, each.name(shop.language), books.balances.of(each.key, shop.base_currency)
        )
        for each in books.accounts.tills()
    )


def refunds_now(
    books: Books, shop: Shop, mark: Mark, standing: Sequence[Alert]
) -> tuple[Refund, ...]:
    """Give the refunds that were not looked at yet, and those that alerts are about."""
    told = {
        int(str(each.finding.said["number"]))
        for each in standing
        if each.finding.trigger == _ODD_REFUND
    }
    since = shop.day_of(mark.through) - REFUNDS_REACH
    return refunds_of(books, shop, {*books.links.untold(since), *told})


def refunds_of(books: Books, shop: Shop, numbers: Iterable[int]) -> tuple[Refund, ...]:
    """Give refunds with the sales that they pay back; what was taken back is left out."""
    wanted = sorted(numbers)
    names = {each.actor: each.name for each in books.people.all()} if wanted else {}
    found = []
    for number in wanted:
        posted = books.journal.find(number)
        if posted is None or posted.reversed_by is not None:
            continue
        seen, entry = refund_seen(books, posted), posted.entry
        found.append(
            Refund(
                record=f"cash:{entry.origin.source}:{entry.origin.external_id}",
                number=number,
                amount=seen.amount,
                over=seen.over,
                is_own=seen.is_own,
                is_broken=seen.is_broken,
                who=names.get(posted.decided_by, posted.decided_by),
                day=entry.belongs_on or entry.booked_on,
                known_on=shop.day_of(posted.recorded_at),
            )
        )
    return tuple(found)


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
