"""What answers tell beside a figure: parts, shares, names, and how far a running day has come."""

import datetime as dt

import pytest

from handlers.answer_text import answer_text
from locales.words import words_of
from parsing.questions.grammar import read_question
from parsing.questions.lexicon import load_question_words
from parsing.questions.query import Query
from services.answer_question import answer_question
from services.answers import Answer
from services.ports import Books, Database
from services.question_places import vocabulary_of
from tests.conftest import NOW
from tests.known_book import TODAY
from tests.shop import lexicon

EARLY = NOW.replace(hour=8, minute=0)
"""An hour before anything happens in the book, on any of its days."""


async def answered(book: Database, question: str, now: dt.datetime = NOW) -> tuple[Answer, str]:
    def look(books: Books) -> tuple[Answer, str]:
        vocabulary = vocabulary_of(books, load_question_words(), lexicon())
        query = read_question(question, today=TODAY, vocabulary=vocabulary)
        assert isinstance(query, Query), query
        answer = answer_question(books, query, now)
        names = {each.key: each.name("en") for each in books.accounts.chart()}
        return answer, answer_text(words_of("en"), answer, names)

    found = await book.read(look)
    await book.close()
    return found


@pytest.mark.parametrize(
    "question", ["why are sales down today", "why is profit down today", "sales today vs 13.11"]
)
async def test_a_running_day_is_held_against_as_much_of_another(
    book: Database, question: str
) -> None:
    answer, said = await answered(book, question, EARLY)
    assert answer.until == dt.time(10)
    assert answer.rows[1].amount.minor == 0
    assert "up to 10:00" in said


async def test_a_day_that_is_over_is_held_against_the_whole_of_another(book: Database) -> None:
    answer, _ = await answered(book, "why were sales lower yesterday", EARLY)
    assert answer.until is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("fuel and delivery in october", "· Fuel and transport: ₴900\n· Delivery: ₴380"),
        ("wages vs rent in october", "· Rent: ₴15,000"),
        ("cash flow in october", "In: ₴38,500\nOut: ₴71,130"),
        ("money in and money out in october", "In: ₴38,500\nOut: ₴71,130"),
        ("cash or card in october", "1. at the bank: ₴20,000\n2. in the tills: ₴18,500"),
        ("margin in october in %", "76.5 % of: sales"),
        ("what share of expenses is rent in october", "40.3 % of: expenses"),
        ("how many customers in october", "<b>3</b>, ₴38,500 together"),
        ("how many sales in november vs october", "<b>+1</b>\n1–20 Nov 2026: 5"),
        ("average sale in november vs october", "(−57.8 %)"),
        ("payments over 10000 in october", "1. 19 October 2026 · ₴18,000 · TOV Teplodim"),
        ("who owes us more than 10 000", "TOV Arktika: ₴14,000"),
        ("worst day in october", "1. 20 October 2026: ₴6,500"),
        ("smallest sale in october", "1. 20 October 2026 · ₴6,500"),
        ("average sales per week in october", "₴11,854.84"),
        ("frobnicate, sales in october", "left out: “frobnicate”"),
    ],
)
async def test_an_answer_tells_what_was_asked_beside_its_figure(
    book: Database, question: str, told: str
) -> None:
    _, said = await answered(book, question)
    assert told in said.replace("\xa0", " ")
