"""Who holds the shop's money to account for, how much and since when: read from the postings."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from ledger.money import Money
from locales.words import as_name
from parsing.memory.first_names import called
from parsing.memory.same_name import is_one_name, is_same_name
from services.advances.advance_ports import AdvanceMoved, HolderNote
from services.ports import Books


@dataclass(frozen=True, slots=True)
class OpenAdvance:
    """An advance, and what of it is not accounted for; what is accounted for is the oldest."""

    number: int
    booked_on: dt.date
    occurred_at: dt.datetime
    left: Money
    category: str | None
    decided_by: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who was given money to account for."""

    name: str
    """The first name he was called by."""
    number: int
    """The first entry of his: it stands for him on buttons."""
    seen: int
    """The last entry of his: it tells whether anything has changed since."""
    balances: tuple[Money, ...]
    """What he holds in each currency that is not even; below zero, the shop owes him."""
    open: tuple[OpenAdvance, ...]
    """The oldest first."""
    last_category: str | None
    person_id: int | None = None
    reminded_at: dt.datetime | None = None

    def held(self, currency: str) -> Money:
        """Give what he holds in a currency."""
        found = (each for each in self.balances if each.currency == currency)
        return next(found, Money.zero(currency))

    @property
    def since(self) -> dt.date | None:
        """Give the day of the oldest money that he has not accounted for."""
        return min((each.booked_on for each in self.open), default=None)


@dataclass(slots=True)
class _Group:
    name: str
    moved: list[AdvanceMoved] = field(default_factory=list)


def holders(books: Books) -> tuple[Holder, ...]:
    """Give everybody who was ever given money to account for, the oldest first."""
    groups: list[_Group] = []
    for moved in books.advances.moved():
        same = (each for each in groups if is_one_name(each.name, moved.name))
        group = next(same, None)
        if group is None:
            group = _Group(moved.name)
            groups.append(group)
        group.moved.append(moved)
    notes = {note.name: note for note in books.advances.notes()}
    return tuple(_holder(group, notes.get(group.name, HolderNote(group.name))) for group in groups)


def open_holders(books: Books) -> tuple[Holder, ...]:
    """Give who holds something, or is owed something, now."""
    return tuple(each for each in holders(books) if each.balances)


def holder_named(books: Books, name: str | None) -> Holder | None:
    """Find who is meant by a name among those with something open; None when it may be several."""
    if not name:
        return None
    known = open_holders(books)
    exact = [each for each in known if is_one_name(each.name, name)]
    found = exact or [each for each in known if is_same_name(each.name, name)]
    return found[0] if len(found) == 1 else None


def holder_of(books: Books, number: int) -> Holder | None:
    """Find the holder that an entry on the account is of."""
    posted = books.journal.find(number)
    name = None if posted is None else posted.entry.counterparty
    found = (each for each in holders(books) if is_one_name(each.name, name or ""))
    return next(found, None)


def shown_name(books: Books, holder: Holder) -> str:
    """Give a holder's name as people know it: that of the team, if he is of it.

    Somebody of the team with the same name lends its nominative, else the shop's language does:
    "Петру" was typed of Петро. That he is the holder is not said by it.
    """
    if holder.person_id is not None:
        person = books.people.find(holder.person_id)
        return as_name(holder.name) if person is None else person.name
    same = {each.name for each in books.people.all() if is_one_name(each.name, holder.name)}
    if len(same) == 1:
        return same.pop()
    shop = books.shop.get()
    return as_name(called(holder.name, "" if shop is None else shop.language))


def _holder(group: _Group, note: HolderNote) -> Holder:
    currencies = dict.fromkeys(each.amount.currency for each in group.moved)
    balances, open_ = [], []
    for currency in currencies:
        moved = [each for each in group.moved if each.amount.currency == currency]
        balance = sum((each.amount for each in moved), start=Money.zero(currency))
        balances += [balance] if balance else []
        open_ += _open(moved)
    standing = [each for each in group.moved if each.is_standing and each.amount.minor > 0]
    return Holder(
        name=group.name,
        number=group.moved[0].number,
        seen=group.moved[-1].number,
        balances=tuple(balances),
        open=tuple(sorted(open_, key=lambda each: (each.booked_on, each.number))),
        last_category=standing[-1].category if standing else None,
        person_id=note.person_id,
        reminded_at=note.reminded_at,
    )


def _open(moved: Sequence[AdvanceMoved]) -> list[OpenAdvance]:
    """Lay what was accounted for over the advances of one currency, the oldest first."""
    standing = [each for each in moved if each.is_standing]
    accounted = -sum(each.amount.minor for each in standing if each.amount.minor < 0)
    found = []
    for each in sorted(standing, key=lambda one: (one.booked_on, one.number)):
        if each.amount.minor < 0:
            continue
        used = min(accounted, each.amount.minor)
        accounted -= used
        if left := each.amount.minor - used:
            money = Money(left, each.amount.currency)
            found.append(
                OpenAdvance(
                    each.number,
                    each.booked_on,
                    each.occurred_at,
                    money,
                    each.category,
                    each.decided_by,
                )
            )
    return found
