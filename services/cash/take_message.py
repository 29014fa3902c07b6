"""Decide what a typed message is: an answer to an open question, an entry, a doubt, nothing."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from ledger.advances import is_of_advances
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.advances import SpentAndBack
from parsing.annotation.lexicon import Lexicon
from parsing.reading import (
    CashDraft,
    Correction,
    Missing,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)
from services.advances.account_for import AccountedFor, SpendingAsked
from services.advances.told_of_advance import (
    AccountTold,
    MoreThanHeld,
    ReceiptsMeant,
    account_told,
    ask_whose_money,
    receipts_meant,
)
from services.approvals.change_waiting import change_waiting, waiting_at, waiting_meant
from services.approvals.withdraw_approval import Withdrawn
from services.cash.answer_draft import (
    AmountAnswer,
    CategoryAnswer,
    CorrectionAnswer,
    DateAnswer,
    DraftAnswer,
    DraftDropped,
    GivenAnswer,
    NotCashAnswer,
    answer_draft,
)
from services.cash.drafts import Draft, DraftState
from services.cash.newest_question import draft_before_him
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce, ask_about, record_cash
from services.cash.told_missing import as_asked
from services.cash.usual_amount import doubt_unusual
from services.cash.weigh_reading import weigh_reading
from services.cash_types import (
    CashAsked,
    CashRecorded,
    NothingToUndo,
    StaleAnswer,
    TypedCash,
)
from services.corrections.correct_cash import (
    Corrected,
    NeedsContext,
    correct_cash,
    message_of,
    told_at,
    told_lately,
)
from services.corrections.meant_among import meant_among
from services.corrections.named_by import may_mean, names_something
from services.corrections.numbered import numbered
from services.messages import Cause
from services.ports import Books

_NO_SUM = re.compile(
    r"(?<![\d+])(?!380|7\d{10}\b)[1-9]\d{8,}(?!\d)|(?<!\d)[1-9]\d{0,2}(?:\s\d{3}){3,}(?!\d)"
)
"""A figure too long for a sum, be it in groups of three, and no telephone number."""
NAME_MAX = 60
"""A longer text is no name."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A message as an answer to another one of the chat."""

    correction: Correction | None
    """What it says of what was told there, if it changes anything."""
    message_id: int
    entries: tuple[int, ...]
    """The entries that can be taken back there, when it is a card of the bot."""
    waits: tuple[int, ...] = ()
    """The payouts that can be withdrawn there."""
    drafts: tuple[int, ...] = ()
    """The questions about cash that are put there."""
    missing: int | None = None
    """The question about what was not told that is put there."""
    receipts: tuple[int, ...] = ()
    """The entries of receipts that can be taken back there."""


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
    account: SpentAndBack | None = None
    """What it says of money that somebody was given, if it accounts for it."""
    who: str | None = None
    """What it says if it is a name and nothing else."""
    what: Correction | None = None
    """What a few words without a figure say as an answer: which way it went, what for."""


@dataclass(frozen=True, slots=True)
class NoCash:
    """Nothing in it is about this till."""


Taken: TypeAlias = (
    CashRecorded
    | CashAsked
    | CashFiledInPart
    | DraftDropped
    | StaleAnswer
    | Corrected
    | TooMuchAtOnce
    | Withdrawn
    | SpendingAsked
    | AccountedFor
    | MoreThanHeld
    | ReceiptsMeant
    | NoCash
)


def take_message(
    books: Books, typed: TypedCash, heard: Heard, lexicon: Lexicon, cause: Cause
) -> Taken:
    """Do with a message what it means in this conversation.

    A bare amount, day or purpose answers the newest open question of this person in this chat,
    if he has had it before him for no longer than what is spoken of reaches back; a whole entry
    is filed, whatever question is open. A correction puts right the question that is open if it
    came after the last entry, else an entry.
    """
    if (replied := _in_reply(books, typed, heard, lexicon, cause)) is not None:
        return replied
    draft = draft_before_him(books, typed.chat_id, typed.person, typed.told_at)
    answer = None if draft is None else bare_answer(draft, typed.text, heard)
    if draft is not None and answer is not None:
        given = GivenAnswer(draft.id, draft.revision, answer)
        return answer_draft(books, given, typed.person, lexicon, cause)
    if isinstance(heard.reading, Correction):
        return _of_correction(books, typed, heard.reading, draft, lexicon, cause)
    if (accounted := account_told(books, typed, heard.account, cause)) is not None:
        return accounted
    asked = ask_whose_money(books, typed, heard.reading, cause)
    return asked or _file(books, typed, weigh_reading(books, typed, heard.reading), cause)


def _of_correction(
    books: Books,
    typed: TypedCash,
    reading: Correction,
    draft: Draft | None,
    lexicon: Lexicon,
    cause: Cause,
) -> Taken:
    """Put right the entry that is named by number, the open question, or what was told last."""
    named = numbered(books, typed, reading)
    if named is not None:
        meant, known = named.correction, named.entries
        outcome = correct_cash(books, typed, meant, lexicon, cause, among=known)
        return outcome if known or not meant.is_cancelled else NothingToUndo()
    told = told_lately(books, typed)
    if draft is None or not _is_about(reading, draft, told, typed.text):
        return _correct(books, typed, reading, lexicon, cause, told)
    given = GivenAnswer(draft.id, draft.revision, _put_right(reading))
    return answer_draft(books, given, typed.person, lexicon, cause)


def _in_reply(
    books: Books, typed: TypedCash, heard: Heard, lexicon: Lexicon, cause: Cause
) -> Taken | None:
    """Do with a reply what it means there; None when it means nothing there, or is none."""
    if heard.reply is None:
        return None
    number = heard.reply.missing
    told = None if number is None else as_asked(books, number, heard.reading)
    if told is not None:
        return _file(books, typed, told, cause)
    if heard.reply.receipts and heard.reply.correction is not None:
        shown = map(books.journal.find, heard.reply.receipts)
        standing = [each for each in shown if each is not None and each.reversed_by is None]
        return ReceiptsMeant(tuple(standing)) if standing else StaleAnswer()
    return _replied(books, typed, heard, heard.reply, lexicon, cause)


def _replied(
    books: Books, typed: TypedCash, heard: Heard, reply: Reply, lexicon: Lexicon, cause: Cause
) -> Corrected | CashRecorded | CashAsked | DraftDropped | Withdrawn | AccountTold | None:
    """Put right what a reply speaks of, and nothing else; None when nothing was told there.

    What a reply denies of an operation that is gone must not change another one.
    """
    asked = _asked_there(books, typed, reply)
    answer = None if asked is None else _answer_in_reply(asked, typed, heard, reply)
    if asked is not None and answer is not None:
        given = GivenAnswer(asked.id, asked.revision, answer)
        return answer_draft(books, given, typed.person, lexicon, cause)
    if reply.correction is None:
        return None
    told = told_at(books, typed, reply.message_id, reply.entries)
    if told:
        accounted = None
        if any(is_of_advances(each.entry) for each in told):
            accounted = account_told(books, typed, heard.account, cause, among=told)
        return accounted or correct_cash(
            books, typed, reply.correction, lexicon, cause, among=told
        )
    waiting = waiting_at(books, typed, reply.message_id, reply.waits)
    if len(waiting) == 1:
        return change_waiting(books, typed, waiting[0], reply.correction, cause)
    if waiting:
        return NeedsContext()
    is_gone = (
        reply.entries
        or reply.waits
        or reply.drafts
        or books.journal.of_message(typed.chat_id, reply.message_id)
    )
    return StaleAnswer() if is_gone and isinstance(heard.reading, Correction) else None


def _asked_there(books: Books, typed: TypedCash, reply: Reply) -> Draft | None:
    """Give the open question of a person that a card puts, or that a message of his led to."""
    if reply.drafts:
        asked = [books.drafts.look_up(number) for number in reply.drafts]
    else:
        has_told = books.journal.of_message(typed.chat_id, reply.message_id)
        open_there = books.drafts.open_of_message(typed.chat_id, reply.message_id)
        asked = [] if has_told else [*open_there]
    open_ = [
        each
        for each in asked
        if each is not None and each.state is DraftState.OPEN and each.person_id == typed.person.id
    ]
    return open_[0] if len(open_) == 1 else None


def _answer_in_reply(
    draft: Draft, typed: TypedCash, heard: Heard, reply: Reply
) -> DraftAnswer | None:
    answer = bare_answer(draft, typed.text, heard)
    return answer or (None if reply.correction is None else _put_right(reply.correction))


def _correct(
    books: Books,
    typed: TypedCash,
    correction: Correction,
    lexicon: Lexicon,
    cause: Cause,
    told: Sequence[PostedEntry],
) -> Corrected | CashRecorded | Withdrawn | ReceiptsMeant:
    """Put right what was told last: a payout that still waits, receipts, or an entry."""
    waiting = waiting_meant(books, typed, correction, told)
    if waiting is not None:
        return change_waiting(books, typed, waiting, correction, cause)
    receipts = receipts_meant(books, typed, correction, told)
    return receipts or correct_cash(books, typed, correction, lexicon, cause, among=told)


def _file(
    books: Books,
    typed: TypedCash,
    reading: Understood | Unclear | Question | NotAnEntry,
    cause: Cause,
) -> CashRecorded | CashAsked | CashFiledInPart | TooMuchAtOnce | NoCash:
    match reading:
        case Understood() as understood if understood.is_confident:
            return _record(books, typed, understood, cause)
        case Unclear(drafts=()):
            return TooMuchAtOnce()
        case Understood() | Unclear() as doubtful:
            return ask_about(books, typed, doubtful, cause)
        case Question() | NotAnEntry():
            return NoCash()
        case _:
            assert_never(reading)


def _record(
    books: Books, typed: TypedCash, understood: Understood, cause: Cause
) -> CashRecorded | CashAsked | CashFiledInPart | TooMuchAtOnce:
    """File what is clear, unless its amount is far from what the shop is used to.

    Of several operations in one message each is filed as it stands: they can only be asked about
    one by one, and the card shows every one of them with its own way back.
    """
    match understood.drafts:
        case (only,) if only.remembered:
            weighed = Understood((doubt_unusual(only, books.memory.recall()),))
        case _:
            weighed = understood
    if weighed.is_confident:
        return record_cash(books, typed, weighed.drafts, cause)
    return ask_about(books, typed, weighed, cause)


def _is_about(
    correction: Correction, draft: Draft, told: Sequence[PostedEntry], text: str
) -> bool:
    """Tell whether a correction speaks of the open question, and not of an entry."""
    if not correction.says_what or not may_mean(correction, draft.known):
        return False
    rivals = meant_among(told, correction, text) if names_something(correction) else told
    return not rivals or draft.message_id > message_of(rivals[0])


def _put_right(correction: Correction) -> DraftAnswer:
    return NotCashAnswer() if correction.is_cancelled else CorrectionAnswer(correction)


def bare_answer(draft: Draft, text: str, heard: Heard) -> DraftAnswer | None:
    """Read a message as the answer to what a draft lacks first, be it a name.

    Whoever types a sum that cannot be has slipped, and answers nothing.
    """
    if _NO_SUM.search(text) is not None:
        return None
    return answer_to(draft, heard) or _name(draft, text, heard)


def answer_to(draft: Draft, heard: Heard) -> DraftAnswer | None:
    """Read a message as the answer to what a draft lacks first."""
    asked = draft.missing[0] if draft.missing else None
    if asked in {Missing.AMOUNT, Missing.SALE, None} and heard.amount is not None:
        return AmountAnswer(heard.amount)
    if asked in {Missing.DATE, None} and heard.day is not None:
        return DateAnswer(heard.day)
    if asked is Missing.CATEGORY and isinstance(heard.reading, Unclear):
        for said in heard.reading.drafts:
            if said.category is not None and said.amount is None:
                return CategoryAnswer(said.category)
    said_of = None if heard.what is None else heard.what.change
    is_category = asked is Missing.CATEGORY and said_of is not None and said_of.category
    is_way = asked is Missing.DIRECTION and said_of is not None and said_of.direction
    return CorrectionAnswer(heard.what) if heard.what and (is_category or is_way) else None


def _name(draft: Draft, text: str, heard: Heard) -> CorrectionAnswer | None:
    """Read a message as the name that a draft asks for, or by which a refund's sale is found."""
    if draft.missing[:1] == (Missing.SALE,) and draft.known.counterparty is None and heard.who:
        return _named(heard.who)
    name = " ".join(text.split())
    is_asked = draft.missing[:1] == (Missing.COUNTERPARTY,)
    is_name = 0 < len(name) <= NAME_MAX and not any(letter.isdecimal() for letter in name)
    if not is_asked or not is_name or isinstance(heard.reading, Understood):
        return None
    return _named(name)


def _named(name: str) -> CorrectionAnswer:
    return CorrectionAnswer(Correction(CashDraft(None, None, None, None, counterparty=name)))
