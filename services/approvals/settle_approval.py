"""Let a payout that waits come to its end, and tell the audit log how."""

from collections.abc import Iterable
from dataclasses import replace

from ledger.journal import Origin
from services.approvals.approvals import Approval, ApprovalState, Withdrawal
from services.messages import Cause
from services.people import Person
from services.ports import Books


def settle(books: Books, settled: Approval, cause: Cause, *, by: Person | None = None) -> Approval:
    """Keep how a payout ended; who asked for it can never be who decided."""
    kept = books.approvals.change(
        replace(settled, decided_at=cause.at, decided_by=None if by is None else by.id)
    )
    books.audit.record(
        cause,
        what=_WHAT[kept.state],
        subject=kept.subject,
        change={
            "asked_by": f"person:{kept.asked_by}",
            "decided_by": None if by is None else by.actor,
            "reason": kept.reason,
            "entry": kept.entry_number,
        },
    )
    return kept


def withdraw(books: Books, approval: Approval, why: Withdrawal, cause: Cause) -> Approval:
    """Take a payout back before anybody decided."""
    withdrawn = replace(approval, state=ApprovalState.WITHDRAWN, reason=why.value)
    return settle(books, withdrawn, cause)


def withdraw_all(
    books: Books,
    waiting: Iterable[Approval],
    why: Withdrawal,
    cause: Cause,
    *,
    but: Iterable[Approval] = (),
) -> None:
    """Take payouts back, but for those that go on waiting; what is settled already stays."""
    kept = {each.id for each in but}
    for each in waiting:
        found = None if each.id in kept else books.approvals.find(each.id)
        if found is not None and found.state is ApprovalState.WAITING:
            withdraw(books, found, why, cause)


def withdraw_overtaken(books: Books, origin: Origin, cause: Cause) -> None:
    """Take back what was to put an entry right that has just been changed otherwise."""
    waiting = books.approvals.waiting_for(origin)
    if waiting is not None:
        withdraw(books, waiting, Withdrawal.OVERTAKEN, cause)


_WHAT: dict[ApprovalState, str] = {
    ApprovalState.APPROVED: "approve_payout",
    ApprovalState.REFUSED: "refuse_payout",
    ApprovalState.EXPIRED: "expire_payout",
    ApprovalState.WITHDRAWN: "withdraw_payout",
}
"""What the audit log calls each end."""
