"""Words and figures that are meant otherwise than they look: stairs, pumps, names, pairs."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, PREPAID = CashCategory.SALE_CASH, CashCategory.CUSTOMER_PREPAYMENT
FUEL, SALARY = CashCategory.FUEL_TRANSPORT, CashCategory.SALARY
PACKAGING, GOODS = CashCategory.PACKAGING_SUPPLIES, CashCategory.SUPPLIER_GOODS


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("пісок посипати сходи 70", 70, CashCategory.OFFICE_HOUSEHOLD),
        ("лампочка на сходи 65", 65, CashCategory.OFFICE_HOUSEHOLD),
        ("килимок під сходи 210", 210, CashCategory.OFFICE_HOUSEHOLD),
        ("вивіз купи сміття 300", 300, CashCategory.UTILITIES),
    ],
)
def test_stairs_and_heaps_bid_nobody(
    read: Read, text: str, amount: int, category: CashCategory
) -> None:
    assert_moved(read(text), [(amount, OUT, category)])


@pytest.mark.parametrize(
    "text", ["сходи в банк і здай 5000", "сходи купи води 40", "купи папір 200"]
)
def test_what_is_bidden_is_not_done(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Марта заплатила 4 300 за кран", "Марта"),
        ("Марта оставила предоплату 2000", "Марта"),
        ("April paid 2 300 for the pump", "April"),
        ("дала Марте 500 на такси", "Марте"),
        ("вчора Марта заплатила 4 300 за кран", "Марта"),
    ],
)
def test_a_month_before_what_somebody_did_is_a_name(read: Read, text: str, name: str) -> None:
    assert only(read(text)).counterparty == name


@pytest.mark.parametrize(
    "text",
    [
        "15 Марта оплатила аренду 9000",
        "15 marta zaplatyly arendu 9000",
        "rent for May handed over, 12 000",
    ],
)
def test_a_month_behind_a_number_or_for_is_nobody(read: Read, text: str) -> None:
    assert only(read(text)).counterparty is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("отпускные розе 7 200", "розе"),
        ("відпускні лілії 7 000", "лілії"),
        ("зарплата марта 12 000", "марта"),
        ("зп макс 8000", "макс"),
        ("премия надежде 1500", "надежде"),
        ("зп: роза 8000", "роза"),
        ("wages lily 9000", "lily"),
    ],
)
def test_whose_wage_it_is_may_be_called_as_a_flower(read: Read, text: str, name: str) -> None:
    found = only(read(text))
    assert (found.category, found.counterparty) == (SALARY, name)


def test_a_wage_that_rose_is_nobodys(read: Read) -> None:
    assert only(read("salary rose to 9000")).counterparty is None


@pytest.mark.parametrize(
    ("text", "amount", "order"),
    [
        (
            "order thirty one eighteen picked up, they paid three thousand two hundred",
            3200,
            "3118",
        ),
        ("order number thirty one oh five paid four hundred eighty", 480, "3105"),
        ("замовлення двадцять шість сорок забрали, заплатили дві тисячі сто", 2100, "2640"),
        ("замовлення тридцять один нуль п'ять, 2 400", 2400, "3105"),
        ("заказ тридцать три двенадцать 1 900", 1900, "3312"),
        ("deposit for order twenty nine eleven two thousand", 2000, "2911"),
    ],
)
def test_an_order_may_be_dictated_as_two_pairs(
    read: Read, text: str, amount: int, order: str
) -> None:
    reading = read(text)
    assert amounts_of(reading) == [amount]
    assert only(reading).order_reference == order


def test_two_pairs_are_no_order_where_no_sum_is_told(read: Read) -> None:
    assert isinstance(read("order twenty one fifty five"), Unclear)


@pytest.mark.parametrize(
    ("text", "amount", "firm"),
    [
        ("бензин 900 WOG, колонка 3", 900, "WOG"),
        ("дизель 1 400 колонка №2", 1400, None),
        ("diesel 1 850, pump 3", 1850, None),
        ("petrol 1 200 OKKO pump no 4", 1200, "OKKO"),
        ("5 колонка, бензин 1 000", 1000, None),
        ("benzyn 900 kolonka 4", 900, None),
    ],
)
def test_which_pump_it_was_is_no_sum(read: Read, text: str, amount: int, firm: str | None) -> None:
    reading = read(text)
    assert_moved(reading, [(amount, OUT, FUEL)])
    assert only(reading).counterparty == firm


def test_a_water_heater_is_no_petrol_pump(read: Read) -> None:
    assert amounts_of(read("бензин 500, колонка 6 200")) == [500, 6200]


@pytest.mark.parametrize(
    "text",
    [
        "5 200 in the till atm",
        "atm there is 4 500 in the safe",
        "the till has 2 350 atm.",
        "got 3 100 in the register atm",
        "balance atm 7 450",
    ],
)
def test_what_lies_there_at_the_moment_did_not_move(read: Read, text: str) -> None:
    assert read(text) == NotAnEntry()


@pytest.mark.parametrize("text", ["withdrew 5000 atm", "5000 from atm", "cash 5000 atm"])
def test_a_cash_machine_gave_money(read: Read, text: str) -> None:
    assert_moved(read(text), [(5000, IN, CashCategory.CASH_FROM_BANK)])


@pytest.mark.parametrize(
    "text",
    [
        "parcel bags 130",
        "parcel labels 140",
        "shipping tape 70",
        "courier sleeves 140",
        "поштові пакети 130",
        "посылочные пакеты 130",
        "сейф-пакети 190",
        "конверты для отправок 77",
    ],
)
def test_what_parcels_are_packed_in_is_packaging(read: Read, text: str) -> None:
    (found,) = drafts_of(read(text))
    assert (found.direction, found.category) == (OUT, PACKAGING)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("аванс бригаді 8000, об'єкт Гостомель", None),
        ("avans brygadi 7000, obiekt Vorzel", None),
        ("installers 7 200, site Irpin", None),
        ("Петру 4000 за монтаж, объект Гатное", "Петру"),
        ("вантажникам 800, об'єкт вул. Садова 5", None),
        ("об'єкт Петренко заплатив 5 000", "Петренко"),
    ],
)
def test_a_site_is_where_and_nobody(read: Read, text: str, name: str | None) -> None:
    assert only(read(text)).counterparty == name
