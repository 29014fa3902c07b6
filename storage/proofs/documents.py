"""Invariants of documents: every telling is there, and is found by what it says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select, text

from ledger.documents import Document
from services.ports import Finding
from storage.prepared import AnyRow
from storage.repositories.document_rows import document_of, looked_up, reference_values
from storage.tables import document, document_before, document_reference

_VERSION_GAPS = """
    SELECT 'document ' || d.id || ' is version ' || d.version FROM document d
     WHERE d.version - 1 <> (
       SELECT COUNT(*) FROM document_before b
        WHERE b.document_id = d.id AND b.version < d.version)
"""
_PAGE = 1_000


def broken_documents(connection: Connection) -> Iterator[Finding]:
    """Look for documents that lack a telling, or say otherwise than they are found by."""
    for (detail,) in connection.execute(text(_VERSION_GAPS)):
        yield Finding("document_version_gap", detail)
    last = 0
    columns = [each for each in document.columns if each.key != "raw"]
    while page := connection.execute(
        select(*columns).where(document.c.id > last).order_by(document.c.id).limit(_PAGE)
    ).all():
        yield from _broken_in(connection, page)
        last = page[-1].id


def _broken_in(connection: Connection, page: Sequence[AnyRow]) -> Iterator[Finding]:
    ids = [row.id for row in page]
    columns = document_reference.c
    found = defaultdict(list)
    for row in connection.execute(
        select(document_reference)
        .where(columns.document_id.between(ids[0], ids[-1]))
        .order_by(columns.document_id, columns.place)
    ):
        found[row.document_id].append(row._asdict())
    newest = _newest_before(connection, ids)
    for row in page:
        says = document_of(row.said)
        if any(getattr(row, name) != value for name, value in looked_up(says).items()):
            yield Finding("document_found_otherwise", f"document {row.id}")
        if found[row.id] != reference_values(row.id, says):
            yield Finding("document_reference_wrong", f"document {row.id}")
        former = newest.get(row.id, ())
        if any(_is_newer(each, says) for each in former):
            yield Finding("document_not_the_newest", f"document {row.id}")
        if any(each.key != says.key for each in former):
            yield Finding("document_before_of_another", f"document {row.id}")


def _newest_before(connection: Connection, ids: list[int]) -> dict[int, list[Document]]:
    """Give the former tellings of documents of a page."""
    columns = document_before.c
    found: dict[int, list[Document]] = defaultdict(list)
    for document_id, said in connection.execute(
        select(columns.document_id, columns.said).where(
            columns.document_id.between(ids[0], ids[-1])
        )
    ):
        found[document_id].append(document_of(said))
    return found


def _is_newer(former: Document, says: Document) -> bool:
    one, other = former.changed_at, says.changed_at
    return one is not None and other is not None and one > other
