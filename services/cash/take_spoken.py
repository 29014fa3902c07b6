"""Take what was heard in a voice note: every operation in it waits for a yes."""

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

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
from services.cash.keep_receipt import RECEIPT, message_key, take_along
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce, ask_about
from services.cash.take_message import Heard, NoCash, answer_to
from services.cash_types import CashAsked, NotAllowed, TypedCash
from services.corrections.correct_cash import REACH, told_at
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class ToBeTyped:
    """It would change or answer something at once, which a voice note may not."""


Spoken: TypeAlias = CashAsked | CashFiledInPart | TooMuchAtOnce | NoCash | ToBeTyped | NotAllowed


def take_spoken(books: Books, typed: TypedCash, heard: Heard, cause: Cause) -> Spoken:
    """Keep what a voice note tells as drafts to be confirmed; file nothing, change nothing.

    The person is looked up anew, since listening takes its time.
    """
    person = books.people.find(typed.person.id)
    if person is None or not person.may(Permission.RECORD_CASH):
        return NotAllowed()
    if _is_for_typing(books, replace(typed, person=person), heard):
        return ToBeTyped()
    outcome = _asked(books, typed, heard.reading, cause)
    if isinstance(outcome, CashAsked | CashFiledInPart):
        take_along(books, person, message_key(typed.chat_id, typed.message_id))
    return outcome


def _asked(books: Books, typed: TypedCash, reading: Reading, cause: Cause) -> Spoken:
    match reading:
        case Unclear(drafts=()):
            return TooMuchAtOnce()
        case Unclear(drafts, missing):
            return ask_about(books, typed, Unclear(_doubted(drafts), missing), cause)
        case Understood(drafts):
            return ask_about(books, typed, Understood(_doubted(drafts)), cause)
        case Correction():
            return ToBeTyped()
        case Question() | NotAnEntry():
            return NoCash()
        case _:
            assert_never(reading)


def _doubted(drafts: tuple[CashDraft, ...]) -> tuple[CashDraft, ...]:
    """Doubt each operation, so that it is read back and none is filed unseen."""
    return tuple(
        draft if draft.doubts else replace(draft, doubts=(Missing.CATEGORY,)) for draft in drafts
    )


def _is_for_typing(books: Books, typed: TypedCash, heard: Heard) -> bool:
    """Tell whether it corrects what was told, or answers what was asked."""
    if _is_asked(typed.person):
        return True
    if heard.reply is not None and told_at(
        books, typed, heard.reply.message_id, heard.reply.entries
    ):
        return True
    draft = books.drafts.open_in(typed.chat_id, typed.person.id)
    if draft is None or typed.told_at - draft.put_at > REACH:
        return False
    return answer_to(draft, heard) is not None


def _is_asked(person: Person) -> bool:
    """Tell whether the person was asked to type something; a receipt takes spoken words, too."""
    return person.expects is not None and person.expects.partition(":")[0] != RECEIPT
