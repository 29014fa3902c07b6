"""Decide what a typed message is: an answer to an open question, an entry, a doubt, nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from ledger.money import Money
from parsing.reading import (
    Correction,
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)
from services.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    CorrectionAnswer,
    DateAnswer,
    DraftAnswer,
    DraftDropped,
    NotCashAnswer,
    answer_draft,
)
from services.cash_types import CashAsked, CashRecorded, StaleAnswer, TypedCash
from services.correct_cash import Corrected, correct_cash, message_of, told_at, told_lately
from services.drafts import Draft
from services.messages import Cause
from services.ports import Books
from services.record_cash import TooMuchAtOnce, ask_about, record_cash


@dataclass(frozen=True, slots=True)
class Reply:
    """A message as an answer to another one of the chat."""

    correction: Correction
    """What it says of what was told there."""
    message_id: int
    entries: tuple[int, ...]
    """The entries that can be taken back there, when it is a card of the bot."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it was understood by itself."""

    reading: Reading
    amount: Money | None
    """What it says if it is an amount and nothing else."""
    day: dt.date | None
    """What it says if it is a day and nothing else."""
    reply: Reply | None = None
    """What it says as a reply, if it replies to a message."""


@dataclass(frozen=True, slots=True)
class NoCash:
    """Nothing in it is about this till."""


Taken: TypeAlias = (
    CashRecorded | CashAsked | DraftDropped | StaleAnswer | Corrected | TooMuchAtOnce | NoCash
)


def take_message(books: Books, typed: TypedCash, heard: Heard, cause: Cause) -> Taken:
    """Do with a message what it means in this conversation.

    A bare amount, day or purpose answers the newest open question of this person in this chat;
    a whole entry is filed, whatever question is open. A correction puts right the question that
    is open if it came after the last entry, else an entry.
    """
    if heard.reply is not None:
        told = told_at(books, typed, heard.reply.message_id, heard.reply.entries)
        if told:
            return correct_cash(books, typed, heard.reply.correction, cause, among=told)
    draft = books.drafts.open_in(typed.chat_id, typed.person.id)
    answer = None if draft is None else _answer(draft, heard)
    if draft is not None and answer is not None:
        return answer_draft(books, draft.id, draft.revision, answer, typed.person, cause)
    if isinstance(heard.reading, Correction):
        return _correct(books, typed, heard.reading, draft, cause)
    return _file(books, typed, heard.reading, cause)


def _file(
    books: Books,
    typed: TypedCash,
    reading: Understood | Unclear | Question | NotAnEntry,
    cause: Cause,
) -> CashRecorded | CashAsked | TooMuchAtOnce | NoCash:
    match reading:
        case Understood(drafts) as understood if understood.is_confident:
            return record_cash(books, typed, drafts, cause)
        case Unclear(drafts=drafts) if len(drafts) != 1:
            return TooMuchAtOnce()
        case Understood() | Unclear() as doubtful:
            return ask_about(books, typed, doubtful, cause)
        case Question() | NotAnEntry():
            return NoCash()
        case _:
            assert_never(reading)


def _correct(
    books: Books, typed: TypedCash, correction: Correction, draft: Draft | None, cause: Cause
) -> Corrected | CashRecorded | CashAsked | DraftDropped:
    """Put right what was told last: the open question, or an entry."""
    told = told_lately(books, typed)
    is_about_draft = (
        draft is not None
        and correction.says_what
        and (not told or draft.message_id > message_of(told[0]))
        and correction.instead_of in {None, draft.known.amount}
    )
    if draft is None or not is_about_draft:
        return correct_cash(books, typed, correction, cause, among=told)
    answer = NotCashAnswer() if correction.is_cancelled else CorrectionAnswer(correction)
    return answer_draft(books, draft.id, draft.revision, answer, typed.person, cause)


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
