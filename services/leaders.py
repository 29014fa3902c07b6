"""Who is told what concerns the whole shop."""

from services.people import Person, Role
from services.ports import Books

_LEADERS = frozenset({Role.DIRECTOR, Role.OWNER})


def leaders(books: Books) -> tuple[Person, ...]:
    """Give the directors and owners who work here now."""
    return tuple(each for each in books.people.all() if each.is_active and each.role in _LEADERS)
