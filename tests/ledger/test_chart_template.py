"""The chart that ships, and what is said of a chart that is written wrongly."""

from importlib.resources import files

import pytest

from ledger.accounts import LANGUAGES, Chart
from ledger.cash import CASH_RULES
from ledger.chart_template import ChartTemplateError, parse_chart
from ledger.errors import DuplicateAccountError


@pytest.fixture(scope="module")
def shipped() -> Chart:
    text = files("ledger").joinpath("charts/equipment_shop.toml").read_text(encoding="utf-8")
    return Chart(parse_chart(text))


def test_every_cash_rule_has_its_account(shipped: Chart) -> None:
    assert {rule.account for rule in CASH_RULES.values()} <= {each.key for each in shipped}


def test_accounts_are_named_in_every_language_and_typed_by_their_key(shipped: Chart) -> None:
    for account in shipped:
        assert set(account.names) == set(LANGUAGES), account.key
        kind = account.key.partition(".")[0]
        assert account.type.value == ("asset" if kind == "till" else kind)


def test_no_two_accounts_are_called_the_same(shipped: Chart) -> None:
    for language in LANGUAGES:
        names = [account.name(language) for account in shipped]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[expense.rent]\ntype = "expense"\nen = "Rent"', "expense.rent]: give it a code"),
        ('[expense.rent]\ncode = 9\ntype = "expense"', "give it a code in quotes"),
        ('[expense.rent]\ncode = "9"\ntype = "cost"', "type is one of asset, liability"),
        ('[expense.rent]\ncode = "9"\ntype = ["expense"]', "type is one of asset, liability"),
        ('[expense.rent]\ncode = "9"\ntype = "expense"', "give it at least an English name"),
        ("rent = 1", "expected a table such as [expense.rent]"),
        ("[expense.rent", "this is not TOML"),
    ],
)
def test_a_mistake_is_explained_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ChartTemplateError, match="chart of accounts") as caught:
        parse_chart(text)
    assert said in str(caught.value)


def test_two_accounts_of_one_code_are_refused() -> None:
    twice = "\n".join(
        f'[expense.{name}]\ncode = "9"\ntype = "expense"\nen = "{name}"' for name in ("a", "b")
    )
    with pytest.raises(DuplicateAccountError):
        parse_chart(twice)
