"""What is told beside the money: what the till held, parts by card, discounts, bounds, days."""

import datetime as dt
from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Missing, Reading, Unclear, files_itself
from tests.parsing.conftest import NOW
from tests.parsing.drafts import amounts_of, drafts_of, only

Read = Callable[[str], Reading]
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("opened with 1500. courier 220", [220]),
        ("till is 12 400 now, gave courier 300", [300]),
        ("courier 220. 8400 left in the till", [220]),
        ("В касі зранку 1500. Курʼєр 220", [220]),
        ("кур'єру 250, залишилось 6750", [250]),
        ("утром в кассе 1500, курьеру 220", [220]),
        ("в кассе 5 600. бензин 900", [900]),
        ("convector 4500, took off 10 percent for a regular, so 4050 in the drawer", [4050]),
    ],
)
def test_what_the_till_held_is_no_movement(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("boiler 30k, half by card", [15000]),
        ("бойлер 9 900, половина на карту", [4950]),
        ("котёл 40 000, половину перевели на карту, половину налом", [20000]),
        ("boiler 10k, 30% by card", [7000]),
        ("бойлер 9900 мінус знижка 400", [9500]),
        ("boiler 9900 less a 400 discount", [9500]),
        ("змішувач 2000 - 10%", [1800]),
        ("Kovalenko paid 3000 on Monday and 4000 yesterday for the pump", [3000, 4000]),
    ],
)
def test_a_part_is_computed_and_read_back(read: Read, text: str, amounts: list[int]) -> None:
    reading = read(text)
    assert amounts_of(reading) == amounts
    assert len(amounts) > 1 or not files_itself(reading)


@pytest.mark.parametrize(
    "text",
    [
        "от 300 до 400 за доставку отдал",
        "paid between 300 and 400 for taxi",
        "за таксі між 200 і 250 віддала",
        "бензин 800..900",
        "не більше 500 за прибирання віддала",
        "не меньше 500 за уборку отдала",
        "no more than 500 to the cleaner",
    ],
)
def test_bounds_are_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize("text", ["бойлер 9900 зі знижкою 10%", "pump 5000, 5% discount"])
def test_a_discount_that_may_be_off_already_is_read_back(read: Read, text: str) -> None:
    assert not files_itself(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "аванс Ігорю 3000 на матеріали для об'єкта",
        "видала Олегу аванс 1500 на фітинги",
        "advance to Ihor 2000 for materials",
    ],
)
def test_an_advance_to_buy_with_is_no_wage(read: Read, text: str) -> None:
    draft = only(read(text))
    assert (draft.direction, draft.category) == (CashDirection.OUT, CashCategory.SUPPLIER_GOODS)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("передвчора дав Романові 350 за виїзд", 2),
        ("позавчара отдала 350 курьеру", 2),
        ("day befor yesterday courier 300", 2),
        ("Вчера сдала выручку в банк, 57 300 гривен, сегодня принесла квитанцию", 1),
        ("yesterday I banked 20 000, brought the slip today", 1),
        ("вчора привезли плитку, сьогодні заплатила 5000", 0),
        ("this one belongs to yesterday: gave back 540 for a cracked cistern lid", 1),
        ("found 40 UAH extra when I counted the till last nite", 1),
        ("client left 2000 deposit, keep the boiler for him till the 19th", 0),
    ],
)
def test_the_day_is_that_of_the_money(read: Read, text: str, days: int) -> None:
    (draft,) = drafts_of(read(text))
    assert draft.booked_on == TODAY - dt.timedelta(days=days)


def test_days_of_two_events_are_read_back(read: Read) -> None:
    draft = only(read("у понеділок заплатила за інтернет 400, сьогодні дали квитанцію"))
    assert Missing.DATE in draft.doubts


@pytest.mark.parametrize(
    "text",
    [
        "в якийсь із тих днів віддала шістсот за воду",
        "в какой-то из дней отдала курьеру 300",
        "one of those days paid the courier 300",
        "на выходных курьеру 300",
        "десь на початку тижня віддала 300 кур'єру",
    ],
)
def test_a_day_that_is_told_vaguely_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert Missing.DATE in reading.missing
