"""Money, numbers and dates in three languages."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.currencies import DECIMALS
from ledger.money import MINOR_MAX, Money
from reports.numbers import (
    format_day,
    format_day_time,
    format_money,
    format_number,
    format_short,
)

LANGUAGES = ("en", "uk", "ru")


@pytest.mark.parametrize(
    ("minor", "currency", "language", "expected"),
    [
        (25_000, "UAH", "en", "₴250"),
        (25_000, "UAH", "uk", "250\xa0₴"),
        (125_050, "UAH", "uk", "1\xa0250,50\xa0₴"),
        (-125_050, "UAH", "ru", "−1\xa0250,50\xa0₴"),
        (-125_050, "UAH", "en", "−₴1,250.50"),
        (1_234_567, "KWD", "en", "KWD\xa01,234.567"),
        (9_999, "JPY", "uk", "9\xa0999\xa0¥"),
        (1_250, "USD", "uk", "12,50\xa0$"),
        (0, "EUR", "en", "€0"),
    ],
)
def test_money_reads_as_the_language_writes_it(
    minor: int, currency: str, language: str, expected: str
) -> None:
    assert format_money(Money(minor, currency), language) == expected


def test_decimals_are_kept_when_asked() -> None:
    assert format_money(Money(25_000, "UAH"), "uk", keeps_decimals=True) == "250,00\xa0₴"
    assert format_money(Money(250, "JPY"), "uk", keeps_decimals=True) == "250\xa0¥"


def test_a_plus_is_written_when_asked_and_never_before_nothing() -> None:
    assert format_money(Money(25_000, "UAH"), "en", has_plus=True) == "+₴250"
    assert format_money(Money(0, "UAH"), "en", has_plus=True) == "₴0"


@given(
    st.integers(-MINOR_MAX, MINOR_MAX),
    st.sampled_from(sorted(DECIMALS)),
    st.sampled_from(LANGUAGES),
)
def test_no_digit_of_an_amount_is_lost(minor: int, currency: str, language: str) -> None:
    money = Money(minor, currency)
    text = format_money(money, language)
    mark = "." if language == "en" else ","
    kept = "".join(letter for letter in text if letter.isdecimal() or letter == mark)
    digits = kept.replace(",", "") if language == "en" else kept.replace(",", ".")
    assert Decimal(digits.strip(".")) == abs(money.to_decimal())
    assert (minor < 0) == text.startswith("−")
    assert " " not in text


@pytest.mark.parametrize(
    ("minor", "language", "expected"),
    [
        (1_240_000, "uk", "12,4\xa0тис."),
        (1_240_000, "ru", "12,4\xa0тыс."),
        (-1_240_000, "en", "−12.4K"),
        (99_996, "en", "1K"),
        (99_994, "en", "999.9"),
        (99_999_999, "uk", "1\xa0млн"),
        (-4, "uk", "0"),
        (10**17, "uk", "1\xa0000\xa0трлн"),
        (0, "en", "0"),
    ],
)
def test_short_amounts_have_at_most_four_digits(minor: int, language: str, expected: str) -> None:
    assert format_short(Money(minor, "UAH"), language) == expected


def test_a_short_amount_takes_its_sign_when_asked() -> None:
    assert format_short(Money(1_240_000, "UAH"), "uk", has_sign=True) == "12,4\xa0тис.\xa0₴"
    assert format_short(Money(1_240_000, "EUR"), "en", has_sign=True) == "€12.4K"


def test_whole_numbers_come_in_groups() -> None:
    assert format_number(-1_234_567, "en") == "−1,234,567"
    assert format_number(1_234_567, "uk") == "1\xa0234\xa0567"


def test_days_are_written_in_words() -> None:
    day = dt.date(2026, 9, 3)
    assert format_day(day, "en") == "3\xa0September 2026"
    assert format_day(day, "uk") == "3\xa0вересня 2026\u202fр."
    assert format_day(day, "ru") == "3\xa0сентября 2026\u202fг."


def test_moments_are_written_in_their_own_zone() -> None:
    zone = dt.timezone(dt.timedelta(hours=3))
    moment = dt.datetime(2026, 9, 3, 14, 5, tzinfo=zone)
    assert format_day_time(moment, "en") == "3\xa0Sept 2026, 14:05"
    assert format_day_time(moment, "uk") == "3\xa0вер. 2026\u202fр., 14:05"


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = dt.datetime(2026, 9, 3, tzinfo=dt.UTC).replace(tzinfo=None)
    with pytest.raises(TypeError, match="aware"):
        format_day_time(naive, "en")
