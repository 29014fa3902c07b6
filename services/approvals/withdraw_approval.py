"""Take back a payout that one asked for oneself and that nobody has decided on yet."""

from dataclasses import dataclass, replace

from services.approvals.approvals import Approval, ApprovalState, Withdrawal
from services.approvals.decide_approval import Settled
from services.approvals.settle_approval import settle, withdraw
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """It waits no more, and nothing is posted."""

    approval: Approval


def withdraw_approval(
    books: Books, approval_id: int, why: Withdrawal, person: Person, cause: Cause
) -> Withdrawn | Settled | NotAllowed | StaleAnswer:
    """Withdraw one's own payout; one too old lapses here."""
    found = books.approvals.find(approval_id)
    if found is None:
        return StaleAnswer()
    if found.asked_by != person.id or not person.is_active:
        return NotAllowed()
    if found.state is not ApprovalState.WAITING:
        return Settled(found)
    if found.is_due(cause.at):
        return Settled(settle(books, replace(found, state=ApprovalState.EXPIRED), cause))
    return Withdrawn(withdraw(books, found, why, cause))
