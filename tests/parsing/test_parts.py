"""Parts of an amount and ranges of days, as people type them."""

import datetime as dt

import pytest

from ledger.accounts import LANGUAGES
from ledger.cash import CashCategory
from locales.words import words_of
from parsing.annotation.word_lists import load_lexicon
from parsing.answers.day_range import read_days
from parsing.answers.parts import PartsReader
from parsing.memory.memory import memory_of

NOW = dt.datetime(2026, 11, 28, 15, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))
NAMES = {
    words_of(language).category(each).casefold(): each
    for language in LANGUAGES
    for each in CashCategory
}
READER = PartsReader(NOW, "UAH", NAMES, load_lexicon(), memory_of(()))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("300 fuel, 700 delivery", [(300, "fuel_transport"), (700, "delivery")]),
        ("300 пальне, 700 доставка", [(300, "fuel_transport"), (700, "delivery")]),
        ("300 топливо и 700 доставка", [(300, "fuel_transport"), (700, "delivery")]),
        ("400 goods; 600 installer", [(400, "supplier_goods"), (600, "installer_services")]),
        ("700 продаж\n300 передоплата", [(700, "sale_cash"), (300, "customer_prepayment")]),
        ("300 Пальне і транспорт", [(300, "fuel_transport")]),
        ("200 office", [(200, "office_household")]),
        ("300", [(300, None)]),
        ("250 чужое", [(250, None)]),
        ("300 x, 20 y", [(300, None), (20, None)]),
        ("hello", None),
        ("", None),
    ],
)
def test_parts_are_read(text: str, parts: list[tuple[int, str | None]] | None) -> None:
    found = READER.read(text)
    told = found and [(each.amount.minor // 100, each.category) for each in found]
    assert told == parts


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[dt.date, dt.date]:
    return dt.date(*first), dt.date(*last)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01.11", days((2026, 11, 1), (2026, 11, 1))),
        ("yesterday", days((2026, 11, 27), (2026, 11, 27))),
        ("01.11-15.11", days((2026, 11, 1), (2026, 11, 15))),
        ("01.11 – 30.11", days((2026, 11, 1), (2026, 11, 28))),
        ("2026-11-01 - 2026-11-15", days((2026, 11, 1), (2026, 11, 15))),
        ("позавчора-сьогодні", days((2026, 11, 26), (2026, 11, 28))),
        ("november", days((2026, 11, 1), (2026, 11, 28))),
        ("за жовтень", days((2026, 10, 1), (2026, 10, 31))),
        ("в декабре", days((2025, 12, 1), (2025, 12, 31))),
        ("october 2025", days((2025, 10, 1), (2025, 10, 31))),
        ("02.2024", days((2024, 2, 1), (2024, 2, 29))),
        ("2026-10", days((2026, 10, 1), (2026, 10, 31))),
        ("15.11-01.11", None),
        ("01.12.2027", None),
        ("12.2026", None),
        ("13.2026", None),
        ("nonsense", None),
    ],
)
def test_days_are_read(text: str, found: tuple[dt.date, dt.date] | None) -> None:
    assert read_days(text, now=NOW, lexicon=READER.lexicon) == found
