"""A CRM's interface as the services see it: what is asked, what comes, what it means."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol, TypeAlias

from ledger.documents import Document
from services.source_trouble import Trouble

Cursor: TypeAlias = Mapping[str, str]
"""Where reading goes on; none means a new window."""

DEAL, CONTACT, COMPANY = "deal", "contact", "company"
SHOP_ORDER, STAGE_MOVE = "shop_order", "stage_move"


class StageMeaning(StrEnum):
    """What a stage of the CRM means for the books."""

    OPEN = "open"
    PAID = "paid"
    """Paid in advance, to be delivered yet."""
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What a field of the CRM can be for the books."""

    NUMBER = "number"
    TOTAL = "total"
    CURRENCY = "currency"
    COST = "cost"
    REFUNDED = "refunded"
    TAX_ID = "tax_id"
    STORE = "store"
    CHANNEL = "channel"
    PAID_BY = "paid_by"


WAYS = ("cash", "card_online", "bank_transfer", "cash_on_delivery")
"""How an order can be paid, as documents say it."""


@dataclass(frozen=True, slots=True)
class CrmField:
    """A field as the CRM's owner has it."""

    name: str
    title: str
    type: str
    is_custom: bool = False
    items: Mapping[str, str] = field(default_factory=dict)
    """What can be chosen, by id."""


@dataclass(frozen=True, slots=True)
class CrmStage:
    """A stage of a funnel."""

    code: str
    name: str
    meaning: StageMeaning
    """What the CRM itself takes it for."""


@dataclass(frozen=True, slots=True)
class CrmDirectory:
    """What a CRM says of itself: fields, stages, people."""

    fields: Mapping[str, tuple[CrmField, ...]] = field(default_factory=dict)
    """By kind of record."""
    stages: Mapping[str, tuple[CrmStage, ...]] = field(default_factory=dict)
    """By kind of record, in order."""
    users: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    has_shop: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the interface remembers for itself, such as how it takes dates."""

    def field_of(self, entity: str, name: str) -> CrmField | None:
        """Find a field by its name."""
        return next((each for each in self.fields.get(entity, ()) if each.name == name), None)

    def stage_of(self, entity: str, code: str) -> CrmStage | None:
        """Find a stage by its code."""
        return next((each for each in self.stages.get(entity, ()) if each.code == code), None)


@dataclass(frozen=True, slots=True)
class CrmMapping:
    """What the fields and stages of a kind of record mean; a changed one is a new version."""

    entity: str
    expressions: Mapping[str, str] = field(default_factory=dict)
    """JMESPath over a record and what belongs to it, by role."""
    stages: Mapping[str, str] = field(default_factory=dict)
    """Meanings by code, where they differ from what the CRM takes a stage for."""
    ways: Mapping[str, str] = field(default_factory=dict)
    """Ways to pay by what stands in the field."""
    version: int = 0
    """0 while it is a guess that nobody has looked at."""
    made_at: dt.datetime | None = None
    made_by: str | None = None

    def with_expression(self, role: Role, expression: str | None) -> "CrmMapping":
        """Give the mapping with another field in a role, or none."""
        rest = {name: each for name, each in self.expressions.items() if name != role}
        return replace(self, expressions=rest | ({role.value: expression} if expression else {}))

    def with_stage(self, code: str, meaning: StageMeaning) -> "CrmMapping":
        """Give the mapping with another meaning of a stage."""
        return replace(self, stages={**self.stages, code: meaning.value})

    def with_way(self, value: str, way: str) -> "CrmMapping":
        """Give the mapping with another way to pay for a value."""
        return replace(self, ways={**self.ways, value: way})


@dataclass(frozen=True, slots=True)
class CrmRecord:
    """A record as the CRM tells it now."""

    entity: str
    id: int
    raw: bytes
    """Its own JSON, digits and all, with what belongs to it."""
    digest: str
    """Tells one version from another; the same while nothing that matters changed."""
    changed_at: dt.datetime | None = None
    changed_by: str | None = None
    """The user's id."""
    names: tuple[tuple[str, int], ...] = ()
    """Other records that it says something by: its customer."""
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class CrmPage:
    """What one call told of a kind of record."""

    records: tuple[CrmRecord, ...]
    cursor: Cursor
    """Where to go on: in this window, or with the next one."""
    covers: tuple[int, int | None]
    """The ids behind the first and up to the second of which it tells all that the window has."""
    through: dt.datetime | None = None
    """Up to when all is read, once the window is at its end."""
    total: int | None = None
    """How many there are in all, where that was counted."""
    has_more: bool = False
    """Whether the window goes on."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Records that were asked for by id."""

    records: tuple[CrmRecord, ...]
    gone: tuple[int, ...]
    """Which of them are there no more, by the CRM's own word."""


@dataclass(frozen=True, slots=True)
class CrmComment:
    """What somebody wrote on a record."""

    id: str
    """Larger ones are later."""
    author: str
    """The user's id."""
    text: str


class CrmApi(Protocol):
    """A CRM's interface, opened by one key."""

    @property
    def scheme(self) -> str:
        """Name it: "bitrix24"."""

    @property
    def entities(self) -> Sequence[str]:
        """Name the kinds of records to read, those first that others refer to."""

    async def directory(self, known: CrmDirectory, now: dt.datetime) -> CrmDirectory:
        """Ask what there is, and whether the key opens all of it.

        Raises:
            SourceError: nothing was learnt, or the key opens too little.
        """

    async def page(
        self, entity: str, cursor: Cursor, directory: CrmDirectory, now: dt.datetime
    ) -> CrmPage:
        """Read on from a cursor; one without "until" opens a window that ends now.

        Raises:
            SourceError: nothing of the page is to be kept.
        """

    async def fetch(self, entity: str, ids: Collection[int]) -> Fetched:
        """Read some records by id; of those that are not there, ask whether they are gone.

        Raises:
            SourceError: nothing is to be kept.
        """

    async def comments(self, entity: str, record_id: int) -> Sequence[CrmComment]:
        """Give the last comments on a record, the oldest of them first.

        Raises:
            SourceError: nothing was learnt.
        """

    async def comment(self, entity: str, record_id: int, text: str) -> str:
        """Write a comment on a record; give its id.

        Raises:
            SourceError: it is not known to be written.
        """

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a record is read with: the newest raw form of what it names, the CRM's own words."""

    directory: CrmDirectory
    mapping: CrmMapping
    named: Mapping[tuple[str, int], bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Derived:
    """What a record comes to."""

    documents: tuple[Document, ...] = ()
    """None where it is no sale and no money."""
    problem: str | None = None
    """Why it can't be read, for an engineer and the page of the CRM."""


class CrmReading(Protocol):
    """How a CRM's records become documents; needs no connection."""

    def derive(self, record: CrmRecord, around: Around) -> Derived:
        """Turn a record into the documents that it comes to."""

    def meaning_of(self, record: CrmRecord, around: Around) -> StageMeaning:
        """Say what the stage of a record means."""

    def guess(self, entity: str, directory: CrmDirectory) -> CrmMapping:
        """Guess a mapping from the titles of fields."""

    def expression_of(self, field: CrmField, role: Role, of: str = "item") -> str:
        """Write the expression that takes a field of a record, or of its customer."""

    def value_of(self, expression: str, record: CrmRecord, around: Around) -> str | None:
        """Give what an expression takes from a record, in words; None where that is nothing."""

    def ways_of(self, field: CrmField) -> Mapping[str, str]:
        """Guess which ways to pay a field's choices mean, by their words."""

    def check(self, expression: str) -> str | None:
        """Say what is wrong with an expression; None where nothing is."""


@dataclass(frozen=True, slots=True)
class CrmConnection:
    """One key to a CRM, and how it does."""

    name: str
    scheme: str
    key_print: str
    """Tells one key from another, and nothing of what it is."""
    next_at: dt.datetime
    """Before this it isn't called."""
    directory_at: dt.datetime | None = None
    last_ok_at: dt.datetime | None = None
    failing_since: dt.datetime | None = None
    trouble: Trouble | None = None
    detail: str | None = None
    failures: int = 0
    """In a row."""
    failed_entity: str | None = None
    """The kind of record that alone is to blame; None where the whole connection is."""
    called_on: dt.date | None = None
    calls: int = 0
    directory: CrmDirectory = field(default_factory=CrmDirectory)
    revision: int = 1


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """What comparing everything came to."""

    at: dt.datetime
    theirs: int
    """How many records the CRM has."""
    ours: int
    """How many the books knew before."""
    late: int
    """Of how many another version was found than the one that was known."""
    deleted: int

    @property
    def agreed(self) -> bool:
        """Say whether nothing had to be put right."""
        return self.late == self.deleted == 0


@dataclass(frozen=True, slots=True)
class CrmFeed:
    """One kind of record that a connection reads, and how far it is."""

    connection: str
    entity: str
    cursor: Cursor = field(default_factory=dict)
    next_at: dt.datetime | None = None
    through: dt.datetime | None = None
    """Up to when all changes are read; None while the first load goes on."""
    done: int = 0
    """How many records were read in this window."""
    total: int | None = None
    """How many there are in it, where that was counted."""
    swept_at: dt.datetime | None = None
    """When everything was compared last."""
    sweep: SweepOutcome | None = None
    revision: int = 1
