"""Digests: each chooses which and at what hour; each is sent once, and made up when missed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.quiet_hours import is_by_day
from services.results.digest_ports import DigestChoice, DigestKind
from services.shop import Shop

LATE_MAX: Mapping[DigestKind, dt.timedelta] = {
    DigestKind.MORNING: dt.timedelta(hours=6),
    DigestKind.EVENING: dt.timedelta(hours=3),
    DigestKind.WEEK: dt.timedelta(days=2),
    DigestKind.MONTH: dt.timedelta(days=5),
}
"""How late a digest that was missed is still sent; letters that are late wait for the day."""
_LETTERS = frozenset({DigestKind.WEEK, DigestKind.MONTH})
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueDigest:
    """A digest that is to be sent now."""

    choice: DigestChoice
    person: Person
    day: dt.date
    """The day on which it was due."""


def kinds_for(person: Person) -> tuple[DigestKind, ...]:
    """Give what a person may choose: letters about the whole shop are for who sees it."""
    if person.may(Permission.SEE_DAY):
        return tuple(DigestKind)
    return (DigestKind.MORNING, DigestKind.EVENING) if person.may(Permission.SEE_TILL) else ()


def choose_digest(
    books: Books, person: Person, shop: Shop, choice: tuple[DigestKind, int | None], cause: Cause
) -> bool:
    """Want a digest at an hour from its next time on, or no more.

    Args:
        books: the open books.
        person: who chooses for himself.
        shop: whose clock it is.
        choice: the kind, and the hour from 0 to 23; None is none.
        cause: who, because of which update, when.

    Returns:
        Whether his role lets him.
    """
    kind, hour = choice
    if kind not in kinds_for(person):
        return False
    if hour is None:
        books.digests.drop(person.id, kind)
    else:
        day = slot_of(kind, hour, shop.local(cause.at))
        books.digests.keep(DigestChoice(person.id, kind, hour, day))
    books.audit.record(
        cause,
        what="choose_digest",
        subject=f"person:{person.id}",
        change={"kind": kind.value, "hour": hour},
    )
    return True


def due_digests(books: Books, shop: Shop, now: dt.datetime) -> tuple[DueDigest, ...]:
    """Give what is to be sent now, by person; nothing to who may not know it any more."""
    local, found = shop.local(now), []
    for choice in books.digests.all():
        day = due_day(choice, local)
        person = books.people.find(choice.person_id)
        if day is None or person is None or choice.kind not in kinds_for(person):
            continue
        is_late_letter = choice.kind in _LETTERS and day != local.date()
        if not is_late_letter or is_by_day(books, now):
            found.append(DueDigest(choice, person, day))
    return tuple(found)


def due_day(choice: DigestChoice, local: dt.datetime) -> dt.date | None:
    """Give the day for which a digest is due and not sent; None where there is none.

    Args:
        choice: the wish.
        local: the moment on the shop's clock.
    """
    day = slot_of(choice.kind, choice.hour, local)
    at = dt.datetime.combine(day, dt.time(choice.hour), local.tzinfo)
    is_in_time = local.astimezone(dt.UTC) - at.astimezone(dt.UTC) <= LATE_MAX[choice.kind]
    return day if day > choice.done_on and is_in_time else None


def slot_of(kind: DigestKind, hour: int, local: dt.datetime) -> dt.date:
    """Give the newest day whose time of a digest has come."""
    day = local.date() if local.hour >= hour else local.date() - _DAY
    match kind:
        case DigestKind.MORNING | DigestKind.EVENING:
            return day
        case DigestKind.WEEK:
            return day - day.weekday() * _DAY
        case DigestKind.MONTH:
            return day.replace(day=1)
