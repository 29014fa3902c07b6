"""Guess which of a message's figures are the money that moved; integers throughout.

A logistic regression over what stands around a figure, how it is written, and how it compares with
the other figures. It looks at the figures as they were typed, before any rule has settled them: a
second opinion and no echo. Its weights are learned by tests/parsing/train_guess.py and
kept in thousandths of a natural logarithm.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from itertools import combinations
from typing import TypedDict

from parsing.annotation.spans import Span, SpanKind
from parsing.guess.features import bones_of

FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.MODEL, SpanKind.NUMBER})
"""The kinds of span that a figure which is money may have been taken for."""
MARGIN = 700
"""What is nearer to even than this is not told."""
_FIGURES_MAX = 12
"""A message with more figures than this is no talk about cash."""
_NEAR = (1, 2)
_RATIOS = (50, 10, 3)
_ROUND = (1_000, 100, 10)
_REMEMBERED = 8_192
"""Of so many words their features are kept."""


class FigureWeights(TypedDict):
    """The file of weights: what every figure starts from, and what each feature adds."""

    bias: int
    features: dict[str, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a message, and how likely it is money."""

    span: Span
    number: Decimal
    lead: int
    """In thousandths of a natural logarithm: above zero it is rather money than not."""


@dataclass(frozen=True, slots=True)
class FigureGuesser:
    """Scores figures."""

    bias: int
    features: Mapping[str, int]

    def figures(self, spans: Sequence[Span]) -> tuple[Figure, ...]:
        """Give every figure of annotated, unsettled spans with its score; none of too many."""
        places = figure_places(spans)
        if len(places) > _FIGURES_MAX:
            return ()
        if len(places) == 1 and spans[places[0]].kind is SpanKind.AMOUNT:
            # With nothing to compare it with it is what it was taken for; most messages have one.
            (at,) = places
            return (Figure(spans[at], spans[at].number or Decimal(0), MARGIN),)
        return tuple(
            Figure(
                spans[at],
                spans[at].number or Decimal(0),
                self.bias + sum(self.features.get(each, 0) for each in around(spans, at, places)),
            )
            for at in places
        )


def figure_places(spans: Sequence[Span]) -> list[int]:
    """Say where figures stand that may be money."""
    return [
        at for at, span in enumerate(spans) if span.kind in FIGURES and span.number is not None
    ]


def around(spans: Sequence[Span], at: int, places: Sequence[int]) -> frozenset[str]:
    """Give the features of the figure at a place among those of a message."""
    span, number = spans[at], spans[at].number or Decimal(0)
    found = {f"as {span.kind}", f"{len(str(int(abs(number))))} digits", _roundness(number)}
    for step in _NEAR:
        before, after = _beside(spans, at - step), _beside(spans, at + step)
        found.update([f"-{step} {what}" for what in before])
        found.update([f"+{step} {what}" for what in after])
        if step == 1:
            found.add(f"{before[0]} _ {after[0]}")
    found.update(_writing(span))
    others = [spans[each].number or Decimal(0) for each in places if each != at]
    found.update(_among(number, others) if others else ["alone"])
    if others:
        place = "first" if at == places[0] else "last" if at == places[-1] else "middle"
        found.update((place, f"{place} {span.kind}", f"of {min(len(places), 4)}"))
    return frozenset(found)


def _beside(spans: Sequence[Span], at: int) -> tuple[str, ...]:
    if not 0 <= at < len(spans):
        return ("edge",)
    span = spans[at]
    if span.kind is SpanKind.PUNCTUATION:
        return (span.text,)
    if span.number is not None:
        return (span.kind,)
    return _word_beside(span.kind, span.value, span.folded)


@lru_cache(maxsize=_REMEMBERED)
def _word_beside(kind: SpanKind, value: str, folded: str) -> tuple[str, ...]:
    named = (f"{kind} {value}",) if value else ()
    return (kind, *named, f"word {bones_of(folded)}")


def _roundness(number: Decimal) -> str:
    if number % 1:
        return "with a fraction"
    return next((f"of {each}s" for each in _ROUND if number % each == 0), "not round")


def _writing(span: Span) -> Iterator[str]:
    if span.value:
        yield "with a currency"
    if span.sign:
        yield f"sign {span.sign}"
    if span.text[:1].isalpha():
        yield "in words"
    elif " " in span.text:
        yield "in groups"
    if not span.is_sure:
        yield "unsure"


def _among(number: Decimal, others: Sequence[Decimal]) -> Iterator[str]:
    most = max(others)
    if number >= most:
        yield "the largest"
    else:
        ratio = next((each for each in _RATIOS if number * each <= most), 1)
        yield f"a {ratio}th of the largest"
    if number in others:
        yield "told twice"
    for one, other in combinations(others[:4], 2):
        if one + other == number:
            yield "the sum of two"
        if abs(one - other) == number:
            yield "the difference of two"
        if one * other == number:
            yield "the product of two"


def build_figure_guesser(weights: FigureWeights) -> FigureGuesser:
    """Take the weights of a file."""
    return FigureGuesser(weights["bias"], weights["features"])


def read_weights(name: str) -> FigureWeights:
    """Read a file of weights that comes with the package."""
    file = resources.files("parsing").joinpath("guess", f"{name}.json")
    weights: FigureWeights = json.loads(file.read_text(encoding="utf-8"))
    return weights


@lru_cache(maxsize=1)
def load_figure_guesser() -> FigureGuesser:
    """Read the weights that come with the package."""
    return build_figure_guesser(read_weights("figures"))
