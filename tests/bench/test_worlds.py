"""The made-up months: true by construction, and by a second opinion."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.worlds.__main__ import write_month
from bench.worlds.calendar import banking_after, is_banking, moment_text, money_text
from bench.worlds.checker import complaints, read_month
from bench.worlds.dice import Dice
from bench.worlds.names import latin, of_her
from bench.worlds.styles import STYLES, shifted
from bench.worlds.ties import near
from bench.worlds.wording import LONGEST, mistype
from tests.bench.simple_engine import Pair, reconcile

FILES = [
    "as_of.txt",
    "bank.csv",
    "cash.csv",
    "orders.csv",
    "payments.csv",
    "payouts.csv",
    "truth.json",
]
ORDERS = 250


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {}
    for style in STYLES:
        folders[style] = tmp_path_factory.mktemp(style)
        write_month(style, ORDERS, 5, folders[style])
    return folders


def truth(folder: Path) -> tuple[set[Pair], set[Pair]]:
    """Return the required pairs and those that may be answered or not."""
    required: set[Pair] = set()
    free: set[Pair] = set()
    for link in json.loads((folder / "truth.json").read_text(encoding="utf-8"))["links"]:
        lax = link.get("undecidable") or link.get("optional")
        (free if lax else required).add((link["kind"], link["left"], link["right"]))
    return required, free


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_month_is_the_seven_files_and_its_truth(months: dict[str, Path], style: str) -> None:
    assert sorted(path.name for path in months[style].iterdir()) == FILES
    assert len(read_month(months[style]).rows["orders"]) == ORDERS


@pytest.mark.parametrize("style", sorted(STYLES))
def test_the_rules_read_anew_find_the_same_exceptions(months: dict[str, Path], style: str) -> None:
    assert complaints(months[style]) == []


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_purpose_fits_a_bank_line_and_every_day_the_month(
    months: dict[str, Path], style: str
) -> None:
    month = read_month(months[style])
    assert all(len(row["purpose"]) <= LONGEST for row in month.rows["bank"].values())
    days = [date.fromisoformat(row["booked_at"]) for row in month.rows["bank"].values()]
    assert max(days) <= month.as_of
    assert min(days) > month.as_of - timedelta(days=50)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_simple_engine_finds_much_and_not_all(months: dict[str, Path], style: str) -> None:
    required, free = truth(months[style])
    found = reconcile(months[style])[0] - free
    assert 0.5 < len(found & required) / len(required) < 0.99


def test_equal_seeds_make_equal_months(months: dict[str, Path], tmp_path: Path) -> None:
    write_month("twins", ORDERS, 5, tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (months["twins"] / name).read_bytes()


def test_twins_leave_open_what_nobody_can_tell(months: dict[str, Path]) -> None:
    twins, quiet = (len(read_month(months[name]).open_records) for name in ("twins", "quiet"))
    assert twins > 3 * quiet


def test_a_second_payment_is_open_where_the_first_is(tmp_path: Path) -> None:
    write_month("twins", ORDERS, 8, tmp_path)
    told = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    weak = {link["left"] for link in told["links"] if _is_first_open(link)}
    seconds = [link for link in told["links"] if link.get("optional") and link["left"] in weak]
    assert seconds
    assert all(link.get("undecidable") for link in seconds)


def _is_first_open(link: dict[str, object]) -> bool:
    is_of_order = str(link["kind"]).startswith("order_")
    return bool(is_of_order and link.get("undecidable") and not link.get("optional"))


def test_a_shifted_style_is_the_same_with_other_rates(tmp_path: Path) -> None:
    assert shifted(STYLES["messy"], 1) == shifted(STYLES["messy"], 1)
    assert shifted(STYLES["messy"], 1).faults != STYLES["messy"].faults
    write_month("messy", ORDERS, 1, tmp_path, shift=2)
    assert complaints(tmp_path) == []


def test_the_checker_notices_a_truth_that_is_not_so(
    months: dict[str, Path], tmp_path: Path
) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes((months["faults"] / name).read_bytes())
    said = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    gone = next(e for e in said["exceptions"] if e["kind"] == "order_overpaid")
    said["exceptions"].remove(gone)
    payment = next(link for link in said["links"] if link["kind"] == "payment_payout")
    said["links"].remove(payment)
    (tmp_path / "truth.json").write_text(json.dumps(said), encoding="utf-8")
    wrong = complaints(tmp_path)
    assert f"missing order_overpaid {gone['records'][0]}" in wrong
    assert any(payment["right"] in each or payment["left"] in each for each in wrong)


def test_a_refund_is_written_negative_and_linked(months: dict[str, Path]) -> None:
    with (months["faults"] / "payments.csv").open(encoding="utf-8", newline="") as file:
        back = [row for row in csv.DictReader(file) if row["kind"] == "refund"]
    required, free = truth(months["faults"])
    linked = {right for kind, _, right in required | free if kind == "order_payment"}
    assert back
    assert all(row["gross"].startswith("-") and row["payment_id"] in linked for row in back)


def test_banks_rest_on_holidays_and_weekends() -> None:
    friday_before_may_day = date(2026, 4, 30).toordinal()
    assert not is_banking(date(2026, 5, 1).toordinal())
    assert date.fromordinal(banking_after(friday_before_may_day)) == date(2026, 5, 4)


@given(st.integers(-(10**9), 10**9))
def test_money_is_written_with_two_digits(kopecks: int) -> None:
    whole, _, rest = money_text(kopecks).partition(".")
    assert len(rest) == 2
    assert int(whole + rest) == kopecks


@given(st.integers(0, 10**6), st.from_regex(r"[A-Z]{0,2}[1-9]\d{4,7}", fullmatch=True))
def test_a_slip_of_the_finger_stays_near_the_number(seed: int, number: str) -> None:
    assert near(mistype(Dice(str(seed)), number), number)


def test_names_are_spelled_as_passports_and_women_do() -> None:
    assert [latin(word) for word in ("Щербак", "Яна", "Мар'яна")] == [
        "Shcherbak",
        "Yana",
        "Mariana",
    ]
    assert [of_her(name) for name in ("Осадчий", "Кравцов", "Ткач")] == [
        "Осадча",
        "Кравцова",
        "Ткач",
    ]


def test_a_moment_is_written_without_an_offset() -> None:
    assert moment_text(date(2026, 1, 2).toordinal() * 86_400 + 3_661) == "2026-01-02T01:01:01"


def test_the_old_bank_keeps_little_of_a_line(months: dict[str, Path]) -> None:
    month = read_month(months["bazaar"])
    lines = month.rows["bank"].values()
    assert max(len(row["purpose"]) for row in lines) <= 35
    assert max(len(row["counterparty"]) for row in lines) <= 20
    assert {row["counterparty_tax_id"] for row in lines} == {""}


def test_money_for_an_order_of_last_year_may_name_one_of_this_year(tmp_path: Path) -> None:
    write_month("bazaar", 1_000, 5, tmp_path)
    month = read_month(tmp_path)
    numbers = {row["number"] for row in month.rows["orders"].values()}
    texts = {f"bank:{key}": row["purpose"] for key, row in month.rows["bank"].items()}
    texts |= {f"payment:{key}": row["order_ref"] for key, row in month.rows["payments"].items()}
    strangers = [
        texts[records[0]] for kind, records in month.exceptions if kind == "payment_without_order"
    ]
    assert any(number in text for text in strangers for number in numbers)
