"""See the payouts that wait and those that were decided lately, as far as they concern one."""

from dataclasses import dataclass

from services.approvals.approvals import Approval
from services.people import Permission, Person
from services.ports import Books

SETTLED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ApprovalsSeen:
    """What a person may see."""

    waiting: tuple[Approval, ...]
    settled: tuple[Approval, ...]


def see_approvals(books: Books, person: Person) -> ApprovalsSeen:
    """Give all to who may approve; else what one asked for oneself or was asked to decide."""
    sees_all = person.may(Permission.APPROVE_PAYOUT)
    return ApprovalsSeen(
        waiting=tuple(
            each
            for each in books.approvals.waiting()
            if sees_all or person.id in {each.asked_by, each.delegated_to}
        ),
        settled=books.approvals.settled(
            asked_by=None if sees_all else person.id, limit=SETTLED_SHOWN
        ),
    )
