"""What words mean beside others: whose cash, whose fee, whose money, and whose plan."""

import datetime as dt

import pytest

from reports.plan import Plan
from services.ports import Books, Database
from tests.known_book import SYSTEM
from tests.papers import uah
from tests.questions.answering import answered
from tests.questions.conftest import take_by_gateways


async def said_to(book: Database, question: str) -> str:
    return (await answered(book, question)).replace("\xa0", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is there something at the bank that we didn't sort", "not filed yet · at the bank"),
        ("which bank lines have we not sorted yet", "not filed yet · at the bank"),
        ("не встигли розібрати платежі з банку", "not filed yet · at the bank"),
        ("не успели разобрать платежи с банка", "not filed yet · at the bank"),
        ("what sort of payments went out in october", "money that went out · October 2026"),
    ],
)
async def test_what_nobody_sorted_is_not_filed(book: Database, question: str, told: str) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("самое затратное за октябрь", "expenses by category · October 2026"),
        ("що в нас найзатратніше", "1. Rent: ₴16,000"),
        ("найбільш затратне за осінь", "expenses by category"),
        ("самый затратный месяц", "1. October 2026: ₴37,230"),
        ("какой день был самый затратный в октябре", "best days: expenses · October 2026"),
        ("затраты за октябрь", "<b>₴37,230</b>"),
        ("самый затратный сотрудник", "paid to the staff"),
    ],
)
async def test_the_most_costly_is_a_category(book: Database, question: str, told: str) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("сколько снял с нас liqpay", "<b>₴33</b>"),
        ("скільки вейфорпей зняв з нас", "<b>₴16</b>"),
        ("скільки забрав собі liqpay", "<b>₴33</b>"),
        ("how much did wayforpay take for itself", "<b>₴16</b>"),
        ("сколько с нас снял банк в октябре", "<b>₴150</b>"),
        ("сколько я забрал себе с liqpay", "Taken by the owner · liqpay"),
        ("сколько я забрал себе в октябре", "<b>₴5,000</b>"),
        ("сколько сняли с liqpay", "money that went out · liqpay"),
    ],
)
async def test_what_a_gateway_took_off_us_is_its_fee(
    book: Database, question: str, told: str
) -> None:
    await book.write(take_by_gateways)
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("че по деньгам за выходные", "money in less money out · 14–15 Nov 2026"),
        ("що по грошах за тиждень", "money in less money out · "),
        ("как с деньгами в октябре", "money in less money out · October 2026"),
        ("че по деньгам", "how much money there is · as of 20 November 2026"),
        ("що по грошах на понеділок", "how much money there is · as of 16 November 2026"),
        ("по деньгам на конец октября", "how much money there is · as of 31 October 2026"),
    ],
)
async def test_money_of_days_is_what_came_and_went(
    book: Database, question: str, told: str
) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cash paid out in october", "money that went out · in the tills · October 2026"),
        ("cash payments in october", "money that went out · in the tills · October 2026"),
        ("рух готівки за жовтень", "money in less money out · in the tills · October 2026"),
        ("движение наличных за октябрь", "money in less money out · in the tills · October"),
        ("рух готівки по банку за жовтень", "money in less money out · at the bank"),
        ("рух коштів за жовтень", "money in less money out · October 2026"),
        ("cash flow in october", "money in less money out · October 2026"),
    ],
)
async def test_cash_is_the_tills(book: Database, question: str, told: str) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("кто вносил записи в октябре", "by who recorded it · October 2026"),
        ("хто робив записи в касу в жовтні", "by who recorded it · in the tills · October 2026"),
        ("who made the entries in october", "by who recorded it · October 2026"),
        ("does Petro still have our money", "<b>₴1,500</b>\n· Petro"),
        ("у Петра ещё наши деньги?", "<b>₴1,500</b>\n· Petro"),
        ("чи в Петра ще наші гроші", "<b>₴1,500</b>\n· Petro"),
        ("у Олены остались наши деньги?", "Who owes whom?"),
        ("у банка ещё наши деньги", "how much money there is · at the bank"),
        ("на сколько товара лежит на складе", "The books hold sums, not pieces"),
        ("на яку суму лежить на складі", "The books hold sums, not pieces"),
        ("шо за платіж 4100", "1. 18 November 2026 · ₴4,100 · Shevchenko"),
        ("чо за платеж 3300 Невидомый", "1. 18 November 2026 · ₴3,300 · FOP Nevidomyi"),
        ("шо це за 3300", "1. 18 November 2026 · ₴3,300 · FOP Nevidomyi"),
        ("чи всі банківські виписки підтягнулися", "Up to which day statement lines are known"),
        ("выписки банка все подтянулись?", "Up to which day statement lines are known"),
        ("have all bank statements come through", "Up to which day statement lines are known"),
        ("виписка банку за жовтень", "entries, the newest first · at the bank · October 2026"),
    ],
)
async def test_words_are_taken_as_they_are_meant(book: Database, question: str, told: str) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("план на декабрь стоит?", "how far the plan has come · December 2026"),
        ("is there a plan for december", "No plan is set for these days"),
        ("чи стоїть план на січень", "how far the plan has come · January 2027"),
        ("plan for next month", "how far the plan has come · December 2026"),
        ("план на следующий месяц", "how far the plan has come · December 2026"),
        ("план на ноябрь стоит?", "how far the plan has come · 1–20 Nov 2026"),
        ("did we meet the january plan", "how far the plan has come · January 2026"),
        ("how is the november plan >> and december?", "the plan has come · December 2026"),
        ("план на декабрь >> а на октябрь?", "how far the plan has come · October 2026"),
        ("план на декабрь >> а расходы?", "expenses · 1–20 Nov 2026 (you named no days)"),
        ("план на октябрь", "how far the plan has come · October 2026"),
    ],
)
async def test_a_coming_month_may_have_its_plan(book: Database, question: str, told: str) -> None:
    assert told in await said_to(book, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Olena return anything?", "refunds to customers · “Olena” · all days"),
        ("Олена щось повертала?", "refunds to customers · “Олена” · all days"),
        ("Олена уже что-то возвращала?", "refunds to customers · “Олена” · all days"),
        ("did we refund Olena", "refunds to customers · “Olena” · all days"),
        ("чи були повернення Олені", "refunds to customers · “Олені” · all days"),
        ("did Olena return anything this month", "“Olena” · 1–20 Nov 2026"),
        ("возвраты Олены", "20 Nov 2026 (you named no days)"),
    ],
)
async def test_whether_a_name_brought_something_back_is_of_all_days(
    book: Database, question: str, told: str
) -> None:
    assert told in await said_to(book, question)


async def test_a_plan_that_is_set_for_a_coming_month_is_told(book: Database) -> None:
    await book.write(_plan_december)
    assert "₴60,000" in await said_to(book, "is there a plan for december")


def _plan_december(books: Books) -> None:
    books.plans.add(Plan(dt.date(2026, 12, 1), uah(6_000_000), None), 1, SYSTEM)
