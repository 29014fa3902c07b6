"""Lists of what was paid: what holds for all of them, and what a part says for itself alone."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading, Unclear, Understood, files_itself
from tests.parsing.drafts import Moved, amounts_of, assert_moved, drafts_of

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
DELIVERY, FUEL = CashCategory.DELIVERY, CashCategory.FUEL_TRANSPORT
FITTING = CashCategory.INSTALLER_SERVICES


@pytest.mark.parametrize(
    "text",
    [
        "дала Олегу 300 і Миколі 400 за розвантаження машини",
        "дала Олегу 300 и Николаю 400 за разгрузку машины",
        "gave Oleh 300 and Mykola 400 for unloading the truck",
        "dala Olegu 300 i Mykoli 400 za rozvantazhennia mashyny",
        "vidala Romi 300 ta Kosti 400 za vyvantazhennia",
    ],
)
def test_a_purpose_at_the_end_holds_for_everybody(read: Read, text: str) -> None:
    reading = read(text)
    assert_moved(reading, [(300, OUT, DELIVERY), (400, OUT, DELIVERY)])
    assert all(each.counterparty for each in drafts_of(reading))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Филу 700 за газпроверку, водителю 150, и 60 парковка",
            [(700, OUT, FITTING), (150, OUT, DELIVERY), (60, OUT, FUEL)],
        ),
        (
            "Phil 700 for the gas check, driver 150, and 60 parking",
            [(700, OUT, FITTING), (150, OUT, DELIVERY), (60, OUT, FUEL)],
        ),
        (
            "Роману 800 за ремонт даху, 120 за таксі",
            [(800, OUT, CashCategory.REPAIRS_MAINTENANCE), (120, OUT, FUEL)],
        ),
    ],
)
def test_a_purpose_of_one_part_is_of_no_other(read: Read, text: str, told: list[Moved]) -> None:
    assert_moved(read(text), told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "cleaner 500, gas bill 1340, advance to Kostia 1 000",
            [
                (500, OUT, CashCategory.SALARY),
                (1340, OUT, CashCategory.UTILITIES),
                (1000, OUT, CashCategory.SALARY_ADVANCE),
            ],
        ),
        (
            "зарплата Ользі 8000, аванс Петру 1000, кур'єр 200",
            [
                (8000, OUT, CashCategory.SALARY),
                (1000, OUT, CashCategory.SALARY_ADVANCE),
                (200, OUT, DELIVERY),
            ],
        ),
        (
            "sold pump 3000, prepayment order 3302 2000, courier 200",
            [
                (3000, IN, CashCategory.SALE_CASH),
                (2000, IN, CashCategory.CUSTOMER_PREPAYMENT),
                (200, OUT, DELIVERY),
            ],
        ),
    ],
)
def test_wages_and_sales_of_others_are_apart(read: Read, text: str, told: list[Moved]) -> None:
    assert_moved(read(text), told)


@pytest.mark.parametrize(
    "text", ["зарплата Ользі 8000, аванс 1000", "продала насос за 8000, з них передоплата 1000"]
)
def test_a_wage_and_an_advance_of_nobody_else_may_be_one(read: Read, text: str) -> None:
    reading = read(text)
    assert not (isinstance(reading, Understood) and len(reading.drafts) > 1)


@pytest.mark.parametrize(
    "text",
    [
        "Вася за монтаж 2к, Петро за монтаж 1,5к, бензин їм 500",
        "Roman for installation 1500, petrol for them 500",
    ],
)
def test_them_is_not_who_was_named_last(read: Read, text: str) -> None:
    assert drafts_of(read(text))[-1].counterparty is None


@pytest.mark.parametrize("text", ["кур'єр 200, ТОВ Вентс 450, вода 90", "courier 200, Vents 450"])
def test_no_sum_beside_a_brand_is_lost(read: Read, text: str) -> None:
    reading = read(text)
    assert not files_itself(reading)
    assert isinstance(reading, Unclear) or 450 in amounts_of(reading)


def test_goods_are_not_what_another_thing_is(read: Read) -> None:
    assert not files_itself(read("diesel 400 and parking 60 and wiper blades 230"))


@pytest.mark.parametrize(
    "text",
    [
        "кур'єр 200, бензин 300, разом 500",
        "courier 200, fuel 300, total 500",
        "курьер 200, бензин 300. Итого 500 грн",
        "courier 200 + fuel 300 = 500",
    ],
)
def test_a_total_of_different_things_is_left_out(read: Read, text: str) -> None:
    assert_moved(read(text), [(200, OUT, DELIVERY), (300, OUT, FUEL)])


def test_a_total_of_wares_is_what_was_paid(read: Read) -> None:
    assert amounts_of(read("фарба 640, пензлі 120, разом 760")) == [760]


@pytest.mark.parametrize(
    "text",
    [
        "кур'єр 200, а таксі сьогодні безкоштовно",
        "courier 200, taxi was free today",
        "курьер 200, такси бесплатно",
    ],
)
def test_what_was_free_is_not_what_was_paid_for(read: Read, text: str) -> None:
    assert_moved(read(text), [(200, OUT, DELIVERY)])
