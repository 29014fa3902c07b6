"""Decide what a typed message is: an answer to an open question, an entry, a doubt, nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from ledger.money import Money
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear, Understood
from services.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    DateAnswer,
    DraftAnswer,
    DraftDropped,
    answer_draft,
)
from services.cash_types import CashAsked, CashRecorded, NotAllowed, StaleAnswer, TypedCash
from services.drafts import Draft
from services.messages import Cause
from services.ports import Books
from services.record_cash import TooMuchAtOnce, ask_about, record_cash


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it was understood by itself."""

    reading: Reading
    amount: Money | None
    """What it says if it is an amount and nothing else."""
    day: dt.date | None
    """What it says if it is a day and nothing else."""


@dataclass(frozen=True, slots=True)
class NeedsContext:
    """It speaks of an entry that is not known here."""


@dataclass(frozen=True, slots=True)
class NoCash:
    """Nothing in it is about this till."""


Taken: TypeAlias = (
    CashRecorded
    | CashAsked
    | DraftDropped
    | StaleAnswer
    | NotAllowed
    | NeedsContext
    | TooMuchAtOnce
    | NoCash
)


def take_message(books: Books, typed: TypedCash, heard: Heard, cause: Cause) -> Taken:
    """Do with a message what it means in this conversation.

    A bare amount, day or purpose answers the newest open question of this person in this chat;
    a whole entry is filed, whatever question is open.
    """
    draft = books.drafts.open_in(typed.chat_id, typed.person.id)
    answer = None if draft is None else _answer(draft, heard)
    if draft is not None and answer is not None:
        return answer_draft(books, draft.id, draft.revision, answer, typed.person, cause)
    match heard.reading:
        case Understood(drafts) as understood if understood.is_confident:
            return record_cash(books, typed, drafts, cause)
        case Unclear(missing=missing) if Missing.CONTEXT in missing:
            return NeedsContext()
        case Unclear(drafts=drafts) if len(drafts) != 1:
            return TooMuchAtOnce()
        case Understood() | Unclear() as doubtful:
            return ask_about(books, typed, doubtful, cause)
        case Question() | NotAnEntry():
            return NoCash()
        case _:
            assert_never(heard.reading)


def _answer(draft: Draft, heard: Heard) -> DraftAnswer | None:
    """Read a message as the answer to what a draft lacks first."""
    asked = draft.missing[0] if draft.missing else None
    if asked in {Missing.AMOUNT, None} and heard.amount is not None:
        return AmountAnswer(heard.amount)
    if asked in {Missing.DATE, None} and heard.day is not None:
        return DateAnswer(heard.day)
    if asked is Missing.CATEGORY and isinstance(heard.reading, Unclear):
        for said in heard.reading.drafts:
            if said.category is not None and said.amount is None:
                return CategoryAnswer(said.category)
    return None
