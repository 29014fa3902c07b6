"""Settlement terms: who pays out when."""

import datetime as dt
from pathlib import Path

import pytest

from reconciliation.terms import Provider, Terms, TermsError, read_terms

TERMS = read_terms()


def days(provider: str, taken: str) -> tuple[str, str]:
    first, last = TERMS.payout_days(provider, dt.date.fromisoformat(taken))
    return first.isoformat(), last.isoformat()


def test_each_provider_pays_by_his_own_rhythm() -> None:
    assert days("easycard", "2026-09-18") == ("2026-09-21", "2026-09-21")  # over a weekend
    assert days("easycard", "2026-09-30") == ("2026-10-02", "2026-10-02")  # over a holiday
    assert days("plata", "2026-09-18") == ("2026-09-22", "2026-09-23")
    assert days("nova-kurier", "2026-09-18")[0] == "2026-09-22"  # Tuesdays and Fridays
    assert days("nova-kurier", "2026-09-23")[0] == "2026-09-25"
    assert days("rynok", "2026-09-16")[0] == "2026-09-23"  # a week, the Wednesday after


def test_a_provider_that_is_not_named_settles_as_the_others_do() -> None:
    assert TERMS.provider("stripe") == Provider("", batch="day", after=(1, 3), late_after_days=10)


def test_a_release_is_known_by_its_code() -> None:
    assert TERMS.is_release("payout:RSV-EC20261001")
    assert not Terms().is_release("payout:RSV-EC20261001")


@pytest.mark.parametrize(
    "text",
    [
        "weekend = 7",
        "[[provider]]\nbatch = 'day'",
        "[[provider]]\nname = 'x'\nbatch = 'month'",
        "[limits]\nunpaid_after_days = -1",
        "[limits]\nno_such_limit = 1",
        "holidays = ['christmas']",
        "not toml",
    ],
)
def test_terms_that_cannot_be_are_refused_with_the_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_text(text)
    with pytest.raises(TermsError, match=r"terms\.toml"):
        read_terms(path)
