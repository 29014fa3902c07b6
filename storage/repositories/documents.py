"""Documents and every telling of them in the database."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from ledger.documents import DocumentKind, ReferenceKind
from ledger.money import Money
from services.documents.document_ports import DocumentSum, FormerTelling, KeptDocument, Telling
from storage.head import Head
from storage.portions import portions
from storage.prepared import Prepared
from storage.repositories.document_rows import (
    document_of,
    document_values,
    kept_of,
    reference_values,
    said_of,
)
from storage.tables import document, document_before, document_reference, document_setting
from storage.upsert import upsert

_KEPT = select(document.c.id, document.c.version, document.c.said, document.c.told_at)
_ADD = Prepared(insert(document), fills=[each.key for each in document.columns])
_REFER = Prepared(
    insert(document_reference), fills=[each.key for each in document_reference.columns]
)
_BEFORE = Prepared(insert(document_before), fills=[each.key for each in document_before.columns])
_NEWEST = 300
"""Documents of a source that tell its gateways and channels: a shop changes these seldom."""


class SqlDocuments:
    """Fulfils services.documents.document_ports.Documents."""

    def __init__(self, connection: Connection, head: Head) -> None:
        self._connection = connection
        self._head = head

    def hold(self) -> None:
        """Take the head of the books, as whoever posts does."""
        self._head.take()

    def of_keys(self, keys: Collection[str]) -> tuple[KeptDocument, ...]:
        """Give the documents that are named so, such as "order:bitrix24:410"."""
        return tuple(
            each for some in portions(keys) for each in self._kept(document.c.key.in_(some))
        )

    def of_ids(self, ids: Collection[int]) -> tuple[KeptDocument, ...]:
        """Give some documents, by id."""
        return tuple(
            each for some in portions(ids) for each in self._kept(document.c.id.in_(some))
        )

    def of_number(self, number: str) -> tuple[KeptDocument, ...]:
        """Give the documents that people, or their sources, call so."""
        return self._kept((document.c.number == number) | (document.c.external_id == number))

    def naming(self, kind: ReferenceKind, values: Collection[str]) -> tuple[KeptDocument, ...]:
        """Give the documents that refer to one of some things."""
        found: dict[int, KeptDocument] = {}
        for some in portions(values):
            names = select(document_reference.c.document_id).where(
                document_reference.c.kind == kind.value, document_reference.c.value.in_(some)
            )
            found |= {each.id: each for each in self._kept(document.c.id.in_(names))}
        return tuple(found[each] for each in sorted(found))

    def between(
        self, first: dt.datetime, until: dt.datetime, *, kind: DocumentKind | None = None
    ) -> tuple[KeptDocument, ...]:
        """Give what happened from a moment on and before another one, in order."""
        where = [_is_within(first, until)]
        if kind is not None:
            where.append(document.c.kind == kind.value)
        return self._kept(*where, order=(document.c.happened_at, document.c.id))

    def versions(self) -> Mapping[int, int]:
        """Give the version of each document, by id."""
        rows = self._connection.execute(select(document.c.id, document.c.version))
        return {row.id: row.version for row in rows}

    def changed_after(self, told_at: dt.datetime) -> tuple[KeptDocument, ...]:
        """Give the documents whose newest telling was seen after a moment."""
        return self._kept(document.c.told_at > told_at)

    def sums(
        self, source: str, kind: DocumentKind, first: dt.datetime, until: dt.datetime
    ) -> tuple[DocumentSum, ...]:
        """Add up what happened from a moment on and before another one, by currency."""
        rows = self._connection.execute(
            select(document.c.currency, func.count(), func.sum(document.c.amount_minor))
            .where(
                document.c.source == source,
                document.c.kind == kind.value,
                _is_within(first, until),
            )
            .group_by(document.c.currency)
            .order_by(document.c.currency)
        )
        return tuple(
            DocumentSum(count, Money(int(total), currency)) for currency, count, total in rows
        )

    def former_tellings(self, ids: Collection[int]) -> Mapping[int, Sequence[FormerTelling]]:
        """Give what some documents said before, in the order in which it was kept."""
        found: dict[int, list[FormerTelling]] = defaultdict(list)
        columns = document_before.c
        for some in portions(ids):
            rows = self._connection.execute(
                select(columns.document_id, columns.version, columns.said, columns.told_at)
                .where(columns.document_id.in_(some))
                .order_by(columns.document_id, columns.version)
            )
            for document_id, version, said, told_at in rows:
                found[document_id].append(FormerTelling(version, document_of(said), told_at))
        return found

    def raw_of(self, document_id: int, version: int) -> bytes | None:
        """Give the record of a telling as it came; None when there is none."""
        columns = document_before.c
        raw: bytes | None = self._connection.scalar(
            select(document.c.raw)
            .where(document.c.id == document_id, document.c.version == version)
            .union_all(
                select(columns.raw).where(
                    columns.document_id == document_id, columns.version == version
                )
            )
        )
        return raw

    def add(self, tellings: Sequence[Telling], at: dt.datetime) -> tuple[KeptDocument, ...]:
        """Keep new documents, in order; their ids are given here."""
        if not tellings:
            return ()
        self._head.take()
        last = self._connection.scalar(select(func.max(document.c.id))) or 0
        numbered = list(enumerate(tellings, start=last + 1))
        _ADD.run_each(
            self._connection,
            [document_values(each, at) | {"id": key, "version": 1} for key, each in numbered],
        )
        self._refer(
            [row for key, each in numbered for row in reference_values(key, each.document)]
        )
        return tuple(KeptDocument(key, 1, each.document, at) for key, each in numbered)

    def change(
        self, changes: Sequence[tuple[KeptDocument, Telling]], at: dt.datetime
    ) -> tuple[KeptDocument, ...]:
        """Keep what documents say now; what they said before stays beside it."""
        return tuple(self._change(before, telling, at) for before, telling in changes)

    def keep_late(
        self, late: Sequence[tuple[KeptDocument, Telling]], at: dt.datetime
    ) -> tuple[KeptDocument, ...]:
        """Keep tellings that are older than what is known beside it; that stays as it is."""
        return tuple(self._keep_late(mine, telling, at) for mine, telling in late)

    def gateways(self) -> tuple[str, ...]:
        """Give the gateways and couriers of each source's newest payments, by their names."""
        return self._newest_said(DocumentKind.PAYMENT, "provider")

    def channels(self) -> tuple[str, ...]:
        """Give where each source's newest orders came from."""
        return self._newest_said(DocumentKind.ORDER, "channel")

    def _newest_said(self, kind: DocumentKind, field: str) -> tuple[str, ...]:
        """Give what the newest documents of a kind say of one thing, each once, in order.

        A look by index at a source, and at some of its documents: it is asked for each question.
        """
        found: set[str] = set()
        for source in self._sources():
            newest = (
                select(document.c.said[field].as_string())
                .where(document.c.source == source, document.c.kind == kind.value)
                .order_by(document.c.changed_at.desc())
                .limit(_NEWEST)
            )
            found |= {each for each in self._connection.scalars(newest) if each}
        return tuple(sorted(found))

    def _sources(self) -> Iterator[str]:
        """Give where documents come from, one step in the index for each."""
        last = ""
        while True:
            after = select(func.min(document.c.source)).where(document.c.source > last)
            source: str | None = self._connection.scalar(after)
            if source is None:
                return
            yield source
            last = source

    def posted_from(self) -> dt.date | None:
        """Give the day from which documents are posted; None while none was."""
        day: dt.date | None = self._connection.scalar(select(document_setting.c.posted_from))
        return day

    def post_from(self, day: dt.date) -> None:
        """Post documents from a day on; what happened before is in the opening balances."""
        self._connection.execute(
            upsert(self._connection, document_setting)
            .values(id=1, posted_from=day)
            .on_conflict_do_update(index_elements=["id"], set_={"posted_from": day})
        )

    def _change(self, before: KeptDocument, telling: Telling, at: dt.datetime) -> KeptDocument:
        is_it, version = document.c.id == before.id, before.version + 1
        columns = (document.c.said, document.c.raw, document.c.told_at)
        stood = select(document.c.id, literal(before.version), *columns).where(is_it)
        names = ["document_id", "version", "said", "raw", "told_at"]
        self._connection.execute(insert(document_before).from_select(names, stood))
        values = document_values(telling, at) | {"version": version}
        self._connection.execute(update(document).where(is_it).values(values))
        if before.document.references != telling.document.references:
            is_its = document_reference.c.document_id == before.id
            self._connection.execute(delete(document_reference).where(is_its))
            self._refer(reference_values(before.id, telling.document))
        return KeptDocument(before.id, version, telling.document, at)

    def _keep_late(self, mine: KeptDocument, telling: Telling, at: dt.datetime) -> KeptDocument:
        kept = {
            "document_id": mine.id,
            "version": mine.version,
            "said": said_of(telling.document),
            "raw": telling.raw,
            "told_at": at,
        }
        _BEFORE.run(self._connection, kept)
        version = mine.version + 1
        is_it = document.c.id == mine.id
        self._connection.execute(update(document).where(is_it).values(version=version))
        return KeptDocument(mine.id, version, mine.document, mine.told_at)

    def _refer(self, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            _REFER.run_each(self._connection, rows)

    def _kept(
        self, *where: ColumnElement[bool], order: Sequence[ColumnElement[object]] = ()
    ) -> tuple[KeptDocument, ...]:
        wanted = _KEPT.where(*where).order_by(*(order or (document.c.id,)))
        return tuple(kept_of(row) for row in self._connection.execute(wanted).all())


def _is_within(first: dt.datetime, until: dt.datetime) -> ColumnElement[bool]:
    return (document.c.happened_at >= first) & (document.c.happened_at < until)
