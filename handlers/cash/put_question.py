"""The one door by which a person is asked what a draft lacks, whoever asks and however often."""

from handlers.cards import Setting
from handlers.cash.questions import question
from handlers.cash.refund_cards import sale_question
from parsing.reading import Missing
from services.cash.drafts import Draft
from services.messages import OutgoingMessage
from services.ports import Books


def put_question(
    books: Books, setting: Setting, draft: Draft, *, edits: int | None = None
) -> OutgoingMessage:
    """Ask the first thing that a draft lacks; of a refund, which sale it pays back."""
    if draft.missing[:1] == (Missing.SALE,):
        return sale_question(books, setting, draft, edits=edits)
    return question(setting, draft, edits=edits)
