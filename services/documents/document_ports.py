"""What documents need of the books: every telling of them, found by any name they have."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.documents import Document, DocumentKind, ReferenceKind
from ledger.money import Money


@dataclass(frozen=True, slots=True)
class Telling:
    """What a source says of a document now."""

    document: Document
    raw: bytes
    """The record as it came, byte for byte."""


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that the books keep; it is one however often it is told."""

    id: int
    version: int
    """How many tellings of it were seen."""
    document: Document
    """The newest one, by its source's word."""
    told_at: dt.datetime
    """When that one was seen."""


@dataclass(frozen=True, slots=True)
class FormerTelling:
    """What a document said that it doesn't say now."""

    version: int
    document: Document
    told_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DocumentSum:
    """How many documents there are in a currency, and what they add up to."""

    count: int
    total: Money


class Documents(Protocol):
    """Documents of all sources; added and told anew, never deleted."""

    def hold(self) -> None:
        """Wait for whoever takes documents now; until the end of this unit nobody else does."""

    def of_keys(self, keys: Collection[str]) -> tuple[KeptDocument, ...]:
        """Give the documents that are named so, such as "order:bitrix24:410"."""

    def of_ids(self, ids: Collection[int]) -> tuple[KeptDocument, ...]:
        """Give some documents, by id."""

    def of_number(self, number: str) -> tuple[KeptDocument, ...]:
        """Give the documents that people, or their sources, call so."""

    def naming(self, kind: ReferenceKind, values: Collection[str]) -> tuple[KeptDocument, ...]:
        """Give the documents that refer to one of some things."""

    def between(
        self, first: dt.datetime, until: dt.datetime, *, kind: DocumentKind | None = None
    ) -> tuple[KeptDocument, ...]:
        """Give what happened from a moment on and before another one, in order."""

    def versions(self) -> Mapping[int, int]:
        """Give the version of each document, by id."""

    def changed_after(self, told_at: dt.datetime) -> tuple[KeptDocument, ...]:
        """Give the documents whose newest telling was seen after a moment."""

    def sums(
        self, source: str, kind: DocumentKind, first: dt.datetime, until: dt.datetime
    ) -> tuple[DocumentSum, ...]:
        """Add up what happened from a moment on and before another one, by currency."""

    def former_tellings(self, ids: Collection[int]) -> Mapping[int, Sequence[FormerTelling]]:
        """Give what some documents said before, in the order in which it was kept."""

    def raw_of(self, document_id: int, version: int) -> bytes | None:
        """Give the record of a telling as it came; None when there is none."""

    def add(self, tellings: Sequence[Telling], at: dt.datetime) -> tuple[KeptDocument, ...]:
        """Keep new documents, in order; their ids are given here."""

    def change(
        self, changes: Sequence[tuple[KeptDocument, Telling]], at: dt.datetime
    ) -> tuple[KeptDocument, ...]:
        """Keep what documents say now; what they said before stays beside it."""

    def keep_late(
        self, late: Sequence[tuple[KeptDocument, Telling]], at: dt.datetime
    ) -> tuple[KeptDocument, ...]:
        """Keep tellings that are older than what is known beside it; that stays as it is."""

    def gateways(self) -> tuple[str, ...]:
        """Give the gateways and couriers of the newest payments, as their reports are called."""

    def channels(self) -> tuple[str, ...]:
        """Give where the newest orders came from, as their documents say."""

    def posted_from(self) -> dt.date | None:
        """Give the day from which documents are posted; None while none was."""

    def post_from(self, day: dt.date) -> None:
        """Post documents from a day on; what happened before is in the opening balances."""
