"""Forget a word that the shop has taught."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from parsing.memory.memory import Remembered
from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Permission, Person
from services.ports import Books

_MARK_LENGTH = 16


@dataclass(frozen=True, slots=True)
class NothingToForget:
    """No such word is remembered any more."""


def mark_of(fact: Remembered) -> str:
    """Give a short mark that stands for a word: a button holds no word of any length."""
    return hashlib.sha256(fact.word.encode()).hexdigest()[:_MARK_LENGTH]


def taught(books: Books) -> tuple[Remembered, ...]:
    """Give what the shop has taught, the newest words first."""
    return tuple(books.memory.recall().facts.values())[::-1]


def forget_word(
    books: Books, mark: str, person: Person, cause: Cause
) -> Remembered | NotAllowed | NothingToForget:
    """Forget the word of a mark."""
    if not person.may(Permission.UNDO_ANY):
        return NotAllowed()
    fact = _marked(taught(books), mark)
    if fact is None or not books.memory.forget(fact.word, cause):
        return NothingToForget()
    return fact


def _marked(facts: Iterable[Remembered], mark: str) -> Remembered | None:
    return next((fact for fact in facts if mark_of(fact) == mark), None)
