"""How each outcome of a cash use case is said."""

from typing import TypeAlias

from handlers.cards import Setting, recorded_card, undone_card, which_card
from handlers.questions import question
from handlers.transfer_cards import kept_words
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
from services.correct_cash import NeedsContext, WhichEntry
from services.messages import OutgoingMessage
from services.ports import Books
from services.record_cash import CashFiledInPart, TooMuchAtOnce
from services.take_message import NoCash
from services.transfers import KeptByTransfer

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
    CashRecorded
    | CashAsked
    | CashAmended
    | DraftDropped
    | EntryUndone
    | WhichEntry
    | KeptByTransfer
    | Unchanged
)

_WORDS: dict[type[Unchanged], str] = {
    NotAllowed: "not-allowed",
    NothingToUndo: "nothing-to-undo",
    StaleAnswer: "stale",
    NeedsContext: "ask-context",
    TooMuchAtOnce: "ask-what",
    NoCash: "cash-hint",
}


def replies_to(
    books: Books, setting: Setting, outcome: CashOutcome | CashFiledInPart
) -> tuple[OutgoingMessage, ...]:
    """Say an outcome; of a message that is filed in part its card, then each question."""
    if not isinstance(outcome, CashFiledInPart):
        return (reply_to(books, setting, outcome),)
    filed = () if outcome.recorded is None else (recorded_card(books, setting, outcome.recorded),)
    return (*filed, *(question(setting, each.draft) for each in outcome.asked))


def reply_to(
    books: Books, setting: Setting, outcome: CashOutcome, *, edits: int | None = None
) -> OutgoingMessage:
    """Say an outcome; what settles the message it is about takes that message's place."""
    match outcome:
        case CashRecorded():
            said = recorded_card(books, setting, outcome, edits=edits)
        case CashAmended(before, recorded):
            said = recorded_card(books, setting, recorded, before=before)
        case CashAsked(draft):
            said = question(setting, draft, edits=edits)
        case EntryUndone():
            said = undone_card(books, setting, outcome, edits=edits)
        case WhichEntry(entries):
            said = which_card(setting, entries)
        case KeptByTransfer(transfer):
            said = setting.message(kept_words(books, setting.words, transfer))
        case DraftDropped():
            said = setting.say("draft-dropped", edits=edits)
        case _:
            said = setting.message(_said(setting, outcome))
    return said


def _said(setting: Setting, outcome: Unchanged) -> str:
    if isinstance(outcome, PeriodIsClosed):
        return setting.words("period-closed", day=outcome.closed_through)
    return setting.words(_WORDS[type(outcome)])
