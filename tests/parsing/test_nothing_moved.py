"""Figures that tell of no movement: what lies somewhere, weather, what is only made ready."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory
from parsing.reading import NotAnEntry, Reading, Understood, files_itself
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "у сейфі зараз лежить 18 300",
        "сейф: 45 000 станом на вечір",
        "в сейфе держим 20 000 про запас",
        "в коробке осталось 350",
        "в конверті лежить 2 000",
        "350 left in the box",
        "the safe has 18 300 in it right now",
        "the cash box holds 1 500",
        "в Одессе +34, кондиционеры разбирают",
        "у Львові -5, клієнти питають про теплі підлоги",
        "за вікном -12, котли гріють на повну",
        "-15 outside and the boiler in the office died",
        "відклала 18 000 на оренду",
        "set aside 18 000 for rent",
        "купила собі туфлі за 2 400, класні",
        "пароль вайфаю 88112233",
        "клієнт по 3401 переніс доставку, грошей ще не давав",
        "повісити бойлер тепер 900",
        "хозяин отсрочил аренду 18 000 до 20-го",
    ],
)
def test_no_money_moved(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("поклала в сейф 18 300", 18300),
        ("взяла з сейфа 2 000 на розмін", 2000),
        ("відклала в сейф 5 000 з каси", 5000),
        ("+340 за кран", 340),
        ("-220 кур'єр", 220),
        ("клієнт купив собі бойлер за 7 200", 7200),
    ],
)
def test_what_is_alike_and_moved_money(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize("text", ["на склад прийшло 24 радіатори", "+30 today, fans like crazy"])
def test_a_figure_that_hardly_is_money_never_files_itself(read: Read, text: str) -> None:
    assert not files_itself(read(text))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("передоплата 30% по 2377 - 4 650 від Цимбалюк", "2377"),
        ("prepayment 30% on 2377 - 4 650 from Tsymbaliuk", "2377"),
        ("рассчитались по 3502: пять тысяч налом, восемь перевели на карту", "3502"),
    ],
)
def test_an_order_before_a_dash_is_no_range(read: Read, text: str, order: str) -> None:
    assert only(read(text)).order_reference == order


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Ганну звільнили, розрахували, віддала 11 300 готівкою", CashCategory.SALARY),
        ("We let Hanna go, paid her out 11 300 in cash", CashCategory.SALARY),
        ("віддала 300 таксисту, що віз бойлер", CashCategory.DELIVERY),
        ("📦 НП вчора 96,50 грн", CashCategory.DELIVERY),
        ("у касі на 15 менше", CashCategory.CASH_SHORTAGE),
        ("в кассе на 15 больше", CashCategory.CASH_SURPLUS),
    ],
)
def test_what_it_was_for(read: Read, text: str, category: CashCategory) -> None:
    reading = read(text)
    assert isinstance(reading, Understood)
    assert only(reading).category is category


@pytest.mark.parametrize(
    "text",
    [
        "взяла з каси 2 600 на фарбу, магазин зачинений, поклала все назад",
        "took 500 for tape, shop was shut, put it all back",
        "брал 1000 на бензин, заправка закрыта, вернул все обратно",
        "взяв 800 на болти, не було потрібних, повернув усе в касу",
        "pulled 900 for the courier, he never showed, money back in the drawer",
        "вынула 2000 на аванс, не понадобилось, вернула на место",
        "взял 500 на воду, воду привезли бесплатно, 500 положил обратно",
        "I took 450 for a cake but the bakery was closed so I put it back in the till",
    ],
)
def test_what_was_put_back_whole_never_moved(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("взяла з каси 2600 на фарбу, купила на 1800, решту поклала назад", [1800]),
        ("took 500 for tape, came back with everything", [500]),
        ("Олег повернув усе, що брав на болти, 500", [500]),
        ("взяла 300 на скотч, купила, чек назад у папку", [300]),
        ("взял 2000 из кассы, вернул все Савчуку", [2000]),
    ],
)
def test_what_was_spent_or_came_back_later_moved(
    read: Read, text: str, amounts: list[int]
) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "лежат накладные 3301 и 3302 на подпись",
        "лежать накладні 3301 і 3302 на підпис",
        "invoices 3301 and 3302 are lying here to be signed",
        "на столе счета 4410 и 4411, ждут подписи",
        "waybills 118 and 119 on your desk for signature",
        "документи по 3301 і 3302 на столі",
    ],
)
def test_papers_that_lie_there_have_numbers(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


def test_a_paper_that_was_paid_is_paid(read: Read) -> None:
    assert not isinstance(read("накладна 88 лежить, оплатила 3301"), NotAnEntry)
