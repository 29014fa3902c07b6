"""Requests and answers as PHP has them: nested keys in brackets, an empty map that is a list."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias
from urllib.parse import parse_qsl

Json: TypeAlias = dict[str, object]

_PART = re.compile(r"\[([^\]]*)\]")


def nested(pairs: Iterable[tuple[str, str]]) -> Json:
    """Build what PHP makes of "filter[>ID]=10&select[]=ID"."""
    found: Json = {}
    for key, value in pairs:
        head, bracket, _ = key.partition("[")
        path = [head, *(_PART.findall(key) if bracket else ())]
        _put(found, path, value)
    return found


def query(text: str) -> Json:
    """Read a query as PHP does."""
    return nested(parse_qsl(text, keep_blank_values=True))


def listed(value: object) -> list[object]:
    """Give what is meant as a list, whether it came as one, as a map, or alone."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else [value]


def mapped(value: object) -> Json:
    """Give what is meant as a map; an empty list is an empty map."""
    if isinstance(value, Mapping):
        return {str(name): each for name, each in value.items()}
    if isinstance(value, list | tuple):
        return {str(place): each for place, each in enumerate(value)}
    return {}


def map_or_list(value: Mapping[str, object]) -> object:
    """Write a PHP array: keys that count from nought make a list, and so does nothing."""
    if list(value) == [str(place) for place in range(len(value))]:
        return list(value.values())
    return dict(value)


def number(value: object) -> int | float:
    """Write a number as PHP writes a double: 19000, 899.1."""
    exact = Decimal(str(value))
    return int(exact) if exact == int(exact) else float(exact)


def whole(value: object) -> int | None:
    """Read a whole number, whatever it came as; None where it is none."""
    try:
        return int(str(value))
    except ValueError:
        return None


def _put(found: Json, path: list[str], value: str) -> None:
    """Put a value where its brackets say."""
    place = found
    for position, part in enumerate(path):
        key = part or str(len(place))
        if position == len(path) - 1:
            place[key] = value
            return
        inner = place.setdefault(key, {})
        if not isinstance(inner, dict):
            inner = place[key] = {}
        place = inner
