"""What was asked and never answered: to be shown to the accountant, to be asked once more."""

import datetime as dt
from dataclasses import dataclass

from services.cash.drafts import Draft
from services.people import Person
from services.ports import Books
from services.quiet_hours import is_by_day

OVERDUE = dt.timedelta(hours=1)
"""A question unanswered for longer than this is asked again, and shown to the accountant."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A question to be asked once more."""

    draft: Draft
    person: Person
    """Who typed the message."""
    today: dt.date
    """The shop's day."""


def open_drafts(books: Books, now: dt.datetime) -> tuple[Draft, ...]:
    """Give the drafts that nobody has answered for too long, the oldest question first."""
    return books.drafts.unanswered(now - OVERDUE)


def take_reminders(books: Books, now: dt.datetime) -> tuple[Reminder, ...]:
    """Give the questions to be asked again, in shop hours, each of them once.

    Whoever takes them has them sent in the same transaction.
    """
    shop = books.shop.get()
    if shop is None or not is_by_day(books, now):
        return ()
    today = shop.day_of(now)
    found = []
    for draft in open_drafts(books, now):
        person = books.people.find(draft.person_id) if draft.reminded_at is None else None
        if person is None or not person.is_active or not books.drafts.remind(draft.id, now):
            continue
        found.append(Reminder(draft, person, today))
    return tuple(found)
