"""Draw the reference pictures anew: python -m tests.reports.redraw_pictures, then look at them."""

from pathlib import Path
from typing import Final

from reports.day_chart import DARK, LIGHT, draw_day
from tests.reports.samples import day_labels, empty_day, usual_day

PICTURES: Final = Path(__file__).parent / "pictures"


def draw_pictures() -> dict[str, bytes]:
    """Draw each reference picture, by its name."""
    return {
        "usual_uk_light": draw_day(
            usual_day(), day_labels("uk"), base_currency="UAH", language="uk", theme=LIGHT
        ),
        "usual_en_dark": draw_day(
            usual_day(), day_labels("en"), base_currency="UAH", language="en", theme=DARK
        ),
        "empty_ru_light": draw_day(
            empty_day(), day_labels("ru", 0), base_currency="UAH", language="ru", theme=LIGHT
        ),
    }


if __name__ == "__main__":
    for name, picture in draw_pictures().items():
        (PICTURES / f"{name}.png").write_bytes(picture)
