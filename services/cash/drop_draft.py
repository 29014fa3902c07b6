"""Leave out what somebody typed, with a reason, so that nobody is asked about it any more."""

from dataclasses import replace

from services.cash.answer_draft import DraftDropped
from services.cash.drafts import DraftState
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


def drop_draft(
    books: Books, draft_id: int, person: Person, reason: str, cause: Cause
) -> DraftDropped | StaleAnswer | NotAllowed:
    """Drop an open draft; the reason is kept in the audit log.

    Args:
        books: the open books.
        draft_id: which one.
        person: who drops it.
        reason: why, in his words.
        cause: who, because of which update, when.
    """
    if not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    draft = books.drafts.find(draft_id)
    if draft is None or draft.state is not DraftState.OPEN:
        return StaleAnswer()
    dropped = replace(draft, state=DraftState.DROPPED)
    books.drafts.change(dropped)
    books.audit.record(
        cause, what="drop_draft", subject=f"draft:{draft.id}", change={"reason": reason}
    )
    return DraftDropped(dropped)
