"""Figures without one name or kind, sums that are recalled, days weighed by two figures, ages."""

import pytest

from parsing.questions.query import Doubt, Measure, Query
from parsing.questions.query_json import query_from_json, query_to_json
from services.answers.ask_rights import is_sensitive
from services.ports import Database
from tests.questions.answering import answered, read_in
from tests.questions.conftest import sell_by_channel


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("total of the last month", "₴1,770"),
        ("скільки вийшло за жовтень", "the whole result · October 2026"),
        ("сколько было за октябрь", "the whole result · October 2026"),
        ("rent in october >> how much in september?", "Rent · September 2026"),
        ("зарплати за жовтень >> скільки у вересні", "Wages · September 2026"),
        ("сколько она за октябрь", "How much of what?"),
        ("what did we spend on in october", "expenses · October 2026"),
        ("скільки в касі на вчора", "how much money there is · in the tills"),
    ],
)
async def test_how_much_of_days_alone_is_what_they_came_to(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much did Maryna get in october", "<b>₴7,000</b>\nof Maryna"),
        ("Maryna, what did she receive last month", "<b>₴7,000</b>\nof Maryna"),
        ("що отримала Марина в жовтні", "<b>₴7,000</b>\nof Maryna"),
        ("how much did we get in october", "<b>₴38,500</b>"),
        ("how much did we receive from Olena in october", "money that came in · “Olena”"),
        ("how much did Serhii record about the till in november", "money in less money out"),
        ("скільки записала Ольга по касі за жовтень", "recorded by Olha · October 2026"),
    ],
)
async def test_who_gets_is_paid_and_who_records_tells_of_both_ways(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how was october if you leave Budmaister out", "net result · without: “Budmaister”"),
        ("жовтень без Будмайстра", "<b>−⁠₴18,230</b>"),
        ("october vs september, Budmaister not counted", "October 2026: −⁠₴18,230"),
        ("margin in october without Budmaister", "I don't know what to do with “Budmaister”"),
        ("витрати за жовтень, зарплату не рахувати", "· Left out: Wages: ₴16,500\n\n"),
        (
            "расходы за октябрь, закупки не считать",
            "<b>₴37,230</b>\n· Goods: no part of it anyway",
        ),
        (
            "сколько наличных выдали в октябре без зарплат и того, что забрал я",
            "<b>₴7,080</b>\n· Left out: Wages: ₴16,500\n· Left out: Taken by the owner: ₴5,000",
        ),
        ("cash paid out in october except what I took", "· Left out: Taken by the owner: ₴5,000"),
        ("payments over 4000 in october except wages", "<b>4</b> entries, ₴45,400 together"),
        ("найбільші платежі вересня, крім зарплат", "2. 24 September 2026 · ₴12,000"),
    ],
)
async def test_a_figure_is_told_without_a_name_or_a_kind(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who owes us more than 30 days >> and under 30?", "<b>₴2,500</b>\n· Olena"),
        ("who owes us more than 30 days >> and over 5?", "older than 5 days"),
        ("хто винен нам менше 20 днів", "what customers owe · 20 days old at most"),
        ("борги клієнтів не старші за місяць", "30 days old at most"),
        ("долги клиентов до 30 дней", "<b>₴2,500</b>\n· Olena"),
        ("долги клиентов моложе месяца >> а старше 35?", "older than 35 days"),
        ("who owes us less than 5000", "5,000 or less"),
    ],
)
async def test_debts_are_told_by_how_young_they_are(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what was that 5000 from 30 october", "1. 30 October 2026 · ₴5,000 · Owner"),
        ("що за 2200 Петру", "1. 9 November 2026 · ₴2,200 · Petro"),
        ("за что платеж 900", "entries, the newest first · exactly 900"),
        ("кому віддали 7400", "money that went out, the newest first · exactly 7,400"),
        ("is there a payment of 450", "<b>1</b> entry, ₴450 together"),
        ("what is the 2026 result", "the whole result"),
        ("did Petro account for the 1500?", "money to account for · “Petro”"),
        ("Петро звітував за 700?", "· Petro: ₴1,500, since 14 November 2026"),
        ("чи заплатила Арктика 14000", "money that came in · “Арктика”"),
        ("найбільше замовлення вересня", "1. 3 September 2026 · ₴10,000 · Olena, order 4501"),
    ],
)
async def test_a_sum_that_is_recalled_is_looked_up(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which prepayments are still open", "<b>₴3,000</b>\n· Sofiia: ₴3,000, since 6 November"),
        ("сколько предоплат от покупателей открыто", "paid ahead and not got yet · as of"),
        ("скільки ми винні клієнтам", "<b>₴3,000</b>\n· Sofiia"),
        ("prepayments in november", "Prepayment · 1–20 Nov 2026"),
        ("обміняли валюту в жовтні?", "Exchange of currency has no category of its own here"),
        ("did we exchange any euros in october", "Exchange of currency has no category"),
        ("сколько евро на счетах", "how much money there is"),
    ],
)
async def test_what_is_paid_ahead_is_known_and_exchange_is_not(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which friday of october was the worst", "1. 2 October 2026: ₴12,000"),
        ("яка субота жовтня була найкращою", "1. 10 October 2026: ₴14,000"),
        ("какая пятница октября лучшая по выручке", "1. 2 October 2026: ₴12,000"),
        (
            "in which weeks of october did we sell less than we spent",
            "weeks of more expenses than sales, by how much · October 2026",
        ),
        ("в які дні жовтня витратили більше, ніж продали", "<b>8</b> days, ₴37,230 together"),
        ("в какие дни ноября вышло больше, чем пришло", "days of more money that went out than"),
        ("which day sold more than any other", "the best days: sales"),
        ("average daily sales in october, only days when we sold", "₴52,500 on 4 days"),
        ("середні витрати за день у жовтні без порожніх днів", "₴37,230 on 8 days"),
        ("средние продажи в день за октябрь, только дни с продажами", "only days that had any"),
        ("average daily sales in october", "₴52,500 in 4 entries"),
        ("які витрати зросли в жовтні", "only what grew · October 2026"),
        ("which expenses fell in october", "difference:\n· Delivery: −⁠₴70 (−15.6 %)\n\n"),
        ("наскільки подорожчала оренда", "<b>+₴1,000</b> (+6.7 %)"),
        ("how much dearer did rent get in november", "Rent, compared · 1–20 Nov 2026"),
        ("чому в касі більше, ніж на початку місяця", "When 31 October 2026 was over: ₴28,770"),
        ("скілки заказів у вересні", "<b>2</b> entries, ₴18,000 together"),
        ("сколькл заказов в сентябре", "<b>2</b> entries, ₴18,000 together"),
    ],
)
async def test_days_are_weighed_by_figures(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "advertising google or drukarnia by month this autumn",
            "· Drukarnia, October 2026: ₴500",
        ),
        ("реклама: гугл и друкарня по месяцам за осень", "· Гугл, October 2026: ₴2,000"),
        (
            "скільки сплатили Ігорю в жовтні: зарплата + аванси + виїзди",
            "<b>₴13,300</b>\n· Wages: ₴9,500\n· Advance on wages: ₴2,000\n· Installer: ₴1,800",
        ),
        ("sales minus refunds in october", "sales less refunds · October 2026"),
        ("выручка минус возвраты за октябрь >> а если возвраты не вычитать?", "<b>₴52,500</b>"),
        ("продажі за жовтень >> а мінус повернення?", "<b>₴51,000</b>"),
        ("возвраты за октябрь", "<b>₴1,500</b>"),
        ("яка частка готівки в продажах жовтня", "% of: sales, ₴52,500"),
    ],
)
async def test_parts_are_told_each_and_net(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("November against October by channel", "sales, by where they came from: what changed"),
        ("по каналах листопад кращий за жовтень?", "· Prom.ua: ₴1,250"),
        ("сайт минус возвраты за ноябрь", "sales less refunds · Site"),
        ("site or showroom, net of refunds, november", "· Site: ₴500\n· Showroom: ₴2,000"),
    ],
)
async def test_channels_are_compared_and_net(book: Database, question: str, told: str) -> None:
    await book.write(sell_by_channel)
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    "question",
    [
        "who owes us under 30 days",
        "в які дні листопада витратили більше, ніж продали",
        "average daily sales in october, only days when we sold",
        "which prepayments are still open",
        "sales minus refunds in october",
    ],
)
async def test_what_narrows_it_down_is_kept_in_a_button(book: Database, question: str) -> None:
    found = await book.read(lambda books: read_in(books, question))
    await book.close()
    assert isinstance(found, Query)
    assert query_from_json(query_to_json(found)) == found


async def test_days_that_spending_can_be_read_from_are_told_privately(book: Database) -> None:
    asked = "which days in october did we sell more than we spent"
    found: Query | Doubt = await book.read(lambda books: read_in(books, asked))
    await book.close()
    assert isinstance(found, Query)
    assert (found.measure, found.over) == (Measure.SALES, Measure.EXPENSES)
    assert is_sensitive(found)
