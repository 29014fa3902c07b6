"""Choose who is reminded of money that is not accounted for, and remember that he was."""

import datetime as dt
from dataclasses import dataclass

from services.advances.advance_ports import HolderNote
from services.advances.advances import Holder, open_holders
from services.people import Person, Role
from services.ports import Books
from services.shop import Shop

FIRST_AFTER = dt.timedelta(days=3)
AGAIN_AFTER = dt.timedelta(days=7)
DAY_BEGINS, DAY_ENDS = 8, 21
"""Hours of the shop's clock between which people are written to."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """All that one person is reminded of, in one message."""

    person: Person
    own: tuple[Holder, ...]
    """What he holds himself."""
    given: tuple[Holder, ...]
    """Who holds what he gave and is not of the team."""


def remind_advances(books: Books, shop: Shop, at: dt.datetime) -> tuple[Reminder, ...]:
    """Give the reminders that are due: after three days, then weekly, never at night."""
    if not DAY_BEGINS <= shop.local(at).hour < DAY_ENDS:
        return ()
    own: dict[int, list[Holder]] = {}
    given: dict[int, list[Holder]] = {}
    people = {each.id: each for each in books.people.all()}
    for holder in open_holders(books):
        if not holder.open or not _is_due(holder, shop, at):
            continue
        member = people.get(holder.person_id or 0)
        if member is not None and member.is_active:
            own.setdefault(member.id, []).append(holder)
        else:
            for person in _givers(people, holder):
                given.setdefault(person.id, []).append(holder)
        books.advances.note(HolderNote(holder.name, holder.person_id, at))
    return tuple(
        Reminder(people[each], tuple(own.get(each, ())), tuple(given.get(each, ())))
        for each in sorted({*own, *given})
    )


def _is_due(holder: Holder, shop: Shop, at: dt.datetime) -> bool:
    oldest = holder.open[0]
    age = shop.day_of(at) - oldest.booked_on
    reminded = holder.reminded_at
    # Money of after the last reminder begins its own three days.
    if reminded is None or reminded < oldest.occurred_at:
        return age >= FIRST_AFTER
    return at - reminded >= AGAIN_AFTER


def _givers(people: dict[int, Person], holder: Holder) -> list[Person]:
    """Give who handed the oldest of it out; the owners when he has left."""
    actor = holder.open[0].decided_by
    giver = next((each for each in people.values() if each.actor == actor), None)
    if giver is not None and giver.is_active:
        return [giver]
    return [each for each in people.values() if each.is_active and each.role is Role.OWNER]
