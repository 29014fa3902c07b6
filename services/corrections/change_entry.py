"""Put one field of a posted entry right, by a tap or by what was typed when it was asked."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from ledger.cash import CashCategory
from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.reading import CashDraft, Correction
from services.cash_types import NothingToUndo, StaleAnswer, TypedCash
from services.corrections.correct_cash import Corrected, correct_cash, standing_now
from services.messages import Cause
from services.people import Person
from services.ports import Books

ENTRY = "entry"
"""The conversation's name in what a person is expected to type."""

NewValue: TypeAlias = Money | dt.date | CashCategory | str
"""An amount, a day, a category, or a counterparty's name."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person was asked to type of an entry."""

    field: str
    """"amount", "date", "category" or "counterparty"."""
    number: int


def expect_value(books: Books, person: Person, field: str, number: int) -> None:
    """Remember that a person was asked to type a field of an entry."""
    books.expectations.expect(person.id, f"{ENTRY}:{field}:{number}")


def expected_value(person: Person) -> Expected | None:
    """Give what a person was asked to type of an entry, if he was."""
    conversation, _, rest = (person.expects or "").partition(":")
    field, _, number = rest.partition(":")
    return Expected(field, int(number)) if conversation == ENTRY and number.isdecimal() else None


def standing(books: Books, number: int) -> PostedEntry | NothingToUndo | StaleAnswer:
    """Give an entry that may still be put right."""
    posted = books.journal.find(number)
    if posted is None or posted.entry.reverses is not None:
        return NothingToUndo()
    return posted if posted.reversed_by is None else StaleAnswer()


def still_told(books: Books, number: int) -> PostedEntry | NothingToUndo | StaleAnswer:
    """Give an entry whose field may be put right; of one told anew since, what stands now."""
    found = standing(books, number)
    return standing_now(books, number) or found if isinstance(found, StaleAnswer) else found


def change_entry(
    books: Books, typed: TypedCash, number: int, value: NewValue, lexicon: Lexicon, cause: Cause
) -> Corrected:
    """Book an entry anew with another value in one field; what was asked is answered by it.

    Args:
        books: the open books.
        typed: who changes it, and where.
        number: the entry's.
        value: the new one.
        lexicon: the words of all languages.
        cause: who, because of which update, when.
    """
    books.expectations.expect(typed.person.id, None)
    found = still_told(books, number)
    if not isinstance(found, PostedEntry):
        return found
    correction = Correction(change=_change(value))
    return correct_cash(books, typed, correction, lexicon, cause, among=(found,))


def _change(value: NewValue) -> CashDraft:
    match value:
        case Money():
            return CashDraft(value, None, None, None)
        case CashCategory():
            return CashDraft(None, None, value, None)
        case dt.date():
            return CashDraft(None, None, None, value)
        case str():
            return CashDraft(None, None, None, None, counterparty=value)
