"""How each outcome of a cash use case is said."""

from typing import TypeAlias

from handlers.advances.advance_cards import spending_question, told_card
from handlers.approvals.approval_news import approval_news, waiting_replies
from handlers.cards import Setting, open_button, recorded_card, short_of, undone_card, which_card
from handlers.cash.put_question import put_question
from handlers.entries.gone_cards import gone_cards, keyed_card
from handlers.entries.notices import notices
from handlers.entries.proposal_cards import proposed_reply
from handlers.tills.transfer_cards import kept_words
from services.advances.account_for import AccountedFor, SpendingAsked
from services.advances.told_of_advance import MoreThanHeld, ReceiptsMeant
from services.approvals.approvals import Approval
from services.approvals.withdraw_approval import Withdrawn
from services.cash.answer_draft import DraftDropped
from services.cash.record_cash import CashFiledInPart, TooMuchAtOnce
from services.cash.take_message import NoCash
from services.cash_types import (
    CashAmended,
    CashAsked,
    CashRecorded,
    EntryUndone,
    NotAllowed,
    NothingToUndo,
    StaleAnswer,
)
from services.corrections.correct_cash import AlreadySo, NeedsContext, WhichEntry
from services.corrections.propose_correction import CorrectionProposed
from services.messages import OutgoingMessage
from services.people import Permission
from services.ports import Books
from services.tills.transfers import KeptByTransfer

Unchanged: TypeAlias = (
    NotAllowed | NothingToUndo | StaleAnswer | NeedsContext | TooMuchAtOnce | NoCash
)
Standing: TypeAlias = WhichEntry | AlreadySo | CorrectionProposed | KeptByTransfer | Unchanged
CashOutcome: TypeAlias = (
    CashRecorded
    | CashAsked
    | SpendingAsked
    | AccountedFor
    | MoreThanHeld
    | ReceiptsMeant
    | CashAmended
    | DraftDropped
    | EntryUndone
    | Withdrawn
    | Standing
)

_WORDS: dict[type[Unchanged], str] = {
    NotAllowed: "not-allowed",
    NothingToUndo: "nothing-to-undo",
    StaleAnswer: "stale",
    NeedsContext: "ask-context",
    TooMuchAtOnce: "ask-what",
    NoCash: "cash-hint",
}


_TAKEN_BACK: dict[type[DraftDropped | Withdrawn], str] = {
    DraftDropped: "draft-dropped",
    Withdrawn: "approval-taken-back",
}


def replies_to(
    books: Books,
    setting: Setting,
    outcome: CashOutcome | CashFiledInPart,
    *,
    edits: int | None = None,
) -> tuple[OutgoingMessage, ...]:
    """Say an outcome, to others whom it concerns, too.

    Of a message that is filed in part it gives the card, then each question; payouts that wait are
    told to who asked, and all that became of any to whom it concerns.
    """
    waits, is_filed = _waits_of(outcome)
    if isinstance(outcome, CashFiledInPart):
        filed = outcome.recorded if is_filed else None
        cards = () if filed is None else (reply_to(books, setting, filed),)
        said = (*cards, *(reply_to(books, setting, each) for each in outcome.asked))
    else:
        card = (reply_to(books, setting, outcome, edits=edits),) if is_filed else ()
        said = (
            *card,
            *notices(books, setting, outcome),
            *gone_cards(books, setting, outcome, edits=edits),
        )
    waiting = waiting_replies(books, setting, waits, edits=None if said else edits)
    return (*said, *waiting, *approval_news(books))


def _waits_of(outcome: CashOutcome | CashFiledInPart) -> tuple[tuple[Approval, ...], bool]:
    """Give the payouts of an outcome that wait, and whether anything was done beside them."""
    match outcome:
        case (CashRecorded() as recorded) | CashFiledInPart(CashRecorded() as recorded):
            return recorded.waits, bool(recorded.posted) or not recorded.waits
        case CashAmended(before, recorded):
            return recorded.waits, bool(before or recorded.posted) or not recorded.waits
        case _:
            return (), True


def reply_to(
    books: Books, setting: Setting, outcome: CashOutcome, *, edits: int | None = None
) -> OutgoingMessage:
    """Say an outcome; what settles the message it is about takes that message's place."""
    match outcome:
        case CashRecorded():
            card = recorded_card(books, setting, outcome, edits=edits)
            said = keyed_card(card, outcome.posted)
        case CashAmended(before, recorded):
            card = recorded_card(books, setting, recorded, before=before)
            said = keyed_card(card, recorded.posted)
        case SpendingAsked():
            said = spending_question(books, setting, outcome, edits=edits)
        case AccountedFor() | MoreThanHeld() | ReceiptsMeant():
            said = told_card(books, setting, outcome, edits=edits)
        case CashAsked(draft):
            said = put_question(books, setting, draft, edits=edits)
        case EntryUndone():
            said = undone_card(books, setting, outcome, edits=edits)
        case DraftDropped() | Withdrawn():
            said = setting.say(_TAKEN_BACK[type(outcome)], edits=edits)
        case _:
            said = _stands(books, setting, outcome)
    return said


def _stands(books: Books, setting: Setting, outcome: Standing) -> OutgoingMessage:
    """Say why everything stands as it did, and what can be done."""
    match outcome:
        case WhichEntry(entries, are_all):
            return which_card(setting, entries, are_all=are_all)
        case AlreadySo(entry):
            said = f"{setting.words('already-so')}\n{short_of(setting, entry)}"
            return setting.message(said, ((open_button(setting.words, entry.number),),))
        case CorrectionProposed():
            return proposed_reply(books, setting, outcome)
        case KeptByTransfer(transfer):
            return setting.message(kept_words(books, setting.words, transfer))
        case NoCash() if setting.viewer is not None and setting.viewer.may(Permission.SEE_DAY):
            return setting.say("cash-hint-asker")
        case _:
            return setting.say(_WORDS[type(outcome)])
