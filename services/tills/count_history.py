"""The counts of tills that were made, and how each person's came out."""

from dataclasses import dataclass

from ledger.accounts import Account
from services.cash_types import NotAllowed
from services.people import Permission, Person
from services.ports import Books
from services.tills.count_types import SettledSheet, Standing
from services.tills.till import till_of

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class CountHistory:
    """One page of a till's counts, newest first."""

    till: Account
    page: int
    sheets: tuple[SettledSheet, ...]
    has_more: bool
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class LastCount:
    """When a till was counted last, and what came of it."""

    till: Account
    sheets: tuple[SettledSheet, ...]
    """One a currency; none when it was never counted."""


def count_history(
    books: Books, person: Person, till_key: str, page: int
) -> CountHistory | NotAllowed:
    """Give a till's counts: everybody's to who sees the day, a cashier's own to himself."""
    if not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    till = next((each for each in books.accounts.tills() if each.key == till_key), None)
    sees_all = person.may(Permission.SEE_DAY)
    if till is None or (not sees_all and till_key != till_of(books, person)):
        return NotAllowed()
    whose = None if sees_all else person.id
    found = books.counts.settled(
        till_key, answerable_id=whose, limit=PER_PAGE + 1, offset=page * PER_PAGE
    )
    return CountHistory(
        till,
        page,
        found[:PER_PAGE],
        has_more=len(found) > PER_PAGE,
        standings=books.counts.standings(till_key, answerable_id=whose),
    )


def last_counts(books: Books, person: Person) -> tuple[LastCount, ...] | NotAllowed:
    """Give the last count of each till, to who sees the day of the whole shop."""
    if not person.may(Permission.SEE_DAY):
        return NotAllowed()
    return tuple(LastCount(till, books.counts.newest(till.key)) for till in books.accounts.tills())
