"""Who acted where no word says it: by a telephone, by whom it is from, by whom it is for."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    "text",
    [
        "Vadym 0951112233 zabrav nasos, 3 900",
        "Вадим 0951112233 забрав насос, 3 900",
        "Vadym 0951112233 picked up the pump, 3 900",
    ],
)
def test_who_fetched_goods_and_left_a_telephone_is_a_customer(read: Read, text: str) -> None:
    assert_moved(read(text), [(3900, IN, CashCategory.SALE_CASH)])


@pytest.mark.parametrize(
    "text",
    [
        "электрик сдал 180 сдачи с автоматов",
        "електрик здав 180 решти з автоматів",
        "курьер сдал 180 сдачи",
    ],
)
def test_change_that_one_of_ours_handed_in_came_back(read: Read, text: str) -> None:
    assert only(read(text)).direction is IN
    assert amounts_of(read(text)) == [180]


@pytest.mark.parametrize(
    "text", ["коробки б/у у соседей 150", "коробки б/в у сусідів 150", "драбина у сусіда 150"]
)
def test_what_neighbours_had_was_bought_of_them(read: Read, text: str) -> None:
    assert only(read(text)).direction is OUT
    assert amounts_of(read(text)) == [150]


@pytest.mark.parametrize(
    "text",
    [
        "8 березня дівчатам тюльпани 1 060",
        "8 марта девочкам тюльпаны 1 060",
        "tulips for the girls 1 060",
        "хлопцям піца 1 060",
    ],
)
def test_what_the_staff_is_treated_to_is_spent(read: Read, text: str) -> None:
    assert only(read(text)).direction is OUT


def test_tulips_alone_are_still_sold(read: Read) -> None:
    assert only(read("sold tulips 1060")).direction is IN


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("courier 500, till 40 short", CashCategory.CASH_SHORTAGE),
        ("курьер 500, касса 40 лишних", CashCategory.CASH_SURPLUS),
    ],
)
def test_what_a_till_is_off_by_is_of_no_courier(
    read: Read, text: str, category: CashCategory
) -> None:
    assert [each.category for each in drafts_of(read(text))] == [CashCategory.DELIVERY, category]
    assert amounts_of(read(text)) == [500, 40]


@pytest.mark.parametrize(
    "text",
    [
        "withdrew 5000 from the bank: 3000 wages to Olha, 2000 rent",
        "зняла з банку 5000: 3000 зарплата Ользі, 2000 за оренду",
        "снял в банке 5000: 3000 зарплата Ольге, 2000 аренда",
    ],
)
def test_what_was_fetched_at_a_bank_moved_and_so_did_what_it_was_spent_on(
    read: Read, text: str
) -> None:
    categories = [each.category for each in drafts_of(read(text))]
    assert categories == [
        CashCategory.CASH_FROM_BANK,
        CashCategory.SALARY,
        CashCategory.RENT,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "дала Петру 1000 на бензин, заправив на 700, приніс 300",
        "gave Petro 1000 for fuel, he filled up for 700, brought back 300",
        "дал Пете 1000 на бензин, заправил на 700, вернул 300",
    ],
)
def test_of_what_was_given_and_came_back_only_what_was_spent_moved(read: Read, text: str) -> None:
    assert_moved(read(text), [(700, OUT, CashCategory.FUEL_TRANSPORT)])
