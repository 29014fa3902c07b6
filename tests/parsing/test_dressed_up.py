"""What stands around a message, or how its figures are written, is no part of what it tells."""

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.reading import Missing, NotAnEntry, Unclear, Understood
from tests.parsing.conftest import ReadOnce
from tests.parsing.drafts import only

NOW = "2026-11-30T14:30:00"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("ПРИ ПЕРЕРАХУНКУ ВИЛІЗ МІНУС СТО ДВАДЦЯТЬ П'ЯТЬ ГРН", 125),
        ("PAID 6X150 TO THE MOVERS", 900),
        ("BOUGHT NEW DRILL BITS, 3 X 120", 360),
        ("взяв з каси 1,2к на бензин", 1200),
        ("з каси 1 200 на бензин", 1200),
        ("таксі з насосом на Позняки 230.", 230),
        ("таксі з насосом на Позняки 230 👍", 230),
        ("order 3985, 14 000 total: 7 500 went on the card, 6 500 in notes", 6500),
        ("разом 9 200, карткою 4 000, готівкою 5 200 за насос", 5200),
    ],
)
def test_an_amount_is_what_moved(text: str, amount: int, read_once: ReadOnce) -> None:
    assert only(read_once(text, NOW)).amount == Money(amount * 100, "UAH")


def test_a_garage_is_no_hundred(read_once: ReadOnce) -> None:
    assert only(read_once("заплатив на СТО 2400 за масло", NOW)).amount == Money(240000, "UAH")


@pytest.mark.parametrize(
    "text",
    [
        "уборщице Кате заплатила 5 000, дата стоит 32.01",
        "35 числа зарплата Оксані 11 300",
        "33.05 кур'єр 300",
    ],
)
def test_a_day_that_no_month_has_is_asked(text: str, read_once: ReadOnce) -> None:
    reading = read_once(text, NOW)
    assert isinstance(reading, Unclear)
    assert Missing.DATE in reading.missing


@pytest.mark.parametrize("text", ["хлеб 32.05", "бензин 5 л 32.05"])
def test_a_price_is_no_day(text: str, read_once: ReadOnce) -> None:
    assert only(read_once(text, NOW)).amount == Money(3205, "UAH")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("cleaner 350, чек в папке", CashCategory.SALARY),
        ("стрічка 240 got the receipt", CashCategory.PACKAGING_SUPPLIES),
        ("printer toner, 2 at 640 got the receipt", CashCategory.OFFICE_HOUSEHOLD),
        ("hi! отправили курьера, 220, квитанция есть", CashCategory.DELIVERY),
    ],
)
def test_a_proof_that_is_kept_says_nothing_of_what_for(
    text: str, category: CashCategory, read_once: ReadOnce
) -> None:
    draft = only(read_once(text, NOW))
    assert (draft.direction, draft.category) == (CashDirection.OUT, category)


def test_each_of_two_things_has_its_own_proof(read_once: ReadOnce) -> None:
    reading = read_once("за воду 180, чек у папці, за папір 90", NOW)
    assert isinstance(reading, Understood)
    assert [each.amount for each in reading.drafts] == [Money(18000, "UAH"), Money(9000, "UAH")]


@pytest.mark.parametrize("opening", ["добрий день! ", "Tilly, ", "запиши: ", "hi, ", "- ", "1) "])
def test_a_heading_dates_what_follows_an_opening(opening: str, read_once: ReadOnce) -> None:
    draft = only(read_once(f"{opening}заполняю субботний журнал: продал бойлер 7 200", NOW))
    assert draft.amount == Money(720000, "UAH")
    assert f"{draft.booked_on}" == "2026-11-28"


def test_a_minus_before_a_sum_is_no_bullet(read_once: ReadOnce) -> None:
    draft = only(read_once("- 500 кур'єр", NOW))
    assert (draft.direction, draft.amount) == (CashDirection.OUT, Money(50000, "UAH"))


@pytest.mark.parametrize("text", ["добрий день!", "hi", "Tilly", "- "])
def test_an_opening_alone_is_no_entry(text: str, read_once: ReadOnce) -> None:
    assert isinstance(read_once(text, NOW), NotAnEntry)


def test_a_surname_that_paid_back_a_loan(read_once: ReadOnce) -> None:
    draft = only(read_once("Tkachuk (0667778899) paid back the 5,000 we lent him", NOW))
    assert (draft.direction, draft.category) == (CashDirection.IN, CashCategory.OTHER_INCOME)
