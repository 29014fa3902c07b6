"""Who works here: roles, tills, leaving."""

from dataclasses import dataclass, replace

from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person, Role
from services.ports import Books


@dataclass(frozen=True, slots=True)
class LastOwner:
    """The shop would be left without an owner."""


@dataclass(frozen=True, slots=True)
class NoSuchPerson:
    """Nobody of the team has this number any more."""


def team(books: Books) -> tuple[Person, ...]:
    """Give everybody who works here now."""
    return tuple(person for person in books.people.all() if person.is_active)


def change_role(
    books: Books, actor: Person, person_id: int, role: Role, cause: Cause
) -> Person | NotAllowed | NoSuchPerson | LastOwner:
    """Give somebody another role."""
    person = _changeable(books, actor, person_id)
    if not isinstance(person, Person):
        return person
    if role is not Role.OWNER and _is_last_owner(books, person):
        return LastOwner()
    return _keep(books, replace(person, role=role), "change_role", cause)


def remove(
    books: Books, actor: Person, person_id: int, cause: Cause
) -> Person | NotAllowed | NoSuchPerson | LastOwner:
    """Let somebody go: he stays in the books as who decided things, and may do nothing."""
    person = _changeable(books, actor, person_id)
    if not isinstance(person, Person):
        return person
    if _is_last_owner(books, person):
        return LastOwner()
    return _keep(books, replace(person, is_active=False), "remove_person", cause)


def assign_till(
    books: Books, actor: Person, person_id: int, till_key: str, cause: Cause
) -> Person | NotAllowed | NoSuchPerson:
    """Make somebody answer for a till."""
    person = _changeable(books, actor, person_id)
    if not isinstance(person, Person):
        return person
    if till_key not in {till.key for till in books.accounts.tills()}:
        return NotAllowed()
    return _keep(books, replace(person, till=till_key), "assign_till", cause)


def _changeable(books: Books, actor: Person, person_id: int) -> Person | NotAllowed | NoSuchPerson:
    if not actor.may(Permission.MANAGE_TEAM):
        return NotAllowed()
    person = books.people.find(person_id)
    return person if person is not None and person.is_active else NoSuchPerson()


def _is_last_owner(books: Books, person: Person) -> bool:
    owners = [each for each in team(books) if each.role is Role.OWNER]
    return [each.id for each in owners] == [person.id]


def _keep(books: Books, person: Person, what: str, cause: Cause) -> Person:
    books.people.change(person)
    books.audit.record(
        cause,
        what=what,
        subject=f"person:{person.id}",
        change={"role": person.role.value, "till": person.till, "is_active": person.is_active},
    )
    return person
