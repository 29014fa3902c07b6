"""The rules that a shop begins with, and the accounts that they need beside those of the chart."""

import tomllib
from functools import cache
from importlib.resources import files

from categorisation.rules import Rule, rule_from_json


@cache
def starter_rules() -> tuple[Rule, ...]:
    """Read the starter pack."""
    text = files("categorisation").joinpath("starter_rules.toml").read_text(encoding="utf-8")
    return tuple(_rule(table) for table in tomllib.loads(text)["rule"])


def _rule(table: dict[str, object]) -> Rule:
    is_sure = table.pop("sure", True)
    return rule_from_json({**table, "is_starter": True, "is_sure": is_sure})
