import datetime as dt
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.word_lists import load_lexicon
from parsing.explain import explain_message
from parsing.read_message import read_message
from parsing.reading import Missing, NotAnEntry, Question, Reading, Unclear, Understood

LEXICON = load_lexicon()
NOW = dt.datetime(2026, 5, 20, 14, 30, tzinfo=dt.UTC)
SECONDS_MAX = 5.0
PIECES = """
250|1 250,50|-|гривень|courier|кур'єру|дав|order|№|,|yesterday|не|?|k|.|05.11|$|по|Ihor|тис|;|and
""".strip().split("|")

SENTENCES = [
    "courier 250",
    "дала кур'єру 1 250,50 вчора",
    "клиент оплатил заказ 4411 500",
    "today?",
    "не заплатив 500",
    "оренда 2К",
]


def read_now(text: str) -> Reading:
    return read_message(text, now=NOW, currency="UAH", lexicon=LEXICON)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_has_a_reading(text: str) -> None:
    assert isinstance(read_now(text), Understood | Unclear | Question | NotAnEntry)


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_any_mix_of_known_pieces_has_a_complete_or_unclear_reading(
    pieces: list[str], glue: str
) -> None:
    reading = read_now(glue.join(pieces))
    if isinstance(reading, Understood):
        for draft in reading.drafts:
            assert draft.amount is not None
            assert draft.amount.minor > 0
            assert None not in (draft.direction, draft.category, draft.booked_on)


@given(st.integers(1, 99_999_999))
def test_thousands_separators_do_not_matter(amount: int) -> None:
    plain = read_now(f"courier {amount}")
    for separator in (" ", ",", "'"):
        grouped = f"{amount:,}".replace(",", separator)
        found = read_now(f"courier {grouped}")
        may_be_two = separator == " " and len(str(amount)) == 6
        assert found == plain or (may_be_two and isinstance(found, Understood))


@given(st.sampled_from(SENTENCES))
def test_case_does_not_matter(text: str) -> None:
    assert read_now(text.upper()) == read_now(text.lower()) == read_now(text)


@given(st.decimals(Decimal("0.01"), Decimal(99999), places=2))
def test_a_point_and_a_comma_before_two_decimals_mean_the_same(amount: Decimal) -> None:
    with_point = f"courier {amount:f} uah"
    assert read_now(with_point) == read_now(with_point.replace(".", ","))


def test_a_number_that_may_be_a_day_or_an_amount_is_asked_about() -> None:
    reading = read_now("courier 13.01")
    assert isinstance(reading, Unclear)
    assert Missing.AMOUNT in reading.missing


@pytest.mark.parametrize(
    "text",
    ["\x00" * 4096, "😀" * 4096, "\ud800" * 4096, "\u202e250 courier", "1 " * 2048, "1," * 2048,
     "9" * 4096, "250 000 " * 512, "courier 200, " * 315, "не " * 1365, "a-" * 2048, "№" * 4096,
     "#" * 4095 + "1", "the day before " * 273, "Ihor " * 819, "від " * 1024, "5 days " * 585,
     "gave," * 819, "gave 5," * 585, "x" * 100_000, "по 5 " * 819, "є'" * 2048,
     "\n" * 4096, "200\n" * 1024,
     "по " + "9" * 40 + " 5", "7" * 30 + " x " + "8" * 30 + " 1", "9" * 11 + " тыс x " + "9" * 11],
)  # fmt: skip
def test_hostile_text_is_read_in_bounded_time(read: Callable[[str], Reading], text: str) -> None:
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < SECONDS_MAX


def test_invisible_marks_do_not_split_a_word(read: Callable[[str], Reading]) -> None:
    assert read("cou\u200brier\u00a02\u202f500") == read("courier 2 500")


def test_an_explanation_names_the_spans_and_the_reading(
    lexicon: Lexicon, now: dt.datetime
) -> None:
    lines = explain_message("courier 220", now=now, currency="UAH", lexicon=lexicon)
    assert [line.split()[1] for line in lines[:2]] == ["role", "amount"]
    assert any("category delivery: out" in line for line in lines)
    assert lines[-2] == "understood"
    assert "220.00 UAH" in lines[-1]
