"""Ask about a payout that waits, and answer: it stays open meanwhile."""

from dataclasses import dataclass

from services.approvals.approvals import Approval, ApprovalState, may_decide
from services.approvals.decide_approval import Settled, open_approval
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Said:
    """Words about a payout, and whom they are for."""

    approval: Approval
    to: Person
    text: str


def ask_about_approval(
    books: Books, approval_id: int, text: str, person: Person, cause: Cause
) -> Said | Settled | NotAllowed | StaleAnswer:
    """Ask who wants to pay out."""
    found = open_approval(books, approval_id, person, cause)
    if not isinstance(found, Approval):
        return found
    asker = books.people.find(found.asked_by)
    if asker is None or not asker.is_active:
        return StaleAnswer()
    return _said(books, found, asker, text, cause)


def answer_about_approval(
    books: Books, approval_id: int, to_id: int, text: str, person: Person, cause: Cause
) -> Said | Settled | NotAllowed | StaleAnswer:
    """Answer a question about one's own payout to whoever asked it."""
    found, asked = books.approvals.find(approval_id), books.people.find(to_id)
    if found is None or asked is None:
        return StaleAnswer()
    if found.asked_by != person.id:
        return NotAllowed()
    if found.state is not ApprovalState.WAITING or found.is_due(cause.at):
        return Settled(found)
    if not may_decide(found, asked, person):
        return StaleAnswer()
    return _said(books, found, asked, text, cause)


def _said(books: Books, approval: Approval, to: Person, text: str, cause: Cause) -> Said:
    books.audit.record(
        cause,
        what="discuss_payout",
        subject=approval.subject,
        change={"to": to.actor, "text": text},
    )
    return Said(approval, to, text)
