"""Open another till after set-up, or close one that is empty."""

from dataclasses import dataclass, replace

from ledger.accounts import LANGUAGES, Account, Chart
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.team.set_up_shop import NAME_LENGTH_MAX, till_account

OPEN_TILLS_MAX = 12
"""So many tills can be told apart by their buttons."""


@dataclass(frozen=True, slots=True)
class TillOpened:
    """There is another till."""

    till: Account
    was_closed: bool
    """It had been there before."""


@dataclass(frozen=True, slots=True)
class TillClosed:
    """A till is no more; whoever answered for it answers for another one."""

    till: Account
    moved: tuple[Person, ...]
    first: Account
    """The till that they answer for now."""


@dataclass(frozen=True, slots=True)
class TillNameTaken:
    """There is such a till."""

    till: Account


@dataclass(frozen=True, slots=True)
class TooManyTills:
    """There are as many tills as there can be."""


@dataclass(frozen=True, slots=True)
class NoSuchTill:
    """No open till is called so."""

    name: str


@dataclass(frozen=True, slots=True)
class TillNotEmpty:
    """Money is in it."""

    till: Account


@dataclass(frozen=True, slots=True)
class TillAwaited:
    """Money is on its way from it or to it."""

    till: Account


@dataclass(frozen=True, slots=True)
class LastTill:
    """A shop has one till at least."""

    till: Account


TillChange = (
    TillOpened
    | TillClosed
    | TillNameTaken
    | TooManyTills
    | NoSuchTill
    | TillNotEmpty
    | TillAwaited
    | LastTill
    | NotAllowed
)


def open_till(books: Books, person: Person, name: str, cause: Cause) -> TillChange:
    """Open a till of a new name, or one of this name that was closed."""
    if not person.may(Permission.SET_UP):
        return NotAllowed()
    said = " ".join(name.split())[:NAME_LENGTH_MAX]
    chart = books.accounts.chart()
    same = [each for each in chart if each.is_till and _is_called(each, said)]
    for till in same:
        if till.is_open:
            return TillNameTaken(till)
    if len(chart.tills) >= OPEN_TILLS_MAX:
        return TooManyTills()
    if same:
        opened = replace(same[0], is_open=True)
        books.accounts.change(opened)
    else:
        opened = _new(chart, said)
        books.accounts.add(opened)
    books.audit.record(
        cause,
        what="open_till",
        subject=f"account:{opened.key}",
        change={"name": said, "is_open": True},
    )
    return TillOpened(opened, was_closed=bool(same))


def close_till(books: Books, person: Person, name: str, cause: Cause) -> TillChange:
    """Close a till that holds nothing and awaits nothing, unless it is the last one."""
    if not person.may(Permission.SET_UP):
        return NotAllowed()
    books.transfers.hold()
    tills = books.accounts.tills()
    till = next((each for each in tills if _is_called(each, " ".join(name.split()))), None)
    if till is None:
        return NoSuchTill(name)
    if len(tills) == 1:
        return LastTill(till)
    if any(row.balance for row in books.balances.trial_balance() if row.account == till.key):
        return TillNotEmpty(till)
    if any(
        each.to_till is None or each.touches(till.key) for each in books.transfers.on_the_way()
    ):
        return TillAwaited(till)
    books.accounts.change(replace(till, is_open=False))
    change = {"is_open": False}
    books.audit.record(cause, what="close_till", subject=f"account:{till.key}", change=change)
    first = books.accounts.tills()[0]
    moved = tuple(_move(books, each, first, cause) for each in _bound(books, till))
    return TillClosed(till, moved, first)


def _bound(books: Books, till: Account) -> tuple[Person, ...]:
    return tuple(each for each in books.people.all() if each.till == till.key and each.is_active)


def _move(books: Books, person: Person, till: Account, cause: Cause) -> Person:
    moved = replace(person, till=till.key)
    books.people.change(moved)
    change = {"till": till.key}
    subject = f"person:{person.id}"
    books.audit.record(cause, what="assign_till", subject=subject, change=change)
    return moved


def _is_called(till: Account, name: str) -> bool:
    wanted = name.casefold()
    return any(till.name(language).casefold() == wanted for language in LANGUAGES)


def _new(chart: Chart, name: str) -> Account:
    """Build a till with the next number; a code that is taken is passed over."""
    numbers = [int(each.key.partition(".")[2]) for each in chart if each.is_till]
    number, codes = max(numbers) + 1, {each.code for each in chart}
    model = chart["till.1"]
    made = till_account(model, number, name)
    step = number
    while made.code in codes:
        step += 1
        made = replace(made, code=till_account(model, step, name).code)
    return made
