"""The proof finds what was done to documents past the guards."""

import pytest

from services.documents.take_documents import take_documents
from services.ports import Books
from tests.databases import PostgresTemplate, SqliteTemplate
from tests.papers import at, order, payment, told
from tests.shop import SYSTEM, lay
from tests.storage.planting import findings_after

_SWAPPED = (
    "CREATE TABLE kept AS SELECT said FROM document WHERE id = 1",
    "UPDATE document SET said = (SELECT said FROM document_before) WHERE id = 1",
    "UPDATE document_before SET said = (SELECT said FROM kept)",
    "DROP TABLE kept",
)
CORRUPTIONS: dict[str, tuple[str, ...]] = {
    "document_version_gap": ("DELETE FROM document_before",),
    "document_found_otherwise": ("UPDATE document SET amount_minor = 7 WHERE id = 2",),
    "document_reference_wrong": ("DELETE FROM document_reference",),
    "document_not_the_newest": _SWAPPED,
    "document_before_of_another": (
        "UPDATE document_before SET said = (SELECT said FROM document WHERE id = 2)",
    ),
    "documents_unreadable": ("UPDATE document SET said = '{}' WHERE id = 1",),
}


def shop_with_documents(books: Books) -> None:
    """Keep an order that was changed, and a payment."""
    lay(books)
    before, after = order(changed_at=at(1)), order(minor=7_000, changed_at=at(2))
    take_documents(books, [told(before), told(after), told(payment())], SYSTEM)


def test_documents_without_a_corruption_hold(template: SqliteTemplate | PostgresTemplate) -> None:
    assert findings_after(template, shop_with_documents, ()) == set()


@pytest.mark.parametrize("invariant", CORRUPTIONS)
def test_a_corruption_of_documents_is_told_by_name(
    template: SqliteTemplate | PostgresTemplate, invariant: str
) -> None:
    assert invariant in findings_after(template, shop_with_documents, CORRUPTIONS[invariant])
