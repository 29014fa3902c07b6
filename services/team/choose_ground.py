"""On which ground pictures are drawn for a person."""

from dataclasses import replace

from services.messages import Cause
from services.people import Person
from services.ports import Books


def choose_ground(books: Books, person: Person, *, is_dark: bool, cause: Cause) -> Person:
    """Draw pictures for a person on a dark or a light ground from now on."""
    changed = replace(person, likes_dark=is_dark)
    if changed != person:
        books.people.change(changed)
        books.audit.record(
            cause,
            what="choose_ground",
            subject=f"person:{person.id}",
            change={"likes_dark": is_dark},
        )
    return changed
