"""Figures that only tell how things are, at home and in the shop: none of them moved cash."""

from collections.abc import Callable

import pytest

from parsing.reading import NotAnEntry, Reading
from tests.parsing.drafts import amounts_of

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
    ],
)
def test_what_is_only_told_is_no_entry(read: Read, text: str) -> None:
    assert isinstance(read(text), NotAnEntry)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("купила молока на 60", 60),
        ("внесли бронь за насос 3200", 3200),
        ("моя зарплата 12000, взяла", 12000),
        ("світло за показником 20417, заплатила 640", 640),
    ],
)
def test_what_was_done_beside_it_is_an_entry(read: Read, text: str, amount: int) -> None:
    assert amounts_of(read(text)) == [amount]
