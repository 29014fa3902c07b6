"""tilly ask and tilly report DAYS, over a small book whose every sum is known."""

import asyncio
import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line.main import main
from parsing.questions.query_json import NoQueryError, query_from_json, query_to_json
from storage.database import open_database
from tests.known_book import lay_known_book


@pytest.fixture
def told_url(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)

    async def lay() -> None:
        database = await open_database(sqlite_url)
        await database.write(lay_known_book)
        await database.close()

    asyncio.run(lay())
    return sqlite_url


def tilly(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"DATABASE_URL": url})


def test_a_question_is_answered_with_how_it_was_understood(told_url: str) -> None:
    shown = tilly(told_url, "ask", "how much did we spend on ads in October?")
    assert shown.exit_code == 0
    assert "₴2,500" in shown.output
    assert "Understood as: Advertising · October 2026" in shown.output


def test_an_answer_is_json_and_asked_on(told_url: str) -> None:
    asked = (
        "ask",
        "сколько ушло на аренду в ноябре 2026?",
        "--then",
        "а в октябре 2026?",
        "--json",
    )
    found = json.loads(tilly(told_url, *asked).stdout)
    assert found["amounts"] == [{"amount": "15000.00", "currency": "UAH"}]
    assert found["understood"]["days"] == {"first": "2026-10-01", "last": "2026-10-31"}
    assert query_to_json(query_from_json(found["understood"])) == found["understood"]


SEVERAL = "how much do they owe us and how much do we owe, the difference?"


def test_a_message_that_asks_several_things_is_answered_in_parts(told_url: str) -> None:
    said = tilly(told_url, "ask", SEVERAL).output
    assert "① Understood as: what customers owe" in said
    assert "② Understood as: what we owe suppliers" in said
    assert said.endswith("\n\nDifference: ₴9,900\n")


def test_several_answers_are_json_part_by_part_and_asked_on_from_the_last(told_url: str) -> None:
    found = json.loads(tilly(told_url, "ask", SEVERAL, "--json").stdout)
    assert [each["understood"]["measure"] for each in found["parts"]] == ["receivable", "payable"]
    assert [each["amounts"][0]["amount"] for each in found["parts"]] == ["16500.00", "6600.00"]
    assert found["difference"] == [{"amount": "9900.00", "currency": "UAH"}]
    asked = ("продажі за жовтень 2026 і чому вони впали", "--then", "а маржа?", "--json")
    then = json.loads(tilly(told_url, "ask", *asked).stdout)
    assert then["understood"]["ask"] == "why"
    assert then["understood"]["measure"] == "margin"
    plain = ("sales in October 2026 and why did they fall", "--json")
    assert json.loads(tilly(told_url, "ask", *plain).stdout)["difference"] is None


def test_what_is_not_understood_says_so(told_url: str) -> None:
    shown = tilly(told_url, "ask", "how much?", "--json")
    assert shown.exit_code == 1
    assert '"doubt": "of_what"' in shown.output
    assert "'de' is not one of" in tilly(told_url, "ask", "sales?", "--language", "de").output


@pytest.mark.parametrize(
    "days", [["October", "2026"], ["жовтень 2026"], ["01.10.2026-31.10.2026"]]
)
def test_any_days_are_reported(told_url: str, days: list[str]) -> None:
    table = tilly(told_url, "report", *days)
    assert table.exit_code == 0
    assert "₴1,770.00" in table.output
    found = json.loads(tilly(told_url, "report", *days, "--json").stdout)
    assert found["currencies"][0]["net_result"] == {"amount": "1770.00", "currency": "UAH"}


def test_the_bank_is_led_to_from_the_crm(told_url: str) -> None:
    table = tilly(told_url, "report", "gap", "October", "2026")
    assert "Cash not at the bank" in table.output
    told = json.loads(tilly(told_url, "report", "gap", "жовтень 2026", "--json").stdout)
    (found,) = told["currencies"]
    assert found["bank"] == {"amount": "20000.00", "currency": "UAH"}
    parts = sum(Decimal(each["amount"]) for each in found["parts"].values())
    assert Decimal(found["crm"]["amount"]) + parts == Decimal(found["bank"]["amount"])
    assert tilly(told_url, "report", "gap", "never-ever").exit_code == 2


def test_days_that_are_none_are_refused(told_url: str) -> None:
    shown = tilly(told_url, "report", "never-ever")
    assert shown.exit_code == 2
    assert "names no days" in shown.output


DAYS = {"first": "2026-10-01", "last": "2026-10-31"}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"ask": "total"},
        {"ask": "total", "measure": "sales", "days": "October"},
        {"ask": "top", "measure": "sales", "days": DAYS},
        {"ask": "total", "measure": "sales", "days": DAYS | {"last": "2025-01-01"}},
        {"ask": "total", "measure": "category", "days": DAYS},
        {"ask": "last", "measure": "sales", "days": DAYS, "limit": True},
        {"ask": "last", "measure": "sales", "days": DAYS, "about": "x" * 999},
    ],
)
def test_values_that_make_no_query_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(NoQueryError):
        query_from_json(wrong)
