"""Values parted into lists short enough for one statement."""

from collections.abc import Collection
from typing import TypeVar

Value = TypeVar("Value")

AT_ONCE = 500


def portions(values: Collection[Value]) -> list[list[Value]]:
    """Part values into lists short enough for one statement."""
    listed = list(values)
    return [listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE)]
