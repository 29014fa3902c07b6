"""What is said beside a figure: what the books do not keep of it, and what may still change it."""

from collections.abc import Iterator

from locales.words import Words, shorten
from parsing.questions.query import Ask, Measure
from services.answers.what_else_waits import APPROVALS, EXCEPTIONS, LINES
from services.results.answers import Answer
from services.results.channels import NOWHERE


def pieces_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say that no pieces are kept, where what was sold of something was counted."""
    query = answer.query
    is_counted = query.ask is Ask.COUNT and query.measure is Measure.SALES and query.group is None
    if is_counted and query.about is not None and query.about.islower() and not answer.names:
        yield words("answer-no-pieces")


def _waiting_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say how many bank lines of these days nobody has filed yet, which may be part of it."""
    found = answer.waiting
    if found is not None:
        yield words("answer-waiting", count=found.count, amount=found.money_out)


def _empty_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say how many days had nothing at all, where those of no more than an amount are listed."""
    if answer.empty:
        yield words("answer-empty", count=answer.empty)


def _unfiled_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say that nobody has filed what somebody was paid for, where that was asked."""
    if answer.is_unfiled:
        yield words("answer-unfiled")


def _sold_where_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say which of the shop's channels were counted, or that its documents name none."""
    found = answer.channels
    if found is None:
        return
    if not found.is_kept:
        yield words("answer-no-channels")
    elif found.names != NOWHERE:
        nobody = words.plain("answer-row-no-channel")
        named = ", ".join(shorten(each) if each else nobody for each in found.names)
        yield words("answer-channels", names=named)


def _all_banks_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say that all bank accounts are counted, where one was asked for."""
    if answer.is_of_all_banks and any(answer.amounts):
        yield words("answer-all-banks")


def notes_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say all that stands below a figure."""
    yield from _empty_text(words, answer)
    yield from _all_banks_text(words, answer)
    yield from _else_waiting_text(words, answer)
    yield from _unfiled_text(words, answer)
    yield from _sold_where_text(words, answer)
    yield from _waiting_text(words, answer)


def _else_waiting_text(words: Words, answer: Answer) -> Iterator[str]:
    """Say what else waits for somebody, each kind with the command that leads there."""
    for kind, count in answer.waits:
        yield words(_WAITS[kind], count=count)


_WAITS = {
    APPROVALS: "day-approvals",
    EXCEPTIONS: "day-exceptions",
    LINES: "answer-lines-wait",
}
