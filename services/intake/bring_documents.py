"""Bring documents in: keep what is told of them and post what they come to, all in one unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.journal import PostedEntry
from services.documents.document_ports import Telling
from services.documents.post_documents import post_documents
from services.documents.take_documents import DocumentsTaken, take_documents
from services.exceptions.keep_exceptions import tell_of_edits
from services.messages import Cause
from services.ports import Books


@dataclass(frozen=True, slots=True)
class DocumentsBrought:
    """What came of documents that a source told of."""

    taken: DocumentsTaken
    posted: tuple[PostedEntry, ...]


def bring_documents(books: Books, tellings: Sequence[Telling], cause: Cause) -> DocumentsBrought:
    """Take tellings of documents into the books: the one door of every source.

    Args:
        books: the open books.
        tellings: in the order in which they came.
        cause: who brought them, because of what, when.
    """
    taken = take_documents(books, tellings, cause)
    posted = post_documents(books, taken.touched, cause)
    tell_of_edits(books, taken.changed, cause)
    return DocumentsBrought(taken, posted)
