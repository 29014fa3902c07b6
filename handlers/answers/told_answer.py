"""What is said to questions: the answers, each with how it was understood, and buttons."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.answers.answer_text import (
    answer_lines,
    difference_text,
    numbers_of,
    part_text,
    understood_line,
)
from handlers.answers.packed_query import entries_button
from handlers.answers.understood_text import Names
from handlers.cards import Setting
from handlers.results.charts import Kind, chart_button, is_drawn
from handlers.results.file_buttons import answer_file_button
from handlers.results.results import results_message
from locales.words import Words
from parsing.questions.query import Ask, Measure, Query
from services.answers.answer_question import answer_question
from services.answers.ask_rights import Allowed, Refusal, may_ask
from services.answers.difference import difference_of
from services.messages import Button, OutgoingMessage
from services.people import Person
from services.ports import Books

_NO_ENTRIES = frozenset({Ask.BALANCE, Ask.OWED, Ask.RESULTS, Ask.FORECAST, Ask.RESTATED})
_PICTURED = {
    Measure.EXPENSES: Kind.EXPENSES,
    Measure.MONEY_IN: Kind.FLOW,
    Measure.MONEY_OUT: Kind.FLOW,
    Measure.RECEIVABLE: Kind.DEBTS,
    Measure.MARGIN: Kind.MARGINS,
}
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Understood:
    """Questions that are answered in turn, and whether a model chose the only one."""

    queries: tuple[Query, ...]
    """One at least."""
    is_by_model: bool = False
    is_difference: bool = False
    """By how much the two differ is told, too."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the answers."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    number: str = ""


def told_answers(
    books: Books, setting: Setting, person: Person, found: Understood, at: dt.datetime
) -> tuple[OutgoingMessage, ...]:
    """Say all answers in one message; in a group what is private is said in the private chat.

    Each question is judged by itself: what the person may not know is said in its place.
    """
    is_group = setting.chat_id != person.telegram_id
    allowed = [may_ask(books, each, person, is_group=is_group) for each in found.queries]
    if all(each is Refusal.NOT_ALLOWED for each in allowed):
        return (setting.say("not-allowed"),)
    here: list[_Part] = []
    apart: list[_Part] = []
    for query, may, number in zip(found.queries, allowed, numbers_of(found.queries), strict=True):
        if isinstance(may, Allowed):
            told = replace(found, queries=(may.query,))
            here.append(_part(books, setting, told, number, at, is_group=is_group))
        elif may is Refusal.NOT_ALLOWED:
            here.append(_apart(setting, number, "not-allowed"))
        else:
            told = replace(found, queries=(query,))
            apart.append(_part(books, setting, told, number, at, is_group=False))
            here.append(_apart(setting, number, "asked-privately"))
    told_here = [each.query for each in allowed if isinstance(each, Allowed)]
    if found.is_difference and len(told_here) == _PAIR:
        here.append(_difference(books, setting.words, told_here, at))
    if all(each is Refusal.PRIVATELY for each in allowed):
        here = [_Part(setting.words("asked-privately"))]
    private = replace(setting, chat_id=person.telegram_id, viewer=person)
    messages = ((setting, here), (private, apart))
    return tuple(_joined(where, parts) for where, parts in messages if parts)


def _apart(setting: Setting, number: str, message_id: str) -> _Part:
    return _Part(f"{number} {setting.words(message_id)}".strip(), number=number)


def _part(
    books: Books,
    setting: Setting,
    found: Understood,
    number: str,
    at: dt.datetime,
    *,
    is_group: bool,
) -> _Part:
    """Say one answer; of several the way it was understood is its heading."""
    words, names = setting.words, names_of(books, setting.words)
    query, lines, buttons = _told(books, setting, found.queries[0], names, at, is_group=is_group)
    line = understood_line(words, query, names, is_by_model=found.is_by_model)
    return _Part(part_text(lines, line, number), buttons, number)


def _told(
    books: Books,
    setting: Setting,
    query: Query,
    names: Names,
    at: dt.datetime,
    *,
    is_group: bool,
) -> tuple[Query, list[str], tuple[tuple[Button, ...], ...]]:
    """Give what was answered, which may be of other days than the usual ones, and its words."""
    words = setting.words
    if query.ask is not Ask.RESULTS:
        answer = answer_question(books, query, at)
        lines = answer_lines(words, answer, names)
        return answer.query, lines, () if is_group else _made_of(words, answer.query)
    told = results_message(books, setting, query.days, at, hides_parts=is_group)
    is_unplanned = query.measure is Measure.PLAN and not books.plans.within(query.days)
    plan = [words("answer-no-plan")] if is_unplanned else []
    return query, [told.text, *plan], told.buttons


def _difference(books: Books, words: Words, queries: Sequence[Query], at: dt.datetime) -> _Part:
    first, second = (answer_question(books, each, at) for each in queries)
    return _Part(difference_text(words, difference_of(first, second)))


def _joined(setting: Setting, parts: Sequence[_Part]) -> OutgoingMessage:
    """Put answers into one message; each but the last keeps its first row of buttons."""
    told = [part for part in parts if part.text]
    last = next((part for part in reversed(parts) if part.buttons), None)
    rows = [
        tuple(replace(each, label=f"{part.number} {each.label}".strip()) for each in row)
        for part in parts
        for row in (part.buttons if part is last else part.buttons[:1])
    ]
    return setting.message("\n\n".join(part.text for part in told), tuple(rows))


def names_of(books: Books, words: Words) -> Names:
    """Give what accounts are called, by key, and who records entries, by actor."""
    accounts = {each.key: each.name(words.language) for each in books.accounts.chart()}
    return accounts | {each.actor: each.name for each in books.people.all()}


def _made_of(words: Words, query: Query) -> tuple[tuple[Button, ...], ...]:
    if query.measure is Measure.UNFILED or query.ask is Ask.CLOSED:
        return ()  # what is filed by now has passed there, too; and no sum was asked
    file = answer_file_button(words, query)
    if query.ask in _NO_ENTRIES:
        return ((*_charts(words, query), file),)
    return (
        (entries_button(words.plain("button-made-of"), query),),
        (*_charts(words, query), file),
    )


def _charts(words: Words, query: Query) -> tuple[Button, ...]:
    """Give the picture that shows what was asked about, if there is one."""
    kind = _PICTURED.get(query.measure)
    is_narrowed = query.place is not None or query.about is not None
    is_narrowed = is_narrowed or bool(query.but or query.weekdays or query.is_by_channel)
    if kind is None or is_narrowed or not is_drawn(kind, query.days):
        return ()
    return (chart_button(words, kind, query.days),)
