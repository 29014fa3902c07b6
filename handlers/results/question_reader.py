"""What questions are read by: the word lists, and a language model where one is set."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from parsing.annotation.lexicon import Lexicon
from parsing.questions.lexicon import QuestionWords
from parsing.questions.query import Query


class QuestionAdviser(Protocol):
    """A language model that chooses among the queries, or nobody."""

    async def choose(self, text: str, *, today: dt.date) -> Query | None:
        """Choose a query for a question; None for no answer."""


class NoQuestionAdviser:
    """Nobody: what the grammar doesn't understand is said so."""

    async def choose(self, text: str, *, today: dt.date) -> Query | None:
        """Choose nothing."""
        del text, today
        return None


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """What questions are read by in any shop."""

    lexicon: Lexicon
    words: QuestionWords
    adviser: QuestionAdviser
