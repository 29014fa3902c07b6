"""The weights that a new shop begins with: learned on labelled lines, shared by all categories."""

import json
from functools import cache
from importlib.resources import files


@cache
def shipped_weights() -> tuple[float, ...]:
    """Read the shipped weights, in the order of `predict`."""
    text = files("categorisation").joinpath("weights.json").read_text(encoding="utf-8")
    return tuple(json.loads(text))
