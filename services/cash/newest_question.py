"""Which of the questions that a person left open was put to him last."""

import datetime as dt

from services.cash.drafts import Draft
from services.corrections.correct_cash import REACH
from services.messages import Cause
from services.people import Person
from services.ports import Books
from services.tills.count_till import is_counting
from services.tills.count_types import COUNT, TillCount


def draft_asked_last(books: Books, chat_id: int, person: Person, at: dt.datetime) -> Draft | None:
    """Give the question about cash that came after what else a person was asked to type."""
    draft = draft_before_him(books, chat_id, person, at)
    is_last = draft is not None and books.expectations.is_older_than(draft)
    return draft if is_last else None


def draft_before_him(books: Books, chat_id: int, person: Person, at: dt.datetime) -> Draft | None:
    """Give the question about cash that a person had before him last, if that is not long ago."""
    draft = books.drafts.open_in(chat_id, person.id)
    return None if draft is None or at - draft.put_at > REACH else draft


def count_open(books: Books, count_id: int, person: Person, cause: Cause) -> TillCount | None:
    """Give a count if it is the one that a person goes on with."""
    count = books.counts.open_of(person.id) if is_counting(books, person, cause) else None
    return count if count is not None and count.id == count_id else None


def count_left(books: Books, chat_id: int, person: Person, cause: Cause) -> TillCount | None:
    """Give a person's count that goes on, unless he was asked something about cash since."""
    count = books.counts.open_of(person.id)
    if count is None or not is_counting(books, person, cause):
        return None
    draft = draft_before_him(books, chat_id, person, cause.at)
    if draft is None:
        return count
    is_expected = (person.expects or "").startswith(f"{COUNT}:")
    is_older = (
        books.expectations.is_older_than(draft)
        if is_expected
        else (count.started_at < draft.put_at)
    )
    return None if is_older else count
