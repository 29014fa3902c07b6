"""The list of what needs a person: the most money, the longest, first."""

import datetime as dt
import enum
from dataclasses import dataclass

from services.cash_types import NotAllowed
from services.exceptions.exception_ports import ExceptionEvent, ExceptionItem, ExceptionState
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of

_DAYS_A_WEEK = 7
_HIGH, _MIDDLE = 20_000_00, 2_000_00
"""From so much on, money and age together are grave; in minor units, a week's money each week."""


class Severity(enum.StrEnum):
    """How grave an exception is."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


def weight_of(item: ExceptionItem, today: dt.date) -> int:
    """Weigh an exception: its money, and as much again for each week that it stands."""
    weeks = max(0, (today - item.since).days) // _DAYS_A_WEEK
    return item.amount.minor * (1 + weeks)


def severity_of(item: ExceptionItem, today: dt.date) -> Severity:
    """Say how grave an exception is."""
    weight = weight_of(item, today)
    if weight >= _HIGH:
        return Severity.HIGH
    return Severity.MIDDLE if weight >= _MIDDLE else Severity.LOW


@dataclass(frozen=True, slots=True)
class ExceptionList:
    """What is open, the gravest first."""

    items: tuple[ExceptionItem, ...]
    waiting: int
    """How many are put off or explained."""
    closed_today: int
    """How many have closed today, by themselves or by somebody's word."""


@dataclass(frozen=True, slots=True)
class ExceptionSeen:
    """One exception with its history."""

    item: ExceptionItem
    history: tuple[ExceptionEvent, ...]


def list_exceptions(books: Books, person: Person, at: dt.datetime) -> ExceptionList | NotAllowed:
    """Give what is open, the gravest first."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    shop = shop_of(books)
    today = shop.day_of(at)
    standing = books.exceptions.standing()
    items = [each for each in standing if each.state is ExceptionState.OPEN]
    items.sort(key=lambda each: (-weight_of(each, today), each.since, each.id))
    dawn = shop.local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    closed = books.exceptions.closed_since(dawn)
    return ExceptionList(tuple(items), len(standing) - len(items), len(closed))


def see_exception(books: Books, item_id: int, person: Person) -> ExceptionSeen | NotAllowed | None:
    """Give one exception; None when there is no such one."""
    if not person.may(Permission.FILE_LINES):
        return NotAllowed()
    item = books.exceptions.find(item_id)
    return None if item is None else ExceptionSeen(item, books.exceptions.history(item_id))
