"""Banks' interfaces as the services see them: what is asked, what comes, what may go wrong."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from ledger.money import Money
from ledger.statements import StatementPart
from services.source_trouble import Trouble

Cursor: TypeAlias = Mapping[str, str]
"""Where reading goes on; its keys are the interface's own, and none means from the start."""


@dataclass(frozen=True, slots=True)
class RemoteAccount:
    """An account as a bank's interface knows it."""

    id: str
    """What the interface calls it."""
    number: str
    """An IBAN, or the number that the bank gives it."""
    currency: str
    bank: str
    balance: Money | None = None
    """What it held when the list was made; pending movements may be in it."""
    credit: Money | None = None
    """What of the balances that the bank tells is its own money, lent."""

    is_business: bool = True
    """Whether it is a firm's or an entrepreneur's, not a person's own."""

    def less_credit(self, balance: Money) -> Money:
        """Give what of a balance is the shop's own."""
        return balance if self.credit is None else balance - self.credit


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts that one key opens."""

    accounts: tuple[RemoteAccount, ...]
    consent_until: dt.datetime | None = None
    """When the owner has to agree anew; None where the bank sets no end."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one call told of an account: the parts of one statement, and where to go on."""

    parts: tuple[StatementPart, ...]
    cursor: Cursor
    through: dt.datetime | None = None
    """Up to when all is read now; None while more of the same stretch is to come."""
    has_more: bool = False
    """Whether to go on at once, as far as the bank's limits let."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a bank lets itself be asked."""

    gap: dt.timedelta
    """Between two calls with one key, whatever they ask."""
    rest: dt.timedelta
    """Between two readings of an account that has told all it has."""
    daily_max: int | None = None
    """Readings of an account within any twenty-four hours."""
    accounts_every: dt.timedelta = dt.timedelta(hours=12)
    """How long a list of accounts is good."""


class BankApi(Protocol):
    """One bank's interface, opened by one key."""

    @property
    def scheme(self) -> str:
        """Name whose ids its lines bear: "monobank"."""

    @property
    def pace(self) -> Pace:
        """Say how often it lets itself be asked."""

    async def accounts(self, now: dt.datetime, known: Sequence[RemoteAccount]) -> Accounts:
        """List the accounts.

        Args:
            now: the moment.
            known: accounts that need not be described again, where that costs calls.

        Raises:
            SourceError: nothing was learnt.
        """

    async def page(self, account: RemoteAccount, cursor: Cursor, now: dt.datetime) -> Page:
        """Read on from a cursor: one page, of one statement.

        Raises:
            SourceError: nothing of the page is to be kept.
        """

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class BankConnection:
    """One key to a bank's interface, and how it does."""

    name: str
    """Such as "monobank", "monobank-2"."""
    scheme: str
    key_print: str
    """Tells one key from another, and nothing of what it is."""
    next_at: dt.datetime
    """Before this it isn't called."""
    accounts_at: dt.datetime | None = None
    """When its accounts were listed last."""
    last_ok_at: dt.datetime | None = None
    failing_since: dt.datetime | None = None
    trouble: Trouble | None = None
    """What came of the last call that failed, while none has gone well since."""
    detail: str | None = None
    failures: int = 0
    """In a row."""
    failed_feed: str | None = None
    """The account that alone is to blame; None where the whole connection is."""
    called_on: dt.date | None = None
    calls: int = 0
    """On that day."""
    consent_until: dt.datetime | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class BankFeed:
    """One account that a connection reads, and how far it is."""

    connection: str
    account: RemoteAccount
    cursor: Cursor = field(default_factory=dict)
    next_at: dt.datetime | None = None
    """Before this it isn't read again."""
    read_at: tuple[dt.datetime, ...] = ()
    """When it was begun to be read within the last day, where that is counted."""
    account_id: int | None = None
    """The account in the books, once a page was imported."""
    through: dt.datetime | None = None
    """Up to when all is read."""
    digest: str | None = None
    """Of the last page that was imported: the same again is not."""
    balance: Money | None = None
    """What the account holds by the bank's last word, booked for good."""
    balance_at: dt.datetime | None = None
    is_open: bool = True
    """Whether the key still opens it."""
    revision: int = 1
