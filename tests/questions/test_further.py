"""What a director asks further: the gap to the plan, what is left out, lists with their sums."""

import datetime as dt

import pytest

from parsing.questions.query import Ask, Measure, Query
from parsing.questions.query_json import query_from_json, query_to_json
from reports.plan import Plan
from services.ports import Books, Database
from tests.known_book import SYSTEM
from tests.papers import uah
from tests.questions.answering import answered, read_in
from tests.questions.conftest import sell_by_channel, take_by_gateways


def _planned(books: Books) -> None:
    """Plan 60 000 for November, and less than was sold for October."""
    books.plans.add(Plan(dt.date(2026, 11, 1), uah(6_000_000), None), 1, SYSTEM)
    books.plans.add(Plan(dt.date(2026, 10, 1), uah(4_000_000), None), 1, SYSTEM)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how far are we behind the plan", "Behind the plan by ₴12,300\n"),
        ("скільки лишилось до плану", "The plan of the whole month: ₴60,000\n"),
        ("на сколько отстаём от плана", "Still to sell: ₴32,300\n"),
        ("are we on plan?", "The plan for these days: ₴40,000, 69 % of it is done\n"),
        ("did we make the plan in october", "Over the plan by ₴11,000\n"),
        ("план на вересень", "Sold, less refunds: <b>₴18,000</b>\nNo plan is set"),
    ],
)
async def test_how_far_the_plan_is_reached_is_told(
    book: Database, question: str, told: str
) -> None:
    await book.write(_planned)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("sales without prom in november", "<b>₴30,590</b>\nCounted: no source named, Phone"),
        ("продажі без прому за листопад", "sales · without: prom.ua · 1–20 Nov 2026"),
        ("продажи кроме телефона в ноябре", "sales · without: Phone"),
        ("orders except the site and prom in november", "<b>₴29,790</b>"),
        ("online sales without prom in november", "<b>₴800</b>\nCounted: Site\n"),
        (
            "sales by channel without prom in november",
            "4. Phone: ₴90 (0.3 %)\nAll together: ₴30,590\nCounted",
        ),
        ("маржа без сайта за ноябрь", "gross margin · without: Site"),
        ("sales in november >> and without prom?", "<b>₴30,590</b>"),
        ("продажі за листопад >> а без прому?", "<b>₴30,590</b>"),
        ("продажи за ноябрь без прома >> а за октябрь?", "without: prom.ua · October 2026"),
        ("прибыль без прома за ноябрь", "By where it was sold I know sales"),
        ("more orders by phone or from the site in november", "· Site: 1, ₴800 together"),
        ("звідки більше замовлень у листопаді, пром чи сайт", "· Prom.ua: 2, ₴1,250 together"),
        ("откуда больше заказов в ноябре: телефон или сайт", "· Phone: 1, ₴90 together"),
        ("откуда больше заказов в ноябре", "how many: sales, by where they came from"),
        ("what do we earn most on", "2. Showroom: ₴1,100"),
        ("на чому найбільше заробляємо", "gross margin, by where they came from"),
        ("на чём больше всего зарабатываем в ноябре", "as a share of: gross margin"),
        ("which channel has the best margin in percent in november", "1. Phone: ₴90 (100 %)"),
    ],
)
async def test_what_was_sold_elsewhere_is_told_apart(
    book: Database, question: str, told: str
) -> None:
    await book.write(sell_by_channel)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ads in october without Bing", "Nobody is called “Bing” here, so nothing was left out."),
        ("реклама за жовтень без гугла", "<b>₴500</b>\n\n"),
        ("payments over 10000 in october", "<b>2</b> entries, ₴33,000 together\n1. 19 October"),
        ("сколько продали заказов дороже 10 тысяч в октябре", "<b>3</b> entries, ₴46,000"),
        ("which refunds did we have in october", "<b>1</b> entry, ₴1,500 together\n1. 22 October"),
        ("expenses by category in october", "7. Bank fees: ₴150"),
        ("скільки єсв заплатили за осінь", "no entry says it.\nTaxes and fines, all together: ₴0"),
        ("when did we last pay esv", "No name is like “ЄСВ” here"),
        ("how many suppliers did we pay more than once this autumn", "2 entries or more each"),
        ("who bought most often this autumn", "1. Olena: "),
        ("last 2 payments over 1000", "1. 18 November 2026 · ₴3,300 · FOP Nevidomyi"),
    ],
)
async def test_conditions_and_lists_are_told_whole(
    book: Database, question: str, told: str
) -> None:
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


async def test_fees_cannot_be_told_without_a_gateway(book: Database) -> None:
    await book.write(take_by_gateways)
    said = await answered(book, "fees without liqpay in november")
    assert "I don't know what to do with “liqpay”" in said


async def test_a_channel_left_out_is_kept_in_a_button(book: Database) -> None:
    await book.write(sell_by_channel)
    found = await book.read(lambda books: read_in(books, "sales without prom in november"))
    await book.close()
    assert isinstance(found, Query)
    assert (found.ask, found.measure) == (Ask.TOTAL, Measure.SALES)
    assert found.channels_out == ("source.prom.ua",)
    assert query_from_json(query_to_json(found)) == found
