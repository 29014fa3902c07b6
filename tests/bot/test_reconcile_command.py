"""tilly reconcile, called as people call it."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line.main import main
from tests.here import DATA, needs_data

FILES = {
    "orders.csv": (
        "order_id,number,created_at,closed_at,status,currency,total,refunded_total,customer_name,"
        "customer_phone,customer_tax_id,channel,payment_method\n"
        "1,27518,2026-10-01T12:00:00,2026-10-05T12:00:00,closed,UAH,100.00,0.00,"
        '"ТОВ ""Котлосервіс""",,,site,bank_transfer\n'
        "2,27519,2026-10-01T12:00:00,2026-10-05T12:00:00,closed,UAH,250.50,0.00,Коваль,,,site,"
        "card_online\n"
    ),
    "payments.csv": (
        "payment_id,provider,merchant_code,order_ref,created_at,kind,currency,gross,fee,net,"
        "payout_id,payer_name\n"
    ),
    "payouts.csv": "payout_id,provider,merchant_code,paid_at,currency,gross,fee,net\n",
    "bank.csv": (
        "line_id,account,booked_at,currency,amount,counterparty,counterparty_iban,"
        "counterparty_tax_id,purpose\n"
        '7,UA1,2026-10-02,UAH,100.00,"ТОВ ""Котлосервіс""",,,"Оплата №27518"\n'
    ),
    "cash.csv": "entry_id,happened_at,direction,currency,amount,category,order_ref,note\n",
    "as_of.txt": "2026-10-31\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def tilly(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["reconcile", *map(str, arguments)])


def test_the_answer_is_links_and_exceptions_in_a_stable_order(folder: Path) -> None:
    shown = tilly(folder, "--json")
    assert shown.exit_code == 0
    assert json.loads(shown.stdout) == {
        "links": [{"kind": "order_bank", "left": ["1"], "right": ["7"]}],
        "exceptions": [{"kind": "order_unpaid", "records": ["order:2"]}],
    }
    assert tilly(folder, "--json").output == shown.output


def test_without_json_it_is_told_in_words(folder: Path) -> None:
    shown = tilly(folder)
    assert "1 order_bank" in shown.output
    assert "250.50 UAH" in shown.output


def test_it_says_why_a_record_is_linked_or_not(folder: Path) -> None:
    assert "the number is named" in tilly(folder, "--explain", "bank:7").output
    alone = tilly(folder, "--explain", "order:2").output
    assert "Nothing is linked to it" in alone
    assert "order_unpaid" in alone
    assert tilly(folder, "--explain", "bank:9").exit_code == 2


def test_other_terms_change_what_is_late(folder: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.toml"
    terms.write_text("[limits]\nunpaid_after_days = 60\n")
    answer = json.loads(tilly(folder, "--json", "--terms", terms).stdout)
    assert answer["exceptions"] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("bank.csv", "100.00", "1oo", ", line 2: '1oo' is no amount of money."),
        ("bank.csv", "booked_at", "when", ", line 2: there is no column booked_at."),
        ("bank.csv", "2026-10-02", "soon", ", line 2: 'soon' is no day such as 2026-10-31."),
        ("orders.csv", "card_online\n", "card_online\n3,2\n", ", line 4: '' is no moment such"),
        ("as_of.txt", "2026-10-31", "now", ": 'now' is no day such as 2026-10-31."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    shown = tilly(folder, "--json")
    assert shown.exit_code == 2
    assert f"{name}{said}" in shown.output


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_there_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert f"{name}: No such file or directory." in tilly(folder, "--json").output


@needs_data
def test_the_month_with_a_known_truth_is_matched_without_an_error(tmp_path: Path) -> None:
    place = DATA.parent / "examples" / "store_month"
    answer = tmp_path / "answer.json"
    answer.write_text(tilly(place / "sample", "--json").output, encoding="utf-8")
    scored = tmp_path / "score.json"
    command = [sys.executable, place / "score.py", place / "sample", answer, "--json", scored]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)  # noqa: S603 - the scorer's own
    found = json.loads(scored.read_text())
    assert found["records"]["accuracy"] == 1
    assert found["links"]["overall"]["f1"] == found["exceptions"]["overall"]["f1"] == 1
    assert found["false_silent_match"] == 0


def test_money_is_read_exactly(folder: Path) -> None:
    path = folder / "orders.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][6] = "100.5"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    answer = json.loads(tilly(folder, "--json").stdout)
    assert {"kind": "order_unpaid", "records": ["order:1"]} not in answer["exceptions"]
