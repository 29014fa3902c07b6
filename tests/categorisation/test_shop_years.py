"""Made-up years: that a shop is soon filed alone, and rightly."""

import itertools

import pytest

from categorisation.categorise import Categoriser
from categorisation.predict import WEIGHTS
from categorisation.starter import starter_rules
from categorisation.weights import shipped_weights
from tests.categorisation.shop_years import card_year, shop_year


@pytest.mark.parametrize("trade", ["heating", "coffee"])
def test_a_steady_shop_is_filed_alone_from_the_second_month(trade: str) -> None:
    shop = Categoriser(starter_rules())
    year = [each for each in shop_year(12, trade, steady=True) if each[0].booked_on.month < 7]
    lines = alone = right = 0
    for day, group in itertools.groupby(year, key=lambda answered: answered[0].booked_on):
        today = list(group)
        proposals = shop.propose([line for line, _ in today])
        for (line, said), proposal in zip(today, proposals, strict=True):
            if day.month > 1:
                lines, alone = lines + 1, alone + proposal.auto
                right += proposal.auto and proposal.category == said
            if not (proposal.auto and proposal.category == said):
                shop.confirm(line, said)
    assert alone >= 0.9 * lines
    assert right >= 0.995 * alone


def test_a_firm_that_files_at_random_is_not_filed_alone() -> None:
    year = card_year(3, 1_200, doubt=1.0)
    shop = Categoriser()
    shop.study(year[:800])
    proposals = shop.propose([line for line, _ in year[800:]])
    wrong = sum(
        each.auto and each.category != said
        for each, (_, said) in zip(proposals, year[800:], strict=True)
    )
    assert wrong <= 4


def test_foreign_category_names_are_learned_as_well_as_ours() -> None:
    year = shop_year(12, "coffee", steady=True)[:450]
    foreign = {category: f"K{number}" for number, category in enumerate({c: 1 for _, c in year})}
    ours, theirs = (Categoriser(hints=starter_rules()) for _ in range(2))
    ours.study(year[:350])
    theirs.study((line, foreign[category]) for line, category in year[:350])
    asked = [line for line, _ in year[350:]]
    for one, other in zip(ours.propose(asked), theirs.propose(asked), strict=True):
        assert foreign.get(one.category, "") == other.category
        assert one.auto == other.auto


def test_the_same_seed_gives_the_same_year() -> None:
    assert shop_year(1, "parts") == shop_year(1, "parts")
    assert card_year(1, 50) == card_year(1, 50)
    assert shop_year(1, "parts") != shop_year(2, "parts")


def test_there_is_a_shipped_weight_for_each_vote_in_whole_thousandths() -> None:
    weights = shipped_weights()
    assert len(weights) == WEIGHTS
    assert all(round(each * 1_000) / 1_000 == each for each in weights)
