"""The buttons that give a report as a file."""

from handlers.answers.packed_query import packed_query
from handlers.results.report_callbacks import FileCallback
from ledger.days import Days
from locales.words import Words
from parsing.questions.query import Query
from services.messages import Button

RESULTS, ANSWER = "results", "answer"
"""Kinds of reports beside the pictures' own."""
ASK = "ask"
_NONE = "-"


def file_button(words: Words, kind: str, days: Days) -> Button:
    """Make the button that gives some days as a file."""
    first, last = days.first.isoformat(), days.last.isoformat()
    data = FileCallback(kind=kind, first=first, last=last, query=_NONE, how=ASK)
    return Button(words.plain("button-file"), data=data.pack())


def answer_file_button(words: Words, query: Query) -> Button:
    """Make the button that gives an answer as a file."""
    data = FileCallback(kind=ANSWER, first=_NONE, last=_NONE, query=packed_query(query), how=ASK)
    return Button(words.plain("button-file"), data=data.pack())
