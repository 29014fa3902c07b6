"""Fitting the guess: it learns what is told, the same each time; packed weights keep worth."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parsing.guess.guess import UNIT, Weights, build_guesser, pack
from tests.parsing.fitting import Lessons, fit


def lessons() -> Lessons:
    """Give rows in which the first feature means the first label, the second the second."""
    rows = [np.array([at % 2, 2]) for at in range(200)]
    return Lessons(rows, np.array([at % 2 for at in range(200)]), features=3, kinds=2)


def test_what_tells_labels_apart_is_learned() -> None:
    weights = fit(lessons(), rounds=4, left_out=0.2)
    assert weights[0, 0] > weights[0, 1]
    assert weights[1, 1] > weights[1, 0]
    assert abs(weights[2, 0] - weights[2, 1]) < abs(weights[0, 0] - weights[0, 1]) / 2


def test_fitting_is_the_same_each_time() -> None:
    first, again = (fit(lessons(), rounds=2, left_out=0.5) for _ in range(2))
    assert (first == again).all()


@given(st.integers(-6_000, 6_000), st.integers(-6_000, 6_000))
def test_a_packed_weight_is_what_it_was_to_half_a_unit(one: int, other: int) -> None:
    weights: Weights = {
        "labels": ["delivery out", "talk"],
        "bias": [0, 0],
        "features": {"abc": {"delivery out": one, "talk": other}},
    }
    scores = build_guesser(pack(weights)).weigh({"abc"}).scores
    assert all(abs(got - told) <= UNIT for got, told in zip(scores, (one, other), strict=True))
