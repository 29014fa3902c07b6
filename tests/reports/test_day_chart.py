"""The picture of a day."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.cash import CashCategory
from ledger.money import Money
from reports.day import DayReport, TillOpening, summarise_day
from reports.day_chart import DARK, draw_day, lay_out_day
from reports.labels import DayLabels
from reports.picture import encode_png
from reports.sheet import clean_line, shorten, text_width
from tests.reports.looking import assert_nothing_overlaps, read_png
from tests.reports.samples import (
    DAY,
    day_labels,
    empty_day,
    extreme_day,
    movement,
    usual_day,
)

LANGUAGES = ("en", "uk", "ru")


@st.composite
def days(draw: st.DrawFn) -> tuple[DayReport, DayLabels, str]:
    """Draw a day with any names, amounts and number of tills, and a language."""
    currency = draw(st.sampled_from(["UAH", "JPY", "KWD"]))
    minors = st.integers(-(10**14), 10**14).filter(bool)
    tills = [f"till.{number}" for number in range(1, draw(st.integers(1, 6)))]
    movements = [
        movement(number, draw(minors), draw(st.sampled_from(CashCategory)), currency=currency)
        for number in range(1, draw(st.integers(1, 40)))
    ]
    openings = [TillOpening(till, Money(draw(minors), currency)) for till in tills]
    names = st.text(max_size=60)
    language = draw(st.sampled_from(LANGUAGES))
    labels = replace(
        day_labels(language),
        title=draw(names),
        operations=draw(names),
        category_names={
            code: draw(names) for code in draw(st.sets(st.sampled_from(CashCategory)))
        },
        till_names={till: draw(names) for till in tills},
    )
    report = summarise_day(DAY, openings=openings, movements=movements)
    return report, labels, language


@settings(max_examples=40, deadline=None)
@given(days())
def test_no_two_things_overlap_on_any_day(made: tuple[DayReport, DayLabels, str]) -> None:
    report, labels, language = made
    code = report.currencies[0].currency if report.currencies else "UAH"
    assert_nothing_overlaps(lay_out_day(report, labels, base_currency=code, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", [usual_day(), empty_day(), extreme_day()])
def test_nothing_overlaps_on_a_known_day(report: DayReport, language: str) -> None:
    assert_nothing_overlaps(
        lay_out_day(report, day_labels(language), base_currency="UAH", language=language)
    )


def test_many_categories_end_in_one_row_for_the_rest() -> None:
    labels = day_labels("en")
    sheet = lay_out_day(extreme_day(), labels, base_currency="UAH", language="en")
    others = [
        label.text for label in sheet.labels if label.text.startswith(("Other (", "Others ("))
    ]
    assert others == ["Other (22)", "Other (20)", "Others (4)"]


def test_no_amount_is_ever_cut() -> None:
    sheet = lay_out_day(extreme_day(), day_labels("uk"), base_currency="UAH", language="uk")
    right = [label.text for label in sheet.labels if label.is_right and label.is_bold]
    assert not [text for text in right if "…" in text]


def test_what_went_out_has_a_minus_and_not_a_colour_alone() -> None:
    sheet = lay_out_day(usual_day(), day_labels("en"), base_currency="UAH", language="en")
    by_line = {label.y: label.text for label in sheet.labels if label.is_right}
    shown = {label.text: by_line.get(label.y) for label in sheet.labels if not label.is_right}
    assert (shown["Sales"], shown["Delivery"]) == ("₴18,450", "−₴310.25")


def test_cash_that_only_moved_is_not_called_an_idle_day() -> None:
    report = summarise_day(DAY, openings=[], movements=[movement(1, -100, "bank_deposit")])
    labels = day_labels("en")
    sheet = lay_out_day(report, labels, base_currency="UAH", language="en")
    texts = {label.text for label in sheet.labels}
    assert labels.nothing_happened not in texts
    assert "Taken to the bank" in texts


def test_text_from_outside_is_drawn_as_it_stands() -> None:
    labels = replace(day_labels("en"), title=r"$\frac{1}{$ _x^ \n")
    picture = draw_day(usual_day(), labels, base_currency="UAH", language="en")
    assert picture.startswith(b"\x89PNG")


def test_threads_draw_the_same_pictures() -> None:
    def draw(language: str) -> bytes:
        labels = day_labels(language)
        return draw_day(usual_day(), labels, base_currency="UAH", language=language, theme=DARK)

    expected = [draw(language) for language in LANGUAGES * 2]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, LANGUAGES * 2)) == expected


def test_emoji_marks_and_piled_accents_never_reach_the_font() -> None:
    assert clean_line("Каса \U0001f9fe漢\u202e\x07\n №1") == "Каса №1"
    assert clean_line("q\u0325\u0325\u0325\u0325") == "q\u0325"
    assert clean_line("\U0001f9fe") == "—"


@given(st.text(max_size=80), st.integers(60, 800), st.booleans())
def test_shortened_text_fits(text: str, width: int, is_bold: bool) -> None:  # noqa: FBT001 - a case
    short = shorten(text, width, 28, is_bold=is_bold)
    assert text_width(short, 28, is_bold=is_bold) <= width


def test_a_picture_of_many_colours_is_written_without_a_palette() -> None:
    steps = np.arange(0, 256, 4, dtype=np.uint8)
    image = np.full((64, 64, 4), 255, np.uint8)
    image[:, :, 0] = steps[:, None]
    image[:, :, 1] = steps[None, :]
    decoded = read_png(encode_png(image.data, exact_colours=()))
    assert np.array_equal(np.round(decoded[:, :, :3] * 255).astype(np.uint8), image[:, :, :3])


def test_flat_colours_keep_their_exact_shade() -> None:
    image = np.zeros((4, 4, 4), np.uint8)
    image[:] = (0x1A, 0x1F, 0x26, 0xFF)
    decoded = read_png(encode_png(image.data, exact_colours=("#1A1F26",)))
    assert np.round(decoded[0, 0, :3] * 255).tolist() == [0x1A, 0x1F, 0x26]
