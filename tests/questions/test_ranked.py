"""Days ranked by their orders, what is earned or lost on, what is not kept, what waits."""

from pathlib import Path

import pytest

from bot.wiring import new_clerk
from services.ports import Books, Database
from storage.database import open_database
from tests.databases import SqliteTemplate
from tests.filed_lines import brings, hired
from tests.questions.answering import answered
from tests.questions.conftest import sell_by_channel


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("busiest day by orders in november", "1. 19 November 2026: 6, ₴9,340 together"),
        ("у який день було найбільше замовлень у листопаді", "1. 19 November 2026: 6,"),
        ("в какой день меньше всего заказов в ноябре", "the weakest days: how many: sales"),
        (
            "продажі без прому в листопаді >> на чём больше всего зарабатываем в ноябре",
            "gross margin, by where they came from",
        ),
        ("sales of the site in november >> what do we earn most on in november", "2. Showroom:"),
        ("what loses us money", "by where they came from, the smallest first"),
        ("на чому втрачаємо найбільше", "by where they came from, the smallest first"),
        ("на чём теряем в ноябре", "by where they came from, the smallest first"),
        ("what refunds did prom have", "refunds to customers, the newest first · prom.ua"),
    ],
)
async def test_days_and_channels_are_ranked(book: Database, question: str, told: str) -> None:
    await book.write(sell_by_channel)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    "question",
    [
        "how many boilers did we sell in november",
        "скільки котлів продали в листопаді",
        "сколько насосов продали в ноябре",
    ],
)
async def test_it_is_said_that_no_pieces_are_kept(book: Database, question: str) -> None:
    said = await answered(book, question)
    assert said.startswith("How many pieces of what were sold is not in the books.")


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("expenses this month", True),
        ("скільки заплатили постачальникам у листопаді", True),
        ("реклама за ноябрь", True),
        ("sales this month", False),
        ("expenses in the till this month", False),
        ("expenses in october", False),
    ],
)
async def test_lines_that_wait_are_told_under_what_was_spent(
    sqlite_template: SqliteTemplate, tmp_path: Path, question: str, *, is_told: bool
) -> None:
    database = await open_database(sqlite_template.fresh(tmp_path))

    def bring(books: Books) -> None:
        hired(books)
        brings(books, new_clerk(), *((2, 50_000, "who knows"), (4, -12_300, "zorb")), opening=0)

    await database.write(bring)
    said = (await answered(database, question)).replace("\xa0", " ")
    line = "2 bank lines of these days wait in /review, ₴123 out: what was spent may be more."
    assert (line in said) is is_told


async def test_nothing_waits_under_what_is_much_more(book: Database) -> None:
    said = await answered(book, "expenses in october")
    assert "/review" not in said
