"""What was settled otherwise than the figures first told: by the hour, rounded, less a fine."""

from collections.abc import Callable

import pytest

from ledger.cash import CashCategory, CashDirection
from parsing.reading import Reading
from tests.parsing.drafts import amounts_of, only

Read = Callable[[str], Reading]
IN, OUT = CashDirection.IN, CashDirection.OUT


@pytest.mark.parametrize(
    ("text", "amount", "way"),
    [
        ("paid the loader 8 hours at 200", 1600, OUT),
        ("cleaner, 3 hours, 300 an hour", 900, OUT),
        ("грузчик 3 часа, 300 в час", 900, OUT),
        ("прибиральниця 3 години по 300", 900, OUT),
        ("кур'єру 300 і 50 на чай", 350, OUT),
        ("кран 1503, взяла рівно 1500", 1500, IN),
        ("4 985, взяла 5000 без здачі, насос", 5000, IN),
        ("pump 4 985, took 4980 for round", 4980, IN),
        ("кран 950, дал 1000, сдачи не надо", 1000, IN),
        ("tap was 950, he gave 1000 and said keep the change", 1000, IN),
        ("tap 2000, he was 50 short, took 1950", 1950, IN),
        ("кран 2000, 50 не вистачило, взяла 1950", 1950, IN),
        ("зарплата Олі 8000 мінус штраф 500", 7500, OUT),
        ("wages Ivan 8000, had 2000 advance, paid 6000", 6000, OUT),
        ("зарплата Ивану 8000 минус аванс 500", 7500, OUT),
        ("gave a 600 deposit for the gas cylinders", 600, OUT),
        ("залог за бутлі 200", 200, OUT),
    ],
)
def test_what_was_settled_is_to_be_confirmed(
    read: Read, text: str, amount: int, way: CashDirection
) -> None:
    draft = only(read(text))
    assert amounts_of(read(text)) == [amount]
    assert draft.direction is way
    assert not draft.is_confident


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("courier waited 2 hours, paid 300", [300]),
        ("paid the courier 200 at 8 hours", [200]),
        ("вода 100, 50 на каву", [100, 50]),
        ("таксі 180, дала 200, здачі не треба", [200]),
    ],
)
def test_what_is_told_as_it_was_stays(read: Read, text: str, amounts: list[int]) -> None:
    assert amounts_of(read(text)) == amounts


def test_a_fine_less_a_wage_is_a_wage(read: Read) -> None:
    assert only(read("зарплата Олі 8000 мінус штраф 500")).category is CashCategory.SALARY
