"""The days that a command names behind it: "/month october", "/gap last week"."""

import datetime as dt

from aiogram.filters import CommandObject

from handlers.results.question_reader import QuestionReader
from ledger.days import Days
from parsing.questions.marks import Vocabulary
from parsing.questions.periods import read_days_in_words


def named_days(
    command: CommandObject, today: dt.date, reader: QuestionReader, usual: Days | None = None
) -> Days | None:
    """Read the days behind a command; None where what stands there is no days.

    Args:
        command: the command and what is said behind it.
        today: the shop's day.
        reader: the words that questions are read with.
        usual: what is meant where nothing is said.
    """
    said = (command.args or "").strip()
    if not said:
        return usual
    return read_days_in_words(said, today, Vocabulary(reader.words, reader.lexicon))


def named_day(command: CommandObject, today: dt.date, reader: QuestionReader) -> dt.date | None:
    """Read the one day behind a command, today if nothing is said; None for anything else."""
    days = named_days(command, today, reader, Days.one(today))
    return days.first if days is not None and days.is_one else None
