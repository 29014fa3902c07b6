"""Close the books through a day: the checklist is kept, two people sign, the period closes."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from ledger.days import Days
from reports.closing_time import ClosingTime, closing_time
from services.cash_types import NotAllowed, StaleAnswer
from services.closing.check_closing import check_closing
from services.closing.close_period import close_period
from services.closing.closing_ports import (
    Closing,
    ClosingRate,
    ClosingSeen,
    Item,
    ItemFound,
    ItemKept,
    Part,
    Signature,
)
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books
from services.posting import shop_of
from services.shop import Shop

EXCUSE_MAX = 500
RATE_MAX = Decimal(1_000_000)
_DAY = dt.timedelta(days=1)
_SIGNS: dict[Role, tuple[Part, ...]] = {
    Role.ACCOUNTANT: (Part.ACCOUNTANT,),
    Role.DIRECTOR: (Part.DIRECTOR,),
    Role.OWNER: (Part.DIRECTOR, Part.ACCOUNTANT),
}
"""Whose signature a role may give; an owner stands in for either, never for both."""


@dataclass(frozen=True, slots=True)
class NotReady:
    """Something still holds the closing up."""

    seen: ClosingSeen


@dataclass(frozen=True, slots=True)
class OtherPersonNeeded:
    """The same person has signed the other part already."""

    seen: ClosingSeen


@dataclass(frozen=True, slots=True)
class Signed:
    """A part is signed."""

    seen: ClosingSeen
    part: Part
    lapsed: tuple[Signature, ...] = ()
    """Signatures given before entries that came since: they have to be given anew."""

    @property
    def is_closed(self) -> bool:
        """Say whether the books are closed with it."""
        return self.seen.closing.closed_at is not None


SigningOutcome: TypeAlias = Signed | NotReady | OtherPersonNeeded | NotAllowed | StaleAnswer


def see_closing(
    books: Books, ends_on: dt.date, person: Person, now: dt.datetime
) -> ClosingSeen | NotAllowed | StaleAnswer:
    """Give the closing through a day, begun by this if it was not, its items looked at anew.

    A day that is not over, or is closed by nothing that is kept, is stale.
    """
    if not person.may(Permission.CLOSE_PERIOD):
        return NotAllowed()
    kept = books.closings.find(ends_on)
    if kept is not None and kept.closed_at is not None:
        return _seen(books, kept, ())
    if not _may_be_closed(books, ends_on, now):
        return StaleAnswer()
    return begin_closing(books, ends_on, now)


def begin_closing(books: Books, ends_on: dt.date, now: dt.datetime) -> ClosingSeen:
    """Begin to close the books through a day, or look at it anew."""
    kept = books.closings.find(ends_on)
    if kept is None:
        books.closings.begin(Closing(_days_to_close(books, ends_on), now))
        kept = books.closings.find(ends_on)
        assert kept is not None  # noqa: S101 - it was begun just now
    return refresh_closing(books, kept, now)


def refresh_closing(books: Books, closing: Closing, now: dt.datetime) -> ClosingSeen:
    """Look at a closing's items anew and keep since when each is done."""
    found = check_closing(books, closing.days, now)
    before = books.closings.items(closing.days.last)
    for each in found:
        item = _kept(each, before.get(each.item), closing.begun_at, now)
        if item != before.get(each.item):
            books.closings.put_item(closing.days.last, item)
    return _seen(books, closing, found)


def month_to_close(books: Books, now: dt.datetime) -> dt.date | None:
    """Give the last day of the month before, if anything was booked by then and it is open."""
    today = shop_of(books).day_of(now)
    ends_on = today.replace(day=1) - _DAY
    begun_on = books.journal.begun_on()
    is_used = begun_on is not None and begun_on <= ends_on
    return ends_on if is_used and books.periods.open_books().is_open(ends_on) else None


def explain_item(
    books: Books, ends_on: dt.date, item: Item, excuse: str, person: Person, cause: Cause
) -> ClosingSeen | NotAllowed | StaleAnswer:
    """Keep why the books may be closed although an item is open.

    It holds as long as nothing more of the item comes open.
    """
    seen = see_closing(books, ends_on, person, cause.at)
    if not isinstance(seen, ClosingSeen):
        return seen
    kept = next(each for each in seen.items if each.item is item)
    if seen.closing.closed_at is not None or kept.is_settled:
        return StaleAnswer()
    said = replace(kept, excuse=excuse[:EXCUSE_MAX], excused_by=person.actor, done_at=cause.at)
    books.closings.put_item(ends_on, said)
    change = {"item": item.value, "excuse": excuse[:EXCUSE_MAX], "open_count": kept.open_count}
    books.audit.record(
        cause, what="explain_closing_item", subject=f"closing:{ends_on}", change=change
    )
    return begin_closing(books, ends_on, cause.at)


def give_rate(
    books: Books, ends_on: dt.date, currency: str, rate: Decimal, person: Person, cause: Cause
) -> ClosingSeen | NotAllowed | StaleAnswer:
    """Keep what a currency was worth on the last day of a closing.

    Raises:
        ValueError: the rate is not above zero, or absurd.
    """
    if not 0 < rate < RATE_MAX:
        message = f"{rate} is no rate"
        raise ValueError(message)
    seen = see_closing(books, ends_on, person, cause.at)
    if not isinstance(seen, ClosingSeen):
        return seen
    base = shop_of(books).base_currency
    if seen.closing.closed_at is not None or currency == base:
        return StaleAnswer()
    said = ClosingRate(currency, base, rate, person.actor)
    books.closings.put_rate(ends_on, said, cause.at)
    change = {"currency": currency, "quote": base, "rate": format(rate, "f")}
    books.audit.record(cause, what="give_rate", subject=f"closing:{ends_on}", change=change)
    return begin_closing(books, ends_on, cause.at)


def sign_closing(
    books: Books, ends_on: dt.date, part: Part, person: Person, cause: Cause
) -> SigningOutcome:
    """Sign one part; with the second one, by another person, the books close.

    A signature knows the entries that there were. What came into those days since makes it
    lapse: it has to be given anew, since its person has not seen the books as they are.
    """
    if part not in _SIGNS.get(person.role, ()) or not person.may(Permission.CLOSE_PERIOD):
        return NotAllowed()
    through = books.journal.hold()
    seen = see_closing(books, ends_on, person, cause.at)
    if not isinstance(seen, ClosingSeen):
        return seen
    if seen.closing.closed_at is not None:
        return StaleAnswer()
    if not seen.is_ready:
        return NotReady(seen)
    lapsed = _let_lapse(books, seen, part, cause)
    standing = books.closings.signatures(ends_on)
    if any(each.person_id == person.id for each in standing):
        return OtherPersonNeeded(seen)
    books.closings.sign(ends_on, Signature(part, person.id, cause.at, through))
    books.audit.record(
        cause, what="sign_closing", subject=f"closing:{ends_on}", change={"part": part.value}
    )
    if len(standing) + 1 == len(Part):
        close_period(books, ends_on, person, cause)
        books.closings.done(ends_on, cause.at)
    kept = books.closings.find(ends_on)
    assert kept is not None  # noqa: S101 - seen above
    return Signed(_seen(books, kept, ()), part, lapsed)


def parts_of(person: Person) -> tuple[Part, ...]:
    """Give the parts that a person may sign."""
    return _SIGNS.get(person.role, ())


def _let_lapse(books: Books, seen: ClosingSeen, part: Part, cause: Cause) -> tuple[Signature, ...]:
    """Let go of signatures that entries came after, and of an older one of the same part."""
    ends_on, lapsed = seen.closing.days.last, []
    for each in seen.signatures:
        has_moved = books.closings.entered_since(seen.closing.days, each.through_entry) > 0
        if each.part is part or has_moved:
            books.closings.unsign(ends_on, each.part)
            change = {"part": each.part.value, "person": each.person_id}
            books.audit.record(
                cause, what="signature_lapsed", subject=f"closing:{ends_on}", change=change
            )
            if each.part is not part:
                lapsed.append(each)
    return tuple(lapsed)


def _kept(
    found: ItemFound, before: ItemKept | None, begun_at: dt.datetime, now: dt.datetime
) -> ItemKept:
    """Give how an item stands.

    One that is done at the first look held nothing up. An explanation falls when more comes open
    than it spoke of.
    """
    if not found.open_count:
        if before is None:
            return ItemKept(found.item, 0, begun_at)
        return ItemKept(found.item, 0, before.done_at or now)
    if before is not None and before.excuse and found.open_count <= before.open_count:
        return replace(before, open_count=found.open_count)
    return ItemKept(found.item, found.open_count)


def _seen(books: Books, closing: Closing, found: tuple[ItemFound, ...]) -> ClosingSeen:
    ends_on = closing.days.last
    kept = books.closings.items(ends_on)
    former = books.closings.done_before(ends_on)
    shop = shop_of(books)
    return ClosingSeen(
        closing,
        tuple(kept[item] for item in Item if item in kept),
        {each.item: each.about for each in found},
        books.closings.signatures(ends_on),
        books.closings.rates(ends_on),
        time=_time(books, closing, shop),
        before=None if former is None else _time(books, former, shop),
        late=tuple(books.told_days.late_facts(closing.days)) if closing.closed_at else (),
    )


def _time(books: Books, closing: Closing, shop: Shop) -> ClosingTime | None:
    if closing.closed_at is None:
        return None
    items = books.closings.items(closing.days.last)
    signed = books.closings.signatures(closing.days.last)
    return closing_time(
        shop.begin_of(closing.days.last + _DAY),
        closing.begun_at,
        closing.closed_at,
        {each.item.value: each.done_at for each in items.values() if each.done_at is not None},
        [(f"sign-{each.part}", each.signed_at) for each in signed],
    )


def _days_to_close(books: Books, ends_on: dt.date) -> Days:
    """Give the days that are open up to one: all that closing through it closes."""
    closed = books.periods.open_books().closed_through
    if closed is not None:
        return Days(closed + _DAY, ends_on)
    begun_on = min(books.journal.begun_on() or ends_on, ends_on)
    return Days(begun_on.replace(day=1), ends_on)


def _may_be_closed(books: Books, ends_on: dt.date, now: dt.datetime) -> bool:
    is_over = ends_on < shop_of(books).day_of(now)
    return is_over and books.periods.open_books().is_open(ends_on)
