"""Journal entries: one balanced business event each, never changed, only reversed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ledger.currencies import UNTOLD
from ledger.errors import (
    EmptyEntryError,
    UnbalancedEntryError,
    UnknownCurrencyError,
    ZeroPostingError,
)
from ledger.money import Money
from ledger.text import keepable

POSTINGS_MIN = 2


@dataclass(frozen=True, slots=True)
class Posting:
    """One leg of an entry: an account key and an amount, above zero for a debit."""

    account: str
    amount: Money

    def __post_init__(self) -> None:
        if not self.amount:
            raise ZeroPostingError(self.account)
        if self.amount.currency == UNTOLD:
            raise UnknownCurrencyError(UNTOLD)


@dataclass(frozen=True, slots=True)
class Origin:
    """Which outside event an entry tells of; the three together are unique in the books."""

    source: str
    """Where it happened: "telegram", "set-up", a bank, a shop."""
    external_id: str
    """What that source calls it."""
    version: int = 1
    """Which telling of it this is: an edited message is the same event told again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "external_id", keepable(self.external_id))


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A balanced business event; its texts are made keepable.

    Raises:
        EmptyEntryError: fewer than two postings.
        UnbalancedEntryError: debits and credits of a currency differ.
    """

    booked_on: dt.date
    """The accounting date, in the shop's zone."""
    occurred_at: dt.datetime
    """When it was told or happened, aware."""
    narration: str
    postings: tuple[Posting, ...]
    origin: Origin
    category: str | None = None
    counterparty: str | None = None
    order_reference: str | None = None
    reverses: int | None = None
    """The number of the entry that this one takes back."""
    replaces: int | None = None
    """The number of the entry that this one says right."""
    belongs_on: dt.date | None = None
    """For a fact told after its period closed: the day it belongs to."""

    def __post_init__(self) -> None:
        if len(self.postings) < POSTINGS_MIN:
            raise EmptyEntryError
        if self.occurred_at.tzinfo is None:
            message = "an entry's time must be aware"
            raise TypeError(message)
        for text in ("narration", "counterparty", "order_reference"):
            said = getattr(self, text)
            if said is not None:
                object.__setattr__(self, text, keepable(said))
        for currency, difference_minor in totals_by_currency(self.postings).items():
            if difference_minor:
                raise UnbalancedEntryError(currency, difference_minor)


@dataclass(frozen=True, slots=True)
class PostedEntry:
    """An entry as the books keep it: numbered without gaps, with who decided it and from what."""

    number: int
    entry: JournalEntry
    recorded_at: dt.datetime
    decided_by: str
    """The actor: "person:12", "system:demo"."""
    raw_record_id: int | None
    """The record as it came in, where there is one."""
    reversed_by: int | None = field(default=None)
    """The number of the entry that took this one back."""

    @property
    def is_standing(self) -> bool:
        """Tell whether it was not taken back, and takes none back."""
        return self.reversed_by is None and self.entry.reverses is None


def totals_by_currency(postings: Iterable[Posting]) -> dict[str, int]:
    """Sum postings per currency, in minor units; a balanced entry gives zeros."""
    totals: dict[str, int] = defaultdict(int)
    for posting in postings:
        totals[posting.amount.currency] += posting.amount.minor
    return dict(totals)


def reversal_of(
    posted: PostedEntry,
    *,
    booked_on: dt.date,
    occurred_at: dt.datetime,
    origin: Origin,
    narration: str,
) -> JournalEntry:
    """Build the entry that takes a posted one back, leg by leg."""
    original = posted.entry
    return replace(
        original,
        booked_on=booked_on,
        occurred_at=occurred_at,
        narration=narration,
        origin=origin,
        postings=tuple(Posting(leg.account, -leg.amount) for leg in original.postings),
        reverses=posted.number,
        replaces=None,
        belongs_on=original.booked_on if booked_on != original.booked_on else None,
    )
