"""What a question is narrowed down by beside days and places, and what no book knows of it."""

import pytest

from ledger.days import Days
from parsing.questions.query import Ask, Doubt, Group, Measure, Per, Query
from parsing.questions.query_json import query_from_json, query_to_json
from services.ports import Books, Database
from tests.known_book import TODAY
from tests.questions.answering import answered, read_in


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("top suppliers in october except Teplodim", "1. Vent-Service: ₴7,400\n"),
        ("скільки заплатили постачальникам у жовтні, крім Теплодому", "<b>₴7,400</b>"),
        ("what went out of the till in november except bank deposits", "without: To the bank"),
        ("переводы между нашими счетами за ноябрь", "<b>₴9,000</b>"),
        ("продажі від 5 до 12 тисяч за жовтень", "5,000 or more · 12,000 or less"),
        ("кому платили больше 1 раза в октябре", "1. Ihor: ₴13,300\n"),
        ("rent by quarter this year", "· July – September 2026: ₴15,000"),
        ("sales before november", "January – October 2026"),
        ("mono usd balance", "Nothing there is kept in USD."),
        ("what do we have to pay suppliers this week", "Until when each is to be paid"),
        ("долг перед поставщиками >> у кого срок раньше всех", "Until when each is to be paid"),
        ("які витрати виросли більш ніж на 5% в листопаді до жовтня", "Rent: ₴1,000 (6.7 %)"),
        ("какие заказы октября оплачены частично", "begun October 2026 · of which something"),
        ("how many weeks will the money last", "It is not likely to run out by"),
        ("which bank statements are missing", "where nothing stands, none has come"),
    ],
)
async def test_what_narrows_it_down_is_kept(book: Database, question: str, told: str) -> None:
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ").replace("\u2009", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("скільки винятків закрили за тиждень", "I tell only what is open now"),
        ("зарплата в среднем на человека в месяц", "How many people there are is not"),
        ("сколько продали в долларах", "By currency I know only what there is"),
        ("expenses in october over 20%", "20 %"),
        ("profit in october without Teplodim", "Teplodim"),
    ],
)
async def test_what_no_query_has_is_refused(book: Database, question: str, told: str) -> None:
    said = await answered(book, question)
    assert told in said


@pytest.mark.parametrize(
    ("talk", "ask", "measure", "days"),
    [
        ("sales in october >> compare with the plan", Ask.RESULTS, Measure.PLAN, 10),
        (
            "сколько потратили на топливо в октябре >> а кому платили?",
            Ask.TOP,
            Measure.CATEGORY,
            10,
        ),
        ("refunds this autumn >> why so much in october", Ask.WHY, Measure.REFUNDS, 10),
    ],
)
async def test_a_turn_keeps_what_was_measured_and_of_when(
    book: Database, talk: str, ask: Ask, measure: Measure, days: int
) -> None:
    found = await book.read(lambda books: read_in(books, talk))
    await book.close()
    assert isinstance(found, Query)
    assert (found.ask, found.measure, found.days) == (ask, measure, Days.month(2026, days))


async def test_which_of_the_orders_told_are_not_paid_keeps_their_days(book: Database) -> None:
    def look(books: Books) -> Query | Doubt:
        return read_in(books, "скільки замовлень у листопаді >> скільки з них ще не оплачені")

    found = await book.read(look)
    await book.close()
    assert isinstance(found, Query)
    assert (found.ask, found.group) == (Ask.OWED, Group.ORDER)
    assert found.begun == Days.month(2026, 11).until(TODAY)
    assert query_from_json(query_to_json(found)) == found


async def test_the_other_till_is_the_other_of_two(book: Database) -> None:
    found = await book.read(lambda books: read_in(books, "what's in till 1 >> and the other till"))
    await book.close()
    assert isinstance(found, Query)
    assert (found.place, found.per) == ("till.2", Per.ENTRY)
