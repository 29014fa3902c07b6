"""What a model is asked about bank lines, and what its answer is worth: pure on both sides."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LINES_MAX = 20
"""So many lines are asked about at once."""
ANSWER_MAX = 4_000
TEXT_MAX = 300
"""Of a purpose; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class LineNote:
    """What a model hears of a line; no account, number or balance."""

    purpose: str
    counterparty: str
    is_out: bool


def question_of(notes: Sequence[LineNote], accounts: Mapping[str, str]) -> str:
    """Write the question: the lines by number, the accounts by key and name."""
    lines = [
        {
            "line": number,
            "purpose": each.purpose[:TEXT_MAX],
            "counterparty": each.counterparty[:TEXT_MAX],
            "money": "out" if each.is_out else "in",
        }
        for number, each in enumerate(notes, start=1)
    ]
    return json.dumps({"lines": lines, "accounts": dict(accounts)}, ensure_ascii=False)


def schema_for(accounts: Mapping[str, str]) -> dict[str, object]:
    """Give the form that an answer must have."""
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": ["line", "account"],
        "properties": {
            "line": {"type": "integer"},
            "account": {"anyOf": [{"type": "null"}, {"type": "string", "enum": [*accounts]}]},
        },
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["lines"],
        "properties": {"lines": {"type": "array", "items": entry}},
    }


def checked(answer: str, count: int, accounts: Mapping[str, str]) -> dict[int, str]:
    """Take what is an account that was offered, for a line that was asked about, from nought.

    Whatever else an answer holds counts for nothing; a line that it names twice, too.
    """
    try:
        told: object = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    lines = told.get("lines") if isinstance(told, dict) else None
    found: dict[int, str] = {}
    twice: set[int] = set()
    for each in lines if isinstance(lines, list) else ():
        said = each if isinstance(each, dict) else {}
        number, account = said.get("line"), said.get("account")
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= count:
            continue
        if isinstance(account, str) and account in accounts:
            twice |= {number - 1} & found.keys()
            found[number - 1] = account
    return {place: account for place, account in found.items() if place not in twice}
