"""The first and the last day of a month that is named, and other things told in few words."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import CashDraft, Missing, NotAnEntry, Reading, Unclear, Understood

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


def drafts_of(reading: Reading) -> tuple[CashDraft, ...]:
    assert isinstance(reading, Understood | Unclear), reading
    return reading.drafts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("в останній день квітня віддала за оренду 14 200", dt.date(2026, 4, 30)),
        ("останнього дня минулого місяця продала кран за 800", dt.date(2026, 4, 30)),
        ("on the last day of February paid the cleaner 700", dt.date(2026, 2, 28)),
        ("paid the cleaner 700 on the last day of December", dt.date(2025, 12, 31)),
        ("last day of last month sold a tap, 800", dt.date(2026, 4, 30)),
        ("в последний день марта зп Кириллу 13 700", dt.date(2026, 3, 31)),
        ("последнего числа октября аренда 9000", dt.date(2025, 10, 31)),
        ("on the first day of April sold a hose for 300", dt.date(2026, 4, 1)),
        ("першого дня травня продала шланг за 300", dt.date(2026, 5, 1)),
    ],
)
def test_the_edge_of_a_month_is_a_day(read: Read, text: str, day: dt.date) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == day


@pytest.mark.parametrize(
    "text",
    [
        "late one from yesterday: sold siphon 410",
        "one more from yesterday: sold a siphon 410",
        "ще за вчора: продала сифон 410",
        "ещё одна за вчера: продала сифон 410",
    ],
)
def test_a_day_before_a_colon_is_the_day_of_what_follows(read: Read, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == dt.date(2026, 5, 19)


@pytest.mark.parametrize("text", ["в последний день мая аренда 9000", "last day of May rent 9000"])
def test_a_last_day_still_to_come_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert reading.drafts[0].booked_on is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "продали душову стійку за дві тисячі двісті заплатили водієві триста за розвезення",
            [(IN, 2200), (OUT, 300)],
        ),
        ("sold two taps for 900 paid the cleaner 300", [(IN, 900), (OUT, 300)]),
        ("взяла за насос 1500 заплатила курьеру 120", [(IN, 1500), (OUT, 120)]),
        ("Вернули Соне 560 за кран, взамен продали другой за 810", [(OUT, 560), (IN, 810)]),
        ("gave Ivan 400 back for a tap, instead sold another for 650", [(OUT, 400), (IN, 650)]),
        ("повернули Ніні 300 за шланг, натомість продали інший за 450", [(OUT, 300), (IN, 450)]),
    ],
)  # fmt: skip
def test_two_movements_in_a_breath_stay_two(
    read: Read, text: str, told: list[tuple[CashDirection, int]]
) -> None:
    found = [(each.direction, each.amount and each.amount.minor) for each in drafts_of(read(text))]
    assert found == [(way, amount * 100) for way, amount in told]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("order 2913: 6000 down, the rest when installed", CashCategory.CUSTOMER_PREPAYMENT),
        ("2000 down on order 3011 from Petrov", CashCategory.CUSTOMER_PREPAYMENT),
        ("передала 3 000 на касу другого магазину", CashCategory.DESK_TRANSFER),
        ("шеф положил в кассу 3 тыщи мелкими", CashCategory.OWNER_CONTRIBUTION),
        ("Andrii got 600 from the till for the service call", CashCategory.INSTALLER_SERVICES),
    ],
)
def test_what_it_was_is_heard(read: Read, text: str, category: CashCategory) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.category == category
    assert draft.amount is not None
    assert draft.amount.minor in {600_000, 200_000, 300_000, 60_000}


@pytest.mark.parametrize(
    "text",
    [
        "газ 1 870, вода 402, світло 2 955",
        "electricity 900, water 300, gas 410",
        "свет 900, вода 430",
    ],
)
def test_water_beside_other_bills_is_a_bill(read: Read, text: str) -> None:
    assert {each.category for each in drafts_of(read(text))} == {CashCategory.UTILITIES}


@pytest.mark.parametrize(
    "text",
    [
        "aircon crew comes Tuesday at 9, prepare 4 000 for them",
        "приїде бригада, підготуй їм 4 000",
        "завтра придёт поставщик, приготовь 12 000",
    ],
)
def test_what_is_to_be_prepared_has_not_moved(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    "text", ["получіла 1300 за кран, тойсть 1 350", "взяла 1300, то бишь 1 350"]
)
def test_that_is_puts_a_sum_right(read: Read, text: str) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.amount is not None
    assert draft.amount.minor == 135_000


def test_march_in_latin_letters_is_a_month_behind_a_day(read: Read) -> None:
    (draft,) = drafts_of(read("31 marta zaplatyly arendu 17 300"))
    assert (draft.booked_on, draft.counterparty) == (dt.date(2026, 3, 31), None)


@pytest.mark.parametrize(
    "text",
    ["на тижні якось дала двірнику 300", "на неделе платили за воду 140", "на тижні кур'єр 220"],
)
def test_some_day_of_the_week_is_asked_for(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.DATE in reading.missing
