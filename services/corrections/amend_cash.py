"""Book an edited message anew: what it said before is taken back, what it says now is filed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from ledger.journal import JournalEntry, Origin, PostedEntry
from parsing.memory.same_name import is_one_name
from parsing.reading import (
    CashDraft,
    Correction,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
    files_itself,
)
from services.approvals.approvals import Approval, Withdrawal
from services.approvals.hold_payout import Intended, hold_payouts
from services.approvals.settle_approval import withdraw_all
from services.cash.drafts import DraftState
from services.cash.link_refunds import link_refunds
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce, ask_about, record_cash
from services.cash.weigh_reading import weigh_edit
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    NothingToUndo,
    StaleAnswer,
    TypedCash,
)
from services.corrections.correct_cash import draft_of
from services.corrections.propose_correction import CorrectionProposed, Wish, propose_correction
from services.messages import TELEGRAM, Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import (
    cash_entry,
    filed_in,
    origin_of,
    place_of,
    recorded,
    shop_of,
    take_back,
    till_in,
    words_behind,
)
from services.tills.follow_transfers import follow_transfers, kept_by_transfer
from services.tills.till import till_of
from services.tills.transfers import KeptByTransfer


def amend_cash(
    books: Books, typed: TypedCash, reading: Reading, cause: Cause
) -> (
    CashAmended
    | CashRecorded
    | CashAsked
    | CashFiledInPart
    | StaleAnswer
    | CorrectionProposed
    | NothingToUndo
    | TooMuchAtOnce
    | KeptByTransfer
):
    """Follow an edit of a message.

    An edit that changes nothing of what is filed is stale; one that is doubtful, or no cash at
    all, takes back what was filed only when it is understood: until then the old entry stands.
    What is closed, or was put right by somebody else since, is for the accountant to decide.
    """
    live, draft = filed_in(books, typed), books.drafts.of_message(typed.chat_id, typed.message_id)
    waiting = books.approvals.waiting_of_message(typed.chat_id, typed.message_id)
    was_told = draft is not None or waiting
    if not was_told and not books.journal.of_message(typed.chat_id, typed.message_id):
        return NothingToUndo()
    reading = _as_told_before(books, typed, weigh_edit(books, typed, reading, live), live)
    if _changes_nothing(books, typed, reading, is_waiting=bool(waiting)):
        return StaleAnswer()
    match reading:
        case Understood(drafts) as understood if understood.is_confident and not _may_book(
            books, typed.person, live
        ):
            return _asked_for(books, typed, drafts, live, cause)
        case Understood(drafts) as understood if understood.is_confident:
            outcome = _book_anew(books, typed, drafts, live, cause)
            withdraw_all(books, waiting, Withdrawal.REPLACED, cause, but=_waits_of(outcome))
            return outcome
        case Understood() | Unclear() if live or len(reading.drafts) > 1:
            return StaleAnswer()
        case Understood() | Unclear():
            _settle_drafts(books, typed, DraftState.DROPPED)
            withdraw_all(books, waiting, Withdrawal.REPLACED, cause)
            return ask_about(books, typed, reading, cause)
        case Correction() | Question() | NotAnEntry():
            message = f"an edit that says nothing new was to be followed: {reading}"
            raise AssertionError(message)
        case _:
            assert_never(reading)


def _book_anew(
    books: Books,
    typed: TypedCash,
    drafts: Sequence[CashDraft],
    live: tuple[PostedEntry, ...],
    cause: Cause,
) -> CashAmended | CashRecorded | StaleAnswer | KeptByTransfer:
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
    if _says_the_same(live, entries) or _is_mended(books, typed, drafts):
        return StaleAnswer()
    at = {place_of(each.entry.origin): each for each in live}
    intended = [
        Intended(draft, entry, till, at.get(place))
        for place, (draft, entry) in enumerate(zip(drafts, entries, strict=True))
    ]
    told = {entry.origin.external_id: entry for entry in entries}
    for each in live:
        if kept_still := kept_by_transfer(books, each, told.get(each.entry.origin.external_id)):
            return kept_still
    held = hold_payouts(books, typed, intended, cause, live=live)
    kept = {each.replaces for each in held.waits}
    gone = tuple(each for each in live if each.number not in kept)
    for each in gone:
        take_back(books, each, cause, booked_on=each.entry.booked_on)
    posted = books.journal.add(held.free(entries), cause)
    follow_transfers(books, gone, posted, typed.person, cause)
    link_refunds(books, posted, cause)
    words = words_behind(held.free(drafts))
    filed = recorded(books, posted, till, remembered=words, waits=held.waits)
    return CashAmended(gone, filed) if live else filed


def _as_told_before(
    books: Books, typed: TypedCash, reading: Reading, live: Sequence[PostedEntry]
) -> Reading:
    """Take a message that is edited back to doubtful words for what they were settled as then."""
    is_clear = files_itself(reading)
    if is_clear or any(each.entry.narration == typed.text for each in live):
        return reading
    told = books.journal.of_message(typed.chat_id, typed.message_id)
    then = {
        place_of(each.entry.origin): each for each in told if each.entry.narration == typed.text
    }
    said = tuple(draft_of(then[place], till_in(then[place]) or "") for place in sorted(then))
    return Understood(said) if said else reading


def _changes_nothing(
    books: Books, typed: TypedCash, reading: Reading, *, is_waiting: bool
) -> bool:
    """Tell whether an edit says nothing to follow: talk, or what the message said before."""
    if not isinstance(reading, Understood | Unclear):
        return True
    is_whole = isinstance(reading, Understood) and not is_waiting
    return is_whole and _is_mended(books, typed, reading.drafts)


def _is_mended(books: Books, typed: TypedCash, drafts: Sequence[CashDraft]) -> bool:
    """Tell whether a message says what it said before, whatever became of that since.

    What was put right or taken back otherwise keeps the words that the message had then.
    """
    if books.approvals.waiting_of_message(typed.chat_id, typed.message_id):
        return False
    told = books.journal.of_message(typed.chat_id, typed.message_id)
    first: dict[int, PostedEntry] = {}
    for each in told:
        if each.entry.narration == told[-1].entry.narration:
            first.setdefault(place_of(each.entry.origin), each)
    said = [draft_of(first[place], till_in(first[place]) or "") for place in sorted(first)]
    told_on = shop_of(books).day_of(typed.told_at)
    says = [replace(each, booked_on=each.booked_on or told_on) for each in drafts]
    if not said or [*map(_gist, said)] != [*map(_gist, says)]:
        return False
    return not any(map(_names_other, says, said))


def _may_book(books: Books, person: Person, live: Sequence[PostedEntry]) -> bool:
    """Say whether a person may have entries taken back: their days are open, they are his."""
    days = books.periods.open_books()
    return all(
        days.is_open(each.entry.booked_on)
        and (each.decided_by == person.actor or person.may(Permission.UNDO_ANY))
        for each in live
    )


def _asked_for(
    books: Books,
    typed: TypedCash,
    drafts: Sequence[CashDraft],
    live: tuple[PostedEntry, ...],
    cause: Cause,
) -> CorrectionProposed | StaleAnswer:
    """Ask the accountant for what an edit changes of what the person himself said last."""
    told_on = shop_of(books).day_of(typed.told_at)
    whole = tuple(replace(each, booked_on=each.booked_on or told_on) for each in drafts)
    told = books.journal.of_message(typed.chat_id, typed.message_id)
    own = {
        place_of(each.entry.origin): each
        for each in told
        if each.decided_by == typed.person.actor and each.entry.reverses is None
    }
    said = [own[place] for place in sorted(own)]
    if [_gist(draft_of(each, till_in(each) or "")) for each in said] == [*map(_gist, whole)]:
        return StaleAnswer()
    wish = Wish(whole, narration=typed.text)
    return propose_correction(books, live, wish, typed.person, cause)


def _gist(draft: CashDraft) -> tuple[object, ...]:
    return draft.amount, draft.direction, draft.category, draft.booked_on


def _says_the_same(live: Sequence[PostedEntry], entries: Sequence[JournalEntry]) -> bool:
    if len(live) != len(entries):
        return False
    pairs = [(now, before.entry) for now, before in zip(entries, live, strict=True)]
    return all(
        now.postings == before.postings
        and now.booked_on == before.booked_on
        and not _names_other(now, before)
        for now, before in pairs
    )


def _names_other(now: CashDraft | JournalEntry, before: CashDraft | JournalEntry) -> bool:
    """Tell whether somebody else, or another order, is named; a name that is left out is kept."""
    name, was = now.counterparty, before.counterparty
    is_other = bool(name) and not (was and is_one_name(was, name or ""))
    order = now.order_reference
    return is_other or bool(order and order != before.order_reference)


def _waits_of(
    outcome: CashAmended | CashRecorded | StaleAnswer | KeptByTransfer,
) -> tuple[Approval, ...]:
    filed = outcome.recorded if isinstance(outcome, CashAmended) else outcome
    return filed.waits if isinstance(filed, CashRecorded) else ()


def _settle_drafts(books: Books, typed: TypedCash, state: DraftState) -> None:
    for draft in books.drafts.open_of_message(typed.chat_id, typed.message_id):
        books.drafts.change(replace(draft, state=state, missing=()))
