"""Split an entry into parts with other categories; together they are the whole."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from ledger.cash import CASH_RULES, CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money, sum_money
from parsing.answers.parts import Part
from parsing.reading import CashDraft
from services.approvals.hold_payout import Intended, above_limits
from services.approvals.settle_approval import withdraw_overtaken
from services.cash.link_refunds import link_refunds
from services.cash_types import CashAmended, NotAllowed, NothingToUndo, StaleAnswer
from services.corrections.book_instead import book_instead, told_instead
from services.corrections.change_entry import standing
from services.corrections.correct_cash import draft_of, is_cash
from services.corrections.propose_correction import CorrectionProposed, Wish, propose_correction
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books
from services.posting import recorded, till_in
from services.tills.follow_transfers import kept_by_transfer
from services.tills.transfers import KeptByTransfer

PARTS_MAX = 10


class WhyNotSplit(enum.StrEnum):
    """Why an entry cannot be split so."""

    NO_CASH = "no-cash"
    """It is an opening balance or the like, which has no category."""
    TOO_MUCH = "too-much"
    """The parts come to more than the whole."""
    TOO_MANY = "too-many"
    CURRENCY = "currency"
    """A part is in other money than the entry."""
    CATEGORY = "category"
    """It is not said what a part was for."""
    DIRECTION = "direction"
    """Money cannot go this way for what a part was for."""
    LIMIT = "limit"
    """A part of what was no payout would be one above the person's limit."""
    SAME = "same"
    """It would say what the entry says."""


@dataclass(frozen=True, slots=True)
class NotSplit:
    """Nothing was changed."""

    why: WhyNotSplit
    whole: Money | None = None
    parts: Money | None = None
    """What the parts come to, when that is the reason."""
    category: CashCategory | None = None
    """What cannot go this way, when that is the reason."""


Split: TypeAlias = (
    CashAmended
    | CorrectionProposed
    | KeptByTransfer
    | NotSplit
    | NotAllowed
    | NothingToUndo
    | StaleAnswer
)


def split_entry(
    books: Books, number: int, parts: Sequence[Part], person: Person, cause: Cause
) -> Split:
    """Take an entry back and file its parts in its place; what no part names stays as it was.

    Args:
        books: the open books.
        number: the entry's.
        parts: what belongs elsewhere, at least one.
        person: who splits it.
        cause: who, because of which update, when.
    """
    found = splittable(books, number, person)
    if not isinstance(found, PostedEntry):
        return found
    till = till_in(found) or ""
    before = draft_of(found, till)
    drafts = _divided(before, parts)
    if isinstance(drafts, NotSplit):
        return drafts
    if not books.periods.open_books().is_open(found.entry.booked_on):
        return propose_correction(books, [found], Wish(drafts), person, cause)
    told = told_instead(books, [found], drafts, person, cause)
    if (kept := kept_by_transfer(books, found, told[0])) is not None:
        return kept
    intended = [Intended(*each, till, found) for each in zip(drafts, told, strict=True)]
    if above_limits(books, person, intended, (found,)):
        return NotSplit(WhyNotSplit.LIMIT)
    withdraw_overtaken(books, found.entry.origin, cause)
    posted = book_instead(books, [found], drafts, person, cause)
    link_refunds(books, posted, cause)
    return CashAmended((found,), recorded(books, posted, till))


def splittable(
    books: Books, number: int, person: Person
) -> PostedEntry | NotSplit | NotAllowed | NothingToUndo | StaleAnswer:
    """Give an entry that a person may split."""
    if not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    found = standing(books, number)
    if isinstance(found, PostedEntry) and (till_in(found) is None or not is_cash(found)):
        return NotSplit(WhyNotSplit.NO_CASH)
    return found


def _divided(before: CashDraft, parts: Sequence[Part]) -> tuple[CashDraft, ...] | NotSplit:
    """Lay parts over the whole; the rest stays first, as the entry it was."""
    whole = before.amount
    if whole is None:
        return NotSplit(WhyNotSplit.NO_CASH)
    refused = _too_much(whole, parts) or _impossible(before, parts)
    if refused is not None:
        return refused
    rest = whole - sum_money([part.amount for part in parts], whole.currency)
    kept = (replace(before, amount=rest),) if rest else ()
    named = (replace(before, amount=part.amount, category=part.category) for part in parts)
    return (*kept, *named)


def _too_much(whole: Money, parts: Sequence[Part]) -> NotSplit | None:
    if len(parts) > PARTS_MAX:
        return NotSplit(WhyNotSplit.TOO_MANY)
    if any(part.amount.currency != whole.currency for part in parts):
        return NotSplit(WhyNotSplit.CURRENCY, whole)
    together = sum_money([part.amount for part in parts], whole.currency)
    return NotSplit(WhyNotSplit.TOO_MUCH, whole, together) if whole < together else None


def _impossible(before: CashDraft, parts: Sequence[Part]) -> NotSplit | None:
    """Say what parts cannot be for."""
    for part in parts:
        if part.category is None:
            return NotSplit(WhyNotSplit.CATEGORY, part.amount)
        if before.direction not in CASH_RULES[part.category].directions:
            return NotSplit(WhyNotSplit.DIRECTION, category=part.category)
    if all(part.category is before.category for part in parts):
        return NotSplit(WhyNotSplit.SAME)
    return None
