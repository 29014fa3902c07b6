"""Rules sleep until one of their words is said, and are followed in their order then."""

import datetime as dt
import json
from pathlib import Path

import pytest

from parsing.annotation.annotate import annotate
from parsing.annotation.cues import Sleepers, woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.word_lists import load_lexicon
from parsing.beside.tidying import RULES as TIDYING
from parsing.no_entry.no_move import MOVING_NOTHING

MESSAGES = Path(__file__).parent / "messages" / "measured_on.jsonl"


def said(*words: str, kind: SpanKind = SpanKind.WORD, value: str = "") -> list[Span]:
    return [Span(kind, 0, len(word), word, word, value) for word in words]


@woken_by("чек", "left in stock", words={"no"}, ends={"газ"})
def _by_words(spans: list[Span]) -> str:
    return f"words of {len(spans)}"


@woken_by(kinds=(SpanKind.CARD,), values=("till",))
def _by_kinds(spans: list[Span]) -> str:
    return f"kinds of {len(spans)}"


RULES = Sleepers(_by_words, _by_kinds)


@pytest.mark.parametrize(
    ("spans", "woken"),
    [
        ([], []),
        (said("кава"), []),
        (said("чеки"), ["words of 1"]),
        (said("два чеки"), ["words of 1"]),
        (said("stock"), ["words of 1"]),
        (said("left"), []),
        (said("no"), ["words of 1"]),
        (said("none"), []),
        (said("черкасигаз"), ["words of 1"]),
        (said("x", kind=SpanKind.CARD), ["kinds of 1"]),
        (said("x", value="till"), ["kinds of 1"]),
        (said("x", value="till") + said("чек"), ["words of 2", "kinds of 2"]),
    ],
)
def test_only_rules_that_hear_a_cue_of_theirs_are_awake(
    spans: list[Span], woken: list[str]
) -> None:
    assert [rule(spans) for rule in RULES.awake(spans)] == woken


def test_a_rule_may_be_followed_though_nothing_woke_it() -> None:
    assert _by_kinds([]) == "kinds of 0"


def test_a_rule_that_sleeps_would_have_changed_nothing() -> None:
    lexicon = load_lexicon()
    for line in MESSAGES.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        spans = annotate(text, today=dt.date(2026, 11, 20), lexicon=lexicon)
        awake = TIDYING.awake(spans)
        for rule in TIDYING:
            assert rule.follow in awake or rule(list(spans)) == spans, (rule.__doc__, text)
        vetoing = MOVING_NOTHING.awake(spans)
        for veto in MOVING_NOTHING:
            assert veto.follow in vetoing or not veto(spans), (veto.__doc__, text)
