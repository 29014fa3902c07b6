import datetime as dt

import pytest

from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount, read_date, read_who


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("350", 35000),
        ("1 250,50 грн", 125050),
        ("1,250.50", 125050),
        ("1.250,50", 125050),
        ("1.250", 125000),
        ("2k", 200000),
        ("2к", 200000),
        ("3 тыс", 300000),
        ("3,5 тис.", 350000),
        ("2 тис 500", 250000),
        ("3 thousand", 300000),
        ("12'500", 1250000),
        ("₴99", 9900),
    ],
)
def test_a_bare_amount_is_read(text: str, minor: int, lexicon: Lexicon) -> None:
    amount = read_amount(text, currency="UAH", lexicon=lexicon)
    assert amount == Money(minor, "UAH")


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$20", Money(2000, "USD")), ("50 usd", Money(5000, "USD")), ("30 євро", Money(3000, "EUR"))],
)
def test_a_written_currency_wins(text: str, amount: Money, lexicon: Lexicon) -> None:
    assert read_amount(text, currency="UAH", lexicon=lexicon) == amount


@pytest.mark.parametrize(
    "text",
    ["", "0", "-5", "yes", "350 40", "300-350", "about 300", "1,2500", "0,500", "007", "5 шт",
     "20%", "17:40", "0501234567", "$5 грн", "300 for fuel", "350?!-", "5/6", "100000000"],
)  # fmt: skip
def test_anything_but_one_amount_is_refused(text: str, lexicon: Lexicon) -> None:
    assert read_amount(text, currency="UAH", lexicon=lexicon) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", dt.date(2026, 5, 20)),
        ("вчора", dt.date(2026, 5, 19)),
        ("позавчера", dt.date(2026, 5, 18)),
        ("05.05", dt.date(2026, 5, 5)),
        ("5 May", dt.date(2026, 5, 5)),
        ("3 травня", dt.date(2026, 5, 3)),
        ("в пятницу", dt.date(2026, 5, 15)),
        ("on the 21st", dt.date(2026, 4, 21)),
        ("3 days ago", dt.date(2026, 5, 17)),
        ("2026-05-01", dt.date(2026, 5, 1)),
        ("01.05.26", dt.date(2026, 5, 1)),
    ],
)
def test_a_bare_day_is_read(text: str, day: dt.date, lexicon: Lexicon, now: dt.datetime) -> None:
    assert read_date(text, now=now, lexicon=lexicon) == day


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "30.02", "31.06", "25.12", "recently", "today or yesterday", "21.05.2026"],
)
def test_a_day_that_is_vague_impossible_or_ahead_is_refused(
    text: str, lexicon: Lexicon, now: dt.datetime
) -> None:
    assert read_date(text, now=now, lexicon=lexicon) is None


def test_the_end_of_last_year_is_near_enough_in_january(lexicon: Lexicon) -> None:
    january = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    assert read_date("28.12", now=january, lexicon=lexicon) == dt.date(2025, 12, 28)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from savchuk", "savchuk"),
        ("Савчук", "Савчук"),
        ("від Олени Гринько", "Олени Гринько"),
        ("thanks", None),
        ("ок, гарного дня", None),
        ("250", None),
        ("Savchuk took the tap and left for good", None),
    ],
)
def test_a_name_and_nothing_else(lexicon: Lexicon, text: str, name: str | None) -> None:
    assert read_who(text, lexicon=lexicon) == name
