"""Book an edited message anew: what it said before is taken back, what it says now is filed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from ledger.journal import Origin, PostedEntry
from parsing.reading import (
    CashDraft,
    Correction,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    NothingToUndo,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.drafts import DraftState
from services.link_refunds import link_refunds
from services.messages import TELEGRAM, Cause
from services.ports import Books
from services.posting import (
    cash_entry,
    filed_in,
    origin_of,
    recorded,
    shop_of,
    take_back,
    till_in,
    words_behind,
)
from services.record_cash import CashFiledInPart, TooMuchAtOnce, ask_about, record_cash
from services.till import till_of
from services.weigh_reading import weigh_edit


def amend_cash(
    books: Books, typed: TypedCash, reading: Reading, cause: Cause
) -> (
    CashAmended
    | CashRecorded
    | CashAsked
    | CashFiledInPart
    | StaleAnswer
    | PeriodIsClosed
    | NothingToUndo
    | TooMuchAtOnce
):
    """Follow an edit of a message.

    An edit that changes nothing of what is filed is stale; one that is doubtful, or no cash at
    all, takes back what was filed only when it is understood: until then the old entry stands.
    """
    live, draft = filed_in(books, typed), books.drafts.of_message(typed.chat_id, typed.message_id)
    was_told = draft is not None or books.journal.of_message(typed.chat_id, typed.message_id)
    if not was_told:
        return NothingToUndo()
    reading = weigh_edit(books, typed, reading, live)
    days = books.periods.open_books()
    if any(not days.is_open(each.entry.booked_on) for each in live):
        assert days.closed_through is not None  # noqa: S101 - a closed day names how far
        return PeriodIsClosed(days.closed_through)
    match reading:
        case Understood(drafts) as understood if understood.is_confident:
            return _book_anew(books, typed, drafts, live, cause)
        case Understood() | Unclear() if live or len(reading.drafts) > 1:
            return StaleAnswer()
        case Understood() | Unclear():
            _settle_drafts(books, typed, DraftState.DROPPED)
            return ask_about(books, typed, reading, cause)
        case Correction() | Question() | NotAnEntry():
            return StaleAnswer()
        case _:
            assert_never(reading)


def _book_anew(
    books: Books,
    typed: TypedCash,
    drafts: Sequence[CashDraft],
    live: tuple[PostedEntry, ...],
    cause: Cause,
) -> CashAmended | CashRecorded | StaleAnswer:
    _settle_drafts(books, typed, DraftState.POSTED)
    if not books.journal.of_message(typed.chat_id, typed.message_id):
        return record_cash(books, typed, drafts, cause)
    till = (till_in(live[0]) if live else None) or till_of(books, typed.person)
    today = shop_of(books).day_of(typed.told_at)
    days = books.periods.open_books()
    entries = []
    for place, draft in enumerate(drafts):
        tellings = books.journal.of_origin(TELEGRAM, origin_of(typed, place))
        entries.append(
            cash_entry(
                typed,
                draft,
                till=till,
                origin=Origin(TELEGRAM, origin_of(typed, place), len(tellings) + 1),
                day=days.booking_day(draft.booked_on or today, shop_of(books).day_of(cause.at)),
                replaces=tellings[-1].number if tellings else None,
            )
        )
    if _says_the_same(live, [entry.postings for entry in entries], [e.booked_on for e in entries]):
        return StaleAnswer()
    for each in live:
        take_back(books, each, cause, booked_on=each.entry.booked_on)
    posted = books.journal.add(entries, cause)
    link_refunds(books, posted, cause)
    filed = recorded(books, posted, till, remembered=words_behind(drafts))
    return CashAmended(live, filed) if live else filed


def _says_the_same(
    live: Sequence[PostedEntry], postings: Sequence[object], days: Sequence[object]
) -> bool:
    return [each.entry.postings for each in live] == list(postings) and [
        each.entry.booked_on for each in live
    ] == list(days)


def _settle_drafts(books: Books, typed: TypedCash, state: DraftState) -> None:
    for draft in books.drafts.open_of_message(typed.chat_id, typed.message_id):
        books.drafts.change(replace(draft, state=state, missing=()))
