"""Count a till: begun, tallied or typed, confirmed, compared again, skipped, given up."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from ledger.denominations import denominations_of
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.answers.till_count import PIECES_MAX, CountedCash
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import shop_of
from services.tills.count_types import (
    COUNT,
    CountOutcome,
    CountShown,
    CountState,
    Pressed,
    Sheet,
    SheetState,
    TillCount,
)
from services.tills.handover_types import Handover
from services.tills.settle_count import (
    compare,
    drop,
    drop_by_choice,
    expect_total,
    settle,
    take_counted,
)
from services.tills.till import till_of
from services.tills.till_holdings import held_in

GOES_ON_FOR = dt.timedelta(hours=12)
"""A count that was begun longer ago is of another day: it is begun anew."""
HINTS_MAX = 4


@dataclass(frozen=True, slots=True)
class AddPieces:
    """So many more, or fewer, of one note or coin."""

    value_minor: int
    step: int


@dataclass(frozen=True, slots=True)
class SetPieces:
    """So many of one note or coin."""

    value_minor: int
    number: int


@dataclass(frozen=True, slots=True)
class SetLoose:
    """So much small change."""

    amount: Money


TallyChange: TypeAlias = AddPieces | SetPieces | SetLoose
_Act: TypeAlias = Callable[[TillCount, Sheet], CountOutcome]


def begin_or_go_on(books: Books, person: Person, cause: Cause) -> CountOutcome:
    """Go on with a person's open count, or begin one of his till.

    What was counted and differed is compared again: something may have been entered since.
    """
    if not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    open_ = books.counts.open_of(person.id)
    if open_ is not None and _goes_on(books, open_, person, cause):
        sheet = open_.current
        if sheet is not None and sheet.state is SheetState.OFF:
            return compare(books, open_, sheet, cause)
        expect_total(books, open_)
        return CountShown(open_)
    if open_ is not None:
        drop_by_choice(books, open_, cause)
    return begin(books, person, till_of(books, person), cause)


def is_counting(books: Books, person: Person, cause: Cause) -> bool:
    """Say whether a person has a count that goes on."""
    open_ = books.counts.open_of(person.id)
    return open_ is not None and _goes_on(books, open_, person, cause)


def begin(
    books: Books, person: Person, till: str, cause: Cause, *, handover: Handover | None = None
) -> CountShown:
    """Begin to count a till; an older count of it by the same person is given up."""
    older = books.counts.open_of(person.id)
    if older is not None and older.till == till:
        drop(books, older, cause)
    count = books.counts.add(
        TillCount(
            id=0,
            revision=1,
            till=till,
            person_id=person.id,
            answerable_id=person.id if handover is None else handover.giver_id,
            handover_id=None if handover is None else handover.id,
            state=CountState.OPEN,
            started_at=cause.at,
            sheets=tuple(Sheet(held.currency) for held in held_in(books, till)),
        )
    )
    books.audit.record(
        cause,
        what="begin_count",
        subject=f"count:{count.id}",
        change={"till": till, "answerable": count.answerable_id, "handover": count.handover_id},
    )
    expect_total(books, count)
    return CountShown(count)


def change_tally(
    books: Books, person: Person, pressed: Pressed, change: TallyChange
) -> CountOutcome:
    """Change how many there are of a note; as of any revision, since quick taps all count."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        tallied = _tallied(sheet, change)
        if tallied is None:
            return StaleAnswer()
        changed = books.counts.change(count.with_current(tallied))
        expect_total(books, changed)
        return CountShown(changed)

    return on_sheet(books, person, pressed, (SheetState.WAITING,), act, any_revision=True)


def expect_number(
    books: Books, person: Person, pressed: Pressed, field: str, value: str
) -> CountOutcome:
    """Expect the number of one note ("number"), or the sum of small change ("loose")."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        asked = f"{COUNT}:{field}:{count.id}:{count.place}:{sheet.currency}:{value}"
        books.expectations.expect(person.id, asked)
        return CountShown(count)

    return on_sheet(books, person, pressed, (SheetState.WAITING,), act, any_revision=True)


def take_total(
    books: Books, person: Person, pressed: Pressed, counted: CountedCash, cause: Cause
) -> CountOutcome:
    """Take what was typed as the whole of the current currency, and compare it."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        typed = replace(
            sheet,
            state=SheetState.WAITING,
            pieces=counted.pieces,
            loose_minor=counted.loose_minor,
            counted=counted.total,
        )
        return take_counted(books, count, typed, cause)

    states = (SheetState.WAITING, SheetState.DOUBTED, SheetState.OFF)
    return on_sheet(books, person, pressed, states, act, any_revision=True)


def take_tally(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Take what was tapped together as the whole of the current currency, and compare it."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        return take_counted(books, count, replace(sheet, counted=sheet.tally), cause)

    return on_sheet(books, person, pressed, (SheetState.WAITING,), act, any_revision=True)


def confirm_counted(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Stand by a figure that was asked back."""
    return on_sheet(
        books,
        person,
        pressed,
        (SheetState.DOUBTED,),
        lambda count, sheet: compare(books, count, sheet, cause),
    )


def count_again(books: Books, person: Person, pressed: Pressed) -> CountOutcome:
    """Begin the current currency again; what was tapped together stays to be put right.

    What it came to before is kept: whoever leaves it at that has left a difference.
    """

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        again = replace(sheet, state=SheetState.WAITING)
        kept = books.counts.change(count.with_current(again))
        expect_total(books, kept)
        return CountShown(kept)

    return on_sheet(books, person, pressed, (SheetState.DOUBTED, SheetState.OFF), act)


def compare_again(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Compare once more, after something that was missing was entered."""
    return on_sheet(
        books,
        person,
        pressed,
        (SheetState.OFF,),
        lambda count, sheet: compare(books, count, sheet, cause),
    )


def look_at(books: Books, person: Person, pressed: Pressed, *states: SheetState) -> CountOutcome:
    """Give a count as it is, if the current currency stands as the button supposes."""
    is_tally = states == (SheetState.WAITING,)
    return on_sheet(
        books,
        person,
        pressed,
        states,
        lambda count, _sheet: CountShown(count),
        any_revision=is_tally,
    )


def skip_currency(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Leave the current currency uncounted."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        return settle(books, count, replace(sheet, state=SheetState.SKIPPED), cause)

    states = (SheetState.WAITING, SheetState.DOUBTED)
    return on_sheet(books, person, pressed, states, act, any_revision=True)


def give_up_count(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Leave a count without an end."""
    states = (SheetState.WAITING, SheetState.DOUBTED, SheetState.OFF)
    return on_sheet(
        books,
        person,
        pressed,
        states,
        lambda count, _sheet: drop_by_choice(books, count, cause),
        any_revision=True,
    )


def lapse_counts(books: Books, cause: Cause) -> tuple[TillCount, ...]:
    """Give up every count that was begun too long ago to be gone on with."""
    left = books.counts.begun_before(cause.at - GOES_ON_FOR)
    return tuple(drop_by_choice(books, each, cause).count for each in left)


def recent_entries(books: Books, count: TillCount, cause: Cause) -> tuple[PostedEntry, ...]:
    """Give the day's last standing entries in the currency that differs, the newest first."""
    sheet = count.current
    day = shop_of(books).day_of(cause.at)
    found = [
        moved.posted
        for moved in books.journal.till_movements(day)
        if moved.till == count.till
        and sheet is not None
        and moved.amount.currency == sheet.currency
        and moved.posted.reversed_by is None
        and moved.posted.entry.reverses is None
    ]
    return tuple(found[-1 : -HINTS_MAX - 1 : -1])


def on_sheet(
    books: Books,
    person: Person,
    pressed: Pressed,
    states: tuple[SheetState, ...],
    act: _Act,
    *,
    any_revision: bool = False,
) -> CountOutcome:
    """Do something to the current currency of a person's own open count.

    A button of another revision, of another currency or of a count that is over is stale.
    """
    if not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    count = books.counts.find(pressed.count_id)
    if count is None or not count.is_open:
        return StaleAnswer()
    if count.person_id != person.id:
        return NotAllowed()
    sheet = count.current
    is_other = count.place != pressed.place or sheet is None
    is_old = not any_revision and count.revision != pressed.revision
    if sheet is None or is_other or is_old or sheet.state not in states:
        return StaleAnswer()
    return act(count, sheet)


def _goes_on(books: Books, count: TillCount, person: Person, cause: Cause) -> bool:
    """Tell whether an open count is still the one to make: of this day and of his till."""
    is_late = cause.at - count.started_at >= GOES_ON_FOR
    is_his = count.handover_id is not None or count.till == till_of(books, person)
    return is_his and not is_late


def _tallied(sheet: Sheet, change: TallyChange) -> Sheet | None:
    """Change a tally; None when there is no such note."""
    if isinstance(change, SetLoose):
        is_same = change.amount.currency == sheet.currency
        return replace(sheet, loose_minor=change.amount.minor) if is_same else None
    value = change.value_minor
    if value not in denominations_of(sheet.currency):
        return None
    had = sheet.pieces.get(value, 0)
    wanted = change.number if isinstance(change, SetPieces) else had + change.step
    number = min(max(wanted, 0), PIECES_MAX)
    others = {each: count for each, count in sheet.pieces.items() if each != value}
    return replace(sheet, pieces={**others, value: number} if number else others)
