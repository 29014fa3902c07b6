"""Take a report's documents into the books; those that are known stay as they are."""

from dataclasses import dataclass

from services.intake.bring_documents import DocumentsBrought, bring_documents
from services.intake.report_types import KnownTables, ReportRead, SpoiledRow
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of


@dataclass(frozen=True, slots=True)
class ReportTaken:
    """A report is in the books."""

    name: str
    brought: DocumentsBrought
    spoiled: tuple[SpoiledRow, ...]


def take_report(books: Books, read: ReportRead, cause: Cause) -> ReportTaken:
    """Take what was read of a report."""
    return ReportTaken(read.name, bring_documents(books, read.tellings, cause), read.spoiled)


def known_tables(books: Books) -> KnownTables:
    """Give what is known of tables, to read one by."""
    shop = shop_of(books)
    return KnownTables(
        books.bank_shapes.all(), books.report_mappings.all(), shop.zone, shop.base_currency
    )
