"""From which score the shop is sure."""

import pytest

from categorisation.confidence import ANSWERS_KEPT, NEVER, SCORE_MIN, Confidence


def test_beginners_borrow_the_experience_of_others() -> None:
    assert Confidence(0.99).threshold == pytest.approx(0.98)


def test_own_mistakes_outweigh_what_was_borrowed() -> None:
    confidence = Confidence(0.99)
    for number in range(100):
        confidence.record(0.99, is_right=number % 10 > 0)
    assert confidence.threshold == NEVER


def test_the_lowest_score_above_which_enough_is_right() -> None:
    answers = (
        [(0.95, True)] * 700
        + [(0.9, True)] * 700
        + [(0.85, number % 5 > 0) for number in range(600)]
    )
    assert Confidence(0.99, answers).threshold == pytest.approx(0.9)


def test_nobody_is_sure_of_a_low_score_however_right() -> None:
    assert Confidence(0.99, [(SCORE_MIN / 2, True)] * 2_000).threshold == NEVER


def test_a_few_right_answers_are_not_enough() -> None:
    answers = [(0.5, False)] * 1_000 + [(0.9, True)] * 50
    assert Confidence(0.99, answers).threshold == NEVER
    assert Confidence(0.99, [*answers, *[(0.9, True)] * 100]).threshold == pytest.approx(0.9)


def test_old_answers_are_let_go_and_come_back_when_taken_back() -> None:
    confidence = Confidence(0.99, [(0.9, False)] + [(0.9, True)] * (ANSWERS_KEPT - 1))
    dropped = confidence.record(0.9, is_right=True)
    assert dropped == (0.9, False)
    assert confidence.precision_above(0.9) == (ANSWERS_KEPT, ANSWERS_KEPT)
    confidence.take_back(dropped)
    assert confidence.precision_above(0.9) == (ANSWERS_KEPT - 1, ANSWERS_KEPT)
