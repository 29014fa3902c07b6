"""What a language model may do with a question: choose one of the queries, and nothing else.

Its choice is checked like anybody's words: a name or an order counts only if the question holds
it, and no day is ahead.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace

from ledger.cash import CashCategory
from parsing.annotation.tokens import fold
from parsing.questions.query import (
    BANKS,
    COUNTER,
    GATEWAYS,
    LIMIT_MAX,
    ONLINE,
    SOURCE_PREFIX,
    TILLS,
    Ask,
    Group,
    Measure,
    Per,
    Query,
)
from parsing.questions.query_json import NoQueryError, query_from_json
from parsing.questions.refusals import is_readable

TOOL = "ask_books"
ARGUMENTS_MAX = 2_000
"""Longer arguments are none."""
_PLACES = (TILLS, BANKS, GATEWAYS)
_OPTIONAL_TEXT = {"type": ["string", "null"]}


def _one_of(values: list[str]) -> Mapping[str, object]:
    return {"type": "string", "enum": values}


def _maybe_one_of(values: list[str]) -> Mapping[str, object]:
    return {"type": ["string", "null"], "enum": [*values, None]}


_PROPERTIES: Mapping[str, object] = {
    "ask": _one_of([each.value for each in Ask if each is not Ask.FORECAST]),
    "measure": _one_of([each.value for each in Measure]),
    "first": {"type": "string", "description": "the first day, YYYY-MM-DD"},
    "last": {"type": "string", "description": "the last day, YYYY-MM-DD"},
    "against_first": {**_OPTIONAL_TEXT, "description": "days to compare with, YYYY-MM-DD"},
    "against_last": _OPTIONAL_TEXT,
    "categories": {"type": "array", "items": _one_of([each.value for each in CashCategory])},
    "place": _maybe_one_of(list(_PLACES)),
    "about": {**_OPTIONAL_TEXT, "description": "a name or word, exactly as it is written"},
    "group": _maybe_one_of([each.value for each in Group]),
    "limit": {"type": "integer", "description": f"how many rows, at most {LIMIT_MAX}"},
    "per": _one_of([each.value for each in Per]),
    "order": {**_OPTIONAL_TEXT, "description": "digits of an order's number"},
    "older_than_days": {"type": "integer"},
    "channels": {"type": "array", "items": _one_of([ONLINE, COUNTER])},
}
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": list(_PROPERTIES),
    "properties": _PROPERTIES,
}
"""The arguments of the one tool there is, as JSON Schema."""


def chosen_in(arguments: str, text: str, today: dt.date) -> Query | None:
    """Check a choice; None when it is no query, or says what the question does not hold.

    Args:
        arguments: what the model gave the tool, as JSON.
        text: the question.
        today: the day it was asked on.
    """
    if len(arguments) > ARGUMENTS_MAX:
        return None
    try:
        told = json.loads(arguments)
        return _checked(query_from_json(_as_query(told)), text, today)
    except (ValueError, KeyError, TypeError):
        return None


def _as_query(told: Mapping[str, object]) -> dict[str, object]:
    values = dict(told)
    values["days"] = {"first": values.pop("first"), "last": values.pop("last")}
    first, last = values.pop("against_first", None), values.pop("against_last", None)
    values["against"] = {"first": first, "last": last} if first and last else None
    if values.get("place") not in {*_PLACES, None}:
        message = "no such place"
        raise NoQueryError(message)
    return values


def _checked(query: Query, text: str, today: dt.date) -> Query | None:
    said = fold(text)
    told = [each for each in (query.about, query.order) if each is not None]
    told += [each.removeprefix(SOURCE_PREFIX) for each in {*query.channels} - {ONLINE, COUNTER}]
    periods = [query.days, *([query.against] if query.against else [])]
    is_held = all(fold(each) in said for each in told)
    is_ahead = any(each.first > today for each in periods)
    is_open = query.ask is Ask.FORECAST or (query.ask is Ask.ORDER and query.order is None)
    if not is_held or is_ahead or is_open or not is_readable(query):
        return None
    against = None if query.against is None else query.against.until(today)
    return replace(query, days=query.days.until(today), against=against)
