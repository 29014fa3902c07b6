"""Post documents: what each comes to by the rules, and the difference when it changes.

A document has one entry that stands, or none. When it is told otherwise, that entry is taken back
and what it comes to now is posted as the next telling of the same origin.
"""

import datetime as dt
from collections.abc import Sequence

from ledger.document_rules import counts_at, postings_of
from ledger.documents import Document, DocumentKind, ReferenceKind
from ledger.journal import JournalEntry, Origin, PostedEntry
from ledger.periods import BookingDay
from services.document_ports import KeptDocument
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back

DOCUMENT = "document"
"""The source of entries that documents lead to; the external id is the document's key."""
_TITLES_MAX = 140


def post_documents(
    books: Books, documents: Sequence[KeptDocument], cause: Cause
) -> tuple[PostedEntry, ...]:
    """Post what documents come to now; what stands already and is right stays.

    Args:
        books: the open books.
        documents: new ones, and those that say something else now.
        cause: who brought them, because of what, when.

    Returns:
        The entries that were posted, reversals left out.
    """
    told = books.journal.of_origins(DOCUMENT, [each.document.key for each in documents])
    shop, days = shop_of(books), books.periods.open_books()
    today = shop.day_of(cause.at)
    first = _posted_from(books, today) if documents else today
    entries: list[JournalEntry] = []
    for each in documents:
        document = each.document
        before = told.get(document.key, ())
        standing = next((one for one in before if one.reversed_by is None), None)
        counts_on = shop.day_of(counts_at(document))
        is_before = standing is None and counts_on < first
        day = days.booking_day(counts_on, today)
        wanted = None if is_before else _entry_of(document, before, day, counts_at(document))
        if standing is not None and _says_the_same(standing.entry, wanted):
            continue
        if standing is not None:
            back_on = days.booking_day(standing.entry.booked_on, today).booked_on
            take_back(books, standing, cause, booked_on=back_on)
        if wanted is not None:
            entries.append(wanted)
    return books.journal.add(entries, cause)


def is_posted_from(books: Books, document: Document) -> bool:
    """Tell whether a document is of the time that the books tell of."""
    first = books.documents.posted_from()
    return first is None or shop_of(books).day_of(counts_at(document)) >= first


def _posted_from(books: Books, today: dt.date) -> dt.date:
    """Give the day from which documents are posted; the first time it is when the books begin.

    What happened before is in the opening balances.
    """
    first = books.documents.posted_from()
    if first is None:
        first = min(books.journal.begun_on() or today, today)
        books.documents.post_from(first)
    return first


def _entry_of(
    document: Document, before: Sequence[PostedEntry], day: BookingDay, at: dt.datetime
) -> JournalEntry | None:
    postings = postings_of(document)
    if not postings:
        return None
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=at,
        narration=_narration(document),
        postings=postings,
        origin=Origin(DOCUMENT, document.key, len(before) + 1),
        counterparty=None if document.party is None else document.party.name,
        order_reference=order_named(document),
        replaces=before[-1].number if before else None,
    )


def _says_the_same(standing: JournalEntry, wanted: JournalEntry | None) -> bool:
    """Tell whether an entry already says what a document comes to, and of the same day."""
    if wanted is None or standing.postings != wanted.postings:
        return False
    return (standing.belongs_on or standing.booked_on) == (wanted.belongs_on or wanted.booked_on)


def _narration(document: Document) -> str:
    titles = ", ".join(each.title for each in document.lines)[:_TITLES_MAX]
    return titles or document.number or document.external_id


def order_named(document: Document) -> str | None:
    """Give the order that a document is, or says it is of, as people call it."""
    if document.kind is DocumentKind.ORDER:
        return document.number or document.external_id
    named = (each.value for each in document.references if each.kind is ReferenceKind.ORDER)
    return next(named, None)
