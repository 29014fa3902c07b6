"""Reports as files: sums are formulas that come to what they show, in each kind of file."""

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ledger.accounts import LANGUAGES
from ledger.money import Money
from locales.file_tables import (
    flow_table,
    listed_table,
    picture_table,
    plan_table,
    results_table,
)
from locales.pictures import (
    expenses_picture,
    flow_labels,
    gap_picture,
    margins_picture,
    plan_labels,
)
from locales.words import words_of
from reports.file_csv import write_csv
from reports.file_pdf import lay_out_pages, write_pdf
from reports.file_table import Cell, FileRow, FileTable, Formula, Span, money_of, summed
from reports.file_xlsx import write_xlsx
from reports.sheet import LIGHT
from tests.papers import uah
from tests.reports.looking import assert_nothing_overlaps
from tests.reports.picture_samples import (
    CHART,
    LONG,
    MONTH,
    extreme_expenses,
    planned,
    sheets,
    usual_expenses,
    usual_flow,
    usual_gap,
    usual_margins,
    usual_month,
)

HEAD = 3


def tables(language: str) -> dict[str, FileTable]:
    words = words_of(language)
    names = {each.key: each.name(language) for each in CHART}
    flow, month = usual_flow(), usual_month(planned(120_000_000))
    return {
        "results": results_table(words, usual_expenses(), names),
        "expenses": picture_table(words, expenses_picture(words, extreme_expenses(), names)),
        "margins": picture_table(words, margins_picture(words, MONTH, usual_margins())),
        "gap": picture_table(words, gap_picture(words, usual_gap())),
        "flow": flow_table(words, flow, flow_labels(words, flow)),
        "plan": plan_table(words, month, plan_labels(words, month)),
    }


def worked_out(content: bytes) -> dict[str, Decimal]:
    """Work a workbook's formulas out from its own figures, as a spreadsheet does."""
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    known: dict[str, Decimal] = {}
    waiting: dict[str, list[str]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, int | float):
                known[cell.coordinate] = Decimal(str(cell.value))
            elif cell.data_type == "f":
                spans = re.fullmatch(r"=SUM\(([A-Z0-9:,]+)\)", str(cell.value))
                assert spans
                waiting[cell.coordinate] = [
                    one.coordinate
                    for span in spans[1].split(",")
                    for line in (sheet[span] if ":" in span else ((sheet[span],),))
                    for one in line
                ]
    while waiting:
        ready = [key for key, cells in waiting.items() if not waiting.keys() & set(cells)]
        assert ready, "formulas go in a circle"
        for key in ready:
            known[key] = sum((known[each] for each in waiting.pop(key)), start=Decimal(0))
    return known


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["results", "expenses", "margins", "gap", "flow"])
def test_formulas_come_to_what_the_report_says(name: str, language: str) -> None:
    table = tables(language)[name]
    known = worked_out(write_xlsx(table))
    formulas = 0
    for number, row in enumerate(table.rows, start=HEAD + 1):
        for column, cell in zip("ABCDEF", row.cells, strict=False):
            if isinstance(cell, Formula):
                formulas += 1
                assert known[f"{column}{number}"] == cell.value.to_decimal()
    assert formulas


def test_the_results_own_totals_are_formulas() -> None:
    table = tables("en")["results"]
    live = [row.cells[0] for row in table.rows if isinstance(row.cells[1], Formula)]
    assert live == ["Expenses", "Net result"]


def test_words_never_run_in_any_file() -> None:
    nasty = "=HYPERLINK(1)"
    table = FileTable("en", nasty, (nasty, "+x"), (FileRow((nasty, uah(-5))),))
    (sheet,) = load_workbook(io.BytesIO(write_xlsx(table))).worksheets
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    told = write_csv(table).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(told), delimiter=";")) == [
        [f"'{nasty}", "'+x", ""],
        [f"'{nasty}", "-0.05", "UAH"],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_has_every_figure_with_its_currency(language: str) -> None:
    table = tables(language)["gap"]
    rows = list(csv.reader(io.StringIO(write_csv(table).decode("utf-8-sig")), delimiter=";"))
    figures = [Decimal(row[1].replace(",", ".")) for row in rows[1:] if row[1]]
    expected = [money_of(row.cells[1]) for row in table.rows]
    assert figures == [each.to_decimal() for each in expected if each is not None]
    assert {row[2] for row in rows[1:] if row[1]} == {"UAH"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["results", "expenses", "margins", "gap", "flow"])
def test_nothing_overlaps_on_paper(name: str, language: str) -> None:
    for page in lay_out_pages(tables(language)[name]):
        assert_nothing_overlaps(page)


def test_long_lists_go_over_pages_and_lose_no_row() -> None:
    rows: list[tuple[Cell, ...]] = [
        (str(place), MONTH.first, uah(place * 10**9), LONG, LONG) for place in range(120)
    ]
    table = listed_table(words_of("uk"), LONG, ("№", "День", "Сума", "Рахунок", "Хто"), rows, 2)
    pages = list(lay_out_pages(table))
    assert len(pages) == 3
    texts = [label.text for page in pages for label in page.labels]
    assert {str(place) for place in range(120)} <= set(texts)
    for page in pages:
        assert_nothing_overlaps(page)


def test_what_has_no_room_goes_on_below_and_no_figure_is_cut() -> None:
    name = f"{LONG[:70]}(in ₴1,517,750.36, out ₴1,468,368.13)"
    closing = f"{LONG[:120]}. By so much the result may still move."
    table = FileTable("en", "x", ("What", "Amount"), (FileRow((name, uah(1))),), (closing,))
    (page,) = lay_out_pages(table)
    assert_nothing_overlaps(page)
    said = " ".join(label.text for label in page.labels)
    assert said.count("…") == 0
    assert "out ₴1,468,368.13)" in said
    assert said.endswith("may still move.")


def test_a_sheet_is_called_what_the_report_is() -> None:
    table = FileTable("ru", "План · ноябрь 2026\u202fг.", ("День",), (FileRow(("",)),))
    assert load_workbook(io.BytesIO(write_xlsx(table))).sheetnames == ["План · ноябрь 2026 г."]


def test_pdf_is_the_same_each_time_and_has_the_picture() -> None:
    table = tables("uk")["gap"]
    picture = dict(sheets("uk", LIGHT))["gap"]()
    alone, both = write_pdf(table), write_pdf(table, picture)
    assert both == write_pdf(table, picture)
    assert (alone.count(b"/Type /Page "), both.count(b"/Type /Page ")) == (1, 2)
    assert b"/FontFile2" in both


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=9), st.integers(-1, 1))
def test_a_figure_that_rows_do_not_add_up_to_is_no_formula(minors: list[int], off: int) -> None:
    rows = [FileRow(("", uah(minor))) for minor in minors]
    value = uah(sum(minors) + off)
    found = summed(value, rows, [Span(1, 0, len(rows) - 1)])
    assert isinstance(found, Formula) == (off == 0)
    assert money_of(found) == value


def test_two_currencies_have_no_sum() -> None:
    rows: list[tuple[Cell, ...]] = [("a", uah(1)), ("b", Money(1, "USD"))]
    assert len(listed_table(words_of("en"), "x", ("", ""), rows, 1).rows) == 2
