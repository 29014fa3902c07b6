"""Several calls in one: names, references to earlier results, empty maps that are lists."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.lists import Answer
from sandbox.bitrix24.php import Json, map_or_list, mapped, query

COMMANDS_MAX = 50
_REFERENCE = re.compile(r"\$result((?:\[[^\]]*\])+)")
_PART = re.compile(r"\[([^\]]*)\]")

Run = Callable[[str, Json], tuple[Answer, Json]]
"""Runs a method; gives its answer and what it says of the time that it took."""


@dataclass
class _Outcome:
    results: Json = field(default_factory=dict)
    errors: Json = field(default_factory=dict)
    totals: Json = field(default_factory=dict)
    nexts: Json = field(default_factory=dict)
    times: Json = field(default_factory=dict)


def run_batch(params: Json, run: Run) -> Answer:
    """Run the commands of a batch, one after another.

    Raises:
        RestError: there are too many of them.
    """
    commands = mapped(params.get("cmd"))
    if len(commands) > COMMANDS_MAX:
        raise RestError(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded")
    halts = str(params.get("halt", "0")) in {"1", "true", "True"}
    outcome = _Outcome()
    for key, command in commands.items():
        try:
            _run_one(key, str(command), outcome, run)
        except RestError as error:
            told = {"error": error.error, "error_description": error.description}
            outcome.errors[key] = told
            if halts:
                break
    return Answer(
        {
            "result": map_or_list(outcome.results),
            "result_error": map_or_list(outcome.errors),
            "result_total": map_or_list(outcome.totals),
            "result_next": map_or_list(outcome.nexts),
            "result_time": map_or_list(outcome.times),
        }
    )


def _run_one(key: str, command: str, outcome: _Outcome, run: Run) -> None:
    method, _, said = command.partition("?")
    if method.removesuffix(".json") == "batch":
        raise RestError(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch")
    answer, time = run(method, _filled(query(said), outcome.results))
    outcome.results[key] = answer.result
    outcome.times[key] = time
    if answer.total is not None:
        outcome.totals[key] = answer.total
    if answer.next is not None:
        outcome.nexts[key] = answer.next


def _filled(params: Json, results: Json) -> Json:
    """Put earlier results where they are referred to."""
    return {name: _fill(value, results) for name, value in params.items()}


def _fill(value: object, results: Json) -> object:
    if isinstance(value, dict):
        return {name: _fill(each, results) for name, each in value.items()}
    if not isinstance(value, str):
        return value
    whole = _REFERENCE.fullmatch(value)
    if whole is not None:
        found = _look_up(whole[1], results)
        return "" if found is None else found
    return _REFERENCE.sub(lambda each: str(_look_up(each[1], results) or ""), value)


def _look_up(path: str, results: Json) -> object:
    place: object = results
    for part in _PART.findall(path):
        if isinstance(place, list) and part.isdecimal():
            place = place[int(part)] if int(part) < len(place) else None
        else:
            place = place.get(part) if isinstance(place, dict) else None
    return place
