"""Put a count's difference into the books, with the reason that the person gave."""

from dataclasses import replace

from ledger.cash import CashCategory, CashDirection, CashOperation
from ledger.journal import JournalEntry, Origin
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import shop_of
from services.tills.count_till import on_sheet
from services.tills.count_types import (
    COUNT,
    CountOutcome,
    Pressed,
    ReasonAsked,
    Sheet,
    SheetState,
    TillCount,
)
from services.tills.settle_count import compare, settle

REASON_MAX = 200
"""A longer reason is a story; it is cut."""


def ask_reason(books: Books, person: Person, pressed: Pressed, cause: Cause) -> CountOutcome:
    """Ask why the till is off, unless the books say something else by now."""

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        if has_moved(books, count, sheet):
            return compare(books, count, sheet, cause)
        books.expectations.expect(person.id, f"{COUNT}:reason:{count.id}:{count.place}:"
                                             f"{count.revision}")  # fmt: skip
        return ReasonAsked(count)

    return on_sheet(books, person, pressed, (SheetState.OFF,), act)


def book_difference(
    books: Books, person: Person, pressed: Pressed, reason: str, cause: Cause
) -> CountOutcome:
    """Post what is short or over, so that the till opens with what was counted.

    An entry that came since the person was told changes what is short: he is told and asked anew.
    """

    def act(count: TillCount, sheet: Sheet) -> CountOutcome:
        if has_moved(books, count, sheet):
            return compare(books, count, sheet, cause)
        said = reason.strip()[:REASON_MAX]
        entry = _entry(books, count, sheet, said, cause)
        (posted,) = books.journal.add([entry], cause)
        booked = replace(sheet, state=SheetState.BOOKED, reason=said, entry_number=posted.number)
        return settle(books, count, booked, cause)

    return on_sheet(books, person, pressed, (SheetState.OFF,), act)


def has_moved(books: Books, count: TillCount, sheet: Sheet) -> bool:
    """Tell whether the books say something else than when the person was told."""
    return books.balances.of(count.till, sheet.currency) != sheet.expected


def _entry(
    books: Books, count: TillCount, sheet: Sheet, reason: str, cause: Cause
) -> JournalEntry:
    is_short = sheet.difference.minor < 0
    category = CashCategory.CASH_SHORTAGE if is_short else CashCategory.CASH_SURPLUS
    direction = CashDirection.OUT if is_short else CashDirection.IN
    today = shop_of(books).day_of(cause.at)
    day = books.periods.open_books().booking_day(today, today)
    return JournalEntry(
        booked_on=day.booked_on,
        belongs_on=day.belongs_on,
        occurred_at=cause.at,
        narration=reason,
        postings=CashOperation(direction, abs(sheet.difference), category).postings(count.till),
        origin=Origin(COUNT, f"{count.id}/{sheet.currency}"),
        category=category.value,
    )
