"""What reading a CRM needs of the books: every version of its records, and how far it is read."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from services.crm.crm_types import CrmConnection, CrmFeed, CrmMapping, CrmRecord


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What tells whether a record says anything new."""

    version: int
    digest: str
    changed_at: dt.datetime | None
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class CrmVersion:
    """A version of a record: what it said, when that was seen, who had changed it."""

    number: int
    record: CrmRecord
    seen_at: dt.datetime


@dataclass(frozen=True, slots=True)
class OddRecord:
    """A record that can't be read."""

    entity: str
    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hint:
    """A record that somebody says has changed."""

    entity: str
    id: int


class Crm(Protocol):
    """Connections to CRMs, their records with all versions, what their fields mean."""

    def connections(self) -> tuple[CrmConnection, ...]:
        """Give all connections, by name."""

    def find(self, name: str) -> CrmConnection | None:
        """Give a connection, held for a change."""

    def add(self, connection: CrmConnection) -> CrmConnection:
        """Keep a new connection; one that is there already is given as it is."""

    def change(self, connection: CrmConnection) -> CrmConnection:
        """Keep what a connection is now; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def feeds(self, connection: str) -> tuple[CrmFeed, ...]:
        """Give the kinds of records of a connection."""

    def add_feed(self, feed: CrmFeed) -> CrmFeed:
        """Keep a new kind of record."""

    def change_feed(self, feed: CrmFeed) -> CrmFeed:
        """Keep how far a kind of record is read; its revision grows by one.

        Raises:
            StorageError: somebody changed it in this very moment.
        """

    def known(
        self, connection: str, entity: str, ids: Collection[int]
    ) -> Mapping[int, KnownRecord]:
        """Give what is known of some records."""

    def keep(
        self,
        connection: str,
        records: Sequence[tuple[CrmRecord, int]],
        at: dt.datetime,
        *,
        comes_to_documents: bool,
    ) -> None:
        """Keep versions of records of one kind, each with its number; what they touch is stale."""

    def alive(
        self, connection: str, entity: str, after: int = 0, until: int | None = None
    ) -> tuple[int, ...]:
        """Give the ids of the records that are there, behind one id and up to another."""

    def count(self, connection: str, entity: str) -> int:
        """Say how many records are there."""

    def has_stale(self, connection: str) -> bool:
        """Say whether a record waits to be turned into documents."""

    def stale(self, connection: str, limit: int) -> tuple[CrmVersion, ...]:
        """Give records that wait to be turned into documents, in their newest version."""

    def settle(self, connection: str, read: Sequence[tuple[CrmVersion, str | None]]) -> None:
        """Take note that versions were read, and why one could not be; newer ones wait on."""

    def make_stale(self, connection: str, entity: str) -> None:
        """Have all records of a kind turned into documents anew."""

    def newest(
        self, connection: str, keys: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], bytes]:
        """Give the newest raw form of some records."""

    def named_by(
        self, connection: str, entity: str, ids: Collection[int]
    ) -> tuple[tuple[str, int], ...]:
        """Give whom some records name."""

    def last(self, connection: str, entity: str, limit: int) -> tuple[CrmVersion, ...]:
        """Give the newest version of the records that were made last, the newest first."""

    def versions(self, connection: str, entity: str, record_id: int) -> tuple[CrmVersion, ...]:
        """Give all versions of a record, the first one first."""

    def odd(self, connection: str, limit: int) -> tuple[OddRecord, ...]:
        """Give records that can't be read."""

    def add_hints(self, connection: str, hints: Collection[Hint], at: dt.datetime) -> None:
        """Keep what is to be read soon; what is kept already stays."""

    def hints(self, connection: str, limit: int) -> tuple[Hint, ...]:
        """Give what is to be read soon, all of one kind, the oldest first."""

    def drop_hints(self, connection: str, hints: Collection[Hint]) -> None:
        """Let go of what was read."""

    def mapping(self, connection: str, entity: str) -> CrmMapping | None:
        """Give the newest mapping of a kind of record; None while nobody has set any."""

    def add_mapping(self, connection: str, mapping: CrmMapping) -> None:
        """Keep a mapping; those before it stay beside it.

        Raises:
            StorageError: somebody kept this version in this very moment.
        """
