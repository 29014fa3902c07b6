"""tilly ask: answers a question about the books as the chat does."""

import datetime as dt
import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import click

from bot.command_line.console import CommandError, ask_books, examples
from ledger.accounts import LANGUAGES

if TYPE_CHECKING:
    from ledger.money import Money
    from parsing.questions.query import Doubt
    from parsing.questions.query_json import QueryJson
    from parsing.questions.several import Asked
    from reports.day_table import MoneyJson
    from services.ports import Books
    from services.results.answers import Answer, AnswerRow

NOT_UNDERSTOOD = 1


class RowJson(TypedDict):
    """A line of an answer."""

    name: str | None
    account: str | None
    role: str | None
    amount: "MoneyJson"
    count: int
    entry: int | None
    order: str | None
    day: str | None


class AnswerJson(TypedDict):
    """An answer; the shape is kept from version to version."""

    understood: "QueryJson"
    understood_as: str
    amounts: "list[MoneyJson]"
    count: int | None
    names: list[str] | None
    rows: list[RowJson]


class PartsJson(TypedDict):
    """The answers to a message that asks several things; the shape is kept, too."""

    parts: list[AnswerJson]
    difference: "list[MoneyJson] | None"


@click.command(
    epilog=examples(
        'tilly ask "how much did we spend on ads in October?"',
        'tilly ask "хто нам винен більше місяця" --language uk',
        'tilly ask "what is in the till and what did we sell yesterday?"',
        'tilly ask "сколько ушло на аренду в октябре" --then "а в сентябре?" --json',
    )
)
@click.argument("question")
@click.option("--then", multiple=True, help="Ask on, as in a conversation.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Answer in it.")
def ask(question: str, *, then: tuple[str, ...], as_json: bool, language: str) -> None:
    """Answer a QUESTION about the books, in English, Ukrainian or Russian."""
    found = ask_books(lambda books: _answered(books, (question, *then), language))
    if not found.parts:
        if as_json:
            click.echo(json.dumps({"understood": None, "doubt": found.doubt}))
        raise CommandError(_plain(found.text), exit_code=NOT_UNDERSTOOD)
    if as_json:
        click.echo(json.dumps(_json(found), ensure_ascii=False))
    else:
        click.echo(_plain(found.text))


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the answers, and how its question was understood."""

    answer: "Answer"
    understood_as: str


@dataclass(frozen=True, slots=True)
class _Found:
    """What to say, and the answers if there are any."""

    text: str
    parts: tuple[_Part, ...] = ()
    difference: "tuple[Money, ...] | None" = None
    """By how much the two differ, where that was asked."""
    doubt: str = ""


def _answered(books: "Books", turns: tuple[str, ...], language: str) -> _Found:
    from parsing.annotation.word_lists import load_lexicon
    from parsing.questions.lexicon import load_question_words
    from parsing.questions.several import Asked, read_questions
    from services.answers.question_places import vocabulary_of

    shop = books.shop.get()
    if shop is None:
        raise CommandError(
            "The shop is not set up yet, so there is nothing to ask about.",
            "Set it up in the chat with the bot, or try: tilly demo",
        )
    vocabulary = vocabulary_of(books, load_question_words(), load_lexicon())
    now = dt.datetime.now(dt.UTC)
    read: Asked | Doubt | None = None
    for turn in turns:
        before = read.queries[-1] if isinstance(read, Asked) else None
        read = read_questions(turn, today=shop.day_of(now), vocabulary=vocabulary, before=before)
    return (
        _told(books, read, now, language) if isinstance(read, Asked) else _doubtful(read, language)
    )


def _told(books: "Books", read: "Asked", now: dt.datetime, language: str) -> _Found:
    from handlers.answers.answer_text import (
        answer_lines,
        difference_text,
        numbers_of,
        part_text,
        understood_line,
    )
    from handlers.answers.told_answer import names_of
    from handlers.answers.understood_text import understood
    from locales.words import words_of
    from services.answers.answer_question import answer_question
    from services.answers.difference import difference_of

    words = words_of(language)
    names = names_of(books, words)
    answers = [answer_question(books, each, now) for each in read.queries]
    said = [
        part_text(
            answer_lines(words, each, names), understood_line(words, each.query, names), number
        )
        for each, number in zip(answers, numbers_of(read.queries), strict=True)
    ]
    difference = difference_of(answers[0], answers[1]) if read.is_difference else None
    said += [difference_text(words, difference)] if difference else []
    parts = tuple(_Part(each, understood(words, each.query, names)) for each in answers)
    return _Found("\n\n".join(said), parts, difference)


def _doubtful(doubt: "Doubt | None", language: str) -> _Found:
    from handlers.answers.answer_text import doubt_text
    from locales.words import words_of
    from parsing.questions.query import Doubt, Unclear

    said = doubt or Doubt(Unclear.NO_QUESTION)
    return _Found(doubt_text(words_of(language), said), doubt=said.reason.value)


def _plain(text: str) -> str:
    """Take the marks of a chat message away."""
    return html.unescape(re.sub(r"</?[a-z]+>", "", text))


def _json(found: _Found) -> AnswerJson | PartsJson:
    from reports.day_table import money_json

    parts = [_part(each) for each in found.parts]
    if len(parts) == 1:
        return parts[0]
    difference = found.difference
    told = None if difference is None else [money_json(each) for each in difference]
    return PartsJson(parts=parts, difference=told)


def _part(part: _Part) -> AnswerJson:
    from parsing.questions.query_json import query_to_json
    from reports.day_table import money_json

    answer = part.answer
    return AnswerJson(
        understood=query_to_json(answer.query),
        understood_as=part.understood_as,
        amounts=[money_json(each) for each in answer.amounts],
        count=answer.count,
        names=None if answer.names is None else list(answer.names),
        rows=[_row(each) for each in answer.rows],
    )


def _row(row: "AnswerRow") -> RowJson:
    from reports.day_table import money_json

    return RowJson(
        name=row.name,
        account=row.account,
        role=row.role or None,
        amount=money_json(row.amount),
        count=row.count,
        entry=row.number,
        order=row.order,
        day=None if row.day is None else row.day.isoformat(),
    )
