"""Put right, or take back, an entry that a person told before: "no, 350", "cancel the last"."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ledger.advances import ADVANCES, is_of_advances
from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.errors import LedgerError
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.operation.category_sets import OTHER_WAY
from parsing.reading import CashDraft, Correction, Missing
from services.approvals.hold_payout import Intended, hold_payouts
from services.approvals.settle_approval import withdraw_overtaken
from services.cash.learn import learn_from
from services.cash.link_refunds import link_refunds
from services.cash_types import (
    CashAmended,
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    StaleAnswer,
    TypedCash,
)
from services.corrections.book_instead import book_instead, told_instead
from services.corrections.meant_among import meant_among, newest_of
from services.corrections.propose_correction import CorrectionProposed, Wish, propose_correction
from services.corrections.undo_entry import may_ask, undo_entry
from services.messages import TELEGRAM, Cause
from services.people import Permission
from services.ports import Books
from services.posting import filed_in, recorded, till_in
from services.tills.follow_transfers import kept_by_transfer
from services.tills.transfers import KeptByTransfer

REACH = dt.timedelta(hours=12)
"""How old what is spoken of may be when the message does not reply to it."""
CANDIDATES_MAX = 10
"""So many of a person's last entries are looked at."""
UNLIKELY_RATIO = 100
"""A figure that becomes so many times as much, or as little, was likely heard wrong."""


@dataclass(frozen=True, slots=True)
class NeedsContext:
    """It speaks of an entry that is not known here, or does not say what should change."""


@dataclass(frozen=True, slots=True)
class AlreadySo:
    """The entry says just that as it stands."""

    entry: PostedEntry


@dataclass(frozen=True, slots=True)
class WhichEntry:
    """Several entries may be meant; they are shown, the newest first."""

    entries: tuple[PostedEntry, ...]
    are_all: bool = False
    """All of them may be: everything that the last message told is to go."""


Corrected: TypeAlias = (
    CashAmended
    | EntryUndone
    | NeedsContext
    | AlreadySo
    | WhichEntry
    | CorrectionProposed
    | NotAllowed
    | NothingToUndo
    | StaleAnswer
    | KeptByTransfer
)


def correct_cash(
    books: Books,
    typed: TypedCash,
    correction: Correction,
    lexicon: Lexicon,
    cause: Cause,
    *,
    among: Sequence[PostedEntry],
) -> Corrected:
    """Find the entry that a correction speaks of, and book it anew or take it back.

    Args:
        books: the open books.
        typed: the correcting message.
        correction: what it says.
        lexicon: the words of all languages.
        cause: who, because of which update, when.
        among: the standing entries that it may speak of, the newest first.
    """
    found = meant_among(among, correction, typed.text) if correction.says_what else []
    if not found:
        return NeedsContext()
    if correction.is_of_all:
        return WhichEntry(tuple(newest_of(among)), are_all=True)
    if len(found) > 1:
        return WhichEntry(tuple(found))
    if correction.is_cancelled:
        return undo_entry(books, found[0].number, typed.person, cause)
    outcome = _put_right(books, typed, found[0], correction, cause)
    if isinstance(outcome, CashAmended) and outcome.before:
        _learn(books, outcome, correction.change, lexicon, cause)
    return outcome


def told_lately(books: Books, typed: TypedCash) -> tuple[PostedEntry, ...]:
    """Give what a person told here lately and what still stands, the newest first."""
    return books.journal.told_in(
        chat_id=typed.chat_id,
        actor=typed.person.actor,
        since=typed.told_at - REACH,
        limit=CANDIDATES_MAX,
    )


def told_at(
    books: Books, typed: TypedCash, message_id: int, entries: Sequence[int]
) -> tuple[PostedEntry, ...]:
    """Give what stands of what a message told, or of what a card of the bot shows."""
    if not entries:
        return filed_in(books, replace(typed, message_id=message_id))
    shown = (standing_now(books, number) for number in entries)
    return tuple(dict.fromkeys(each for each in shown if each is not None))


def standing_now(books: Books, number: int) -> PostedEntry | None:
    """Give what stands of an operation whose entry an older card may show."""
    posted = books.journal.find(number)
    if posted is None or posted.reversed_by is None:
        return posted
    origin = posted.entry.origin
    tellings = books.journal.of_origin(origin.source, origin.external_id)
    return next((each for each in tellings if each.reversed_by is None), None)


def message_of(entry: PostedEntry) -> int:
    """Give the Telegram message that an entry was told in.

    Raises:
        ValueError: the entry was not told in a chat.
    """
    if entry.entry.origin.source != TELEGRAM:
        message = f"entry {entry.number} was not told in a chat"
        raise ValueError(message)
    return int(entry.entry.origin.external_id.partition("/")[2].partition("#")[0])


def _put_right(
    books: Books, typed: TypedCash, old: PostedEntry, correction: Correction, cause: Cause
) -> CashAmended | NeedsContext | AlreadySo | CorrectionProposed | NotAllowed | KeptByTransfer:
    is_own = old.decided_by == typed.person.actor
    is_allowed = typed.person.may(Permission.UNDO_OWN if is_own else Permission.UNDO_ANY)
    if not is_allowed and not may_ask(old, typed.person):
        return NotAllowed()
    till = till_in(old)
    if till is None or not is_cash(old):
        return NeedsContext()
    before = draft_of(old, till)
    after = overlaid(before, correction)
    is_whole = after.category is not None and after.direction is not None
    if after == before:
        return AlreadySo(old)
    if not is_whole or _is_unlikely(before.amount, after.amount):
        return NeedsContext()
    if not is_allowed or not books.periods.open_books().is_open(old.entry.booked_on):
        wish = Wish((after,), _told(correction.change))
        return propose_correction(books, [old], wish, typed.person, cause)
    return _book(books, typed, old, after, cause)


def _book(
    books: Books, typed: TypedCash, old: PostedEntry, after: CashDraft, cause: Cause
) -> CashAmended | KeptByTransfer:
    """Book what an entry should say in its place, unless it must stand, or the payout waits."""
    till = till_in(old) or ""
    meant = replace(typed, text=old.entry.narration, told_at=old.entry.occurred_at)
    (entry,) = told_instead(books, [old], [after], typed.person, cause)
    if (kept := kept_by_transfer(books, old, entry)) is not None:
        return kept
    held = hold_payouts(books, meant, [Intended(after, entry, till, old)], cause, live=(old,))
    if held.waits:
        return CashAmended((), recorded(books, (), till, waits=held.waits))
    withdraw_overtaken(books, old.entry.origin, cause)
    posted = book_instead(books, [old], [after], typed.person, cause)
    link_refunds(books, posted, cause)
    return CashAmended((old,), recorded(books, posted, till))


def is_cash(posted: PostedEntry) -> bool:
    """Say whether an entry is a cash operation, and not an opening balance or the like."""
    return posted.entry.category in {category.value for category in CashCategory}


def _learn(
    books: Books, amended: CashAmended, change: CashDraft, lexicon: Lexicon, cause: Cause
) -> None:
    """Learn from a correction; of a message with several operations no words are the entry's."""
    (posted,) = amended.recorded.posted
    if is_one_of_several(books, posted) or is_of_advances(posted.entry):
        return
    filed = draft_of(posted, amended.recorded.till)
    told = frozenset(_told(change))
    learn_from(books, posted.entry.narration, filed, told, lexicon, cause)


def is_one_of_several(books: Books, posted: PostedEntry) -> bool:
    """Say whether a message told several operations, so that no words of it are one's own."""
    origin = posted.entry.origin
    first = origin.external_id.partition("#")[0]
    return bool(books.journal.of_origin(origin.source, f"{first}#2"))


def _told(change: CashDraft) -> tuple[Missing, ...]:
    """Say which fields a correction tells of those that teach."""
    said = {
        Missing.CATEGORY: change.category,
        Missing.DIRECTION: change.direction,
        Missing.COUNTERPARTY: change.counterparty,
    }
    return tuple(missing for missing, value in said.items() if value is not None)


def draft_of(posted: PostedEntry, till: str) -> CashDraft:
    """Give what an entry on a till says, as a draft."""
    entry = posted.entry
    moved = next(leg.amount for leg in entry.postings if leg.account == till)
    return CashDraft(
        amount=abs(moved),
        direction=CashDirection.IN if moved.minor > 0 else CashDirection.OUT,
        category=CashCategory(entry.category) if entry.category else None,
        booked_on=entry.belongs_on or entry.booked_on,
        counterparty=entry.counterparty,
        order_reference=entry.order_reference,
        against=ADVANCES if is_of_advances(entry) else None,
    )


def overlaid(before: CashDraft, correction: Correction) -> CashDraft:
    """Lay what a correction says over a draft; a category that goes one way turns the rest."""
    change = correction.change
    amount = change.amount or before.amount
    if correction.currency is not None and amount is not None:
        with contextlib.suppress(LedgerError):  # coins that this currency lacks
            amount = Money.from_decimal(amount.to_decimal(), correction.currency)
    category = change.category or before.category
    direction = change.direction or before.direction
    if category is not None and direction is not None:
        ways = CASH_RULES[category].directions
        if direction not in ways and change.category is None:
            category = OTHER_WAY.get((category, direction))
        elif direction not in ways:
            direction = next(iter(ways))
    return replace(
        before,
        amount=amount,
        direction=direction,
        category=category,
        booked_on=change.booked_on or before.booked_on,
        counterparty=change.counterparty or before.counterparty,
        order_reference=change.order_reference or before.order_reference,
        against=(before.against if change.against is None else change.against) or None,
    )


def _is_unlikely(before: Money | None, after: Money | None) -> bool:
    if before is None or after is None or before.currency != after.currency:
        return False
    low, high = sorted((before.minor, after.minor))
    return high >= low * UNLIKELY_RATIO
