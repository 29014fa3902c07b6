"""Days in words, in three languages, as of Friday 20 November 2026."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.questions.grammar import asks_outright, read_question
from parsing.questions.lexicon import load_question_words
from parsing.questions.marks import Vocabulary
from parsing.questions.periods import read_days_in_words
from parsing.questions.query import Doubt, Query, Unclear
from tests.known_book import TODAY
from tests.shop import lexicon

VOCABULARY = Vocabulary(load_question_words(), lexicon())
DAYS = {
    "today": "2026-11-20..2026-11-20",
    "вчора": "2026-11-19..2026-11-19",
    "позавчера": "2026-11-18..2026-11-18",
    "week": "2026-11-16..2026-11-20",
    "this month": "2026-11-01..2026-11-20",
    "year": "2026-01-01..2026-11-20",
    "last week": "2026-11-09..2026-11-15",
    "минулий тиждень": "2026-11-09..2026-11-15",
    "за прошлый квартал": "2026-07-01..2026-09-30",
    "позаминулий місяць": "2026-09-01..2026-09-30",
    "two weeks ago": "2026-11-02..2026-11-08",
    "тиждень тому": "2026-11-09..2026-11-15",
    "жовтень": "2026-10-01..2026-10-31",
    "in December": "2025-12-01..2025-12-31",
    "листопад": "2026-11-01..2026-11-20",
    "october 2025": "2025-10-01..2025-10-31",
    "у листопаді минулого року": "2025-11-01..2025-11-30",
    "1–15 листопада": "2026-11-01..2026-11-15",
    "с 1 по 15 ноября": "2026-11-01..2026-11-15",
    "from the 1st to the 5th of November": "2026-11-01..2026-11-05",
    "між 1 і 5 листопада": "2026-11-01..2026-11-05",
    "01.11-15.11": "2026-11-01..2026-11-15",
    "from 1 September to 31 October": "2026-09-01..2026-10-31",
    "вересень-жовтень": "2026-09-01..2026-10-31",
    "2026-11-05": "2026-11-05..2026-11-05",
    "05.11": "2026-11-05..2026-11-05",
    "п'ятого листопада": "2026-11-05..2026-11-05",
    "November 5": "2026-11-05..2026-11-05",
    "11.2026": "2026-11-01..2026-11-20",
    "2025": "2025-01-01..2025-12-31",
    "у 2025 році": "2025-01-01..2025-12-31",
    "Q3": "2026-07-01..2026-09-30",
    "третій квартал 2026": "2026-07-01..2026-09-30",
    "перше півріччя": "2026-01-01..2026-06-30",
    "last 7 days": "2026-11-14..2026-11-20",
    "за останні 30 днів": "2026-10-22..2026-11-20",
    "за последние две недели": "2026-11-07..2026-11-20",
    "since Monday": "2026-11-16..2026-11-20",
    "з початку року": "2026-01-01..2026-11-20",
    "since the beginning of November": "2026-11-01..2026-11-20",
    "в пятницу": "2026-11-13..2026-11-13",
    "last Friday": "2026-11-13..2026-11-13",
    "за вихідні": "2026-11-14..2026-11-15",
    "торік": "2025-01-01..2025-12-31",
    "на кінець жовтня": "2026-10-31..2026-10-31",
    "ytd": "2026-01-01..2026-11-20",
    "first half of the year": "2026-01-01..2026-06-30",
    "друга половина жовтня": "2026-10-16..2026-10-31",
    "half of October": "2026-10-01..2026-10-15",
    "половина жовтня": "2026-10-01..2026-10-15",
    "половина октября": "2026-10-01..2026-10-15",
    "первая половина прошлого месяца": "2026-10-01..2026-10-15",
    "first week of November": "2026-11-01..2026-11-07",
    "last week of October": "2026-10-25..2026-10-31",
    "last day of October": "2026-10-31..2026-10-31",
    "за останній день жовтня": "2026-10-31..2026-10-31",
    "первый день октября": "2026-10-01..2026-10-01",
    "last 3 days of October": "2026-10-29..2026-10-31",
    "останній тиждень жовтня": "2026-10-25..2026-10-31",
    "первые 10 дней ноября": "2026-11-01..2026-11-10",
    "з понеділка по п'ятницю": "2026-11-16..2026-11-20",
    "у минулу п'ятницю": "2026-11-13..2026-11-13",
    "за вторник": "2026-11-17..2026-11-17",
    "third quarter of last year": "2025-07-01..2025-09-30",
    "за весь час": "1990-01-01..2026-11-20",
}


@pytest.mark.parametrize("said", DAYS)
def test_days_are_said_in_words(said: str) -> None:
    found = read_days_in_words(said, TODAY, VOCABULARY)
    assert found is not None
    assert f"{found.first}..{found.last}" == DAYS[said]


@pytest.mark.parametrize(
    "said", ["", "nonsense", "31.02", "December 2026", "sales in October", "october november"]
)
def test_what_names_no_days_or_more_than_days_is_none(said: str) -> None:
    assert read_days_in_words(said, TODAY, VOCABULARY) is None


WORDS = sorted(
    """
    what how much many sales spent in on ads October November and the last 7 days compare why
    with скільки витратили на рекламу в жовтні хто винен нам більше місяця порівняй і 5 №
    замовлення 4601 сколько ушло за прошлую неделю с по до 15 ноября касса 2 топ должны ? - .
    , Ihor Петренко 2026 квартал року since from to more than a month ago тому the first
    second
    """.split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.dates(dt.date(2000, 1, 1)))
def test_any_words_are_a_query_of_days_gone_by_or_a_doubt(text: str, today: dt.date) -> None:
    found = read_question(text, today=today, vocabulary=VOCABULARY)
    assert isinstance(found, Query | Doubt)
    if isinstance(found, Query):
        assert found.days.last <= today
        again = read_question("а в жовтні?", today=today, vocabulary=VOCABULARY, before=found)
        assert isinstance(again, Query | Doubt)


@given(st.text(max_size=80))
def test_any_text_at_all_is_read(text: str) -> None:
    assert isinstance(read_question(text, today=TODAY, vocabulary=VOCABULARY), Query | Doubt)
    asks_outright(text, today=TODAY, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    "asked",
    [
        "расходы по категориям по месяцам",
        "остаток в кассе по дням",
        "sales by day this year",
        "profit in the till in October",
        "what do we sell best?",
        "margin on unicorns",
        "average sale without delivery",
        "what share of sales",
        "ebitda for October",
        "скільки штук котлів на складі",
        "маржа по Петренку",
    ],
)
def test_what_no_query_gives_is_refused_and_not_answered_otherwise(asked: str) -> None:
    assert isinstance(read_question(asked, today=TODAY, vocabulary=VOCABULARY), Doubt)


@pytest.mark.parametrize(
    "said",
    [
        "порівняй листопад з жовтнем",
        "ноябрь по сравнению с октябрём",
        "compare November and October",
    ],
)
def test_with_a_month_is_not_since_it(said: str) -> None:
    found = read_question(said, today=TODAY, vocabulary=VOCABULARY)
    assert isinstance(found, Query)
    assert (found.days.first.month, found.against and found.against.first.month) == (11, 10)
    assert found.against is not None
    assert found.against.last == dt.date(2026, 10, 31)


@pytest.mark.parametrize(
    "asked",
    [
        "sales tomorrow",
        "how much will we sell next March",
        "прибуток за наступний місяць",
        "а завтра?",
    ],
)
def test_days_ahead_are_told_to_be_ahead(asked: str) -> None:
    before = read_question("sales today", today=TODAY, vocabulary=VOCABULARY)
    assert isinstance(before, Query)
    found = read_question(asked, today=TODAY, vocabulary=VOCABULARY, before=before)
    assert found == Doubt(Unclear.AHEAD)


@pytest.mark.parametrize(
    "told",
    [
        "courier 1.2.3",
        "вчора здали в банк",
        "сьогодні заплатила за кур'єра",
        "no sales today",
        "монтажник сьогодні грошей не брав",
        "Замовлення 4471 скасували, передоплати не було",
        "в кассе опять разница",
        "по заказу 1993 клиент paid, сумму не помню",
    ],
)
def test_cash_that_lacks_its_amount_is_not_asked(told: str) -> None:
    assert not asks_outright(told, today=TODAY, vocabulary=VOCABULARY)
