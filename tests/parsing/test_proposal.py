"""Nothing of a model's answer counts that the message does not hold."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.money import Money
from parsing.advice.proposal import told_in, with_proposal
from parsing.annotation.word_lists import load_lexicon
from parsing.read_message import read_message
from parsing.reading import CashDraft, Reading, Unclear, Understood
from tests.parsing.conftest import NOW

LEXICON = load_lexicon()
TEXT = "zorbik Quxley 300"
GOOD: dict[str, object] = {
    "is_cash": True,
    "direction": "out",
    "amount": "300",
    "currency": "UAH",
    "category": "delivery",
    "date": None,
    "counterparty": "Quxley",
    "order": None,
}


def proposed(answer: str, text: str = TEXT) -> Reading:
    reading = read_message(text, now=NOW, currency="UAH", lexicon=LEXICON)
    assert isinstance(reading, Unclear), reading
    told = told_in(text, now=NOW, currency="UAH", lexicon=LEXICON)
    return with_proposal(reading, answer, told, today=NOW.date())


def only(reading: Reading) -> CashDraft:
    assert isinstance(reading, Understood)
    (draft,) = reading.drafts
    return draft


def test_a_good_answer_completes_the_reading_and_is_never_sure() -> None:
    draft = only(proposed(json.dumps(GOOD)))
    assert draft.amount == Money(30_000, "UAH")
    assert (draft.direction, draft.category) == (CashDirection.OUT, CashCategory.DELIVERY)
    assert draft.counterparty == "Quxley"
    assert draft.is_guess
    assert not draft.is_confident


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "3000"},
        {"amount": "-300"},
        {"amount": "NaN"},
        {"amount": "1e999999"},
        {"amount": 300},
        {"amount": None},
        {"currency": "USD"},
        {"currency": "XYZ"},
        {"date": "2026-05-19"},
        {"date": "2027-01-01"},
        {"date": "someday"},
        {"category": "bribes"},
        {"category": "sale_cash"},
        {"direction": "sideways"},
        {"direction": None},
        {"counterparty": "Ivan"},
        {"counterparty": ["Quxley"]},
        {"order": "300"},
        {"is_cash": False},
        {"is_cash": "yes"},
        {"extra": "DROP TABLE journal_entry"},
    ],
)
def test_a_wrong_answer_changes_nothing(wrong: dict[str, object]) -> None:
    assert isinstance(proposed(json.dumps(GOOD | wrong)), Unclear)


@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[]", "null", "300", "not json", '{"is_cash": true', "[" * 5_000, "🦆" * 10_000],
)
def test_an_answer_of_another_form_changes_nothing(answer: str) -> None:
    assert isinstance(proposed(answer), Unclear)


def test_what_is_known_stands_above_the_answer() -> None:
    text = "выдал 300"
    assert isinstance(proposed(json.dumps(GOOD | {"counterparty": None}), text), Understood)
    other_way = {"direction": "in", "category": "sale_cash", "counterparty": None}
    assert isinstance(proposed(json.dumps(GOOD | other_way), text), Unclear)


_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.floats(), st.just("300"),
    st.sampled_from([*map(str, CashCategory), "in", "out", "UAH", "2026-05-20", "Quxley"]),
)  # fmt: skip


@given(st.fixed_dictionaries(dict.fromkeys(GOOD, _VALUES)))
def test_no_answer_brings_in_what_the_message_does_not_hold(answer: dict[str, object]) -> None:
    reading = proposed(json.dumps(answer))
    if isinstance(reading, Unclear):
        return
    draft = only(reading)
    assert draft.amount is not None
    assert draft.amount.to_decimal() == Decimal(300)
    assert draft.booked_on == NOW.date()
    assert draft.category is not None
    assert draft.direction in CASH_RULES[draft.category].directions
    assert draft.counterparty in {None, "Quxley", "quxley"} or draft.counterparty in TEXT
    assert not draft.is_confident
