"""What a cash use case is given and what it can come to."""

import datetime as dt
from dataclasses import dataclass

from ledger.journal import PostedEntry
from ledger.money import Money
from services.approvals.approvals import Approval
from services.cash.drafts import Draft
from services.people import Person


@dataclass(frozen=True, slots=True)
class TypedCash:
    """A message about cash as a person typed it."""

    person: Person
    chat_id: int
    message_id: int
    text: str
    told_at: dt.datetime
    """When it was sent, aware: the operation's time, however late it is handled."""


@dataclass(frozen=True, slots=True)
class CashRecorded:
    """Filed: the entries, and what the till has now in each currency they touched."""

    posted: tuple[PostedEntry, ...]
    till: str
    balances: tuple[Money, ...]
    remembered: tuple[str, ...] = ()
    """The words of the shop's memory that decided."""
    waits: tuple[Approval, ...] = ()
    """Payouts of it that are not filed until somebody else approves them."""


@dataclass(frozen=True, slots=True)
class CashAsked:
    """Not filed yet: the draft says what is missing."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class CashAmended:
    """Filed anew: what it took the place of, and the entries now."""

    before: tuple[PostedEntry, ...]
    recorded: CashRecorded


@dataclass(frozen=True, slots=True)
class EntryUndone:
    """Taken back: the entry, its reversal, and what the till has now."""

    undone: PostedEntry
    reversal: PostedEntry
    till: str
    balances: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class StaleAnswer:
    """The question was answered before, or the entry is taken back already."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """This person may not do it."""


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """There is no such entry."""


@dataclass(frozen=True, slots=True)
class PeriodIsClosed:
    """The day it touches is closed."""

    closed_through: dt.date
