"""Let the guess speak where the rules have no answer, or none they would stand for."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import CASH_RULES
from parsing.guess.guess import Guess, Guesser
from parsing.operation import Operation
from parsing.reading import CashDraft, Missing
from parsing.spans import Span

OVERRULES = 1_000
"""A guess that leads by so much takes the place of an answer that the rules doubt."""
OBJECTS = 2_000
"""A guess that leads by so much has what the rules are sure of read back."""
_GUESSED = frozenset({Missing.DIRECTION, Missing.CATEGORY})


def with_guess(operation: Operation, spans: Sequence[Span], guesser: Guesser) -> Operation:
    """Fill in a way or category that is missing, weigh one in doubt, check one that is not.

    Whatever the guess has changed is among the doubts: it is read back before it is filed.
    """
    draft, missing = operation.draft, set(operation.missing)
    if missing and not missing <= _GUESSED:
        return operation
    if missing:
        # A category that was named with no way to go is often what a customer paid for.
        guess = guesser.guess(spans, direction=draft.direction, category=None)
        return operation if guess is None else _filled(operation, guess)
    if not _GUESSED & set(draft.doubts):
        return _objected(operation, spans, guesser)
    is_way_open = Missing.DIRECTION in draft.doubts
    guess = guesser.guess(
        spans,
        direction=None if is_way_open else draft.direction,
        category=None,
        margin=OVERRULES,
    )
    return operation if guess is None else _filled(operation, guess)


def _filled(operation: Operation, guess: Guess) -> Operation:
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
        reasons=(*operation.reasons, *guess.reasons),
    )


def _objected(operation: Operation, spans: Sequence[Span], guesser: Guesser) -> Operation:
    draft = operation.draft
    guess = guesser.guess(spans, direction=None, category=None, margin=OBJECTS)
    if guess is None or guess.direction is draft.direction or not _could_go(draft, guess):
        return operation
    doubts = (*draft.doubts, Missing.DIRECTION)
    reasons = (*operation.reasons, *(f"but {reason}" for reason in guess.reasons))
    return replace(operation, draft=replace(draft, doubts=doubts), reasons=reasons)


def _could_go(draft: CashDraft, guess: Guess) -> bool:
    """Tell whether the guess is about what the rules left open: a category that goes both ways."""
    return draft.category is None or guess.direction in CASH_RULES[draft.category].directions
