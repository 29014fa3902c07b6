"""The weights that a new shop begins with: learned on labelled lines, shared by all categories."""

import json
from functools import cache
from importlib.resources import files

_SCALE = 1_000


@cache
def shipped_weights() -> tuple[float, ...]:
    """Read the shipped weights, kept in whole thousandths, in the order of `predict`."""
    text = files("categorisation").joinpath("weights.json").read_text(encoding="utf-8")
    return tuple(weight / _SCALE for weight in json.loads(text))
