"""Approve or refuse a payout that waits: never who asked for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.journal import JournalEntry, PostedEntry
from services.approvals.approvals import Approval, ApprovalState, Withdrawal, may_decide
from services.approvals.settle_approval import settle, withdraw
from services.cash.learn import keep_amounts
from services.cash.link_refunds import SaleAnswer, link_refunds
from services.cash_types import (
    CashRecorded,
    NotAllowed,
    PeriodIsClosed,
    StaleAnswer,
    TypedCash,
)
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.posting import cash_entry, recorded, shop_of, take_back
from services.tills.follow_transfers import follow_transfers, kept_by_transfer


@dataclass(frozen=True, slots=True)
class Approved:
    """Posted as the entry of who asked; what it took the place of is taken back."""

    approval: Approval
    recorded: CashRecorded


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was posted, and nothing will be."""

    approval: Approval


@dataclass(frozen=True, slots=True)
class Settled:
    """It waits no more: decided by somebody else, lapsed, withdrawn or overtaken."""

    approval: Approval


def approve(
    books: Books, approval_id: int, person: Person, cause: Cause
) -> Approved | Settled | NotAllowed | StaleAnswer | PeriodIsClosed:
    """Post a payout that waits, as who asked for it would have.

    A day that was closed meanwhile is no hindrance: the entry lands today and points there. Only
    an entry of a closed day that it would replace is: that can be taken back no more.
    """
    found = open_approval(books, approval_id, person, cause)
    if not isinstance(found, Approval):
        return found
    standing = standing_before(books, found)
    if standing is None or any(kept_by_transfer(books, each, None) for each in standing):
        return Settled(withdraw(books, found, Withdrawal.OVERTAKEN, cause))
    days = books.periods.open_books()
    if days.closed_through is not None and not all(
        days.is_open(each.entry.booked_on) for each in standing
    ):
        return PeriodIsClosed(days.closed_through)
    filed = _post(books, found, standing, cause.at)
    approved = replace(
        found, state=ApprovalState.APPROVED, entry_number=filed.posted[0].number, reason=None
    )
    return Approved(settle(books, approved, cause, by=person), filed)


def refuse(
    books: Books, approval_id: int, reason: str, person: Person, cause: Cause
) -> Refused | Settled | NotAllowed | StaleAnswer:
    """Refuse a payout that waits, with a reason: one of the usual ones, or what was typed."""
    found = open_approval(books, approval_id, person, cause)
    if not isinstance(found, Approval):
        return found
    refused = replace(found, state=ApprovalState.REFUSED, reason=reason)
    return Refused(settle(books, refused, cause, by=person))


def open_approval(
    books: Books, approval_id: int, person: Person, cause: Cause
) -> Approval | Settled | NotAllowed | StaleAnswer:
    """Give a payout that waits to a person who may decide on it; one too old lapses here."""
    found = books.approvals.find(approval_id)
    asker = None if found is None else books.people.find(found.asked_by)
    if found is None or asker is None:
        return StaleAnswer()
    if not may_decide(found, person, asker):
        return NotAllowed()
    if found.is_due(cause.at):
        return Settled(settle(books, replace(found, state=ApprovalState.EXPIRED), cause))
    return found if found.state is ApprovalState.WAITING else Settled(found)


def expire_approvals(books: Books, cause: Cause) -> tuple[Approval, ...]:
    """Let every payout lapse that has waited too long."""
    return tuple(
        settle(books, replace(each, state=ApprovalState.EXPIRED), cause)
        for each in books.approvals.waiting()
        if each.is_due(cause.at)
    )


def standing_before(books: Books, approval: Approval) -> tuple[PostedEntry, ...] | None:
    """Give what stands of the event now and would be taken back; None when it was overtaken.

    Overtaken is a payout whose event was told otherwise since, or taken back, or filed already.
    """
    tellings = books.journal.of_origin(approval.origin.source, approval.origin.external_id)
    standing = tuple(each for each in tellings if each.reversed_by is None)
    wanted = () if approval.replaces is None else (approval.replaces,)
    return standing if tuple(each.number for each in standing) == wanted else None


def entry_of(books: Books, approval: Approval, asker: Person, at: dt.datetime) -> JournalEntry:
    """Build the entry that a payout becomes when it is posted at a moment."""
    shop = shop_of(books)
    tellings = books.journal.of_origin(approval.origin.source, approval.origin.external_id)
    fact_on = approval.draft.booked_on or shop.day_of(approval.told_at)
    typed = TypedCash(
        asker, approval.chat_id, approval.message_id, approval.text, approval.told_at
    )
    return cash_entry(
        typed,
        approval.draft,
        till=approval.till,
        origin=replace(approval.origin, version=len(tellings) + 1),
        day=books.periods.open_books().booking_day(fact_on, shop.day_of(at)),
        replaces=tellings[-1].number if tellings else None,
    )


def sale_of(approval: Approval) -> SaleAnswer | None:
    """Give which sale a refund was said to pay back, if that was said."""
    return SaleAnswer(approval.sale_number) if approval.is_sale_told else None


def _post(
    books: Books, approved: Approval, standing: Sequence[PostedEntry], at: dt.datetime
) -> CashRecorded:
    """Post as who asked: the entry is his, and so is what it takes back."""
    asker = books.people.find(approved.asked_by)
    assert asker is not None  # noqa: S101 - a foreign key holds it
    entry = entry_of(books, approved, asker, at)
    cause = Cause(asker.actor, approved.raw_record_id, at)
    for each in standing:
        take_back(books, each, cause, booked_on=each.entry.booked_on)
    posted = books.journal.add([entry], cause)
    follow_transfers(books, standing, posted, asker, cause)
    link_refunds(books, posted, cause, sale_of(approved))
    keep_amounts(books, [approved.draft], cause)
    return recorded(books, posted, approved.till, remembered=approved.draft.remembered)
