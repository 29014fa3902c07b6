"""From which score the shop is sure."""

import pytest

from categorisation.confidence import ANSWERS_KEPT, NEVER, SCORE_MIN, Confidence, Thresholds

Answer = tuple[float, bool, bool]


def answers(score: float, right: int, wrong: int = 0, *, is_newer: bool = False) -> list[Answer]:
    return [(score, number < right, is_newer) for number in range(right + wrong)]


def after(*given: list[Answer]) -> Thresholds:
    confidence = Confidence(0.99)
    for score, is_right, is_newer in (each for some in given for each in some):
        confidence.record(score, is_right=is_right, is_newer=is_newer)
    return confidence.thresholds


def usual(*given: list[Answer]) -> float:
    return after(*given).usual


def test_beginners_borrow_the_experience_of_others() -> None:
    beginner = Confidence(0.99).thresholds
    assert beginner.usual == pytest.approx(0.98)
    assert beginner.newer == NEVER


def test_own_mistakes_outweigh_what_was_borrowed() -> None:
    confidence = Confidence(0.99)
    for number in range(100):
        confidence.record(0.99, is_right=number % 10 > 0)
    assert confidence.thresholds.usual == NEVER


def test_the_lowest_score_above_which_enough_is_right() -> None:
    sure, nearly = answers(0.99, 700), answers(0.97, 695, 5)
    assert usual(sure, nearly, answers(0.96, 580, 20)) == pytest.approx(0.97)


def test_nobody_is_sure_of_a_low_score_however_right() -> None:
    assert usual(answers(SCORE_MIN - 0.01, 2_000)) == NEVER


def test_a_few_right_answers_are_not_enough() -> None:
    wrong = answers(0.5, 0, 1_000)
    assert usual(wrong, answers(0.99, 175)) == NEVER
    assert usual(wrong, answers(0.99, 200)) == pytest.approx(0.99)


def test_no_more_than_the_target_is_not_enough_however_many() -> None:
    assert usual(answers(0.99, 3_964, 36)) == NEVER
    assert usual(answers(0.99, 3_980, 20)) == pytest.approx(0.99)


def test_newer_parties_are_proven_by_answers_of_their_own() -> None:
    known = answers(0.99, 1_500)
    few, many = (answers(0.97, each, is_newer=True) for each in (50, 100))
    assert after(known, few).newer == NEVER
    assert after(known, many).newer == pytest.approx(0.97)
    proven = after(known, answers(0.97, 193, 7, is_newer=True))
    assert proven.usual == pytest.approx(0.99)
    assert proven.newer == NEVER


def test_newer_parties_are_sure_from_a_score_of_their_own() -> None:
    known = answers(0.99, 1_500)
    high, low = answers(0.98, 80, is_newer=True), answers(0.95, 18, 2, is_newer=True)
    found = after(known, high, low)
    assert found.usual == pytest.approx(0.95)
    assert found.newer == pytest.approx(0.98)


def test_old_answers_are_let_go() -> None:
    wrong, right = answers(0.95, 0, 100), answers(0.95, ANSWERS_KEPT)
    assert usual(wrong, right[:-100]) == NEVER
    assert usual(wrong, right) == pytest.approx(0.95)


def test_how_sure_is_does_not_depend_on_when_it_is_asked() -> None:
    given = [*answers(0.95, 0, 40), *answers(0.95, ANSWERS_KEPT + 10)]
    asked, unasked = Confidence(0.99), Confidence(0.99)
    for score, is_right, is_newer in given:
        for each in (asked, unasked):
            each.record(score, is_right=is_right, is_newer=is_newer)
        assert asked.thresholds.usual > 0
    assert asked.thresholds == unasked.thresholds
