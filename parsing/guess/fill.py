"""Let the guess speak where the rules have no answer, or none they would stand for."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.category_sets import PLACED
from parsing.guess.guess import Guess, Guesser
from parsing.operation import Operation
from parsing.reading import Missing
from parsing.spans import Span, SpanKind

OVERRULES_DOUBTED, OVERRULES_SURE = 1_000, 1_500
"""A guess that leads by so much takes the place of an answer that the rules doubt, or not."""
OBJECTS = 700
"""One that leads by so much and says something else has the rules' answer read back."""
_GUESSED = frozenset({Missing.DIRECTION, Missing.CATEGORY})


def with_guess(operation: Operation, spans: Sequence[Span], guesser: Guesser) -> Operation:
    """Fill in a way or category that is missing, weigh those that are there.

    Whatever the guess has changed is among the doubts: it is read back before it is filed.
    """
    draft, missing = operation.draft, set(operation.missing)
    # Money that is changed into other money goes both ways: no single answer is likely.
    is_change = any(span.kind is SpanKind.EXCHANGE and span.value != "maybe" for span in spans)
    if is_change or not missing <= _GUESSED:
        return operation
    if missing:
        # A category that was named with no way to go is often what a customer paid for.
        guess = guesser.guess(spans, direction=draft.direction, category=None)
        return (
            operation
            if guess is None
            else _filled(operation, guess, guesser.reasons(spans, guess))
        )
    guess = guesser.guess(spans, direction=None, category=None, margin=OBJECTS)
    if guess is None or guess.category is draft.category:
        return operation
    is_doubted = bool(_GUESSED & set(draft.doubts))
    is_same_way = guess.direction is draft.direction or Missing.DIRECTION in draft.doubts
    # Where money was taken to is said outright: a bank, a safe, another till.
    if (
        is_same_way
        and draft.category not in PLACED
        and guess.lead >= (OVERRULES_DOUBTED if is_doubted else OVERRULES_SURE)
    ):
        return _filled(operation, guess, guesser.reasons(spans, guess))
    return _objected(operation, guess, guesser.reasons(spans, guess))


def _filled(operation: Operation, guess: Guess, why: tuple[str, ...]) -> Operation:
    draft = operation.draft
    changed = {
        Missing.DIRECTION: draft.direction is not guess.direction,
        Missing.CATEGORY: draft.category is not guess.category,
    }
    doubts = dict.fromkeys([*draft.doubts, *(each for each, is_new in changed.items() if is_new)])
    return replace(
        operation,
        draft=replace(
            draft, direction=guess.direction, category=guess.category, doubts=tuple(doubts)
        ),
        missing=(),
        reasons=(*operation.reasons, *why),
    )


def _objected(operation: Operation, guess: Guess, why: tuple[str, ...]) -> Operation:
    draft = operation.draft
    is_other_way = guess.direction is not draft.direction
    doubted = Missing.DIRECTION if is_other_way else Missing.CATEGORY
    doubts = tuple(dict.fromkeys([*draft.doubts, doubted]))
    reasons = (*operation.reasons, *(f"but {reason}" for reason in why))
    return replace(operation, draft=replace(draft, doubts=doubts), reasons=reasons)
