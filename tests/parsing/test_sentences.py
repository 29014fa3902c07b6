"""Sentences that each say what moved, and clauses beside what a till is short or over by."""

import pytest

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from tests.parsing.conftest import ReadOnce
from tests.parsing.drafts import Moved, amounts_of, assert_moved, drafts_of, only

NOW = "2026-11-18T15:00:00"
IN, OUT = CashDirection.IN, CashDirection.OUT
SALE, ADS = CashCategory.SALE_CASH, CashCategory.ADVERTISING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "here lol. sold a mixer to the neighbour 1290. Promo post in the group, 900 cash",
            [(1290, IN, SALE), (900, OUT, ADS)],
        ),
        (
            "земельний податок 2 півріччя 2150. Оренда офісу, друга частина 9 000",
            [(2150, OUT, CashCategory.TAXES_FEES), (9000, OUT, CashCategory.RENT)],
        ),
        (
            "утром заправка 1 200, вечером мойка машины 300. Коробки ещё 330",
            [
                (1200, OUT, CashCategory.FUEL_TRANSPORT),
                (300, OUT, CashCategory.FUEL_TRANSPORT),
                (330, OUT, CashCategory.PACKAGING_SUPPLIES),
            ],
        ),
        (
            "30 l diesel for the van 1 725, till's 40 short tonight",
            [(1725, OUT, CashCategory.FUEL_TRANSPORT), (40, OUT, CashCategory.CASH_SHORTAGE)],
        ),
        (
            "installer Коля 2k cash, излишек 12",
            [(2000, OUT, CashCategory.INSTALLER_SERVICES), (12, IN, CashCategory.CASH_SURPLUS)],
        ),
    ],
)
def test_each_says_what_moved(text: str, told: list[Moved], read_once: ReadOnce) -> None:
    assert_moved(read_once(text, NOW), told)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("продали котел. Прийшов Савчук. 12 400 готівкою", 12400),
        ("kids bike, 2 tubes + puncture. Dad gave a 500, gave him back 95", 405),
        ("counted the till, 3 860 in it, 40 short", 40),
    ],
)
def test_a_story_in_sentences_is_one(text: str, amount: int, read_once: ReadOnce) -> None:
    assert only(read_once(text, NOW)).amount == Money(amount * 100, "UAH")


def test_a_day_that_is_told_first_is_the_next_sentences_too(read_once: ReadOnce) -> None:
    reading = read_once("Вторник, 17 число. Принял 1 290 за смеситель. Курьеру отдал 110", NOW)
    assert amounts_of(reading) == [1290, 110]
    assert [f"{each.booked_on}" for each in drafts_of(reading)] == ["2026-11-17"] * 2


def test_money_down_in_one_currency_is_no_count_beside_another(read_once: ReadOnce) -> None:
    text = "3,500 down payment on a towel rail, Kravets, 250 euro from Mr Weber for a manifold"
    assert amounts_of(read_once(text, NOW)) == [3500, 250]
