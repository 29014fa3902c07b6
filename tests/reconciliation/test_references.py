"""Which numbers of a text may be an order's."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconciliation.evidence.references import (
    Reference,
    Told,
    loose_days,
    near_numbers,
    own_reference,
    references,
)
from reconciliation.evidence.spelling import is_slip


def labelled(text: str) -> list[str]:
    return [each.number for each in references(text) if each.told is Told.LABELLED]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("№27518 радіатор Korado 22 500x1000", ["27518"]),
        ("опл за радіатор Purmo 22 заказ №27519 от 14.09.26", ["27519"]),
        ("Оплата зг. рах. №27530 від 18.09.2026, у т.ч. ПДВ 20% 6148.33 грн.", ["27530"]),
        ("Payment for order 27558, 27559", ["27558", "27559"]),
        ("рах. 27558 та 27559", ["27558", "27559"]),
        ("27535", ["27535"]),
        ("04.09.26 49348", ["49348"]),
        ("49427, 49428, 49429", ["49427", "49428", "49429"]),
        ("зам.27525", ["27525"]),
        ("рах. №50561р від 20.05.26", ["50561"]),
        ("за товар 380671234567", []),
        ("Оплата тел. 067 123 45 67", []),
        ("Повернення за неякісний товар, акт 652", []),
        ("Оплата за договором № 58913 від 26.11.2025", []),
        ("ІПН 6705791484; 58380", []),
        ("23709 пилосос Zelmer", ["23709"]),
        ("клієнт Еколайн-Буд, зам. 61464", ["61464"]),
        ("218883 від 21.08.26 за техніку", ["218883"]),
    ],
)
def test_what_is_said_to_be_an_order_is_told_from_all_other_numbers(
    text: str, numbers: list[str]
) -> None:
    assert labelled(text) == numbers


def test_a_number_may_have_its_thousands_apart_and_a_measure_is_none() -> None:
    assert [each.number for each in references("частина 1: 70.198")] == ["70198"]
    assert not references("кабель 12.500 м, вага 1.250 кг, 23.06.2026")


def test_a_number_keeps_the_letters_that_it_is_glued_to() -> None:
    found = references("purchase order A825077")
    assert [(each.number, each.prefix) for each in found] == [("825077", "a")]


def test_a_day_belongs_to_the_number_before_it_or_to_none() -> None:
    text = "Оплата від 20.05.26, рах. №50561 від 19.05.2026, договір № 93784 від 02.05.2026"
    assert references(text)[0].day == dt.date(2026, 5, 19)
    assert loose_days(text) == {dt.date(2026, 5, 20)}
    assert loose_days("рах. 50561 від 31.02.26, 30.02.2026") == set()


def test_parts_and_endings_are_put_together_as_a_possibility() -> None:
    assert ("27518", Told.SPELLED) in [(e.number, e.told) for e in references("зам 27 518")]
    assert ("27559", Told.SPELLED) in [(e.number, e.told) for e in references("рах. 27558/59")]
    spaced = references("рахунку №63831 884 від 23.03.2026")
    assert ("63831884", Told.SPELLED) in [(e.number, e.told) for e in spaced]
    assert "24326" not in [each.number for each in references("Рах.№24382-26 вiд 01.09.2026")]


def test_a_field_for_the_order_is_believed_without_a_label() -> None:
    assert own_reference("27528/R91631636")[0] == Reference("27528", Told.LABELLED)


@given(st.from_regex(r"[1-9]\d{3,8}", fullmatch=True))
def test_near_numbers_are_just_those_a_slip_away(number: str) -> None:
    near = list(near_numbers(number))
    assert len(near) == len(set(near))
    assert number not in near
    assert all(is_slip(number, each) for each in near)


@given(st.text(max_size=160))
def test_any_text_is_read(text: str) -> None:
    assert all(each.number.isdecimal() for each in references(text))


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("рах№27537від14.09.26", "27537", dt.date(2026, 9, 14)),
        ("27537/22.09.2026", "27537", dt.date(2026, 9, 22)),
        ("27537-26 від 22.09.26", "27537", dt.date(2026, 9, 22)),
        ("замовлення 0027537", "27537", None),
        ("27537грн", "", None),
    ],
)
def test_a_number_is_read_whatever_it_is_glued_to(
    text: str, number: str, day: dt.date | None
) -> None:
    found = [each for each in references(text) if each.told is not Told.SPELLED]
    assert [(each.number, each.day) for each in found] == ([(number, day)] if number else [])
