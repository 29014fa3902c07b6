"""Post documents: what each comes to by the rules, and the difference when it changes."""

import datetime as dt
from collections.abc import Callable, Sequence

from ledger.document_rules import counts_at, postings_of
from ledger.documents import Document, DocumentKind, ReferenceKind
from ledger.journal import PostedEntry
from services.documents.document_ports import KeptDocument
from services.documents.post_standing import Wanted, post_standing
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of

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
    if not documents:
        return ()
    shop = shop_of(books)
    first = _posted_from(books, shop.day_of(cause.at))
    wanted = {
        each.document.key: _wanted(each.document, shop.day_of(counts_at(each.document)), first)
        for each in documents
    }
    return post_standing(books, DOCUMENT, wanted, cause)


def posting_begun(books: Books) -> Callable[[Document], bool]:
    """Give what tells whether a document is of the time that the books tell of."""
    first, day_of = books.documents.posted_from(), shop_of(books).day_of
    return lambda document: first is None or day_of(counts_at(document)) >= first


def _posted_from(books: Books, today: dt.date) -> dt.date:
    """Give the day from which documents are posted; the first time it is when the books begin.

    What happened before is in the opening balances.
    """
    first = books.documents.posted_from()
    if first is None:
        first = min(books.journal.begun_on() or today, today)
        books.documents.post_from(first)
    return first


def _wanted(document: Document, day: dt.date, first: dt.date) -> Wanted | None:
    postings = postings_of(document)
    if not postings or day < first:
        return None
    return Wanted(
        postings=postings,
        day=day,
        at=counts_at(document),
        narration=_narration(document),
        counterparty=None if document.party is None else document.party.name,
        order_reference=order_named(document),
    )


def _narration(document: Document) -> str:
    titles = ", ".join(each.title for each in document.lines)[:_TITLES_MAX]
    return titles or document.number or document.external_id


def order_named(document: Document) -> str | None:
    """Give the order that a document is, or says it is of, as people call it."""
    if document.kind is DocumentKind.ORDER:
        return document.number or document.external_id
    named = (each.value for each in document.references if each.kind is ReferenceKind.ORDER)
    return next(named, None)
