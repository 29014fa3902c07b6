"""Read what somebody types of cash from another till: how much came, what lacks, all, nothing.

The words are data: arrivals.toml. A text with any other word in it is no answer, but cash talk.
"""

import datetime as dt
import enum
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ledger.money import Money
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text, fold
from parsing.figures.amounts import to_money

_ANY_DAY = dt.date(2000, 1, 1)
"""What came does not depend on the day."""
_SILENT = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.CURRENCY})
_AMOUNTS_MAX = 2
"""What came, and what was sent."""
_DENIED = frozenset({"lacking", "not"})
"""An amount beside such a word did not come; after a mere "no" it did."""


@dataclass(frozen=True, slots=True)
class Came:
    """So much of it is there."""

    amount: Money
    whole: Money | None = None
    """What was sent, if that was said as well: "1,800 of 2,000"."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """All but so much is there."""

    amount: Money


class Plainly(enum.Enum):
    """An answer without a figure."""

    ALL = enum.auto()
    PART = enum.auto()
    NOTHING = enum.auto()


Arrival: TypeAlias = Came | Lacks | Plainly


def read_arrival(text: str, *, currency: str, lexicon: Lexicon) -> Arrival | None:
    """Read an answer to whether cash has come; None when the text is something else.

    Args:
        text: what was typed: "1800", "came 1,800 of 2,000", "200 missing", "yes", "nothing".
        currency: that of the cash.
        lexicon: the words of all languages.
    """
    spans = annotate(clean_text(text), today=_ANY_DAY, lexicon=lexicon)
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    said = [*_kinds_of(spans)]
    if None in said or len(amounts) > _AMOUNTS_MAX or any(each.sign for each in amounts):
        return None
    money = [to_money(each, currency) for each in amounts]
    kinds = {each for each in said if each is not None}
    if any(each.number == 0 for each in amounts):
        return Plainly.NOTHING if len(amounts) == 1 else None
    match money:
        case []:
            return _plainly(kinds)
        case [Money() as amount]:
            return Lacks(amount) if kinds & _DENIED else Came(amount)
        case [Money() as amount, Money() as whole] if "of" in kinds and amount <= whole:
            return Lacks(amount) if kinds & _DENIED else Came(amount, whole)
        case _:
            return None


def _plainly(kinds: set[str]) -> Plainly | None:
    is_denied = bool(kinds & {"nothing", "not"})
    if kinds & {"part", "lacking"} or ("all" in kinds and is_denied):
        return Plainly.PART
    if is_denied:
        return Plainly.NOTHING
    return Plainly.ALL if "all" in kinds or kinds == {"beside"} else None


def _kinds_of(spans: Sequence[Span]) -> Iterator[str | None]:
    """Give what each word beside the amounts is; None for one that belongs to no answer."""
    for span in spans:
        if span.kind is SpanKind.AMOUNT or span.kind in _SILENT:
            continue
        for word in fold(span.text).split():
            yield next((kind for kind, known in _words().items() if known.fullmatch(word)), None)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    text = files("parsing.answers").joinpath("arrivals.toml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = tomllib.loads(text)
    return {
        kind: re.compile("|".join(re.escape(fold(each)).replace(r"\*", r"\w*") for each in known))
        for kind, known in listed.items()
    }
