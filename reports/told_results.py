"""A result with what it is held against, where it comes from, and as of when."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money
from reports.norm import Norm
from reports.plan import PlannedPart
from reports.results import Results


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """A bank account or a CRM, and how far it is known."""

    account: str
    """The account's key, or what the connection to the CRM is called."""
    last_on: dt.date | None
    """The day of an account's newest line."""
    read_at: dt.datetime | None = None
    """Up to when all is read, on the shop's clock, where it is read by itself."""
    silent_for: dt.timedelta | None = None
    """Since then, once that is long."""
    is_crm: bool = False


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What of some days waits for somebody, in one currency: by so much they may still move."""

    exceptions: int
    at_stake: Money
    """The money that exceptions are about."""
    questions: int
    """Messages about cash that wait for an answer."""
    asked: Money
    """What of their amounts is known."""


@dataclass(frozen=True, slots=True)
class ChannelSales:
    """What was sold and given back by one channel, in one currency."""

    channel: str | None
    """As a shop or a CRM calls it; None is the desk, or an order that does not say."""
    sales: Money
    refunds: Money


@dataclass(frozen=True, slots=True)
class LateFacts:
    """Entries that belong to some days and were booked later, since those days were closed."""

    count: int
    result: Money
    """What they would add to the result, in one currency."""


@dataclass(frozen=True, slots=True)
class ToldResults:
    """A result as it is told."""

    results: Results
    before: Results
    """The days before that are like these; without what is on hand."""
    norm: Norm | None
    """What this weekday usually comes to; only for a single day, and of today so far."""
    as_of: dt.datetime
    """Aware, on the shop's clock."""
    sources: tuple[SourceSeen, ...]
    base_currency: str
    channels: tuple[ChannelSales, ...] = ()
    """By channel, the largest first; nothing where no document tells of any."""
    plan: PlannedPart | None = None
    """What was planned for these days, in the shop's currency."""
    unsettled: tuple[Unsettled, ...] = ()
    """By currency."""
    late: tuple[LateFacts, ...] = ()
    """By currency."""
    is_running: bool = False
    """Whether it is today, and the norm one of this time of the day."""

    def channels_in(self, currency: str) -> tuple[ChannelSales, ...]:
        """Give the channels in a currency."""
        return tuple(each for each in self.channels if each.sales.currency == currency)
