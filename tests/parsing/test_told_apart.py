"""What is told apart from its sum: a currency, who needed it, a loan that went back, a day."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import NotAnEntry, Reading, Unclear
from tests.parsing.drafts import Moved, assert_moved, drafts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, GOODS = CashCategory.SALE_CASH, CashCategory.SUPPLIER_GOODS
DRAW, DELIVERY = CashCategory.OWNER_DRAW, CashCategory.DELIVERY
GOT, SPENT = CashCategory.OTHER_INCOME, CashCategory.OTHER_EXPENSE
UPKEEP, OFFICE = CashCategory.REPAIRS_MAINTENANCE, CashCategory.OFFICE_HOUSEHOLD
FUEL, FITTING = CashCategory.FUEL_TRANSPORT, CashCategory.INSTALLER_SERVICES
FROM_BANK, PUT_IN = CashCategory.CASH_FROM_BANK, CashCategory.OWNER_CONTRIBUTION


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("owner took €... no, dollars, 400", "USD"),
        ("boss took 400, dollars", "USD"),
        ("власник взяв долари, 400", "USD"),
        ("gave euros, 400, to the owner", "EUR"),
        ("клієнт дав доларами, 400, за котел", "USD"),
        ("таксі 400, доларів нема", "UAH"),
    ],
)
def test_a_currency_beside_a_sign_is_the_sums(read: Read, text: str, currency: str) -> None:
    amount = only(read(text)).amount
    assert amount is not None
    assert (amount.currency, amount.minor) == (currency, 40_000)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("boss needs cash, gave him 900", DRAW),
        ("director wants money, he got 900 from me", DRAW),
        ("директору треба гроші, дала йому 900", DRAW),
        ("курьеру нужны деньги, отдала 900", DELIVERY),
    ],
)
def test_who_of_ours_needed_money_got_it(read: Read, text: str, category: CashCategory) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (OUT, category)


def test_what_is_only_needed_is_no_entry(read: Read) -> None:
    assert isinstance(read("owner needs cash tomorrow"), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "way", "category"),
    [
        ("сусід позичав у нас 700, сьогодні повернув", IN, GOT),
        ("соседка занимала у нас 700, вернула", IN, GOT),
        ("the lady next door borrowed 700 from us, brought it back", IN, GOT),
        ("Петро позичав у нас 700, віддав", IN, GOT),
        ("ми позичали у сусіда 700, сьогодні віддали", OUT, SPENT),
        ("позичала в сусідки 700, віддала", OUT, SPENT),
        ("сусідка позичила нам 700", IN, GOT),
    ],
)
def test_a_loan_that_went_back_goes_the_other_way(
    read: Read, text: str, way: CashDirection, category: CashCategory
) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (way, category)


def test_a_loan_went_back_on_the_day_that_is_told_then(read: Read) -> None:
    draft = only(read("сусідка позичала у нас 700 в понеділок, вчора віддала"))
    assert draft.booked_on == dt.date(2026, 5, 19)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.5 кур'єру 200", dt.date(2026, 5, 3)),
        ("5.4 таксі 120", dt.date(2026, 4, 5)),
        ("12.5 paid for fuel 900", dt.date(2026, 5, 12)),
        ("2.5 кг цвяхів 300", dt.date(2026, 5, 20)),
        ("перевезли стелажі з другого складу, 900", dt.date(2026, 5, 20)),
        ("таксі від першого магазину 120", dt.date(2026, 5, 20)),
        ("второго числа такси 120", dt.date(2026, 5, 2)),
        ("2.5 тис аванс Олегу", dt.date(2026, 5, 20)),
    ],
)
def test_a_short_day_opens_what_it_is_of(read: Read, text: str, day: dt.date) -> None:
    assert only(read(text)).booked_on == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sold pump 3,100; valve 280; Igor petrol 600",
         [(3100, IN, SALE), (280, IN, SALE), (600, OUT, FUEL)]),
        ("продала насос 3100\nкран 280\nкур'єр 120",
         [(3100, IN, SALE), (280, IN, SALE), (120, OUT, DELIVERY)]),
        ("купила у Теплоцентрі насос 3100; кран 280", [(3100, OUT, GOODS), (280, OUT, GOODS)]),
    ],
)  # fmt: skip
def test_what_a_first_line_did_holds_for_bare_goods(
    read: Read, text: str, told: list[Moved]
) -> None:
    assert_moved(read(text), told)
    assert not drafts_of(read(text))[1].is_confident


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("got 400 for delivering a boiler to the customer", (400, IN, SALE)),
        ("Kovalchuk brought the rest for the boiler, 8 300", (8300, IN, SALE)),
        ("for the boiler Kovalchuk brought the rest, 8 300", (8300, IN, SALE)),
        ("Ігор приніс решту з муфт 120", (120, IN, GOODS)),
        ("взяли муфт на продаж 650", (650, OUT, GOODS)),
        ("взяли у швачки 10 фартухів на продаж, 2000", (2000, OUT, GOODS)),
        ("Мурад, що труби возить, взяв за рейс 1 700", (1700, OUT, DELIVERY)),
        ("Іван, що котли ставить, взяв за монтаж 1500", (1500, OUT, FITTING)),
        ("НП за повернення 180", (180, OUT, DELIVERY)),
        ("paid Nova Poshta 180 for the return", (180, OUT, DELIVERY)),
        ("доставка з Кропивницького 900", (900, OUT, DELIVERY)),
        ("посилка з Миколаєва 120", (120, OUT, DELIVERY)),
        ("за підшипник до вентилятора тепловізки 160", (160, OUT, UPKEEP)),
        ("на средства мыть окна 230", (230, OUT, OFFICE)),
        ("took 6 000 off the bank account for the till", (6000, IN, FROM_BANK)),
        ("взнос шефа 20 000 на зарплату", (20000, IN, PUT_IN)),
        ("внесок директора 20 000 на оренду", (20000, IN, PUT_IN)),
    ],
)
def test_what_moved(read: Read, text: str, told: Moved) -> None:
    assert_moved(read(text), [told])


@pytest.mark.parametrize(
    "text",
    [
        "the bank took 80 off the bank account",
        "supplier took 300 off the bank account",
        "they took 300 from the account",
    ],
)
def test_who_took_it_from_the_account_himself_brought_no_cash(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text", ["Обміняла 150$ по 41,5 отримала 6225 грн", "exchanged 150 dollars at 41.5, got 6225"]
)
def test_money_that_was_changed_is_asked(read: Read, text: str) -> None:
    assert isinstance(read(text), Unclear)
