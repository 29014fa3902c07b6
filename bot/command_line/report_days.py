"""tilly report DAYS: the result of any days, said in words."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from bot.command_line.console import WRONG_INPUT, CommandError, ask_books, examples

if TYPE_CHECKING:
    from ledger.days import Days
    from ledger.money import Money
    from reports.told_results import ToldResults
    from services.ports import Books

_LANGUAGE = "en"
_LABEL_MAX = 64


@click.command(
    "days",
    epilog=examples(
        "tilly report week",
        "tilly report last month --json",
        'tilly report "жовтень"',
        "tilly report 01.11-15.11",
    ),
)
@click.argument("days", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def report_days(days: tuple[str, ...], *, as_json: bool) -> None:
    """Print the result of any DAYS: what was earned and spent, and where the money is."""
    from reports.results_json import results_to_json

    found = ask_books(lambda books: _read(books, " ".join(days)))
    if as_json:
        click.echo(json.dumps(results_to_json(found.told), ensure_ascii=False))
    else:
        click.echo(_table(found))


@dataclass(frozen=True, slots=True)
class _Found:
    """A result with what its accounts are called."""

    told: "ToldResults"
    names: Mapping[str, str]


def _read(books: "Books", text: str) -> _Found:
    from services.results.report_results import tell_results

    names = {each.key: each.name(_LANGUAGE) for each in books.accounts.chart()}
    return _Found(tell_results(books, days_said(books, text), dt.datetime.now(dt.UTC)), names)


def days_said(books: "Books", text: str) -> "Days":
    """Read days in words on the shop's calendar.

    Raises:
        CommandError: the shop is not set up, or the words name no days that have begun.
    """
    from parsing.annotation.word_lists import load_lexicon
    from parsing.questions.lexicon import load_question_words
    from parsing.questions.marks import Vocabulary
    from parsing.questions.periods import read_days_in_words

    shop = books.shop.get()
    if shop is None:
        raise CommandError(
            "The shop is not set up yet, so there is nothing to report.",
            "Set it up in the chat with the bot, or try: tilly demo",
        )
    today = shop.day_of(dt.datetime.now(dt.UTC))
    vocabulary = Vocabulary(load_question_words(), load_lexicon())
    found = read_days_in_words(text, today, vocabulary)
    if found is None:
        raise CommandError(
            f"{text!r} names no days that have begun.",
            "Say them like this: week, last month, October, 01.11-15.11, 2026.",
            exit_code=WRONG_INPUT,
        )
    return found


def _table(found: _Found) -> str:
    from locales.result_rows import closing_lines, result_rows, title_of
    from locales.words import words_of
    from reports.day_table import aligned
    from reports.numbers import format_money

    words = words_of(_LANGUAGE)

    def shown(amount: "Money | None") -> str:
        return "" if amount is None else format_money(amount, _LANGUAGE, keeps_decimals=True)

    rows = [["", "", words.plain("results-column-before")]]
    for row in result_rows(words, found.told, found.names):
        if row.is_head:
            rows.append(["", "", ""])
        label = f"· {row.label}" if row.is_part else row.label
        rows.append([label, shown(row.amount), shown(row.before)])
    closing = "\n".join(closing_lines(words, found.told, found.names))
    return f"{title_of(words, found.told)}\n{aligned(rows, name_max=_LABEL_MAX)}\n\n{closing}"
