"""An order's entries are shown in the chat to whom they concern."""

import pytest

from ledger.documents import Reference, ReferenceKind
from services.intake.bring_documents import bring_documents
from services.ports import Books
from tests.conversations.floor import Floor, shop_floor
from tests.papers import order, payment, told, uah
from tests.shop import DAY, SYSTEM

SAID = {
    "en": ("Closed", "paid ₴1,200", "Customers owe", "Nothing", "I know no order 77"),
    "uk": ("Закрите", "оплата", "Борги клієнтів", "немає", "Замовлення 77 не знаю"),
    "ru": ("Закрыт", "оплата", "Долги клиентов", "нет", "Заказа 77 не знаю"),
}


def with_an_order(books: Books) -> None:
    """Keep an order that was paid by card."""
    books.documents.post_from(DAY.replace(day=1))
    paid = told(payment(fee=uah(2_400)))
    bring_documents(books, [told(order()), paid], SYSTEM)


@pytest.mark.parametrize("language", SAID)
async def test_an_order_is_shown_with_its_entries(database_url: str, language: str) -> None:
    closed, paid, owed, nothing, unknown = SAID[language]
    async with shop_floor(database_url, language=language) as floor:
        await floor.database.write(with_an_order)
        chat = await floor.side("accountant", language)
        await chat.types("/order №N-410")
        text = (await chat.hears()).text
        assert all(each in text for each in ("N-410", closed, paid, owed, "Олена Бондар"))
        assert nothing not in text
        await chat.types("/order 77")
        assert unknown in (await chat.hears()).text


async def test_an_order_that_names_itself_is_no_payment_of_its_own(floor: Floor) -> None:
    itself = (Reference(ReferenceKind.ORDER, "410"),)
    await floor.database.write(
        lambda books: bring_documents(books, [told(order(references=itself))], SYSTEM)
    )
    chat = await floor.side("accountant")
    await chat.types("/order N-410")
    text = (await chat.hears()).text
    assert "N-410" in text
    assert "· paid ₴" not in text


async def test_a_cashier_sees_no_orders(floor: Floor) -> None:
    chat = await floor.side("cashier")
    await chat.types("/order 410")
    assert "can't" in (await chat.hears()).text
    accountant = await floor.side("accountant")
    await accountant.types("/order")
    assert "/order 4812" in (await accountant.hears()).text
