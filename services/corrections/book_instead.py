"""Book operations in the place of entries that stand: reversals, and what is right, linked."""

from collections.abc import Iterator, Sequence

from ledger.journal import JournalEntry, Origin, PostedEntry
from parsing.reading import CashDraft
from services.cash_types import TypedCash
from services.messages import TELEGRAM, Cause
from services.people import Person
from services.ports import Books
from services.posting import cash_entry, place_of, shop_of, take_back, till_in
from services.tills.follow_transfers import follow_transfers
from services.told_by import told_where


def book_instead(
    books: Books,
    before: Sequence[PostedEntry],
    drafts: Sequence[CashDraft],
    person: Person,
    cause: Cause,
    *,
    narration: str | None = None,
) -> tuple[PostedEntry, ...]:
    """Take entries of one message back and book drafts in their place.

    What falls on a closed day lands today and points to its day. Each draft is the next telling
    of the entry it takes the place of, so that edits, replies and Undo find it; further drafts
    get places of their own among the message's operations.

    Args:
        books: the open books.
        before: one or more standing entries on a till, the first operation first.
        drafts: what should stand instead, whole.
        person: who books it.
        cause: who, because of which update, when.
        narration: other words than the first entry's own.

    Raises:
        ValueError: an entry moved no till.
    """
    entries = told_instead(books, before, drafts, person, cause, narration=narration)
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    for old in before:
        is_open = days.is_open(old.entry.booked_on)
        take_back(books, old, cause, booked_on=old.entry.booked_on if is_open else today)
    posted = books.journal.add(entries, cause)
    follow_transfers(books, before, posted, person, cause)
    return posted


def told_instead(
    books: Books,
    before: Sequence[PostedEntry],
    drafts: Sequence[CashDraft],
    person: Person,
    cause: Cause,
    *,
    narration: str | None = None,
) -> list[JournalEntry]:
    """Give the entries that book_instead would book; its arguments and errors are these."""
    first = before[0]
    till = till_in(first)
    if till is None:
        message = f"entry {first.number} moved no till"
        raise ValueError(message)
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    text = first.entry.narration if narration is None else narration
    typed = TypedCash(person, 0, 0, text, first.entry.occurred_at)
    return [
        cash_entry(
            typed,
            draft,
            till=till,
            origin=origin,
            day=days.booking_day(draft.booked_on or old.entry.booked_on, today),
            replaces=old.number,
        )
        for draft, (old, origin) in zip(drafts, _tellings(books, before), strict=False)
    ]


def _tellings(books: Books, before: Sequence[PostedEntry]) -> Iterator[tuple[PostedEntry, Origin]]:
    """Say what each operation takes the place of, and as which telling; it never ends."""
    for old in before:
        origin = old.entry.origin
        tellings = books.journal.of_origin(origin.source, origin.external_id)
        yield old, Origin(origin.source, origin.external_id, len(tellings) + 1)
    for external in _free_places(books, before[0]):
        yield before[0], Origin(before[0].entry.origin.source, external)


def _free_places(books: Books, posted: PostedEntry) -> Iterator[str]:
    """Name places of a message that no operation of it has, filed or still asked about."""
    origin = posted.entry.origin
    whole = origin.external_id.partition("#")[0]
    asked = _places_asked(books, posted) if origin.source == TELEGRAM else frozenset()
    place = 1
    while True:
        external = f"{whole}#{place + 1}"
        is_asked = place_of(Origin(origin.source, external)) in asked
        if not is_asked and not books.journal.of_origin(origin.source, external):
            yield external
        place += 1


def _places_asked(books: Books, posted: PostedEntry) -> frozenset[int | None]:
    where = told_where(posted)
    if where is None:
        return frozenset()
    return frozenset(draft.place for draft in books.drafts.open_of_message(*where))
