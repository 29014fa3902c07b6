"""Cash between tills that nobody has confirmed: who is asked once more."""

import datetime as dt
from dataclasses import dataclass

from services.people import Person
from services.ports import Books
from services.quiet_hours import is_by_day
from services.tills.transfers import Transfer, TransferState, asked_about

WAITS = dt.timedelta(hours=3)
"""Cash is carried within this; what is still on its way then is asked about once more."""


@dataclass(frozen=True, slots=True)
class TransferReminder:
    """A transfer, and who is to say whether it has come."""

    transfer: Transfer
    person: Person


def take_transfer_reminders(books: Books, now: dt.datetime) -> tuple[TransferReminder, ...]:
    """Give whom to ask once more, in the shop's hours, about each transfer once.

    Whoever takes them has them sent in the same transaction.
    """
    if not is_by_day(books, now):
        return ()
    people, tills = books.people.all(), books.accounts.tills()
    found = []
    for each in books.transfers.on_the_way():
        is_due = each.state is TransferState.SENT and each.sent_at <= now - WAITS
        if not is_due or each.to_till is None or not books.transfers.remind(each.id, now):
            continue
        asked = (one for one in asked_about(each, people, tills) if one.is_active)
        found += [TransferReminder(each, one) for one in asked]
    return tuple(found)
