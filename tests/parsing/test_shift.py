"""A shift that ends or begins, in whatever language it is told."""

import pytest

from parsing.answers.shift import ShiftAct, ShiftTold, read_shift


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("counted the till: 12,350", "12,350"),
        ("порахувала касу 12 350 грн", "12 350"),
        ("закриваю зміну", ""),
        ("пересчитала, в кассе 12350", "12350"),
        ("Закрыла кассу 500x3 200x7", "500x3 200x7"),
    ],
)
def test_a_count_is_told(text: str, figures: str) -> None:
    assert read_shift(text) == ShiftTold(ShiftAct.COUNT, figures)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("handing over the till to Lina", ShiftAct.GIVE),
        ("передаю зміну Ліні", ShiftAct.GIVE),
        ("сдаю смену", ShiftAct.GIVE),
        ("took over the shift", ShiftAct.TAKE),
        ("прийняла касу", ShiftAct.TAKE),
        ("приняла смену", ShiftAct.TAKE),
    ],
)
def test_a_handover_is_told(text: str, act: ShiftAct) -> None:
    assert read_shift(text) == ShiftTold(act, "")


@pytest.mark.parametrize(
    "text",
    [
        "500 за смену",
        "зарплата за зміну 800",
        "сдала кассу 12000",
        "посчитай кассу",
        "закрыла долг 500",
        "handed the courier 220",
        "передала 5000 в касу складу",
        "закрила касу, заплатила кур'єру 200",
    ],
)
def test_cash_and_questions_are_none(text: str) -> None:
    assert read_shift(text) is None
