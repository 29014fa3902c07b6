"""Let another person decide on one payout that waits."""

from dataclasses import dataclass, replace

from services.approvals.approvals import Approval, is_same_human
from services.approvals.decide_approval import Settled, open_approval
from services.cash_types import NotAllowed, StaleAnswer
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Delegated:
    """Somebody may decide on this one now, whatever his role; whoever could before still can."""

    approval: Approval
    to: Person


def deputies(books: Books, approval: Approval, person: Person) -> tuple[Person, ...]:
    """Give the people whom a person may let decide: neither who asked nor himself."""
    asker = books.people.find(approval.asked_by)
    return tuple(
        each
        for each in books.people.all()
        if each.is_active
        and each.id != person.id
        and asker is not None
        and not is_same_human(each, asker)
    )


def delegate_approval(
    books: Books, approval_id: int, deputy_id: int, person: Person, cause: Cause
) -> Delegated | Settled | NotAllowed | StaleAnswer:
    """Let a deputy decide; a later one takes his place. Deputies themselves pass nothing on."""
    found = open_approval(books, approval_id, person, cause)
    if not isinstance(found, Approval):
        return found
    deputy = {each.id: each for each in deputies(books, found, person)}.get(deputy_id)
    if deputy is None or not person.may(Permission.APPROVE_PAYOUT):
        return NotAllowed()
    if found.delegated_to == deputy.id:
        return Delegated(found, deputy)
    delegated = books.approvals.change(replace(found, delegated_to=deputy.id))
    books.audit.record(
        cause,
        what="delegate_payout",
        subject=found.subject,
        change={"delegated_to": deputy.actor},
    )
    return Delegated(delegated, deputy)
