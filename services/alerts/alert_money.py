"""What triggers look at of tills and refunds."""

import datetime as dt
from collections.abc import Iterable, Sequence

from alerts.alert import Alert
from alerts.facts import Refund, TillHeld
from services.alerts.alert_ports import Mark
from services.cash.list_refunds import refund_seen
from services.ports import Books
from services.shop import Shop

REFUNDS_REACH = dt.timedelta(days=14)
"""A refund older than this is no news any more, however long the bot was away."""
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
