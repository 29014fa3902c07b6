"""How the connections to banks do: what is silent, since when, and whose turn it is."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money
from services.bank.bank_feed_types import BankConnection, BankFeed
from services.bank.bank_ports import BankAccount
from services.ports import Books
from services.source_trouble import Trouble

CONSENT_DAYS = 14
"""So long before an owner's agreement ends it shows."""
_TOLD_ON = frozenset({14, 7, 3, 1, 0})
"""So many days before, somebody is told without asking."""
SILENT = dt.timedelta(hours=6)
"""What a bank does for a shorter time is its own affair, unless it waits for a person."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ConnectionSeen:
    """A connection as it stands."""

    connection: BankConnection
    silent_for: dt.timedelta | None
    """Since it last told anything, or failed first; None while all is well."""
    consent_days: int | None
    """How many days the owner's agreement still holds, once these are few."""

    @property
    def trouble(self) -> Trouble | None:
        """Give what is wrong."""
        return self.connection.trouble

    @property
    def wants_word(self) -> bool:
        """Say whether somebody should hear of it."""
        if self.trouble is not None and self.trouble.wants_person:
            return True
        is_silent = self.silent_for is not None and self.silent_for >= SILENT
        return is_silent or self.consent_days in _TOLD_ON


@dataclass(frozen=True, slots=True)
class FeedSeen:
    """How far an account is read through a connection."""

    through: dt.datetime
    """Up to when all is read."""
    told: Money | None
    """What the bank says that the account holds."""


def see_connections(books: Books, at: dt.datetime) -> tuple[ConnectionSeen, ...]:
    """Give every connection as it stands, by name."""
    return tuple(_seen(each, at) for each in books.bank_feeds.connections())


def feed_of(books: Books, account: BankAccount) -> FeedSeen | None:
    """Give how far an account is read; of several ways to read it, the one that is furthest."""
    mine = [each for each in books.bank_feeds.feeds() if each.account_id == account.id]
    newest = max(mine, key=_read_through, default=None)
    if newest is None or newest.through is None:
        return None
    return FeedSeen(newest.through, newest.balance)


def _read_through(feed: BankFeed) -> dt.datetime:
    return feed.through or dt.datetime.min.replace(tzinfo=dt.UTC)


def _seen(connection: BankConnection, at: dt.datetime) -> ConnectionSeen:
    silent_for = None
    if connection.trouble is not None:
        since = connection.last_ok_at or connection.failing_since or at
        silent_for = max(dt.timedelta(), at - since)
    days = None
    if connection.consent_until is not None:
        left = (connection.consent_until - at) // _DAY
        days = left if 0 <= left <= CONSENT_DAYS else None
    return ConnectionSeen(connection, silent_for, days)
