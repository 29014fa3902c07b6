"""Questions of money ahead: what there will be, between what, of what it is made."""

import datetime as dt
import re

import pytest

from ledger.days import Days
from parsing.questions.query import Ask, Doubt, Measure, Query
from services.answers.ask_rights import Refusal, is_sensitive, may_ask
from services.ports import Books, Database
from tests.questions.answering import answered, read_in


@pytest.mark.parametrize(
    ("talk", "day"),
    [
        ("will we have enough for rent and suppliers by mid december", "2026-12-15"),
        ("how much cash will we have next friday", "2026-11-27"),
        ("will we have enough for wages on the 15th", "2026-12-15"),
        ("how much money will we have in 10 days", "2026-11-30"),
        ("cash on hand in three weeks", "2026-12-11"),
        ("can we pay rent on december 5th", "2026-12-05"),
        ("сколько денег останется к концу месяца", "2026-11-30"),
        ("will we run out of money", "2026-12-04"),
        ("скільки в нас буде грошей через два тижні якщо все йде як зараз", "2026-12-04"),
        ("скільки грошей буде на кінець місяця", "2026-11-30"),
        ("чи вистачить на оренду до 10 грудня", "2026-12-10"),
        ("хватит денег на зп 5го?", "2026-12-05"),
        ("сколько будет денег через неделю >> а через месяц?", "2026-12-20"),
    ],
)
async def test_a_day_ahead_is_told_by_its_money(book: Database, talk: str, day: str) -> None:
    found = await book.read(lambda books: read_in(books, talk))
    await book.close()
    assert isinstance(found, Query), found
    assert (found.ask, found.days) == (Ask.FORECAST, Days.one(dt.date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("talk", "reason"),
    [
        ("how much money will there be in march", "too_far"),
        ("what will sales be next month", "ahead"),
        ("хватит", "no_question"),
    ],
)
async def test_other_days_ahead_are_refused(book: Database, talk: str, reason: str) -> None:
    found = await book.read(lambda books: read_in(books, talk))
    await book.close()
    assert isinstance(found, Doubt)
    assert found.reason == reason


async def test_after_a_forecast_other_questions_are_asked_anew(book: Database) -> None:
    talk = "how much money will we have in two weeks >> sales in october"
    found = await book.read(lambda books: read_in(books, talk))
    await book.close()
    assert isinstance(found, Query)
    assert (found.ask, found.days) == (Ask.TOTAL, Days.month(2026, 10))


async def test_a_forecast_tells_its_band_and_what_it_is_made_of(book: Database) -> None:
    said = (await answered(book, "how much money will we have in two weeks")).replace("\xa0", " ")
    assert "In four cases of five it is from" in said
    assert "by then: −\u2060₴700" in said
    assert "Not in it: ₴6,600 that we owe suppliers" in said
    assert "as of 4 December 2026" in said


async def test_a_forecast_is_for_who_sees_all_of_the_day_and_for_him_alone(book: Database) -> None:
    query = Query(Ask.FORECAST, Measure.MONEY, Days.one(dt.date(2026, 12, 4)))

    def look(books: Books) -> object:
        cashier = next(each for each in books.people.all() if each.name == "Olha")
        return may_ask(books, query, cashier, is_group=False)

    assert await book.read(look) is Refusal.NOT_ALLOWED
    await book.close()
    assert is_sensitive(query)


async def test_a_forecast_is_no_more_exact_than_its_band(book: Database) -> None:
    said = (await answered(book, "how much money will we have in two weeks")).replace("\xa0", " ")
    told = re.findall(r"₴([\d,.]+)", said)
    likely, low, high = (int(each.strip(",.").replace(",", "")) for each in told[:3])
    assert low <= likely <= high
    assert not any(each % 100 for each in (likely, low, high))
