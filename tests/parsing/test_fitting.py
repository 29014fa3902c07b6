"""Fitting the guess: it learns what is told, the same each time; packed weights keep worth."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parsing.guess.guess import UNIT, Weights, build_guesser, pack
from tests.parsing.fitting import Lessons, fit, fit_network


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


EITHER = [[2], [0, 2], [1, 2], [0, 1, 2]]
"""The first label where none or both of two features are there, the second where one is."""


def test_hidden_units_learn_what_features_mean_together() -> None:
    rows = [np.array(EITHER[at % 4]) for at in range(400)]
    wanted = np.array([at % 4 in {1, 2} for at in range(400)], int)
    net = fit_network(Lessons(rows, wanted, 3, 2), units=12, rounds=60, left_out=0)
    features = {
        name: {"talk": round(1_000 * float(net.direct[at, 0])),
               "delivery out": round(1_000 * float(net.direct[at, 1]))}
        for at, name in enumerate("abc")
    }  # fmt: skip
    weights: Weights = {
        "labels": ["talk", "delivery out"],
        "bias": [round(1_000 * float(each)) for each in net.bias],
        "features": features,
        "hidden": {
            name: [round(1_000 * float(each)) for each in net.into[at]]
            for at, name in enumerate("abc")
        },
        "outgoing": [[round(1_000 * float(each)) for each in row] for row in net.out],
    }
    guesser = build_guesser(pack(weights))
    told = [guesser.weigh({"abc"[at] for at in row}).talk_lead > 0 for row in EITHER]
    assert told == [True, False, False, True]


def test_many_features_add_up_as_few_do() -> None:
    names = [f"f{at}" for at in range(1_000)]
    weights: Weights = {
        "labels": ["delivery out", "talk"],
        "bias": [0, 0],
        "features": {name: {"delivery out": 6_000, "talk": -6_000} for name in names},
        "hidden": {name: [2_500] for name in names},
        "outgoing": [[3_000, -3_000]],
    }
    guesser = build_guesser(pack(weights))
    alone, all_of_them = guesser.weigh(names[:1]).scores, guesser.weigh(names).scores
    grown = all_of_them[0] / alone[0]
    assert abs(grown - len(names) ** 0.5) < 1
