"""What a story tells: change that no word names, lists with one verb, who sold, who asked."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, NotAnEntry, Question, Reading, Understood
from tests.parsing.drafts import drafts_of

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


def amounts_of(reading: Reading) -> list[Decimal]:
    return [each.amount.to_decimal() for each in drafts_of(reading) if each.amount is not None]


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("kids bike, 2 tubes. Dad gave a 500, gave him back 95", 405),
        ("бабуся взяла лампочки, дала 200 повернула їй 62", 138),
        ("клиентка дала 2000, вернула ей 350, за плед", 1650),
        ("lady took a scarf at 385, gave me 500, I returned 115", 385),
        ("дала 200, решту 55 віддала їй, батарейки", 145),
    ],
)
def test_what_went_back_of_a_note_is_taken_off(read: Read, text: str, stays: int) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.amount is not None
    assert draft.amount.to_decimal() == stays
    assert draft.direction is IN


@pytest.mark.parametrize(
    "text",
    [
        "paid loaders 600 and gave back 200 to client Rybak",
        "він заплатив 2 900 за душ, вона повернула сифон, і я їй 310 віддала",
    ],
)
def test_what_went_to_somebody_else_is_no_change(read: Read, text: str) -> None:
    assert len(drafts_of(read(text))) > 1


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("продали велик trek 24 000. Из них 4000 он картой приложил", 20000),
        ("корзину забрали. 3 400, из них 1000 раньше задатком давали", 2400),
        ("мешок корма, когтеточка: 3 480 на всё, скинула до 3 300", 3300),
        ("шини зимові 4шт, Логвин віддав лише половину від 9 600", 4800),
        ("fiscal roll paper 10 rolls *350*", 350),
        ("взято з каси 1 000, з них 730 на шланги на склад, решту кинула назад", 730),
        ("фальшива сотка, списала 100", 100),
    ],
)
def test_of_a_whole_only_what_moved_is_told(read: Read, text: str, stays: int) -> None:
    assert amounts_of(read(text)) == [Decimal(stays)]


@pytest.mark.parametrize(
    "text",
    [
        "зошити 240, рюкзак 1150 – продала",
        "тетради 240, рюкзак 1150 — продала",
        "notebooks 240, backpack 1150 - sold",
        "продав шолом 240 і рукавички 1150",
    ],
)
def test_one_verb_speaks_for_a_whole_list(read: Read, text: str) -> None:
    drafts = drafts_of(read(text))
    assert [each.amount and each.amount.to_decimal() for each in drafts] == [240, 1150]
    assert {each.category for each in drafts} == {CashCategory.SALE_CASH}


def test_every_thing_of_a_list_keeps_its_price(read: Read) -> None:
    assert amounts_of(read("скотч 60 пакеты 200 ручки 45")) == [60, 200, 45]


@pytest.mark.parametrize(
    "text",
    [
        "flour guy here, 10 sacks, 4,200 to him",
        "привезли муку, за неё отдал 4200",
        "привезли корм, за нього віддала 3100",
        "молочник приїхав, віддала 1850",
        "собачий корм нам привезла фірма Хвіст, 11 200, дала готівку",
        "привезли цветы, рассчитался 2 800",
    ],
)
def test_what_came_and_was_paid_for_is_for_the_shelves(read: Read, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert (draft.direction, draft.category) == (OUT, CashCategory.SUPPLIER_GOODS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Юрко просив аванс, дав йому 2000", "Юрко"),
        ("Nazar wanted a sub, gave him 800", "Nazar"),
        ("Света просила в счет зарплаты, дал ей 1500", "Света"),
    ],
)
def test_who_asked_is_who_got_it(read: Read, text: str, name: str) -> None:
    (draft,) = drafts_of(read(text))
    assert (draft.counterparty, draft.category) == (name, CashCategory.SALARY_ADVANCE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мельничук О. лишила 20 000 авансу за кухню", "Мельничук О."),
        ("отдала Людмиле Петровне аренду за октябрь 28000", "Людмиле Петровне"),
        ("rent for the garage 2k to Ihor Pavlovych", "Ihor Pavlovych"),
        ("ашот долг вернул 3000", "ашот"),
        ("повернула 200 клієнту Рибаку за кран", "Рибаку"),
    ],
)
def test_a_name_is_told_whole(read: Read, text: str, name: str) -> None:
    assert drafts_of(read(text))[0].counterparty == name


@pytest.mark.parametrize("text", ["вода и свет 3400", "вода і світло за травень 2900"])
def test_water_beside_light_is_a_bill(read: Read, text: str) -> None:
    assert drafts_of(read(text))[0].category is CashCategory.UTILITIES


@pytest.mark.parametrize(
    "text",
    [
        "за оренду з рахунку скинули 12000",
        "оплатили со счета поставщику 8000",
        "paid the supplier from the account, 9k",
        "she says shell bring 6k for the wardrobe on Friday",
        "NO money from the hotel yet, they've got our towels tho",
    ],
)
def test_what_moved_no_cash_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


def test_cash_that_is_drawn_from_the_account_is_one(read: Read) -> None:
    (draft,) = drafts_of(read("зняла з рахунку 5000 в касу"))
    assert draft.category is CashCategory.CASH_FROM_BANK


@pytest.mark.parametrize(
    "text", ["сантехнік полагодив кран у нас в магазині 600", "plumber fixed our toilet, paid 800"]
)
def test_work_done_in_the_shop_is_its_upkeep(read: Read, text: str) -> None:
    assert drafts_of(read(text))[0].category is CashCategory.REPAIRS_MAINTENANCE


def test_a_small_figure_in_words_is_read_back(read: Read) -> None:
    (draft,) = drafts_of(read("владелец забрал те свои пятнадцать"))
    assert Missing.AMOUNT in draft.doubts


def test_nothing_is_paid_in_tens_of_millions(read: Read) -> None:
    assert not isinstance(read("courier 99999999"), Understood | Question)


def test_a_sale_day_is_no_weekday(read: Read) -> None:
    (draft,) = drafts_of(read("чёрная пятница, продажи нал за смену 22 670"))
    assert draft.booked_on is not None
    assert draft.booked_on.day == 20


def test_both_orders_of_a_list_are_orders(read: Read) -> None:
    assert amounts_of(read("заказ 918 и 922 забрал Лисовой, за первый 3 300 за второй 1 750")) == [
        3300,
        1750,
    ]
