"""What of a trigger the shop sets itself."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


class Unit(enum.StrEnum):
    """What a parameter counts."""

    DAYS = "days"
    PERCENT = "percent"
    MONEY = "money"
    """Minor units of the shop's currency."""
    TIMES = "times"


Chosen: TypeAlias = Mapping[str, int]
"""A trigger's parameters by name, each one there."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number that a trigger is held against."""

    name: str
    unit: Unit
    usual: int
    choices: tuple[int, ...]
    """Offered to be tapped; any other may be typed."""
    least: int = 0
    most: int = 10**12

    def allows(self, value: int) -> bool:
        """Say whether it may be so much."""
        return self.least <= value <= self.most


def complete(parameters: tuple[Parameter, ...], told: Chosen) -> Chosen:
    """Give every parameter: as it was told, or else as usual."""
    return {each.name: told.get(each.name, each.usual) for each in parameters}
