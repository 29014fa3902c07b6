"""tilly categorise, called as people call it."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line.main import main
from tests.categorisation.shop_years import Answered, shop_year

HEAD = "date amount currency counterparty account tax_id purpose category".split()


def tilly(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["categorise", *map(str, arguments)])


def written(path: Path, rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def row(answered: Answered, *, is_told: bool = True) -> list[str]:
    line, category = answered
    return [
        line.booked_on.isoformat(), str(line.amount.to_decimal()), line.amount.currency,
        line.counterparty, line.counterparty_account, line.tax_id, line.purpose,
        category if is_told else "",
    ]  # fmt: skip


def proposed(shown: Result) -> list[dict[str, object]]:
    assert shown.exit_code == 0, shown.output
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_a_history_is_learned_and_lines_are_proposed_for_in_their_order(tmp_path: Path) -> None:
    year = shop_year(5, "beauty", steady=True)
    history = written(tmp_path / "history.csv", [row(each) for each in year[:800]])
    lines = written(tmp_path / "new.csv", [row(each, is_told=False) for each in year[800:950]])
    found = proposed(tilly("--history", history, "--lines", lines, "--json"))
    assert [each["line"] for each in found] == list(range(1, 151))
    assert set(found[0]) == {"line", "category", "confidence", "auto", "reason", "alternatives"}
    truth = [category for _, category in year[800:950]]
    auto = [
        each["category"] == said for each, said in zip(found, truth, strict=True) if each["auto"]
    ]
    assert len(auto) > 120
    assert sum(auto) >= len(auto) - 1


def test_without_a_history_the_rules_decide(tmp_path: Path) -> None:
    rows = [["2026-03-02", "-7000.00", "UAH", "ТОВ Дім", "", "", "Орендна плата за 03.2026", ""]]
    (found,) = proposed(tilly("--lines", written(tmp_path / "new.csv", rows), "--json"))
    assert (found["category"], found["auto"]) == ("expense.rent", True)
    assert found["reason"] == "rule: rent has 'оренд'"


def test_a_history_with_names_of_its_own_is_not_given_ours(tmp_path: Path) -> None:
    rows = [
        [f"2026-03-{day:02}", f"-{day}00", "EUR", name, "", "", said, category]
        for day in range(1, 20)
        for name, said, category in [
            ("Haus GmbH", "Miete", "Raumkosten"),
            ("DHL", "Paket", "Porto"),
        ]
    ]
    history = written(tmp_path / "history.csv", rows)
    new = written(tmp_path / "new.csv", [["2026-04-01", "-9", "EUR", "UPS", "", "", "Miete", ""]])
    (found,) = proposed(tilly("--history", history, "--lines", new, "--json"))
    assert found["category"] in {"Raumkosten", "Porto"}


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        ("2026-03-02T10:15:00", "-1 234,50"),
        ("02.03.2026", "−1,234.50"),
        ("2026-03-02", "(1234.5)"),
    ],
)
def test_days_and_amounts_are_read_as_people_write_them(
    tmp_path: Path, day: str, amount: str
) -> None:
    new = written(
        tmp_path / "new.csv", [[day, amount, "Оренда"]], head=("Date", "amount", "purpose")
    )
    (found,) = proposed(tilly("--lines", new, "--json"))
    assert found["category"] == "expense.rent"


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [
        ["someday", "-5", "", "", "", "", "Оренда", ""],
        ["2026-03-02", "much", "", "", "", "", "Оренда", ""],
        ["2026-03-02", "-5", "coins", "", "", "", "Оренда", ""],
    ]
    shown = tilly("--lines", written(tmp_path / "new.csv", rows), "--json")
    first, second, third = proposed(shown)
    assert first["error"] == "day 'someday'"
    assert second["error"] == "amount 'much'"
    assert (first["category"], first["auto"]) == (None, False)
    assert third["category"] == "expense.rent"
    assert "new.csv, line 1 of data is not read: day 'someday'" in shown.stderr


def test_people_read_a_table(tmp_path: Path) -> None:
    rows = [["2026-03-02", "-7000", "", "", "", "", "Оренда", ""], ["?", "1", *[""] * 6]]
    shown = tilly("--lines", written(tmp_path / "new.csv", rows))
    assert "expense.rent\t1.000\tfiles alone\trule: rent has 'оренд'" in shown.stdout


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    new = written(tmp_path / "new.csv", [["1"]], head=["sum"])
    shown = tilly("--lines", new, "--json")
    assert shown.exit_code == 2
    assert "no column date and amount" in shown.output
    assert tilly("--lines", tmp_path / "nowhere.csv").exit_code == 2
    (tmp_path / "old.csv").write_bytes("дата;сума\n".encode("cp1251"))
    assert "is not UTF-8" in tilly("--lines", tmp_path / "old.csv").output


def test_an_account_that_many_share_is_the_shops_own(tmp_path: Path) -> None:
    from bot.command_line.line_table import read_tables  # noqa: PLC0415 - heavy

    def accounts(rows: list[list[str]]) -> list[tuple[str, str]]:
        path = written(
            tmp_path / "any.csv", rows, head=["date", "amount", "counterparty", "account"]
        )
        (table,) = read_tables([path], "UAH")
        known = [each.facts for each in table.rows if each.facts is not None]
        return [(each.account, each.counterparty_account) for each in known]

    names = "one two three four five six".split()
    day = "2026-03-02"
    units = [[day, "-1", name, f"unit {number % 2}"] for number, name in enumerate(names)]
    assert accounts(units)[1] == ("unit 1", "")
    own = [[day, "-1", name, f"UA{number % 2:027}"] for number, name in enumerate(names)]
    assert accounts(own)[1] == (f"UA{1:027}", "")
    theirs = [[day, "-1", name, f"UA{number:027}"] for number, name in enumerate(names)]
    assert accounts(theirs)[1] == ("", f"UA{1:027}")
