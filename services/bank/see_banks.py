"""See the shop's bank accounts: what each holds, how fresh that is, what is missing."""

import datetime as dt
from dataclasses import dataclass

from ledger.money import Money
from services.bank.accepted_balances import TakenBalance
from services.bank.bank_health import ConnectionSeen, FeedSeen, feed_of, see_connections
from services.bank.bank_opening import OpeningPutRight, opening_put_right
from services.bank.bank_ports import BankAccount
from services.bank.bank_proof import open_balances, taken_balances
from services.bank.bank_types import OpenBalance
from services.cash_types import NotAllowed
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

SHOWN_DAYS = 14
"""So long an opening that was put right is shown."""
STALE_DAYS = 3
"""An account that told nothing for so many days is asked about: a weekend is no reason."""


@dataclass(frozen=True, slots=True)
class BankSeen:
    """One account as it stands."""

    account: BankAccount
    balance: Money
    last_on: dt.date | None
    """The day of its newest line; None while it has none."""
    told_on: dt.date | None
    """The last day that a statement told of: it may have had no line."""
    age_days: int | None
    unexplained: tuple[OpenBalance, ...]
    """What no statement explains: gaps, and what it began with."""
    taken: tuple[TakenBalance, ...]
    """What stands on somebody's word instead of a statement."""
    feed: FeedSeen | None = None
    """How far it is read from the bank itself, where it is."""
    put_right: OpeningPutRight | None = None
    """What changed of its opening in the last days."""

    @property
    def apart(self) -> Money | None:
        """Give by how much the books are above what the bank says; None where they agree."""
        if self.feed is None or self.feed.told is None or self.feed.told == self.balance:
            return None
        return self.balance - self.feed.told

    @property
    def is_stale(self) -> bool:
        """Say whether its bank should be asked for a newer statement."""
        return self.age_days is None or self.age_days > STALE_DAYS


@dataclass(frozen=True, slots=True)
class BanksSeen:
    """All accounts, the oldest first."""

    banks: tuple[BankSeen, ...]
    connections: tuple[ConnectionSeen, ...] = ()
    """The ways to read them, by name."""


def see_banks(books: Books, person: Person, at: dt.datetime) -> BanksSeen | NotAllowed:
    """Give every bank account as it stands."""
    if not person.may(Permission.IMPORT_STATEMENTS):
        return NotAllowed()
    today = shop_of(books).day_of(at)
    banks = tuple(_seen(books, each, today) for each in books.banks.accounts())
    return BanksSeen(banks, see_connections(books, at))


def _seen(books: Books, account: BankAccount, today: dt.date) -> BankSeen:
    put_right = opening_put_right(books, account)
    last_on = books.banks.last_line_on(account.id)
    ends = [each.closed_on for each in books.banks.statements(account.id) if each.closed_on]
    told_on = max([*ends, *([last_on] if last_on else [])], default=None)
    return BankSeen(
        account,
        books.balances.of(account.key, account.currency),
        last_on,
        told_on,
        None if told_on is None else max(0, (today - told_on).days),
        open_balances(books, account),
        taken_balances(books, account),
        feed_of(books, account),
        None
        if put_right is None or (today - put_right.at.date()).days > SHOWN_DAYS
        else put_right,
    )
