"""What the services need of the books' own parts: accounts, entries, people, drafts, memory."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from alerts.missing_entries import Sighting
from ledger.accounts import Account, Chart
from ledger.audit import AuditRecord
from ledger.journal import JournalEntry, PostedEntry
from ledger.money import Money
from ledger.periods import OpenBooks
from parsing.memory.memory import Remembered, ShopMemory
from services.cash.drafts import Draft
from services.messages import Cause
from services.people import Invitation, Newcomer, Person, Role
from services.shop import Shop


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What an account has in one currency, in minor units; both sides are above or at zero."""

    account: str
    currency: str
    debit_minor: int
    credit_minor: int

    @property
    def balance(self) -> Money:
        """Give debits less credits."""
        return Money(self.debit_minor - self.credit_minor, self.currency)


@dataclass(frozen=True, slots=True)
class TillMovement:
    """One posting on a till with what its entry says."""

    posted: PostedEntry
    till: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ToldSighting:
    """An operation that stands in the books, and who told it."""

    sighting: Sighting
    decided_by: str


class Accounts(Protocol):
    """The chart of accounts."""

    def chart(self) -> Chart:
        """Give all accounts."""

    def tills(self) -> tuple[Account, ...]:
        """Give the open cash desks, by code; quicker than the whole chart."""

    def add(self, *accounts: Account) -> None:
        """Add accounts."""

    def change(self, account: Account) -> None:
        """Keep the code, names and openness that an account of this key has now."""


class Journal(Protocol):
    """Journal entries; added, never changed."""

    def add(self, entries: Sequence[JournalEntry], cause: Cause) -> tuple[PostedEntry, ...]:
        """Number and keep entries, in order."""

    def hold(self) -> int:
        """Let nobody else post until the end of this unit of work; give the last number."""

    def find(self, number: int) -> PostedEntry | None:
        """Give one entry."""

    def of_origin(self, source: str, external_id: str) -> tuple[PostedEntry, ...]:
        """Give every telling of one outside event, oldest first."""

    def of_origins(
        self, source: str, external_ids: Collection[str]
    ) -> Mapping[str, tuple[PostedEntry, ...]]:
        """Give every telling of some outside events, each one's oldest first."""

    def of_order(self, reference: str) -> tuple[PostedEntry, ...]:
        """Give the entries that name an order so, the oldest first."""

    def begun_on(self) -> dt.date | None:
        """Give the first day that anything was booked on."""

    def of_message(self, chat_id: int, message_id: int) -> tuple[PostedEntry, ...]:
        """Give every telling of every operation of a typed message, oldest first."""

    def told_in(
        self, *, chat_id: int, actor: str, since: dt.datetime, limit: int
    ) -> tuple[PostedEntry, ...]:
        """Give what a person told in a chat since a moment and what still stands, newest first."""

    def all(self) -> Iterator[PostedEntry]:
        """Give all entries by number, a few at a time from the database."""

    def till_movements(self, day: dt.date) -> tuple[TillMovement, ...]:
        """Give what moved each till on a day, by entry number."""

    def sightings(self, since: dt.date) -> tuple[ToldSighting, ...]:
        """Give the cash operations that stand since a day, by day; reversed ones are left out."""

    def count(self) -> int:
        """Say how many entries there are."""


class Balances(Protocol):
    """What the database keeps summed."""

    def of(self, account: str, currency: str) -> Money:
        """Give an account's balance now."""

    def trial_balance(self) -> tuple[BalanceRow, ...]:
        """Give every account's debits and credits."""

    def before(self, day: dt.date, accounts: Sequence[str]) -> tuple[BalanceRow, ...]:
        """Give balances as they stood when a day began."""


class Periods(Protocol):
    """How far the books are closed."""

    def open_books(self) -> OpenBooks:
        """Give what is open."""

    def close(self, ends_on: dt.date, cause: Cause) -> None:
        """Close everything through a day, for good."""


class People(Protocol):
    """Who works here."""

    def by_telegram_id(self, telegram_id: int) -> Person | None:
        """Find somebody by his Telegram account."""

    def find(self, person_id: int) -> Person | None:
        """Find somebody."""

    def all(self) -> tuple[Person, ...]:
        """Give everybody, the oldest first."""

    def add(self, newcomer: Newcomer, role: Role, at: dt.datetime) -> Person:
        """Take somebody in."""

    def change(self, person: Person) -> None:
        """Keep what a person is now."""


class Invitations(Protocol):
    """One-time ways in."""

    def add(
        self, *, digest: str, role: Role, invited_by: int | None, expires_at: dt.datetime
    ) -> Invitation:
        """Keep an invitation under the digest of its token."""

    def by_digest(self, digest: str) -> Invitation | None:
        """Find an invitation."""

    def use(self, invitation: Invitation, person: Person) -> None:
        """Mark an invitation as used.

        Raises:
            StorageError: somebody used it in this very moment.
        """

    def drop_first_codes(self) -> None:
        """Forget unused codes of the first run."""


class Chats(Protocol):
    """The chats that the shop uses."""

    def leadership(self) -> int | None:
        """Give the leadership chat."""

    def make_leadership(self, chat_id: int, title: str) -> None:
        """Make a chat the only leadership chat."""

    def follow_upgrade(self, *, old_chat_id: int, new_chat_id: int) -> bool:
        """Follow a group to its new id, waiting messages too; say whether it was known."""

    def greet_stranger(self, chat_id: int, at: dt.datetime) -> bool:
        """Remember that a stranger was answered; say whether this is the first time."""

    def set_reachable(self, chat_id: int, *, reachable: bool) -> None:
        """Remember whether the bot can write to a chat."""


class Drafts(Protocol):
    """Doubtful messages that wait for an answer."""

    def add(self, draft: Draft) -> Draft:
        """Keep a new draft; its id is given here."""

    def find(self, draft_id: int) -> Draft | None:
        """Give a draft, held for a change."""

    def look_up(self, draft_id: int) -> Draft | None:
        """Give a draft only to be looked at; it may change meanwhile."""

    def open_in(self, chat_id: int, person_id: int) -> Draft | None:
        """Give a person's open draft in a chat whose question was put to him last."""

    def of_message(self, chat_id: int, message_id: int) -> Draft | None:
        """Give the newest draft that a message led to."""

    def open_of_message(self, chat_id: int, message_id: int) -> tuple[Draft, ...]:
        """Give the open drafts that a message led to, oldest first."""

    def unanswered(self, asked_before: dt.datetime) -> tuple[Draft, ...]:
        """Give the open drafts that were asked before a moment, the oldest question first."""

    def remind(self, draft_id: int, at: dt.datetime) -> bool:
        """Remember that a person was reminded; say whether this is the first time."""

    def change(self, draft: Draft) -> None:
        """Keep a draft's new state; its revision grows by one."""


class Memory(Protocol):
    """What the shop has taught."""

    def stamp(self) -> int:
        """Give a number that grows whenever something is taught or forgotten."""

    def recall(self) -> ShopMemory:
        """Give everything that is not forgotten, the oldest first."""

    def keep(self, facts: Sequence[Remembered], cause: Cause) -> None:
        """Keep facts in place of what was remembered of their words."""

    def forget(self, word: str, cause: Cause) -> bool:
        """Forget a word; say whether it was remembered."""


class Expectations(Protocol):
    """What the bot asked a person to type next, outside cash drafts."""

    def of(self, person_id: int) -> str | None:
        """Give what is expected, such as "set-up:opening:till.1"."""

    def expect(self, person_id: int, what: str | None) -> None:
        """Expect something, or nothing more."""

    def is_older_than(self, draft: Draft) -> bool:
        """Say whether a draft's question was put to its person after what is expected of him."""


class ShopSettings(Protocol):
    """The shop's own facts."""

    def get(self) -> Shop | None:
        """Give the shop, if there is one yet."""

    def put(self, shop: Shop) -> None:
        """Keep what the shop is now."""


class AuditLog(Protocol):
    """The append-only, hash-chained log."""

    def record(
        self,
        cause: Cause,
        *,
        what: str,
        subject: str,
        change: Mapping[str, str | int | bool | None],
    ) -> None:
        """Append a record."""

    def about(self, subject: str) -> tuple[AuditRecord, ...]:
        """Give the records about one thing, oldest first."""
