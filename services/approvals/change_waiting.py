"""Put right in words a payout that waits: "no, 900", "cancel the last"."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from parsing.reading import Correction
from services.approvals.approvals import Approval, ApprovalState, Withdrawal
from services.approvals.decide_approval import entry_of, sale_of, standing_before
from services.approvals.hold_payout import Intended, hold_payouts
from services.approvals.settle_approval import withdraw
from services.approvals.withdraw_approval import Withdrawn
from services.cash.link_refunds import link_refunds
from services.cash_types import CashRecorded, TypedCash
from services.corrections.correct_cash import REACH, NeedsContext, message_of, overlaid
from services.corrections.meant_among import meant_among
from services.corrections.named_by import may_mean, names_something
from services.messages import Cause
from services.ports import Books
from services.posting import recorded, take_back
from services.tills.follow_transfers import follow_transfers, kept_by_transfer
from services.tills.transfers import KeptByTransfer


def waiting_meant(
    books: Books, typed: TypedCash, correction: Correction, told: Sequence[PostedEntry]
) -> Approval | None:
    """Give the payout that a correction speaks of: the one it names, or the last thing told.

    Args:
        books: the open books.
        typed: the correcting message.
        correction: what it says.
        told: the standing entries that it may speak of, the newest first.
    """
    if not correction.says_what:
        return None
    waiting = next(
        (each for each in _waiting_of(books, typed) if may_mean(correction, each.draft)), None
    )
    rivals = meant_among(told, correction, typed.text) if names_something(correction) else told
    if waiting is None or (rivals and waiting.message_id < message_of(rivals[0])):
        return None
    return waiting


def _waiting_of(books: Books, typed: TypedCash) -> list[Approval]:
    """Give the payouts that a person asked for here lately and that still wait, newest first."""
    return [
        each
        for each in reversed(books.approvals.waiting())
        if (each.chat_id, each.asked_by) == (typed.chat_id, typed.person.id)
        and each.asked_at >= typed.told_at - REACH
        and not each.is_due(typed.told_at)
    ]


def waiting_at(
    books: Books, typed: TypedCash, message_id: int, numbers: Sequence[int]
) -> tuple[Approval, ...]:
    """Give the payouts of a person that wait to tell of a message, or that a card shows."""
    shown = [books.approvals.find(number) for number in numbers]
    told = shown or books.approvals.waiting_of_message(typed.chat_id, message_id)
    return tuple(
        each
        for each in told
        if each is not None
        and each.state is ApprovalState.WAITING
        and each.asked_by == typed.person.id
        and not each.is_due(typed.told_at)
    )


def change_waiting(
    books: Books, typed: TypedCash, waiting: Approval, correction: Correction, cause: Cause
) -> CashRecorded | Withdrawn | NeedsContext | KeptByTransfer:
    """Withdraw a payout that waits, or ask for what it should have said; if small, file it.

    Args:
        books: the open books.
        typed: the correcting message, of who asked.
        waiting: the payout.
        correction: what the message says.
        cause: who, because of which update, when.
    """
    if correction.is_cancelled:
        return Withdrawn(withdraw(books, waiting, Withdrawal.BY_ASKER, cause))
    draft = overlaid(waiting.draft, correction)
    standing = standing_before(books, waiting)
    is_whole = draft.category is not None and draft.direction is not None
    days = books.periods.open_books()
    is_open = all(days.is_open(each.entry.booked_on) for each in standing or ())
    if draft == waiting.draft or not is_whole or standing is None or not is_open:
        return NeedsContext()
    entry = entry_of(books, replace(waiting, draft=draft), typed.person, cause.at)
    before = standing[0] if standing else None
    kept = None if before is None else kept_by_transfer(books, before, entry)
    if kept is not None:
        return kept
    is_refund = draft.category is CashCategory.CUSTOMER_REFUND
    sale = sale_of(waiting) if is_refund else None
    intended = Intended(draft, entry, waiting.till, before, sale)
    held = hold_payouts(books, typed, [intended], cause, live=standing)
    if held.waits:
        return recorded(books, (), waiting.till, waits=held.waits)
    withdraw(books, waiting, Withdrawal.REPLACED, cause)
    for each in standing:
        take_back(books, each, cause, booked_on=each.entry.booked_on)
    posted = books.journal.add([entry], cause)
    follow_transfers(books, standing, posted, typed.person, cause)
    link_refunds(books, posted, cause, sale)
    return recorded(books, posted, waiting.till)
