"""Draw the reference pictures anew: python -m tests.reports.redraw_pictures, then look at them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from reports.day import DayReport
from reports.day_chart import DARK, LIGHT, draw_day
from reports.sheet import Theme, draw_sheet
from tests.reports.picture_samples import sheets
from tests.reports.samples import day_labels, empty_day, usual_day

PICTURES: Final = Path(__file__).parent / "pictures"
_LOOKED_AT: Final = (
    ("expenses", "uk", LIGHT), ("flow", "en", DARK), ("flow_long", "ru", LIGHT),
    ("debts", "ru", LIGHT), ("margins", "uk", DARK), ("gap", "en", LIGHT), ("gap", "uk", DARK),
    ("expenses_extreme", "en", DARK), ("margins_extreme", "ru", LIGHT), ("flow_empty", "uk", DARK),
    ("plan", "uk", LIGHT), ("plan_passed_far", "en", DARK), ("plan_of_billions", "ru", LIGHT),
    ("plan_without", "uk", DARK),
)  # fmt: skip


def reference_pictures() -> Mapping[str, Callable[[], bytes]]:
    """Give what draws each reference picture, by its name."""
    return {
        "usual_uk_light": lambda: _day(usual_day(), "uk", LIGHT),
        "usual_en_dark": lambda: _day(usual_day(), "en", DARK),
        "empty_ru_light": lambda: _day(empty_day(), "ru", LIGHT, operation_count=0),
        **dict(_director(*each) for each in _LOOKED_AT),
    }


def _day(report: DayReport, language: str, theme: Theme, operation_count: int = 12) -> bytes:
    labels = day_labels(language, operation_count)
    return draw_day(report, labels, base_currency="UAH", language=language, theme=theme)


def _director(name: str, language: str, theme: Theme) -> tuple[str, Callable[[], bytes]]:
    ground = "dark" if theme is DARK else "light"
    lay_out = dict(sheets(language, theme))[name]
    return f"{name}_{language}_{ground}", lambda: draw_sheet(lay_out())


if __name__ == "__main__":
    for name, draw in reference_pictures().items():
        (PICTURES / f"{name}.png").write_bytes(draw())
