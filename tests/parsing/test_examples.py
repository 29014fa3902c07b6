"""Every example message, the project's own or those of a folder named in TILLY_EXAMPLES."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import TypedDict, cast

from parsing.jsonl import ReadingJson, reading_to_json
from parsing.lexicon import Lexicon
from parsing.read_message import read_message

OWN = Path(__file__).with_name("messages.jsonl")
CORE = ("direction", "amount", "currency", "date")
RIGHT_MIN = 0.6
SILENT_MAX = 0.02


class Accept(TypedDict, total=False):
    kind: list[str]


class Expect(TypedDict, total=False):
    kind: str
    entries: list[dict[str, object]]
    missing: list[str]
    accept: Accept


class Message(TypedDict):
    id: str
    lang: str
    text: str
    now: str
    expect: Expect


def load_messages() -> list[Message]:
    folder = os.environ.get("TILLY_EXAMPLES")
    path = Path(folder) / "examples.jsonl" if folder else OWN
    lines = path.read_text(encoding="utf-8").splitlines()
    return [cast("Message", json.loads(line)) for line in lines if line.strip()]


def read_json(message: Message, lexicon: Lexicon) -> ReadingJson:
    now = dt.datetime.fromisoformat(message["now"]).replace(tzinfo=dt.UTC)
    reading = read_message(message["text"], now=now, currency="UAH", lexicon=lexicon)
    return reading_to_json(message["id"], reading)


def field_fits(gold: dict[str, object], entry: dict[str, object], name: str) -> bool:
    accept = cast("dict[str, list[object]]", gold.get("accept", {}))
    return entry[name] in [gold[name], *accept.get(name, [])]


def is_core_right(message: Message, found: ReadingJson) -> bool:
    """Tell whether amounts, directions, currencies and dates are what was meant."""
    gold = message["expect"]["entries"]
    entries = [cast("dict[str, object]", entry) for entry in found["entries"]]
    pairs = zip(gold, entries, strict=False)
    is_same = all(field_fits(one, other, name) for one, other in pairs for name in CORE)
    return len(gold) == len(entries) and is_same


def is_right(message: Message, found: ReadingJson) -> bool:
    expect = message["expect"]
    kinds = [expect["kind"], *expect.get("accept", {}).get("kind", [])]
    return found["kind"] in kinds and (not found["entries"] or is_core_right(message, found))


def test_no_example_is_filed_wrongly_and_silently(lexicon: Lexicon) -> None:
    messages = load_messages()
    found = [(message, read_json(message, lexicon)) for message in messages]
    silent = [m["text"] for m, it in found if it["entries"] and not is_core_right(m, it)]
    allowed = SILENT_MAX * len(messages) if "TILLY_EXAMPLES" in os.environ else 0
    assert len(silent) <= allowed, silent


def test_most_examples_are_read_rightly(lexicon: Lexicon) -> None:
    messages = load_messages()
    right = sum(is_right(message, read_json(message, lexicon)) for message in messages)
    assert right >= RIGHT_MIN * len(messages)


def test_what_is_asked_is_what_is_missing(lexicon: Lexicon) -> None:
    asked = [
        (message["expect"]["missing"], read_json(message, lexicon)["missing"])
        for message in load_messages()
        if message["expect"]["kind"] == "needs_clarification"
    ]
    named = sum(bool(set(gold) & set(found)) for gold, found in asked)
    assert named >= RIGHT_MIN * len(asked)


def test_the_own_examples_cover_three_languages() -> None:
    lines = OWN.read_text(encoding="utf-8").splitlines()
    languages = [cast("Message", json.loads(line))["lang"] for line in lines]
    assert all(languages.count(language) >= 30 for language in ("en", "uk", "ru"))
