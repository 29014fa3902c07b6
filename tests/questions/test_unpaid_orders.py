"""Questions of orders that were sold and not paid, and of what one customer has paid."""

import pytest

from services.ports import Database
from tests.questions.answering import answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many unpaid orders", "<b>2</b> orders, ₴16,500 to be paid"),
        ("скільки неоплачених замовлень", "· order 4650, TOV Arktika: ₴14,000, since 10 October"),
        ("сколько заказов висит неоплаченных", "· order 4706, Olena: ₴2,500"),
        ("які замовлення закриті в срм але не оплачені", "orders that are not paid · as of"),
        ("unpaid orders older than 20 days", "<b>1</b> order, ₴14,000"),
        ("unpaid orders over 5000", "<b>1</b> order, ₴14,000"),
        ("how many orders aren't paid and for how much", "<b>2</b> orders, ₴16,500"),
        ("has Olena paid for her order yet", "The customer paid: ₴29,000\n<b>1</b> order, ₴2,500"),
        ("Арктика оплатила замовлення?", "The customer paid: ₴0\n<b>1</b> order"),
        (
            "Тарас заплатил за свой заказ?",
            "The customer paid: ₴21,000\nNothing is left to be paid.",
        ),
        ("unpaid orders of Melnychuk", "Nobody called “Melnychuk” is among the debts."),
        ("payables by age", "what we owe suppliers · by age"),
        ("who owes us", "· TOV Arktika: ₴14,000, since 10 October 2026"),
    ],
)
async def test_unpaid_orders_are_told_one_by_one(book: Database, question: str, told: str) -> None:
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")
