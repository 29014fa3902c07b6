"""The guess: agrees with what is known, stays silent without a lead, is always asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from parsing.guess.guess import MARGIN, build_guesser, load_guesser
from parsing.lexicon import load_lexicon
from parsing.read_message import read_closely, read_message
from parsing.reading import Missing, Understood
from tests.parsing.conftest import NOW

LEXICON = load_lexicon()
WORDS = [
    "вивіз",
    "сміття",
    "паркан",
    "wheel",
    "washing",
    "заніс",
    "хлопцям",
    "500",
    "за",
    "to",
    "нам",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.sampled_from([None, *CashDirection]),
    st.sampled_from([None, *CashCategory]),
)
def test_a_guess_agrees_with_what_is_known_and_with_the_cash_rules(
    words: list[str], direction: CashDirection | None, category: CashCategory | None
) -> None:
    spans = read_closely(" ".join(words), now=NOW, currency="UAH", lexicon=LEXICON).spans
    guess = load_guesser().guess(spans, direction=direction, category=category)
    if guess is None:
        return
    assert guess.direction in CASH_RULES[guess.category].directions
    assert direction in {None, guess.direction}
    assert category in {None, guess.category}
    assert guess.lead >= MARGIN


@pytest.mark.parametrize("text", ["пофарбували паркан хлопці 1200"])
def test_what_is_only_guessed_is_read_back(text: str) -> None:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=LEXICON)
    assert isinstance(reading, Understood)
    assert {Missing.DIRECTION, Missing.CATEGORY} & set(reading.drafts[0].doubts)


def test_no_feature_no_guess() -> None:
    guesser = build_guesser(
        {
            "labels": ["ask", "delivery out"],
            "bias": [0, 0],
            "features": {"word xyz": {"ask": 9_000}},
        }
    )
    spans = read_closely("кур'єру 200", now=NOW, currency="UAH", lexicon=LEXICON).spans
    assert guesser.guess(spans, direction=None, category=None) is None
