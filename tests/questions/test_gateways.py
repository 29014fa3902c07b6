"""Questions of gateways and couriers by name: what each holds, took and kept for itself."""

import datetime as dt

import pytest

from services.intake.bring_documents import bring_documents
from services.ports import Books, Database
from tests.known_book import SYSTEM
from tests.papers import payment, uah
from tests.papers import told as told_of
from tests.questions.answering import answered
from tests.questions.conftest import take_by_gateways


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much does liqpay hold", "<b>₴1,167</b>\n· LiqPay: ₴1,167\n"),
        ("скільки тримає вейфорпей", "· WayForPay: ₴784"),
        ("liqpay fees this month", "<b>₴33</b>\n2.8 % of: paid by customers"),
        (
            "liqpay or wayforpay, who charges us more",
            "· liqpay: ₴33 (2.8 %)\n· wayforpay: ₴16 (2 %)",
        ),
        ("сколько прошло денег от клиентов через ликпей в ноябре", "<b>₴1,200</b>"),
        ("liqpay fees in november >> and wayforpay?", "<b>₴16</b>\n2 % of"),
        (
            "how much is at the gateways",
            "· LiqPay: ₴1,167\n· WayForPay: ₴784\n· Nova Poshta: ₴490",
        ),
        ("cod money the couriers haven't handed over yet", "<b>₴490</b>\n· Nova Poshta: ₴490"),
        ("наложка у курьеров", "· Nova Poshta: ₴490"),
        ("скільки замовлень було накладеним платежем у листопаді", "<b>1</b> entry, ₴500"),
        ("сколько заказов с наложенным платежом в ноябре", "to be paid on delivery"),
        ("what money is on its way", "· with LiqPay: ₴1,167\n· with WayForPay: ₴784"),
        ("is any cash still on the way to the bank", "Nothing is on its way to the bank."),
        (
            "what percentage does wayforpay take this month",
            "<b>₴16</b>\n2 % of: paid by customers",
        ),
        ("який відсоток бере вейфорпей", "<b>₴16</b>\n2 % of: paid by customers"),
        ("скільки нам винен ще лікпей", "· LiqPay: ₴1,167"),
        ("сколько висит на вейфорпее", "· WayForPay: ₴784"),
        ("how much have the couriers not paid us yet", "· Nova Poshta: ₴490"),
        ("how much does fondy hold", "No report in the books tells of money with them."),
    ],
)
async def test_a_gateway_is_told_by_its_name(book: Database, question: str, told: str) -> None:
    await book.write(take_by_gateways)
    said = await answered(book, question)
    assert told in said.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much is easycard holding", "<b>₴980</b>\n· Easycard: ₴980"),
        ("комісії easycard за листопад", "2 % of: paid by customers"),
        ("что пришло через city express в ноябре", "<b>₴300</b>"),
        ("easycard fees in november >> and city-express?", "<b>₴0</b>"),
    ],
)
async def test_a_gateway_of_this_shop_alone_is_known_by_its_name(
    book: Database, question: str, told: str
) -> None:
    def take(books: Books) -> None:
        books.documents.post_from(dt.date(2026, 10, 1))
        documents = (
            payment("p1", 100_000, provider="easycard", fee=uah(2_000), references=()),
            payment("p2", 30_000, provider="city-express", references=()),
        )
        bring_documents(books, [told_of(each) for each in documents], SYSTEM)

    await book.write(take)
    assert told in (await answered(book, question)).replace("\xa0", " ")
