"""How each outcome of a cash use case is said."""

from typing import TypeAlias

from handlers.cards import Setting, recorded_card, undone_card
from handlers.questions import question
from services.answer_draft import DraftDropped
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    PeriodIsClosed,
    StaleAnswer,
)
from services.messages import OutgoingMessage
from services.ports import Books
from services.record_cash import TooMuchAtOnce
from services.take_message import NeedsContext, NoCash

Unchanged: TypeAlias = (
    NotAllowed
    | NothingToUndo
    | PeriodIsClosed
    | StaleAnswer
    | NeedsContext
    | TooMuchAtOnce
    | NoCash
)
CashOutcome: TypeAlias = (
    CashRecorded | CashAsked | CashAmended | DraftDropped | EntryUndone | Unchanged
)

_WORDS: dict[type[Unchanged], str] = {
    NotAllowed: "not-allowed",
    NothingToUndo: "nothing-to-undo",
    StaleAnswer: "stale",
    NeedsContext: "ask-context",
    TooMuchAtOnce: "ask-what",
    NoCash: "cash-hint",
}


def reply_to(
    books: Books, setting: Setting, outcome: CashOutcome, *, edits: int | None = None
) -> OutgoingMessage:
    """Say an outcome; what settles the message it is about takes that message's place."""
    match outcome:
        case CashRecorded():
            return recorded_card(books, setting, outcome, edits=edits)
        case CashAmended(recorded=recorded):
            return recorded_card(books, setting, recorded, is_amended=True)
        case CashAsked(draft):
            return question(setting, draft, edits=edits)
        case EntryUndone():
            return undone_card(books, setting, outcome, edits=edits)
        case DraftDropped():
            return setting.say("draft-dropped", edits=edits)
        case _:
            return setting.message(_said(setting, outcome))


def _said(setting: Setting, outcome: Unchanged) -> str:
    if isinstance(outcome, PeriodIsClosed):
        return setting.words("period-closed", day=outcome.closed_through)
    return setting.words(_WORDS[type(outcome)])
