"""How fresh the sources of a result are, and what else of it is not settled yet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from ledger.days import Days
from ledger.money import Money
from reports.told_results import SourceSeen, Unsettled
from services.bank.bank_health import SILENT, feed_of
from services.exceptions.exception_ports import AtStake
from services.intake.see_crm import CrmSeen, crms_seen
from services.ports import Books
from services.posting import shop_of


def sources_seen(books: Books, now: dt.datetime) -> tuple[SourceSeen, ...]:
    """Give the shop's bank accounts and CRMs, with how far each is known."""
    return (*_banks(books, now), *(_crm(books, each, now) for each in crms_seen(books)))


def unsettled(books: Books, days: Days, now: dt.datetime) -> tuple[Unsettled, ...]:
    """Give what of some days still waits for somebody, by currency: it may move the result."""
    stake = {each.currency: each for each in books.exceptions.at_stake(days)}
    asked: dict[str, list[int]] = defaultdict(list)
    shop = shop_of(books)
    for draft in books.drafts.unanswered(now):
        day = draft.known.booked_on or shop.day_of(draft.asked_at)
        if days.first <= day <= days.last:
            amount = draft.known.amount or Money.zero(shop.base_currency)
            asked[amount.currency].append(amount.minor)
    return tuple(
        _unsettled(currency, stake.get(currency), asked.get(currency, []))
        for currency in sorted({*stake, *asked})
    )


def _unsettled(currency: str, stake: AtStake | None, asked: list[int]) -> Unsettled:
    return Unsettled(
        0 if stake is None else stake.count,
        Money(0 if stake is None else stake.minor, currency),
        len(asked),
        Money(sum(asked), currency),
    )


def _banks(books: Books, now: dt.datetime) -> Iterator[SourceSeen]:
    shop = shop_of(books)
    for account in books.banks.accounts():
        feed = feed_of(books, account)
        through = None if feed is None else feed.through
        yield SourceSeen(
            account.key,
            books.banks.last_line_on(account.id),
            None if through is None else shop.local(through),
            _silence(through, now),
        )


def _crm(books: Books, seen: CrmSeen, now: dt.datetime) -> SourceSeen:
    shop, through = shop_of(books), seen.through
    return SourceSeen(
        seen.connection.name,
        None,
        None if through is None else shop.local(through),
        _silence(through, now),
        is_crm=True,
    )


def _silence(through: dt.datetime | None, now: dt.datetime) -> dt.timedelta | None:
    """Give for how long a source that is read by itself has told nothing, once that is long."""
    if through is None or now - through < SILENT:
        return None
    return now - through
