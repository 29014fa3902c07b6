"""Compare what was counted with the books, settle a currency, bring a count to its end."""

from dataclasses import replace

from ledger.money import Money
from services.messages import Cause
from services.ports import Books, StorageError
from services.tills.count_types import (
    COUNT,
    CountDropped,
    CountShown,
    CountState,
    Sheet,
    SheetSettled,
    SheetState,
    TillCount,
)
from services.tills.handover_types import Handover
from services.tills.settle_handover import offer_again, take_over

ABSURD_FACTOR = 5
"""A count so many times as large as the books say, or as small, is asked back first."""


def take_counted(
    books: Books, count: TillCount, sheet: Sheet, cause: Cause
) -> CountShown | SheetSettled | CountDropped:
    """Take what was counted of the current currency; a figure that can hardly be is asked back."""
    assert sheet.counted is not None  # noqa: S101 - whoever calls has just counted it
    if is_absurd(sheet.counted, books.balances.of(count.till, sheet.currency)):
        doubted = replace(sheet, state=SheetState.DOUBTED)
        return CountShown(books.counts.change(count.with_current(doubted)))
    return compare(books, count, sheet, cause)


def is_absurd(counted: Money, expected: Money) -> bool:
    """Tell whether a count is many times what the books say, or a small part of it."""
    if expected.minor <= 0:
        return False
    is_large = counted.minor >= expected.minor * ABSURD_FACTOR
    return is_large or counted.minor * ABSURD_FACTOR <= expected.minor


def compare(
    books: Books, count: TillCount, sheet: Sheet, cause: Cause
) -> CountShown | SheetSettled | CountDropped:
    """Compare the current currency's count with what the books say in this moment."""
    balance = books.balances.of(count.till, sheet.currency)
    has_moved = sheet.state is SheetState.OFF and sheet.expected != balance
    compared = replace(sheet, expected=balance, state=SheetState.OFF)
    if not compared.difference:
        return settle(books, count, replace(compared, state=SheetState.AGREED), cause)
    kept = books.counts.change(count.with_current(compared))
    # Whoever counted again types the new figure at once, without a button.
    expect_total(books, kept)
    _tell(books, kept, compared, cause)
    return CountShown(kept, has_moved)


def settle(
    books: Books, count: TillCount, sheet: Sheet, cause: Cause
) -> SheetSettled | CountDropped:
    """End the count of the current currency, and the whole count with its last one.

    Raises:
        StorageError: an entry came in this very moment, so that the books say something else.
    """
    final = replace(sheet, settled_at=cause.at)
    settled = count.with_current(final)
    if settled.current is None:
        is_done = settled.is_anything_settled
        state = CountState.DONE if is_done else CountState.DROPPED
        settled = replace(settled, state=state, finished_at=cause.at)
    kept = books.counts.change(settled)
    _tell(books, kept, final, cause)
    # The audit log holds the head of the books: from here on nobody else posts.
    if final.is_settled and books.balances.of(kept.till, final.currency) != final.counted:
        raise StorageError("busy")
    expect_total(books, kept)
    if kept.state is CountState.DROPPED:
        return CountDropped(kept, _waiting_again(books, kept, cause))
    return SheetSettled(kept, final, None if kept.is_open else _taken(books, kept, cause))


def drop(books: Books, count: TillCount, cause: Cause) -> TillCount:
    """Give a count up; what is settled in it stays."""
    sheets = tuple(
        each if each.is_final else replace(each, state=SheetState.SKIPPED, settled_at=cause.at)
        for each in count.sheets
    )
    state = CountState.DONE if count.is_anything_settled else CountState.DROPPED
    dropped = books.counts.change(replace(count, sheets=sheets, state=state, finished_at=cause.at))
    books.expectations.expect(count.person_id, None)
    books.audit.record(
        cause,
        what="drop_count",
        subject=f"count:{dropped.id}",
        change={"till": dropped.till, "state": state.value},
    )
    return dropped


def drop_by_choice(books: Books, count: TillCount, cause: Cause) -> CountDropped:
    """Give a count up; a handover that waited for it waits for an answer again."""
    dropped = drop(books, count, cause)
    return CountDropped(dropped, _waiting_again(books, dropped, cause))


def expect_total(books: Books, count: TillCount) -> None:
    """Expect the person to type what he counted of the current currency, if one is left."""
    sheet = count.current
    waits = count.is_open and sheet is not None
    books.expectations.expect(
        count.person_id,
        f"{COUNT}:total:{count.id}:{count.place}:{sheet.currency}" if waits and sheet else None,
    )


def _taken(books: Books, count: TillCount, cause: Cause) -> Handover | None:
    handover = _open_handover(books, count, cause)
    return None if handover is None else take_over(books, handover, cause)


def _waiting_again(books: Books, count: TillCount, cause: Cause) -> Handover | None:
    handover = _open_handover(books, count, cause)
    return None if handover is None else offer_again(books, handover, cause)


def _open_handover(books: Books, count: TillCount, cause: Cause) -> Handover | None:
    """Give the handover that a count was made for, if nobody has withdrawn it meanwhile."""
    if count.handover_id is None:
        return None
    found = books.handovers.find(count.handover_id)
    is_good = found is not None and found.is_open and not found.is_too_old(cause.at)
    return found if is_good else None


def _tell(books: Books, count: TillCount, sheet: Sheet, cause: Cause) -> None:
    books.audit.record(
        cause,
        what=f"count_{sheet.state}",
        subject=f"count:{count.id}",
        change={
            "till": count.till,
            "answerable": count.answerable_id,
            "currency": sheet.currency,
            "counted_minor": None if sheet.counted is None else sheet.counted.minor,
            "expected_minor": None if sheet.expected is None else sheet.expected.minor,
            "entry": sheet.entry_number,
            "reason": sheet.reason,
        },
    )
