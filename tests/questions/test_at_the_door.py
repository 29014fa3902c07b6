"""What is taken for a question without being called one: names of figures, and never cash."""

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

from handlers.answers.asking import may_be_question
from parsing.questions.grammar import (
    asks_outright,
    names_a_figure,
    read_question,
    tells_no_amount,
)
from parsing.questions.lexicon import load_question_words
from parsing.questions.marks import Place, Vocabulary
from parsing.questions.query import Doubt, Query, Unclear
from parsing.read_message import read_message
from parsing.reading import NotAnEntry, Question
from tests.shop import lexicon

LISTS = Path(__file__).parents[1] / "parsing" / "messages"
AT = dt.datetime(2026, 11, 20, 14, 30)  # noqa: DTZ001 - a local time, as messages are read by
TODAY = AT.date()


@cache
def vocabulary() -> Vocabulary:
    banks = (Place("asset.bank.1", ("monobank",)),)
    tills = (Place("till.1", ("Каса", "Till", "Касса")),)
    return Vocabulary(load_question_words(), lexicon(), tills, banks)


def looks_asked(text: str, *, is_no_cash: bool) -> bool:
    is_asked = asks_outright(text, today=TODAY, vocabulary=vocabulary())
    is_named = is_no_cash and names_a_figure(text, today=TODAY, vocabulary=vocabulary())
    return is_asked or is_named


def is_question(text: str) -> bool:
    """Tell whether whoever may ask is answered by a figure, for a text without a command."""
    reading = read_message(text, now=AT, currency="UAH", lexicon=lexicon())
    found = read_question(text, today=TODAY, vocabulary=vocabulary())
    if isinstance(reading, Question) or not isinstance(found, Query):
        return isinstance(found, Query)
    is_no_amount = tells_no_amount(text, today=TODAY, vocabulary=vocabulary())
    may_be = may_be_question(reading) or is_no_amount
    return may_be and looks_asked(text, is_no_cash=isinstance(reading, NotAnEntry))


@pytest.mark.parametrize(
    "asked",
    [
        "топ расходов за год", "which saturday was best in november", "рейтинг постачальників",
        "яка субота була найкращою в листопаді", "найбільші витрати місяця", "долги клиентов",
        "залишок на монобанку", "чистий прибуток по місяцях", "продажи по месяцам",
        "month over month expenses growth", "середній тижневий виторг",
        "у кого больше всего закупаем", "owner's withdrawals by month",
    ],
)  # fmt: skip
def test_a_figure_that_is_named_alone_is_asked_for(asked: str) -> None:
    assert is_question(asked)


@pytest.mark.parametrize(
    "told",
    [
        "залишок на вечір 16 780", "till balance at close 12 430", "order 2815 has paid",
        "заказ 3177 оплатили наличкой", "каса 7 450 на обід", "замовлення 2381 оплачено готівкою",
    ],
)  # fmt: skip
def test_who_tells_of_money_asks_nothing(told: str) -> None:
    assert not is_question(told)


@pytest.mark.parametrize("name", ["built_on", "measured_on"])
def test_cash_of_the_lists_is_never_taken_for_a_question(name: str) -> None:
    lines = (LISTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    cash = [each["text"] for each in told if each["expect"]["kind"] in {"entry", "entries"}]
    # The cheap half first: of thousands few look like a question at all.
    maybe = [each for each in cash if looks_asked(each, is_no_cash=True)]
    taken = [each for each in maybe if is_question(each)]
    called = [
        each
        for each in taken
        if isinstance(read_message(each, now=AT, currency="UAH", lexicon=lexicon()), Question)
    ]
    assert len(cash) > 100
    assert taken == called


def test_a_question_without_letters_at_its_head_is_read() -> None:
    read = read_question("от 300 до 400 за доставку отдал", today=TODAY, vocabulary=vocabulary())
    assert read == Doubt(Unclear.WORDS, ("400",))
