"""What is said of days that are closed, or that were told otherwise before."""

from collections.abc import Iterator

from locales.words import Words, as_name, shorten
from services.answers.answer_closed import CLOSED
from services.answers.answer_restated import NOW, TOLD
from services.results.answers import Answer


def closed_lines(words: Words, answer: Answer) -> Iterator[str]:
    """Say whether the books are closed through the days, and what to do where they are not."""
    (row,) = answer.rows
    if row.role == CLOSED:
        yield words("answer-closed", day=row.day or "")
        return
    yield words("answer-not-closed")
    if row.day is not None:
        yield words("answer-closed-through", day=row.day)
    yield words("answer-close-them")


def restated_lines(words: Words, answer: Answer) -> Iterator[str]:
    """Say which days were told otherwise, from what to what, each with its causes."""
    if not answer.rows:
        yield words("restatements-none")
        return
    told = answer.rows[0]
    for row in answer.rows:
        if row.role == TOLD:
            told = row
        elif row.role == NOW:
            day = row.day or ""
            yield words("restatement-day", day=day, told=told.amount, now=row.amount)
        else:
            what = shorten(as_name(row.name)) if row.name else words.plain("answer-row-nobody")
            yield words(f"restatement-cause-{row.role}", what=what, amount=row.amount)
