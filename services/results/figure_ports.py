"""What reports and answers need of the books: what is kept summed, and what it is made of."""

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.days import Days
from ledger.money import Money
from services.book_ports import BalanceRow


class Side(enum.StrEnum):
    """Which side of an account a posting is on."""

    DEBIT = "debit"
    CREDIT = "credit"


class By(enum.StrEnum):
    """What facts are put together by."""

    COUNTERPARTY = "counterparty"
    ACCOUNT = "account"
    CHANNEL = "channel"
    """Where an order came from, by its document; None is no document, or one that does not say."""
    PROVIDER = "provider"
    """The gateway or courier whose payment or payout it is, by its documents; None is nobody's."""
    DAY = "day"
    """The day that the entry is booked on, as 2026-11-20."""
    ORDER = "order"
    """The order that the entry names."""
    NOTHING = "nothing"
    """All of them are one."""


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which postings are meant; an entry that was taken back within the days counts nothing."""

    days: Days
    accounts: tuple[str, ...]
    side: Side | None = None
    beside: tuple[str, ...] = ()
    """The entry moves one of these accounts, too."""
    names: tuple[str, ...] | None = None
    """The counterparties as they are kept; None is whoever."""
    but_names: tuple[str, ...] = ()
    """None of these is the counterparty."""
    words: tuple[str, ...] = ()
    """Each stands in the narration or the counterparty."""
    currency: str | None = None
    categories: tuple[str, ...] = ()
    """The entry was told as one of these."""
    but_categories: tuple[str, ...] = ()
    """It was not told as one of these."""
    channels: tuple[str | None, ...] = ()
    """The document that the entry tells of names one of these; None is one that names none."""
    providers: tuple[str, ...] = ()
    """Only what is of payments and payouts of one of these gateways or couriers."""
    paid_by: tuple[str, ...] = ()
    """Only what documents tell of that are to be paid in one of these ways."""
    source: str | None = None
    """Where the entry comes from."""
    decided_by: str | None = None
    """Who recorded the entry: "person:12"."""
    until: dt.datetime | None = None
    """It happened no later than this moment."""
    standing: Days | None = None
    """The days in which an entry must not be taken back, where they are more than these."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One posting with what its entry says."""

    number: int
    booked_on: dt.date
    account: str
    amount: Money
    """Above zero for a debit."""
    narration: str
    counterparty: str | None
    category: str | None
    order_reference: str | None


@dataclass(frozen=True, slots=True)
class FactSum:
    """What postings of one kind add up to."""

    key: str | None
    """What they were put together by."""
    amount: Money
    """Debits less credits."""
    count: int
    """How many entries."""


@dataclass(frozen=True, slots=True)
class UnfiledSum:
    """Bank lines that nobody has said what for, in one currency."""

    count: int
    money_in: Money
    money_out: Money


class Order(enum.StrEnum):
    """Which facts come first."""

    NEWEST = "newest"
    LARGEST = "largest"
    SMALLEST = "smallest"


class Figures(Protocol):
    """What is kept summed, and the postings behind it."""

    def turnovers(self, days: Days) -> tuple[BalanceRow, ...]:
        """Give what each account moved on some days, from the kept sums."""

    def on_each(self, days: Sequence[dt.date]) -> Mapping[dt.date, Sequence[BalanceRow]]:
        """Give what each account moved on each of some single days, from the kept sums."""

    def until(self, day: dt.date, moment: dt.datetime) -> tuple[BalanceRow, ...]:
        """Give what entries of a day moved that happened no later than a moment."""

    def taken_back(self, days: Days) -> tuple[BalanceRow, ...]:
        """Give what of it are entries and their reversals within those very days."""

    def at_end_of(self, day: dt.date) -> tuple[BalanceRow, ...]:
        """Give every account as it stood when a day was over, from the kept sums."""

    def unfiled(self, days: Days) -> tuple[UnfiledSum, ...]:
        """Give the bank lines of some days that are not filed, by currency."""

    def facts(
        self, wanted: FactFilter, order: Order, limit: int, offset: int = 0
    ) -> tuple[Fact, ...]:
        """Give postings."""

    def sums(self, wanted: FactFilter, by: By) -> tuple[FactSum, ...]:
        """Put postings together, by currency; in no order."""

    def of_order(self, reference: str, limit: int) -> Sequence[Fact]:
        """Give the postings of the entries that name an order, the oldest first."""
