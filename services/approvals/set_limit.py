"""Say how much a role may pay out without asking."""

from services.approvals.payout_limits import PayoutLimit
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books


def set_limit(
    books: Books, limit: PayoutLimit, person: Person, cause: Cause
) -> PayoutLimit | NotAllowed:
    """Keep a limit in place of the one that the role had in this currency."""
    if not may_set(person, limit.role):
        return NotAllowed()
    before = limit_of(books, limit.role, limit.currency)
    if limit == before:
        return limit
    books.limits.put(limit)
    books.audit.record(
        cause,
        what="set_payout_limit",
        subject=f"payout_limit:{limit.role}:{limit.currency}",
        change={
            "per_payout_minor": None if limit.per_payout is None else limit.per_payout.minor,
            "per_day_minor": None if limit.per_day is None else limit.per_day.minor,
            "was_per_payout_minor": None if before.per_payout is None else before.per_payout.minor,
            "was_per_day_minor": None if before.per_day is None else before.per_day.minor,
        },
    )
    return limit


def limit_of(books: Books, role: Role, currency: str) -> PayoutLimit:
    """Give a role's limit; one that limits nothing where there is none."""
    return books.limits.of(role, currency) or PayoutLimit(role, currency)


def may_set(person: Person, role: Role) -> bool:
    """Say whether a person may set a role's limit: nobody but an owner lifts his own."""
    is_above = person.role is Role.OWNER or role in {Role.CASHIER, Role.ACCOUNTANT}
    return person.may(Permission.SET_LIMITS) and is_above


def told_of_limits(books: Books, actor: Person) -> tuple[Person, ...]:
    """Give who else answers for limits and is to hear of a change."""
    return tuple(
        each
        for each in books.people.all()
        if each.may(Permission.SET_LIMITS) and each.id != actor.id
    )
