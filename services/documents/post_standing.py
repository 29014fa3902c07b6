"""Keep entries in step with what they tell of: one stands, or none, and says what is so now."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.journal import JournalEntry, Origin, PostedEntry, Posting
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of, take_back


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an entry should say."""

    postings: tuple[Posting, ...]
    day: dt.date
    at: dt.datetime
    narration: str
    counterparty: str | None = None
    order_reference: str | None = None


def post_standing(
    books: Books, source: str, wanted: Mapping[str, Wanted | None], cause: Cause
) -> tuple[PostedEntry, ...]:
    """Have one entry stand for each outside event that says what is wanted, or none.

    An entry that says something else is taken back, and what is wanted is the next telling of
    the same origin.

    Args:
        books: the open books.
        source: whose events they are.
        wanted: what should stand, by external id.
        cause: who, because of what, when.

    Returns:
        The entries that were posted, reversals left out.
    """
    told = books.journal.of_origins(source, list(wanted))
    days, today = books.periods.open_books(), shop_of(books).day_of(cause.at)
    entries = []
    for external_id, want in wanted.items():
        before = told.get(external_id, ())
        standing = next((each for each in before if each.reversed_by is None), None)
        if standing is not None and want is not None and _says(standing.entry, want):
            continue
        if standing is not None:
            back_on = days.booking_day(standing.entry.booked_on, today).booked_on
            take_back(books, standing, cause, booked_on=back_on)
        if want is not None and want.postings:
            day = days.booking_day(want.day, today)
            entries.append(
                JournalEntry(
                    booked_on=day.booked_on,
                    belongs_on=day.belongs_on,
                    occurred_at=want.at,
                    narration=want.narration,
                    postings=want.postings,
                    origin=Origin(source, external_id, len(before) + 1),
                    counterparty=want.counterparty,
                    order_reference=want.order_reference,
                    replaces=before[-1].number if before else None,
                )
            )
    return books.journal.add(entries, cause)


def _says(standing: JournalEntry, want: Wanted) -> bool:
    """Tell whether an entry already says what is wanted, and of the same day."""
    is_its_day = (standing.belongs_on or standing.booked_on) == want.day
    return is_its_day and standing.postings == want.postings
