"""Figures that only tell how things are, at home and in the shop: none of them moved cash."""

from collections.abc import Callable

import pytest

from parsing.reading import Missing, NotAnEntry, Reading, Unclear
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "показник світла 20417",
        "бронь до п'ятниці, насос 3200, Мельник",
        "продажи упали на 20%",
        "переоблік: бракує 2 кранів",
        "12 замовлень за тиждень, непогано",
        "до плана не хватает 20 000",
        "чули, що світло дорожчає до 4,32 за кіловат",
        "бензин уже по 62",
        "у мене зарплата 15 000 і я ще працюю тут",
        "собираем по 200 на подарок шефу",
        "збираємо по 100 на воду, здавайте до п'ятниці",
        "Оля, купи молока на 60",
        "зайди в банк, розміняй 2000",
        "заборгували постачальнику 12 000",
        "grab some milk for 60 on your way",
        "go to the bank and pay in 20000",
        "petrol's at 62 now",
        "only 12 orders this week",
        "pump reserved for Melnyk till Friday, 3200",
        "electricity bill came: 2180",
        "прийшов рахунок за світло 2180",
        "lost 50 on the lottery lol",
        "програла 100 грн Олі в карти",
        "what a day, 37 customers before lunch",
        "sizes 20 and 25 are out of stock",
        "part number 3318 discontinued",
        "the code for the alarm changed to 4417",
    ],
)
def test_what_is_only_told_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("купила молока на 60", 60),
        ("внесли бронь за насос 3200", 3200),
        ("прийшов рахунок за світло 2180, оплатила", 2180),
        ("за програму обліку 2 200", 2200),
        ("buy toner, it's 1450 at Rozetka", 1450),
        ("моя зарплата 12000, взяла", 12000),
        ("світло за показником 20417, заплатила 640", 640),
    ],
)
def test_what_was_done_beside_it_is_an_entry(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("deposit from Melnyk, forgot how much", Missing.AMOUNT),
        ("Мельник расплатился", Missing.AMOUNT),
        ("courier 200, don't remember which day", Missing.DATE),
        ("якось у травні кур'єру 200", Missing.DATE),
        ("в апреле курьеру 200", Missing.DATE),
    ],
)
def test_what_is_left_out_is_asked(read: Read, text: str, lacking: Missing) -> None:
    reading = read(text)
    assert isinstance(reading, Unclear)
    assert lacking in reading.missing


def test_a_sum_that_somebody_may_be_told_to_spend_is_read_back(read: Read) -> None:
    assert Missing.AMOUNT in only(read("buy toner, 1450")).doubts
