"""What holds for any lines and answers."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from categorisation.categorise import Categoriser
from categorisation.clues import clues_of
from categorisation.explain import Because
from categorisation.line import LineFacts
from categorisation.predict import NOVEL, Predictor, shares_of
from categorisation.rules import Rule, RuleBook
from categorisation.starter import starter_rules
from categorisation.text_model import Example
from tests.categorisation.builders import answer, line

NAMES = st.sampled_from(["ТОВ Світ", "Acme Ltd", "ФОП Коваль", "", "№ 17", "Оренда Плюс"])
PURPOSES = st.sampled_from(["", "за товар 5", "оренда", "invoice 17", "0", "Кава"])
LINES = st.builds(
    line,
    NAMES,
    PURPOSES,
    st.integers(-(10**9), 10**9),
    tax_id=st.sampled_from(["", "1", "2"]),
    account=st.sampled_from(["", "UA1"]),
    own=st.sampled_from(["", "card"]),
)
ANSWERED = st.tuples(LINES, st.sampled_from(["a", "b", "c", "expense.rent"]))


def shop_after(answered: list[tuple[LineFacts, str]]) -> Categoriser:
    shop = Categoriser(starter_rules())
    for each, category in answered:
        answer(shop, each, category)
    return shop


def state(shop: Categoriser) -> tuple[object, ...]:
    text = shop.predictor.text
    kept = [
        (key, known if isinstance(known, int) else list(known.items()))
        for key, known in sorted(shop.predictor.memory.kept.items(), key=lambda item: item[0])
    ]
    return (
        kept,
        shop.predictor.weights,
        shop.predictor.sums,
        text.weights[:, : text.categories].tobytes(),
        text.constants[: text.categories].tobytes(),
        text.lines_with.tobytes(),
        [_held(each, text.categories) for each in text.recent],
        list(shop.categories),
        shop.confidence.thresholds,
        dict(shop.standing.ended),
    )


def _held(example: Example, categories: int) -> tuple[object, ...]:
    held = example.held.tolist()[:categories]
    held += [0.0] * (categories - len(held))
    return example.ids.tobytes(), example.values.tobytes(), example.category, held


@settings(max_examples=15, deadline=None)
@given(st.lists(ANSWERED, max_size=10), st.lists(LINES, min_size=1, max_size=5))
def test_the_same_answers_give_the_same_shop(
    answered: list[tuple[LineFacts, str]], asked: list[LineFacts]
) -> None:
    one, other = shop_after(answered), shop_after(answered)
    assert state(one) == state(other)
    assert one.propose(asked) == other.propose(asked)


@settings(max_examples=25, deadline=None)
@given(st.lists(ANSWERED, max_size=12), st.lists(LINES, min_size=1, max_size=6))
def test_proposing_changes_nothing_and_does_not_depend_on_the_other_lines(
    answered: list[tuple[LineFacts, str]], asked: list[LineFacts]
) -> None:
    shop = shop_after(answered)
    was = state(shop)
    together = shop.propose(asked)
    alone = list(itertools.chain.from_iterable(shop.propose([each]) for each in asked))
    assert state(shop) == was
    assert together == alone


@settings(max_examples=25, deadline=None)
@given(st.lists(ANSWERED, min_size=1, max_size=30), LINES, st.integers(0, 3))
def test_weights_are_moved_against_the_slope_of_the_surprise(
    answered: list[tuple[LineFacts, str]], asked: LineFacts, truth: int
) -> None:
    predictor = shop_after(answered).predictor
    (seen,) = predictor.seen([clues_of(asked, "rent")])
    said = {0: 0.7, len(predictor.memory.kept) % 2: 0.2}

    def surprise(number: int, more: float) -> float:
        moved = Predictor(predictor.weights)
        moved.weights[number] += more
        raw = moved.scores(seen, said)
        shares = shares_of(raw)
        return -math.log(shares[truth if truth in raw else NOVEL])

    shares = shares_of(predictor.scores(seen, said))
    slopes = predictor.slopes(seen, said, shares, truth)
    for number, slope in slopes.items():
        by_trial = (surprise(number, 1e-4) - surprise(number, -1e-4)) / 2e-4
        assert slope == pytest.approx(by_trial, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(st.lists(ANSWERED, max_size=12), LINES)
def test_a_proposal_is_sound(answered: list[tuple[LineFacts, str]], asked: LineFacts) -> None:
    (proposal,) = shop_after(answered).propose([asked])
    assert 0 <= proposal.confidence <= 1
    assert not (proposal.auto and (proposal.veto or not proposal.category))
    assert proposal.category not in {category for category, _ in proposal.alternatives}
    if proposal.category and proposal.reason.because is not Because.RULE:
        assert proposal.category in {category for _, category in answered}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read(name: str, purpose: str) -> None:
    shop = Categoriser(starter_rules())
    answer(shop, line(name, purpose), "a", 2)
    (proposal,) = shop.propose([line(name, purpose)])
    assert proposal.category


@given(st.lists(st.sampled_from(["кава", "чай", "за товар", "оренд*"]), min_size=1, max_size=4))
def test_a_rule_fits_its_own_words(words: list[str]) -> None:
    rule = Rule("r", "c", words=tuple(words))
    said = " ".join(word.replace("*", "а") for word in words)
    assert RuleBook([rule]).find(line("", said)) is not None
