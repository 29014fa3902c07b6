"""What came before and after an entry: who told it, what it is tied to, what was said of it."""

import datetime as dt

from ledger.journal import PostedEntry
from locales.words import Words, shorten
from services.ports import Books
from services.told_by import tellers

COMMENTS_SHOWN = 5
"""The last ones; a card is no chat."""
COMMENT_MAX = 300
"""A longer one is cut on the card; it is kept whole."""


def history_lines(books: Books, words: Words, posted: PostedEntry) -> list[str]:
    """Tell an entry's history, a line a fact."""
    known, entry = tellers(books), posted.entry
    teller, decider = known.of(posted), known.decider_of(posted)
    lines = []
    if teller is not None:
        told_at = local(books, entry.occurred_at)
        lines.append(words("entry-told-by", name=teller.name, moment=told_at))
    if decider is not None and decider != teller:
        decided_at = local(books, posted.recorded_at)
        lines.append(words("entry-decided-by", name=decider.name, moment=decided_at))
    ties = (
        ("entry-replaces", entry.replaces),
        ("entry-reverses", entry.reverses),
        ("entry-reversed-by", posted.reversed_by),
    )
    lines += [words(tie, number=str(number)) for tie, number in ties if number is not None]
    for comment in books.comments.about(posted.number)[-COMMENTS_SHOWN:]:
        by = known.find(comment.person_id)
        said = shorten(comment.text, COMMENT_MAX)
        lines.append(words("entry-comment", name="" if by is None else by.name, text=said))
    return lines


def local(books: Books, moment: dt.datetime) -> dt.datetime:
    """Show a moment on the shop's clock, where there is a shop."""
    shop = books.shop.get()
    return moment if shop is None else shop.local(moment)
