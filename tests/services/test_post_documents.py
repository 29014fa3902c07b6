"""Documents are posted once, and what changes of them is posted as it changes."""

import asyncio
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.document_rules import CLEARING, PREPAYMENTS, RECEIVABLES, SALES
from ledger.documents import Document, OrderStage
from services.intake.bring_documents import DocumentsBrought, bring_documents
from services.messages import Cause
from services.people import Role
from services.ports import Books, Database
from services.records.see_order import OrderSeen, orders_called, see_order
from services.team.set_up_shop import lay_chart
from services.verify_books import verify_books
from storage.database import open_database
from tests.conftest import NOW
from tests.databases import SqliteTemplate
from tests.matched_shop import held, shop
from tests.papers import at, order, payment, told, uah
from tests.shop import DAY, SHOP, SYSTEM, hire
from tests.thorough import times


def bring(books: Books, *documents: Document, cause: Cause = SYSTEM) -> DocumentsBrought:
    return bring_documents(books, [told(each) for each in documents], cause)


async def test_a_sale_and_its_payment_are_posted_on_their_days(laid: Database) -> None:
    def play(books: Books) -> None:
        sale, paid = bring(books, order(), payment(fee=uah(2_400))).posted
        assert sale.entry.booked_on == DAY - dt.timedelta(days=1)
        assert paid.entry.booked_on == DAY - dt.timedelta(days=2)
        assert (sale.entry.order_reference, paid.entry.order_reference) == ("N-410", "N-410")
        assert held(books, RECEIVABLES, SALES) == (120_000, -120_000)
        assert held(books, CLEARING, PREPAYMENTS) == (117_600, -120_000)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_was_posted_is_not_posted_again(laid: Database) -> None:
    named = order(responsible="Ihor", changed_at=at(1))

    def play(books: Books) -> None:
        bring(books, order())
        assert bring(books, order(), named).posted == ()
        assert books.journal.count() == 1

    await laid.write(play)


async def test_a_changed_order_posts_the_difference_and_keeps_its_history(laid: Database) -> None:
    def play(books: Books) -> None:
        (first,) = bring(books, order()).posted
        (second,) = bring(books, order(minor=90_000, lines=(), changed_at=at(2))).posted
        assert held(books, RECEIVABLES, SALES) == (90_000, -90_000)
        assert second.entry.origin.version == 2
        assert second.entry.replaces == first.number
        bring(books, order(minor=90_000, lines=(), changed_at=at(3), stage=OrderStage.CANCELLED))
        assert held(books, RECEIVABLES, SALES) == (0, 0)
        (again,) = bring(books, order(minor=70_000, lines=(), changed_at=at(4))).posted
        assert again.entry.origin.version == 3
        assert held(books, RECEIVABLES, SALES) == (70_000, -70_000)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_a_change_after_the_period_closed_is_booked_today(laid: Database) -> None:
    later = Cause("system:test", None, NOW + dt.timedelta(days=1))

    def play(books: Books) -> None:
        bring(books, order())
        books.periods.close(DAY, SYSTEM)
        (now,) = bring(books, order(minor=90_000, lines=(), changed_at=at(9)), cause=later).posted
        assert now.entry.booked_on == DAY + dt.timedelta(days=1)
        assert now.entry.belongs_on == DAY - dt.timedelta(days=1)
        assert held(books, RECEIVABLES) == (90_000,)

    await laid.write(play)
    assert await laid.read(verify_books) == ()


async def test_what_was_before_the_books_is_kept_and_not_posted(database: Database) -> None:
    def play(books: Books) -> None:
        lay_chart(books, till_names=["Till"])
        books.shop.put(SHOP)
        old = order("1", closed_at=NOW - dt.timedelta(days=400))
        assert len(bring(books, old, order("2", closed_at=NOW)).posted) == 1
        assert books.documents.posted_from() == DAY
        assert len(books.documents.of_number("N-1")) == 1

    await database.write(play)


async def test_an_order_is_seen_with_its_money_and_entries(laid: Database) -> None:
    def play(books: Books) -> tuple[OrderSeen, ...]:
        bring(books, order(), payment(), order("500"))
        director = hire(books, Role.DIRECTOR)
        found = see_order(books, "N-410", director)
        assert found == orders_called(books, "410")
        assert isinstance(found, tuple)
        return found

    (seen,) = await laid.write(play)
    assert [each.document.external_id for each in seen.documents] == ["p1"]
    assert [each.entry.origin.external_id for each in seen.entries] == [
        "order:bitrix24:410",
        "payment:file.easycard:p1",
    ]


VERSIONS = [
    order(minor=10_000, lines=(), stage=OrderStage.OPEN, closed_at=None, changed_at=at(1)),
    order(minor=10_000, lines=(), changed_at=at(2)),
    order(minor=8_000, lines=(), refunded=uah(1_000), changed_at=at(3)),
    payment(minor=8_000, fee=uah(100)),
]


@settings(max_examples=times(8, 100))
@given(st.permutations([*range(4), 1, 3]))
def test_the_books_come_to_the_same_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: SqliteTemplate, arrivals: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("books")

    async def play() -> None:
        database = await open_database(sqlite_template.fresh(folder))
        await database.write(shop)
        for each in arrivals:
            await database.write(lambda books, each=each: bring(books, VERSIONS[each]))  # type: ignore[misc]  # bound now
        amounts = await database.read(
            lambda books: held(books, RECEIVABLES, SALES, CLEARING, PREPAYMENTS)
        )
        assert amounts == (7_000, -8_000, 7_900, -8_000)
        assert await database.read(verify_books) == ()
        await database.close()

    asyncio.run(play())
