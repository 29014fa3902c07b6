"""A day as text and as JSON."""

import json
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest

from reports.day_table import day_to_json, day_to_table
from tests.reports.samples import day_labels, empty_day, extreme_day, usual_day


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_columns_of_a_table_line_up(language: str) -> None:
    text = day_to_table(usual_day(), day_labels(language), language=language)
    tills = text.split("\n\n")[2].splitlines()
    assert len({len(line) for line in tills}) == 1


def test_the_table_shows_every_currency_and_sum() -> None:
    text = day_to_table(usual_day(), day_labels("en"), language="en")
    for expected in ("₴12,820.25", "₴13,320.25", "$170.00", "Taken to the bank", "−₴15,000.00"):
        assert expected in text


def test_a_day_without_operations_says_so() -> None:
    labels = day_labels("uk")
    assert labels.nothing_happened in day_to_table(empty_day(), labels, language="uk")


def test_a_long_or_broken_name_stays_on_its_line() -> None:
    names = {"till.1": "Каса\n\x1b[31m" * 30, "till.2": "漢字" * 30}
    labels = replace(day_labels("uk"), till_names=names)
    table = day_to_table(extreme_day(), labels, language="uk").split("\n\n")[2]
    widths = {
        sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in line)
        for line in table.splitlines()
    }
    assert len(widths) == 1
    assert "\x1b" not in table


def test_json_holds_amounts_as_text_with_their_currency() -> None:
    report = day_to_json(usual_day())
    assert json.loads(json.dumps(report)) == report
    assert report["day"] == "2026-09-03"
    hryvnia, dollar = report["currencies"]
    assert hryvnia["net"] == {"amount": "12820.25", "currency": "UAH"}
    assert dollar["tills"][0]["closing"] == {"amount": "170.00", "currency": "USD"}
    assert hryvnia["moved"][0]["category"] == "bank_deposit"


def test_a_table_needs_no_drawing() -> None:
    command = (
        "import sys, reports.day, reports.day_table, reports.exports.registry; "
        "print('matplotlib' in sys.modules)"
    )
    result = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"
