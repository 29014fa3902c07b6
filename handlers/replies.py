"""How each outcome of a cash use case is said."""

from typing import TypeAlias

from handlers.advance_cards import spending_question
from handlers.cards import Setting, recorded_card, undone_card, which_card
from handlers.questions import question
from handlers.refund_cards import sale_question
from parsing.reading import Missing
from services.account_for import SpendingAsked
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
from services.drafts import Draft
from services.messages import OutgoingMessage
from services.ports import Books
from services.record_cash import CashFiledInPart, TooMuchAtOnce
from services.take_message import NoCash

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
    | SpendingAsked
    | CashAmended
    | DraftDropped
    | EntryUndone
    | WhichEntry
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
    return (*filed, *(reply_to(books, setting, each) for each in outcome.asked))


def reply_to(
    books: Books, setting: Setting, outcome: CashOutcome, *, edits: int | None = None
) -> OutgoingMessage:
    """Say an outcome; what settles the message it is about takes that message's place."""
    match outcome:
        case CashRecorded():
            said = recorded_card(books, setting, outcome, edits=edits)
        case CashAmended(before, recorded):
            said = recorded_card(books, setting, recorded, before=before)
        case SpendingAsked():
            said = spending_question(setting, outcome, edits=edits)
        case CashAsked(draft):
            said = _asked(books, setting, draft, edits)
        case EntryUndone():
            said = undone_card(books, setting, outcome, edits=edits)
        case WhichEntry(entries):
            said = which_card(setting, entries)
        case DraftDropped():
            said = setting.say("draft-dropped", edits=edits)
        case _:
            said = setting.message(_said(setting, outcome))
    return said


def _asked(books: Books, setting: Setting, draft: Draft, edits: int | None) -> OutgoingMessage:
    if Missing.SALE in draft.missing:
        return sale_question(books, setting, draft, edits=edits)
    return question(setting, draft, edits=edits)


def _said(setting: Setting, outcome: Unchanged) -> str:
    if isinstance(outcome, PeriodIsClosed):
        return setting.words("period-closed", day=outcome.closed_through)
    return setting.words(_WORDS[type(outcome)])
