"""What is meant by a figure: what is left out of it, which days, which money moved, how many."""

import pytest

from services.ports import Database
from tests.questions.answering import answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "october expenses except wages, goods and fuel",
            "Left out: Wages: ₴16,500\n· Goods: no part of it anyway, ₴25,400\n· Left out: Fuel",
        ),
        ("витрати жовтня без товару та оренди", "without: Goods, Rent · October 2026"),
        ("траты за октябрь >> без аренды и товара", "without: Rent, Goods · October 2026"),
        ("profit in october >> without goods", "I don't know what to do with “goods”"),
        ("витрати жовтня без оренди і мене", "Taken by the owner: no part of it anyway, ₴5,000"),
        ("расходы октября без себя", "expenses · without: Taken by the owner · October 2026"),
        ("сколько выдали в октябре без аренды и без меня", "Left out: Taken by the owner: ₴5,000"),
        ("скільки продали без мене в жовтні", "sales · October 2026"),
    ],
)
async def test_all_that_is_left_out_is_told_and_what_was_no_part_is_said_to_be_none(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("rank the last 2 weeks by sales", "the best weeks: sales · 7–20 Nov 2026"),
        ("рейтинг місяців осені за продажами", "the best months: sales · 1 Sept"),
        ("месяцы по прибыли", "the best months: net result"),
        ("дні за продажами в жовтні", "the best days: sales · October 2026"),
        ("скільки поклали з каси в банк", "To the bank · 1–20 Nov 2026"),
        ("скільки поклали з каси в монобанк", "I don't know what to do with “монобанк”"),
        ("how much cash went from the second till to the bank", "To the bank · Till 2"),
        ("сколько отнесли из кассы на счёт в октябре", "To the bank · October 2026"),
        ("how much went from the till to the bank in november", "To the bank · 1–20 Nov 2026"),
        (
            "скільки взяли з банку в касу за листопад",
            "<b>₴0</b>\n\n<i>Understood as: From the bank",
        ),
        ("скільки в касі і в банку", "how much money there is"),
        ("прибуток за вихідні >> а за минулі?", "net result · 7–8 Nov 2026"),
        ("продажи за октябрь >> а за прошлый?", "sales · September 2026"),
        ("продажі за минулий тиждень >> а за минулий?", "sales · 2–8 Nov 2026"),
        ("порівняй першу і другу півмісяця жовтня", "1–15 Oct 2026 · against 16–31 Oct 2026"),
        ("витрати за другі півмісяця жовтня", "expenses · 16–31 Oct 2026"),
        ("продажи за первые полмесяца", "sales · 1–15 Nov 2026"),
        ("sales of the last half month", "sales · 6–20 Nov 2026"),
        ("хто в нас стоїть на касі", "stands in /team"),
        ("кто работает на кассе", "stands in /team"),
        ("who took most on the till", "largest customers"),
    ],
)
async def test_what_is_meant_is_measured(book: Database, question: str, told: str) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("яка витрата найбільше виросла у жовтні", "only what grew · October 2026 · against Sept"),
        ("какая трата упала сильнее всего в октябре", "only what fell · October 2026 · against"),
        (
            "какие расходы выросли больше всего к октябрю",
            "only what grew · 1–20 Nov 2026 · against",
        ),
        ("compare expenses of 3 november with 20 november", "(+104.1 %)"),
        ("compare expenses of 5 november with 20 november", "<b>+₴15,510</b>\n"),
        ("by how many percent did expenses of 5 november grow against 20 november", "(+3165.3 %)"),
        ("скільком постачальникам заплатили в жовтні", "<b>2</b>, ₴25,400 together"),
        ("у скольких клиентов были покупки в октябре", "how many customers: paid by customers"),
        ("сколько заплатили поставщикам в октябре", "paid to suppliers · October 2026"),
    ],
)
async def test_what_grew_and_how_many_there_were_is_told(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("сколько денег на счетах и надолго ли их хватит", "how much money there will be"),
        ("на скільки нам вистачить грошей", "how much money there will be"),
        ("на сколько хватит топлива", "The books hold sums, not pieces"),
        ("скільки продамо в грудні", "average daily sales this month"),
    ],
)
async def test_how_long_money_lasts_is_told_and_how_long_goods_do_is_not(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("сколько будет у нас если все долги вернут", "What there would be then I don't add up"),
        ("що в касі >> а скільки буде, якщо всі борги сплатять", "I don't add up"),
        ("how much money will there be if all debts are settled", "I don't add up"),
        ("who owes us, if anyone", "what customers owe"),
        ("how much will be left by 10 december if I pay 40k", "how much money there will be"),
        ("середній чек за жовтень >> а без найбільшого", "“без, найбільшого”"),
        ("продажи за октябрь >> а без крупного заказа", "“без, крупного”"),
    ],
)
async def test_what_no_book_can_tell_is_said_to_be_unknown(
    book: Database, question: str, told: str
) -> None:
    assert told in (await answered(book, question)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "is_said"),
    [
        ("витрати за жовтень з монобанку", True),
        ("скольким поставщикам заплатили с привата в октябре", True),
        ("expenses in october at the bank", False),
        ("how much left privat in october", False),
        ("скільки на монобанку", False),
        ("расходы наличными в октябре", False),
    ],
)
async def test_a_figure_of_one_bank_account_says_where_all_are_counted(
    book: Database, question: str, *, is_said: bool
) -> None:
    assert ("all bank accounts are in it" in await answered(book, question)) is is_said
