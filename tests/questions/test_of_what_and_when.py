"""Of which days, of whose hands, of which money something is asked where few words say so."""

import datetime as dt

import pytest

from ledger.money import Money
from services.exceptions.exception_ports import ExceptionEvent, ExceptionItem, Happened
from services.ports import Books, Database
from tests.conftest import NOW
from tests.known_book import SYSTEM
from tests.questions.answering import answered
from tests.questions.conftest import take_by_gateways


def _leave_open(books: Books) -> None:
    stake = Money(14_000_00, "UAH")
    item = ExceptionItem("order_unpaid", ("order:4650",), stake, dt.date(2026, 10, 10), "", "")
    books.exceptions.add([item], ExceptionEvent(Happened.OPENED, "system:test", NOW))


def _plain(answer: str) -> str:
    return answer.replace("\xa0", " ").replace("\u2009", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("expenses for three months", "expenses · 21 Aug–20 Nov 2026"),
        ("прибуток за два місяці", "net result · 21 Sept–20 Nov 2026"),
        ("зарплата за пять недель", "Wages · 17 Oct–20 Nov 2026"),
        ("продажі за ці три тижні", "sales · 31 Oct–20 Nov 2026"),
        ("sales over two months", "sales · 21 Sept–20 Nov 2026"),
        ("расходы за два квартала", "expenses · 21 May–20 Nov 2026"),
        ("витрати за другий квартал", "expenses · April–June 2026"),
        ("продажи за 2 года", "sales · 21 Nov 2024–20 Nov 2026"),
        ("best two months", "the best months: sales · 1 Jan"),
        ("orders over two weeks old not paid", "older than 14 days"),
        ("витрати за кілька місяців", "I don't know what to do with “кілька”"),
        ("прибыль за полтора месяца", "I don't know what to do with “полтора”"),
        ("sales for the fourth month", "I don't know what to do with “fourth”"),
    ],
)
async def test_days_counted_in_words_are_never_dropped(
    book: Database, question: str, told: str
) -> None:
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("сколько новая почта собрала в ноябре", "paid by customers · novaposhta · 1–20 Nov"),
        ("скільки нова пошта зібрала накладеного", "<b>₴500</b>"),
        ("how much cash on delivery did nova poshta collect", "<b>₴500</b>"),
        ("сколько курьеры собрали", "<b>₴500</b>\n· novaposhta"),
        ("скільки взяла нова пошта за доставку", "Delivery · “нова пошта”"),
        ("сколько собрал Вася", "Nobody who records entries is called “Вася”"),
        ("скільки зібрала Ольга", "recorded by Olha"),
    ],
)
async def test_couriers_collect_and_the_team_records(
    book: Database, question: str, told: str
) -> None:
    await book.write(take_by_gateways)
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much did we move from the first till to the second", "<b>₴1,000</b>"),
        ("скільки перенесли з другої каси в першу", "<b>₴0</b>"),
        ("сколько перекинули из кассы 1 в кассу 2", "Between tills · Till"),
        ("скільки перевели з каси на рахунок", "To the bank · in the tills"),
        ("how much was moved between tills", "<b>₴1,000</b>"),
        ("переводы между кассами и счетами", "<b>₴9,000</b>"),
        ("скільки перекинули з моно на приват", "I don't know what to do with “перекинули”"),
        ("скільки перекинули Ігорю", "money that went out · “Ігорю”"),
    ],
)
async def test_money_moved_between_own_places_is_not_spent(
    book: Database, question: str, told: str
) -> None:
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("а євро в нас є?", "how much money there is · EUR"),
        ("есть ли доллары", "how much money there is · USD"),
        ("how many euros are in the till", "in the tills · EUR"),
        ("скільки доларів на рахунках", "at the bank · USD"),
        ("сколько стоит доллар", "How much of what?"),
        ("продажі в доларах", "By currency I know only what there is"),
    ],
)
async def test_a_currency_is_asked_whether_it_is_there(
    book: Database, question: str, told: str
) -> None:
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("скільки всього купив Тарас", "sales · “Тарас” · all days"),
        (
            "how much did we pay Petro in total",
            "money that went out · “Petro” · all days",
        ),
        ("what did we pay Drukarnia overall", "<b>₴2,200</b>"),
        ("сколько всего отдали Игорю в октябре", "money that went out · “Игорю” · October"),
        ("сколько всего должна Олена", "as of 20 November 2026"),
        ("скільки всього продали", "sales · 1–20 Nov 2026 (you named no days)"),
    ],
)
async def test_in_all_beside_a_name_is_of_all_days(
    book: Database, question: str, told: str
) -> None:
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("чи вже закритий вересень?", "Yes: the books are closed through 30 September 2026."),
        (
            "is october closed yet?",
            "The books are closed through 30 September 2026.\n<code>/close",
        ),
        ("книги закрыты?", "No, these days are still open."),
        ("have we closed this month?", "whether the books are closed · November 2026"),
        ("как закрыли сентябрь?", "the whole result · September 2026"),
        ("чи закрили план жовтня?", "October 2026"),
        ("закрили борг Арктика?", "what customers owe · “Арктика”"),
        ("did any numbers change since we closed september", "was told otherwise before"),
    ],
)
async def test_closed_books_are_no_result(book: Database, question: str, told: str) -> None:
    await book.write(lambda books: books.periods.close(dt.date(2026, 9, 30), SYSTEM))
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("did the rent go up?", "Rent, compared · 1–20 Nov 2026"),
        ("are ads down this month?", "Advertising, compared · 1–20 Nov 2026"),
        ("чи стала доставка дорожчою?", "Delivery, compared"),
        ("стала ли аренда дешевле", "Rent, compared"),
        ("is the rent up to date?", "Rent · 1–20 Nov 2026"),
        ("on which categories did we spend less in october than in september", "only what fell"),
        ("на які категорії в жовтні пішло більше ніж у вересні", "only what grew"),
        ("compare categories october vs september", "why it changed · October 2026"),
    ],
)
async def test_what_grew_is_held_against_the_days_before(
    book: Database, question: str, told: str
) -> None:
    assert told in _plain(await answered(book, question))


@pytest.mark.parametrize(
    "question", ["what is waiting for me?", "що на мене чекає?", "что ждёт моего ответа?"]
)
async def test_what_waits_is_told_with_what_else_does(book: Database, question: str) -> None:
    await book.write(_leave_open)
    said = await answered(book, question)
    assert "No message about cash waits for an answer" in said
    assert "1 thing of the books needs somebody: /exceptions" in said


@pytest.mark.parametrize(
    "question", ["за що платили Невідомому?", "кто такой Невидомый и за что мы ему платили"]
)
async def test_what_a_payment_was_for_is_said_not_to_be_filed(
    book: Database, question: str
) -> None:
    said = _plain(await answered(book, question))
    assert "18 November 2026 · ₴3,300 · FOP Nevidomyi" in said
    assert "What it was for nobody has filed yet: /review" in said
