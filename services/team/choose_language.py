"""The language in which a person is spoken to."""

from dataclasses import replace

from ledger.accounts import LANGUAGES
from services.messages import Cause
from services.people import Person
from services.ports import Books


def choose_language(books: Books, person: Person, language: str, cause: Cause) -> Person:
    """Speak to a person in one of the languages there are, English for any other."""
    changed = replace(person, language=language if language in LANGUAGES else "en")
    books.people.change(changed)
    books.audit.record(
        cause,
        what="choose_language",
        subject=f"person:{person.id}",
        change={"language": changed.language},
    )
    return changed
