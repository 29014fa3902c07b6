"""What somebody else is told when an entry of his was changed, or is to be decided on."""

import datetime as dt
from collections.abc import Sequence

from handlers.cards import Setting, short_of, struck_line
from handlers.entries.proposal_cards import asking_cards
from ledger.journal import PostedEntry
from locales.words import words_of
from services.cash_types import CashAmended, EntryUndone
from services.corrections.comment_entry import EntryCommented
from services.corrections.propose_correction import CorrectionProposed
from services.leaders import leaders
from services.messages import OutgoingMessage
from services.people import Person
from services.ports import Books
from services.posting import till_in
from services.tills.count_types import COUNT
from services.told_by import is_teller, tellers, told_where


def notices(books: Books, setting: Setting, outcome: object) -> tuple[OutgoingMessage, ...]:
    """Tell others of an outcome: who told the entry, or who is to decide.

    Args:
        books: the open books.
        setting: where it happened, and who did it.
        outcome: of a use case; most concern nobody else.
    """
    viewer = setting.viewer
    if viewer is None:
        return ()
    match outcome:
        case CashAmended((_, *_) as before, recorded):
            return told_of_change(books, setting.today, viewer, before, recorded.posted)
        case EntryUndone(undone=undone):
            return told_of_change(books, setting.today, viewer, (undone,), ())
        case CorrectionProposed(is_new=True):
            return asking_cards(books, viewer, outcome, setting.today)
        case EntryCommented(posted, comment):
            return _told_of_comment(books, setting.today, viewer, posted, comment.text)
        case _:
            return ()


def told_of_change(
    books: Books,
    today: dt.date,
    by: Person,
    before: Sequence[PostedEntry],
    after: Sequence[PostedEntry],
) -> tuple[OutgoingMessage, ...]:
    """Tell who told an entry what somebody else made of it; nothing when it was himself."""
    if before[0].entry.origin.source == COUNT:
        return _told_of_count(books, today, by, before, after)
    if is_teller(before[0], by):
        return ()
    teller = _to_be_told(books, before[0], by)
    if teller is None:
        return ()
    their = Setting(words_of(teller.language), teller.telegram_id, today)
    said = "told-changed" if after else "told-undone"
    lines = [their.words(said, name=by.name)]
    lines += [struck_line(their, each, till_in(each) or "") for each in before]
    lines += [short_of(their, each) for each in after]
    return (their.message("\n".join(lines), reply_to=_message_of(before[0], teller)),)


def _told_of_count(
    books: Books,
    today: dt.date,
    by: Person,
    before: Sequence[PostedEntry],
    after: Sequence[PostedEntry],
) -> tuple[OutgoingMessage, ...]:
    """Tell leaders, who heard of a count's difference, what became of it."""
    news = []
    for leader in leaders(books):
        if leader.id == by.id:
            continue
        their = Setting(words_of(leader.language), leader.telegram_id, today)
        said = "count-told-changed" if after else "count-told-undone"
        lines = [their.words(said, name=by.name)]
        lines += [struck_line(their, each, till_in(each) or "") for each in before]
        lines += [short_of(their, each) for each in after]
        news.append(their.message("\n".join(lines)))
    return tuple(news)


def _told_of_comment(
    books: Books, today: dt.date, by: Person, posted: PostedEntry, text: str
) -> tuple[OutgoingMessage, ...]:
    teller = _to_be_told(books, posted, by)
    if teller is None:
        return ()
    their = Setting(words_of(teller.language), teller.telegram_id, today)
    lines = [
        their.words("told-comment", name=by.name),
        short_of(their, posted),
        their.words("entry-comment", name=by.name, text=text),
    ]
    return (their.message("\n".join(lines), reply_to=_message_of(posted, teller)),)


def _to_be_told(books: Books, posted: PostedEntry, by: Person) -> Person | None:
    """Give who told an entry, unless it is the one who acts, or has left."""
    teller = tellers(books).of(posted)
    return None if teller is None or teller.id == by.id or not teller.is_active else teller


def _message_of(posted: PostedEntry, teller: Person) -> int | None:
    """Give the message of his own chat that he told it in."""
    place = told_where(posted)
    return place[1] if place is not None and place[0] == teller.telegram_id else None
