"""How the rules that a shop begins with are told: as what they file lines as."""

import pytest

from handlers.filing.rule_cards import starters_used
from ledger.accounts import Chart
from locales.words import words_of
from services.review.review_ports import RuleUse
from tests.reports.picture_samples import CHART

USES = {
    "wages": RuleUse(2, 0),
    "bank fees": RuleUse(3, 1),
    "unified social contribution": RuleUse(1, 0),
    "taxes": RuleUse(4, 0),
    "own 7": RuleUse(9, 0),
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Taxes and fines – 5, Bank fees – 3, Wages – 2"),
        ("uk", "Податки й штрафи – 5, Комісії банку – 3, Зарплата – 2"),
        ("ru", "Налоги и штрафы – 5, Комиссии банка – 3, Зарплата – 2"),
    ],
)
def test_rules_in_use_are_told_in_the_readers_language(language: str, said: str) -> None:
    assert ", ".join(starters_used(words_of(language), USES, Chart(CHART))) == said
