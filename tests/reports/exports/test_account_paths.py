"""Account names made from keys."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.accounts import Account, AccountType
from reports.exports.account_paths import account_path

BEANCOUNT_NAME = re.compile(
    r"(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][A-Za-z0-9-]*)+"
)


def path(key: str, account_type: AccountType) -> str:
    return account_path(Account(key, "1", account_type, {}))


@pytest.mark.parametrize(
    ("key", "account_type", "expected"),
    [
        ("asset.cash_in_transit", AccountType.ASSET, "Assets:Cash-In-Transit"),
        ("till.1", AccountType.ASSET, "Assets:Till:1"),
        ("expense.other", AccountType.EXPENSE, "Expenses:Other"),
        (
            "liability.customer_prepayments",
            AccountType.LIABILITY,
            "Liabilities:Customer-Prepayments",
        ),
        ("equity.opening", AccountType.EQUITY, "Equity:Opening"),
        ("income.sales", AccountType.INCOME, "Income:Sales"),
    ],
)
def test_usual_keys_give_plain_names(key: str, account_type: AccountType, expected: str) -> None:
    assert path(key, account_type) == expected


keys = st.one_of(
    st.text(min_size=1, max_size=20),
    st.text(alphabet="aZ1_.-", min_size=1, max_size=6).map(lambda end: f"asset.{end}"),
    st.sampled_from(["till.1", "asset.till.1", "asset", "asset.", "Till.1", "till_1", "\ud800"]),
)


@given(st.sets(keys, max_size=30), st.sampled_from(AccountType))
def test_names_are_valid_and_never_shared(some: set[str], account_type: AccountType) -> None:
    paths = {path(key, account_type) for key in some}
    assert len(paths) == len(some)
    assert all(BEANCOUNT_NAME.fullmatch(each) for each in paths)
