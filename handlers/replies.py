"""How each outcome of a cash use case is said."""

from typing import TypeAlias

from handlers.cards import Setting, recorded_card, undone_card, which_card
from handlers.notices import notices
from handlers.proposal_cards import proposed_reply
from handlers.questions import question
from services.answer_draft import DraftDropped
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    StaleAnswer,
)
from services.correct_cash import NeedsContext, WhichEntry
from services.messages import OutgoingMessage
from services.ports import Books
from services.propose_correction import CorrectionProposed
from services.record_cash import CashFiledInPart, TooMuchAtOnce
from services.take_message import NoCash

Unchanged: TypeAlias = (
    NotAllowed | NothingToUndo | StaleAnswer | NeedsContext | TooMuchAtOnce | NoCash
)
CashOutcome: TypeAlias = (
    CashRecorded
    | CashAsked
    | CashAmended
    | CorrectionProposed
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
    books: Books,
    setting: Setting,
    outcome: CashOutcome | CashFiledInPart,
    *,
    edits: int | None = None,
) -> tuple[OutgoingMessage, ...]:
    """Say an outcome, to others whom it concerns, too.

    Of a message that is filed in part it gives the card, then each question.
    """
    if not isinstance(outcome, CashFiledInPart):
        said = reply_to(books, setting, outcome, edits=edits)
        return (said, *notices(books, setting, outcome))
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
        case CorrectionProposed():
            said = proposed_reply(books, setting, outcome)
        case DraftDropped():
            said = setting.say("draft-dropped", edits=edits)
        case _:
            said = setting.say(_WORDS[type(outcome)])
    return said
