"""What was counted in a till is read as it is typed, and never as something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.denominations import denominations_of
from ledger.money import Money
from parsing.answers.till_count import (
    CountedCash,
    NoSuchNote,
    OtherMoney,
    read_count,
    read_loose,
    read_number_of,
)
from tests.shop import lexicon


def total(text: str, currency: str = "UAH") -> int | None:
    found = read_count(text, currency=currency, lexicon=lexicon())
    return found.total.minor if isinstance(found, CountedCash) else None


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("12 450", 1_245_000),
        ("12450,50", 1_245_050),
        ("12450.50 грн", 1_245_050),
        ("₴12,450", 1_245_000),
        ("0", 0),
        ("0,00", 0),
        ("12.10", 1_210),
        ("в касі 12 450", 1_245_000),
        ("total 12450", 1_245_000),
        ("1000x3 500x7 200*4 100-5 дріб'язок 35", 783_500),
        ("1000х3 500х7", 650_000),
        ("3 по 1000, 7 по 500, мелочь 35", 653_500),
        ("3 шт по 1 000 і 7 по 500", 650_000),
        ("3 of 1000 and 7 of 500", 650_000),
        ("1000: 3\n500: 7\n20: 1", 652_000),
        ("1000 x 3; 500 × 7 + change 1 035,20", 753_520),
        ("35 мелочи и 1000x1", 103_500),
        ("3x1000", 300_000),
        ("30x20", 60_000),
        ("0.50x10", 500),
        ("1000x1 1000x2", 300_000),
        ("coins 35,50", 3_550),
    ],
)
def test_a_count_is_read(text: str, minor: int) -> None:
    assert total(text) == minor


@pytest.mark.parametrize(
    "text",
    ["", "hello", "courier 220", "кур'єру 220", "1000x3 and courier 220", "-50", "1e5",
     "05.11.2026", "sold 5 of 300", "1000x9999999", "999999999"],
)  # fmt: skip
def test_what_is_no_count_is_left_to_others(text: str) -> None:
    assert read_count(text, currency="UAH", lexicon=lexicon()) is None


@pytest.mark.parametrize(("text", "value"), [("300x2", "300"), ("2 по 1500", "1500")])
def test_a_note_that_is_none_is_asked_back(text: str, value: str) -> None:
    assert read_count(text, currency="UAH", lexicon=lexicon()) == NoSuchNote(value)
    assert total("300x2", "HUF") == 60_000, "where the notes are not known, any may be one"


@pytest.mark.parametrize("text", ["100 usd", "$100", "100x3 usd"])
def test_another_currency_is_told_apart(text: str) -> None:
    found = read_count(text, currency="UAH", lexicon=lexicon())
    assert found == OtherMoney("USD")


@given(
    pieces=st.dictionaries(st.sampled_from(denominations_of("EUR")), st.integers(0, 999),
                           min_size=1),
    loose=st.integers(0, 99_999),
    sign=st.sampled_from(["x", "х", "*", " × ", "-", ": "]),
    joiner=st.sampled_from([" ", ", ", "\n", "; "]),
)  # fmt: skip
def test_any_tally_is_read_back_as_it_was_written(
    pieces: dict[int, int], loose: int, sign: str, joiner: str
) -> None:
    def decimal(minor: int) -> str:
        return str(Money(minor, "EUR").to_decimal())

    parts = [f"{decimal(value)}{sign}{number}" for value, number in pieces.items()]
    text = joiner.join([*parts, f"coins {decimal(loose)}"])
    found = read_count(text, currency="EUR", lexicon=lexicon())
    assert isinstance(found, CountedCash)
    assert found.pieces == pieces
    assert found.loose_minor == loose
    assert found.total.minor == sum(value * number for value, number in pieces.items()) + loose


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    found = read_count(text, currency="UAH", lexicon=lexicon())
    assert found is None or isinstance(found, CountedCash | NoSuchNote | OtherMoney)


def test_a_number_of_notes_and_small_change_are_read_alone() -> None:
    assert read_number_of("7") == 7
    assert read_number_of("7 шт.") == 7
    assert read_number_of("0") == 0
    assert read_number_of("seven") is None
    assert read_number_of("9999999") is None
    assert read_loose("35,50", currency="UAH", lexicon=lexicon()) == Money(3_550, "UAH")
    assert read_loose("x", currency="UAH", lexicon=lexicon()) is None
