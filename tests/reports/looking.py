"""Ways to look at a picture that a machine has."""

import io
from itertools import combinations

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.image import imread
from matplotlib.transforms import Bbox

from reports.sheet import Sheet, Stroke, Words, build_figure

TOLERANCE = 0.002
"""Mean difference of a channel, of 1, that another processor may cause."""


def assert_nothing_overlaps(sheet: Sheet) -> None:
    canvas = FigureCanvasAgg(build_figure(sheet))
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib's
    texts = [words.get_window_extent(renderer) for words in canvas.figure.findobj(Words)]
    bars = [
        Bbox.from_bounds(bar.x, sheet.height - bar.y - bar.thickness / 2, bar.width, bar.thickness)
        for bar in sheet.bars
    ]
    assert len(texts) == len(sheet.labels)
    for one, other in combinations(texts + bars, 2):
        assert not one.overlaps(other)
    columns = [_box(stroke, sheet.height) for stroke in sheet.strokes]
    for text in texts:
        assert not any(text.overlaps(column) for column in columns)
    for box in texts + bars + columns:
        assert box.x0 >= 0
        assert box.x1 <= sheet.width
        assert box.y0 >= 0
        assert box.y1 <= sheet.height


def _box(stroke: Stroke, height: int) -> Bbox:
    """Give what a line covers, a curve as a whole."""
    xs, ys = zip(*stroke.points, strict=True)
    half = stroke.thickness / 2
    is_upright = min(xs) == max(xs)
    across, along = (half, 0) if is_upright else (0, half)
    return Bbox.from_extents(
        min(xs) - across, height - max(ys) - along, max(xs) + across, height - min(ys) + along
    )


def read_png(content: bytes) -> npt.NDArray[np.float32]:
    return np.asarray(imread(io.BytesIO(content), format="png"), np.float32)
