"""Questions of one way to sell: the site, the shop itself, each held against the other."""

import pytest

from ledger.days import Days
from parsing.questions.query import Ask, Measure, Query
from parsing.questions.query_json import query_from_json, query_to_json
from services.answers.ask_rights import Refusal, may_ask
from services.ports import Books, Database
from services.results.channels import kind_of
from tests.questions.answering import answered
from tests.questions.conftest import sell_by_channel


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("online sales in november", "<b>₴2,050</b>\nCounted: Site, prom.ua"),
        (
            "website sales vs walk-in shop this month",
            "· online: ₴2,050\n· over the counter: ₴29,700",
        ),
        ("refunds by channel in november", "1. Site: ₴300 (100 %)"),
        ("refund rate by channel in november", "1. Site: ₴300 (37.5 %)"),
        ("share of refunds in online sales in november", "14.6 % of: sales"),
        ("where do most refunds come from, the shop or the site", "· Site: ₴300"),
        ("avg order online shop last 3 months", "₴2,650 in 4 entries"),
        ("margin of the online shop in november", "<b>₴1,050</b>"),
        ("how many orders from the site in november", "<b>1</b> entry"),
        ("how did the online shop do last month", "<b>₴600</b>"),
        ("compare online sales october and november", "October 2026: ₴600"),
        ("why are online sales up", "· Олена Бондар: ₴2,050"),
        ("best day of the site this month", "1. 19 November 2026: ₴800"),
        ("share of the site in sales by month since october", "· 1–20 Nov 2026: ₴800 (2.5 %)"),
        ("sales month by month since october, leave out the website", "· October 2026: ₴52,500"),
        ("top customers of the online shop in november", "1. Олена Бондар: ₴2,050"),
        ("online sales in september", "No document of these days names where it was sold"),
        ("інтернет магазин проти звичайного, хто більше приніс за листопад", "· online: ₴2,050"),
        ("продажі сайту за листопад", "sales · Site · 1–20 Nov 2026"),
        ("частка магазину в продажах за листопад", "over the counter · as a share of: sales"),
        ("який канал найприбутковіший у листопаді", "gross margin, by where they came from"),
        ("сайт против магазина за ноябрь", "· over the counter: ₴29,700"),
        ("какая доля сайта в выручке по месяцам с октября", "· October 2026: ₴600 (1.1 %)"),
        ("How many orders did we get from prom in November?", "<b>2</b> entries, ₴1,250"),
        ("How much did Prom.ua bring us in November?", "sales · prom.ua · 1–20 Nov 2026"),
        ("prom.ua sales in November", "<b>₴1,250</b>\nCounted: prom.ua"),
        ("site sales this year", "<b>₴1,400</b>\nCounted: Site"),
        ("website sales in november", "<b>₴2,050</b>\nCounted: Site, prom.ua"),
        ("average order on prom last 3 months", "₴1,250 in 2 entries"),
        ("How many phone orders in November?", "<b>1</b> entry, ₴90"),
        ("top customers on prom in november", "1. Олена Бондар: ₴1,250"),
        ("sales without the site in november", "sales · without: Site · 1–20 Nov 2026"),
        ("Which channel sells best?", "3. Prom.ua: ₴1,250 (3.9 %)"),
        ("Який середній чек у шоурумі?", "₴2,000 in 1 entry\nCounted: Showroom"),
        ("на промі чи на сайті?", "· Prom.ua: ₴1,250\n· Site: ₴800"),
        ("продажі з прому по тижнях з жовтня", "· 16–20 Nov 2026: ₴1,250"),
        ("Скільки продали через сайт минулого тижня?", "sales · Site · 9–15 Nov 2026"),
        ("продажі розетки за листопад", "No name is like “розетки” here"),
        ("скільки витратили на телефон у листопаді", "Phone and internet · 1–20 Nov 2026"),
        ("Сколько продали на проме в ноябре?", "<b>₴1,250</b>\nCounted: prom.ua"),
        ("Сколько заказов было по телефону", "<b>1</b> entry, ₴90"),
        ("маржа по сайту за ноябрь", "gross margin · Site"),
    ],
)
async def test_sales_of_one_channel_are_told(book: Database, question: str, told: str) -> None:
    await book.write(sell_by_channel)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("channel", "kind"),
    [
        ("Інтернет-магазин", "online"), ("prom.ua", "online"), ("Instagram", "online"),
        ("Магазин на Подолі", "counter"), ("showroom", "counter"), (None, "counter"),
        ("Дзвінок", None),
    ],
)  # fmt: skip
def test_a_channel_is_sorted_by_what_it_is_called(channel: str | None, kind: str | None) -> None:
    assert kind_of(channel) == kind


def test_a_source_comes_back_from_plain_values() -> None:
    days = Days.month(2026, 11)
    query = Query(Ask.TOTAL, Measure.SALES, days, channels=("source.prom.ua", "online"))
    assert query_from_json(query_to_json(query)) == query


async def test_a_cashier_is_not_told_of_channels(book: Database) -> None:
    query = Query(Ask.TOTAL, Measure.SALES, Days.month(2026, 11), channels=("online",))

    def look(books: Books) -> object:
        cashier = next(each for each in books.people.all() if each.name == "Olha")
        return may_ask(books, query, cashier, is_group=False)

    assert await book.read(look) is Refusal.NOT_ALLOWED
    await book.close()
