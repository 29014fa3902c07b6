"""What needs a person is seen, followed and settled in the chat, in three languages."""

import datetime as dt
from dataclasses import replace

import pytest

from ledger.money import Money
from reconciliation.terms import read_terms
from services.approvals.payout_limits import PayoutLimit
from services.exceptions.match_books import match_books
from services.intake.bring_documents import bring_documents
from services.matching.matcher import Matcher
from services.messages import Cause
from services.people import Role
from services.ports import Books
from services.verify_books import verify_books
from tests.conversations.floor import Floor, shop_floor
from tests.matched_shop import banked
from tests.papers import order, told, uah

SAID = {
    "en": ("1 thing", "closed, and ₴420 is not paid", "The money's way", "not paid", "As it came",
           "Explain", "Why is it so", "Explained", "Put off or explained: 1"),
    "uk": ("1 справа", "закрите, а", "Шлях грошей", "не сплачено", "Як надійшло",
           "Пояснити", "Чому так", "Пояснено", "Відкладено чи пояснено: 1"),
    "ru": ("1 дело", "закрыт, а", "Путь денег", "не оплачено", "Как пришло",
           "Объяснить", "Почему так", "Объяснено", "Отложено или объяснено: 1"),
}  # fmt: skip


def unpaid(books: Books) -> None:
    """Keep an order that is closed for long and not paid."""
    now = dt.datetime.now(dt.UTC)
    closed_at = now - dt.timedelta(days=20)
    cause = Cause("system:test", None, now)
    books.documents.post_from(closed_at.date())
    late = order(
        minor=42_000, lines=(), number="48123", paid_by="bank_transfer",
        happened_at=closed_at, closed_at=closed_at,
    )  # fmt: skip
    bring_documents(books, [told(late, b'{"ID": "410"}')], cause)
    match_books(books, Matcher(read_terms), cause)


@pytest.mark.parametrize("language", SAID)
async def test_an_exception_is_followed_and_explained(database_url: str, language: str) -> None:
    count, what, way, lost, raw, explain, why, explained, waits = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(unpaid)
        chat = await floor.side("accountant", language)
        await chat.types("/exceptions")
        card = await chat.hears()
        assert count in card.text
        await chat.presses(card, "48123")
        card = await chat.sees_edit(card)
        assert what in card.text
        await chat.presses(card, way)
        chain = await chat.sees_edit(card)
        assert lost in chain.text
        await chat.presses(chain, "←")
        card = await chat.sees_edit(chain)
        await chat.presses(card, raw)
        shown = await chat.sees_edit(card)
        assert '{"ID": "410"}' in shown.text
        await chat.presses(shown, "←")
        card = await chat.sees_edit(shown)
        await chat.presses(card, explain)
        asked = await chat.sees_edit(card)
        assert why in asked.text
        await chat.types("заплатить у грудні")
        done = await chat.hears()
        assert explained in done.text
        assert "грудні" in done.text
        await chat.types("/exceptions")
        assert waits in (await chat.hears()).text
        assert await floor.database.read(verify_books) == ()


async def test_a_difference_is_written_off_within_the_limit(floor: Floor) -> None:
    def limited(books: Books) -> None:
        unpaid(books)
        books.limits.put(PayoutLimit(Role.ACCOUNTANT, "UAH", per_payout=uah(10_000)))

    await floor.database.write(limited)
    accountant = await floor.side("accountant")
    await accountant.types("/exceptions")
    card = await accountant.hears()
    await accountant.presses(card, "48123")
    card = await accountant.sees_edit(card)
    await accountant.presses(card, "Write off")
    card = await accountant.sees_edit(card)
    assert "up to ₴100" in card.text
    director = await floor.side("director")
    await director.types("/today")
    assert "/exceptions" in (await director.hears()).text
    await director.types("/exceptions")
    card = await director.hears()
    await director.presses(card, "48123")
    card = await director.sees_edit(card)
    await director.presses(card, "Write off")
    card = await director.sees_edit(card)
    assert "wrote it off" in card.text
    held = await floor.database.read(lambda books: books.balances.of("expense.write_offs", "UAH"))
    assert held == Money(42_000, "UAH")


async def test_one_is_given_to_somebody_and_put_off(floor: Floor) -> None:
    await floor.database.write(unpaid)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "48123")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Give to")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Director")
    card = await chat.sees_edit(card)
    assert "For Director" in card.text
    await chat.presses(card, "In a week")
    card = await chat.sees_edit(card)
    assert "Put off" in card.text
    await chat.presses(card, "← Back")
    card = await chat.sees_edit(card)
    assert "Put off or explained: 1" in card.text


async def test_money_without_an_order_is_given_the_one_that_is_typed(floor: Floor) -> None:
    def play(books: Books) -> None:
        unpaid(books)
        banked(books, (16, 77_700, "Оплата за товар, замовлення 99999"))
        cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
        match_books(books, Matcher(read_terms), cause)

    await floor.database.write(play)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "no order")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Another order")
    await chat.sees_edit(card)
    await chat.types("77777")
    assert "nothing by “77777”" in (await chat.hears()).text
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "no order")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Another order")
    await chat.sees_edit(card)
    await chat.types("№ 48123")
    assert "linked it" in (await chat.hears()).text


async def test_a_cashier_is_told_nothing_of_exceptions(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/exceptions")
    assert "can't" in (await chat.hears()).text
    accountant = await floor.side("accountant")
    await accountant.types("/exceptions")
    assert "Nothing needs you" in (await accountant.hears()).text


def many(books: Books) -> None:
    """Keep more orders that are not paid than a page of the list shows."""
    unpaid(books)
    (kept,) = books.documents.of_number("48123")
    others = [
        replace(kept.document, external_id=f"5{n}", number=f"5000{n}", money=uah(9_000 + n))
        for n in range(9)
    ]
    cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
    bring_documents(books, [told(each) for each in others], cause)
    match_books(books, Matcher(read_terms), cause)


async def test_back_leads_to_the_page_that_one_came_from(floor: Floor) -> None:
    await floor.database.write(many)
    chat = await floor.side("accountant")
    await chat.types("/exceptions")
    first = await chat.hears()
    await chat.presses(first, "Lighter")
    page = await chat.sees_edit(first)
    assert page.labels[-1] == "← Graver"
    await chat.presses(page, "50000")
    card = await chat.sees_edit(page)
    await chat.presses(card, "The money's way")
    card = await chat.sees_edit(card)
    await chat.presses(card, "← Back")
    card = await chat.sees_edit(card)
    await chat.presses(card, "← Back")
    assert (await chat.sees_edit(card)).labels == page.labels


async def test_money_is_split_by_what_is_typed_and_nobodys_is_written_off(floor: Floor) -> None:
    def play(books: Books) -> None:
        many(books)
        banked(books, (16, 18_003, "Оплата за товар"), (16, 30_000, "Оплата за товар, рах. 99999"))
        cause = Cause("system:test", None, dt.datetime.now(dt.UTC))
        match_books(books, Matcher(read_terms), cause)

    await floor.database.write(play)
    chat = await floor.side("accountant")
    for typed, heard in (
        ("50001 90,01 50002 90", "nothing by"),
        ("50001 90,01; 50002 90", "comes to ₴180.01"),
        ("50001 90,01; 50002 90,02", "linked it"),
    ):
        await chat.types("/exceptions")
        card = await chat.hears()
        await chat.presses(card, "180")
        card = await chat.sees_edit(card)
        await chat.presses(card, "Another order")
        assert "48123 400" in (await chat.sees_edit(card)).text
        await chat.types(typed)
        assert heard in (await chat.hears()).text.replace("\xa0", " ")
    await chat.types("/exceptions")
    card = await chat.hears()
    await chat.presses(card, "₴300 ")
    card = await chat.sees_edit(card)
    await chat.presses(card, "Write off ₴300")
    assert "Settled" in (await chat.sees_edit(card)).text
    assert await floor.database.read(verify_books) == ()
