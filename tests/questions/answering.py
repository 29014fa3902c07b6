"""Asks questions of the known book in turn, and gives what is said to the last."""

from handlers.answers.answer_text import answer_text, doubt_text
from handlers.answers.told_answer import names_of
from locales.words import words_of
from parsing.questions.grammar import read_question
from parsing.questions.lexicon import load_question_words
from parsing.questions.query import Doubt, Query
from services.answers.answer_question import answer_question
from services.answers.question_places import vocabulary_of
from services.ports import Books, Database
from tests.conftest import NOW
from tests.known_book import TODAY
from tests.shop import lexicon


def read_in(books: Books, talk: str) -> Query | Doubt:
    """Read questions, parted by >>, each after the one before; give the last one as understood."""
    vocabulary = vocabulary_of(books, load_question_words(), lexicon())
    found: Query | Doubt | None = None
    for turn in talk.split(">>"):
        before = found if isinstance(found, Query) else None
        found = read_question(turn.strip(), today=TODAY, vocabulary=vocabulary, before=before)
    assert found is not None
    return found


async def answered(book: Database, talk: str) -> str:
    """Give what is said to the last question, in English, and close the book."""

    def look(books: Books) -> str:
        found, words = read_in(books, talk), words_of("en")
        if isinstance(found, Doubt):
            return doubt_text(words, found)
        return answer_text(words, answer_question(books, found, NOW), names_of(books, words))

    said = await book.read(look)
    await book.close()
    return said
