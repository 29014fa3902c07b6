"""Keep exceptions in step with what matching finds: new ones open, what is right again closes."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from ledger.documents import OrderStage
from ledger.money import Money
from reconciliation.findings import Finding
from services.documents.take_documents import DocumentChange
from services.exceptions.exception_kinds import OF_THE_BOOKS, ORDER_EDITED
from services.exceptions.exception_ports import (
    ExceptionEvent,
    ExceptionItem,
    ExceptionState,
    Happened,
)
from services.exceptions.resolve_exception import close_exception, take_back_write_off
from services.matching.match_ports import MATCHER
from services.matching.matcher import Matcher
from services.messages import Cause
from services.ports import Books
from services.posting import shop_of

_OF_THE_BOOKS = OF_THE_BOOKS | {ORDER_EDITED}
"""What matching knows nothing of."""
_OF_MONEY = frozenset({"money", "refunded", "cost", "vat", "lines", "stage", "closed_at"})


def keep_exceptions(
    books: Books, matcher: Matcher, touched: Collection[str], cause: Cause
) -> tuple[ExceptionItem, ...]:
    """Open what is wrong with some records, and close what is not any more.

    Args:
        books: the open books, held.
        matcher: who has just looked at the records.
        touched: the records.
        cause: because of what, when.

    Returns:
        Those that have closed.
    """
    standing = {
        (each.kind, each.about): each
        for each in books.exceptions.standing_about(touched)
        if each.kind not in _OF_THE_BOOKS
    }
    found = {
        (each.kind.value, each.about): _item_of(each)
        for key in touched
        for each in matcher.findings_of(key)
    }
    new = [found[key] for key in sorted(found) if key not in standing]
    books.exceptions.add(new, _event(Happened.OPENED, cause))
    done: list[ExceptionItem] = []
    for key, mine in standing.items():
        if key not in found:
            done.append(close_exception(books, mine, _event(Happened.CLOSED, cause)))
            take_back_write_off(books, mine, cause)
        elif _tells(mine) != _tells(found[key]):
            _tell_anew(books, mine, found[key], cause)
    return tuple(done)


def due_to_wake(books: Books, at: dt.datetime) -> tuple[ExceptionItem, ...]:
    """Give what was put off until the day of a moment, or before it."""
    return books.exceptions.snoozed_until(shop_of(books).day_of(at))


def wake_exceptions(books: Books, cause: Cause) -> int:
    """Open what was put off until today; give how many there were."""
    woken = due_to_wake(books, cause.at)
    for each in woken:
        awake = replace(each, state=ExceptionState.OPEN, snoozed_until=None)
        books.exceptions.change(awake, _event(Happened.WOKEN, cause))
    return len(woken)


def tell_of_edits(books: Books, changes: Sequence[DocumentChange], cause: Cause) -> None:
    """Open an exception for each closed order that says something else of its money now."""
    edited = [each for each in changes if _is_edited(each)]
    known = {
        each.about: each
        for each in books.exceptions.standing_about([each.after.document.key for each in edited])
        if each.kind == ORDER_EDITED
    }
    for each in edited:
        item, note = _edit_of(books, each, cause), ", ".join(sorted(_OF_MONEY & {*each.fields}))
        mine = known.get(item.about)
        if mine is None:
            books.exceptions.add([item], _event(Happened.OPENED, cause, note))
        else:
            again = replace(mine, amount=item.amount, cause=item.cause, state=ExceptionState.OPEN,
                            snoozed_until=None)  # fmt: skip
            books.exceptions.change(again, _event(Happened.CHANGED, cause, note))


def _is_edited(change: DocumentChange) -> bool:
    before = change.before.document
    return before.stage is OrderStage.CLOSED and bool(_OF_MONEY & set(change.fields))


def _edit_of(books: Books, change: DocumentChange, cause: Cause) -> ExceptionItem:
    before, after = change.before.document, change.after.document
    is_same = before.money.currency == after.money.currency
    moved = abs(after.money - before.money) if is_same else after.money
    reopened = after.stage is not OrderStage.CLOSED
    return ExceptionItem(
        kind=ORDER_EDITED,
        records=(after.key,),
        amount=moved,
        since=shop_of(books).day_of(after.changed_at or cause.at),
        cause="reopened" if reopened else "edited",
        step="ask_manager",
    )


def _tell_anew(books: Books, mine: ExceptionItem, now: ExceptionItem, cause: Cause) -> None:
    """Keep what is wrong now; what somebody explained was something else, and is open again."""
    is_other = mine.amount != now.amount or mine.cause != now.cause
    is_explained = mine.state is ExceptionState.EXPLAINED
    told = replace(
        mine,
        records=now.records,
        amount=now.amount,
        since=now.since,
        cause=now.cause,
        step=now.step,
        candidates=now.candidates,
        state=ExceptionState.OPEN if is_explained and is_other else mine.state,
    )
    books.exceptions.change(told, _event(Happened.CHANGED, cause))
    if is_other:
        take_back_write_off(books, mine, cause)


def _tells(item: ExceptionItem) -> tuple[object, ...]:
    return (item.records, item.amount, item.since, item.cause, item.step, item.candidates)


def _item_of(finding: Finding) -> ExceptionItem:
    return ExceptionItem(
        kind=finding.kind.value,
        records=finding.records,
        amount=Money(finding.amount, finding.currency),
        since=finding.since,
        cause=finding.cause.value,
        step=finding.step.value,
        candidates=finding.candidates,
    )


def _event(what: Happened, cause: Cause, note: str | None = None) -> ExceptionEvent:
    return ExceptionEvent(what, MATCHER, cause.at, note)
