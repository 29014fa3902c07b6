"""Figures that are told beside the money: notes counted out, what was kept, what is due."""

import datetime as dt

import pytest

from parsing.annotation.lexicon import Lexicon
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, Unclear, Understood

NOW = dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC)


def drafts_of(text: str, lexicon: Lexicon) -> tuple[CashDraft, ...]:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
    assert isinstance(reading, Understood), reading
    return reading.drafts


def amounts_of(text: str, lexicon: Lexicon) -> list[int]:
    found = [draft.amount for draft in drafts_of(text, lexicon)]
    return [0 if amount is None else int(amount.to_decimal()) for amount in found]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("gave the cleaner two 500s and three 100s", [1300]),
        ("дві п'ятисотки і три сотки за кран від клієнта", [1300]),
        ("дала грузчикам три двухсотки", [600]),
        ("клієнтка дала дві тисячі за лійку 1 480, здачу віддала", [1480]),
        ("Вова привіз 7200 з об'єкта, 1500 лишив собі", [7200]),
        ("client paid 5k now, remaining 7k on delivery, order 9014", [5000]),
        ("взял 1000 на бензин, остаток 240 положил назад", [760]),
        ("передоплата 30% від 24 000, Гнатюк", [7200]),
        ("насос по 5 200 2 шт, скинули 400, взяла 10 000", [10000]),
        ("soap for the staff room x3 at 42", [126]),
        ("котел 24 тис: 10 готівкою 14 на картку", [10000]),
    ],
)
def test_only_what_moved_is_the_amount(text: str, amounts: list[int], lexicon: Lexicon) -> None:
    assert amounts_of(text, lexicon) == amounts


def test_a_heading_on_a_line_of_its_own_holds_for_all(lexicon: Lexicon) -> None:
    drafts = drafts_of("Зарплата\nНіна 8300\nСтепан 9150\nОрест 7700", lexicon)
    assert {(draft.direction, draft.category) for draft in drafts} == {("out", "salary")}
    assert [draft.counterparty for draft in drafts] == ["Ніна", "Степан", "Орест"]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("balance 7k for 9014 received", "9014"),
        ("prepayment #3066, 3 200", "3066"),
        ("Returned the deposit 2,5k to Artem, order 2877 is cancelled", "2877"),
    ],
)
def test_an_order_beside_money_is_no_money(text: str, order: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert draft.order_reference == order


@pytest.mark.parametrize("text", ["Аква-Трейд повернули 740 за кран", "Сантехторг вернул 740"])
def test_a_firm_is_known_by_its_name(text: str, lexicon: Lexicon) -> None:
    (draft,) = drafts_of(text, lexicon)
    assert draft.counterparty == text.split(" ", maxsplit=1)[0]


def test_what_is_unknown_is_asked(lexicon: Lexicon) -> None:
    for text in ("взяв 1000 на бензин, решту поклав назад", "Оплатили рахунок 512"):
        reading = read_message(text, now=NOW, currency="UAH", lexicon=lexicon)
        assert isinstance(reading, Unclear)
        assert Missing.AMOUNT in reading.missing


def test_notes_add_up(lexicon: Lexicon) -> None:
    for count in range(2, 10):
        for note in (20, 50, 100, 200, 500):
            text = f"gave the cleaner {count} {note}s and 3 fifties"
            assert amounts_of(text, lexicon) == [count * note + 150], text
