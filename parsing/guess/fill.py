"""Let the guess weigh what the rules say: fill in what they leave open, doubt what is unlikely."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import TRANSFERS, CashCategory
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.either_way import EITHER_WAY
from parsing.guess.guess import Guess, Weighed
from parsing.guess.untold import is_to_anybody, names_nothing
from parsing.operation.naming import ROLE_CATEGORIES
from parsing.operation.operation import Operation
from parsing.operation.scene import changes_money
from parsing.reading import Missing

DOUBTED, SURE, OUTRIGHT = 500, 800, 1_500
"""A guess this far ahead of what the rules say takes its place: as they doubt it, or not."""
CLEARLY = 2_000
"""An entry that leads by so much is filled in though nothing names it, or money is changed."""
AGREES, AGREES_NAMED = 1_300, 600
"""One that says the same bears the rules out; the second where a word names what it was for."""
BEARS_OUT, SETTLES = 2_000, 4_500
"""One that says the same settles what it was for, if doubted; by the second much, which way."""
_BARE = frozenset({SpanKind.ROLE, SpanKind.AMOUNT, SpanKind.DATE, SpanKind.PUNCTUATION})
"""What stands in "courier 2000" and "yesterday courier 220": nothing that could mean otherwise."""
_PRICED = frozenset(
    {
        SpanKind.GOODS,
        SpanKind.BRAND,
        SpanKind.MODEL,
        SpanKind.QUANTITY,
        SpanKind.AMOUNT,
        SpanKind.PUNCTUATION,
    }
)
"""What stands in "boiler 14000": goods came, went, or are only priced."""
_NUMBERED = frozenset({SpanKind.ORDER_WORD, SpanKind.AMOUNT, SpanKind.PUNCTUATION})
"""What stands in "order twenty one": nothing that tells a sum from the order's number."""
_GUESSED = frozenset({Missing.DIRECTION, Missing.CATEGORY})


def with_guess(
    operation: Operation, spans: Sequence[Span], weighed: Weighed, *, is_part: bool = False
) -> Operation:
    """Fill in a way or category that is missing, weigh those that are there.

    A part of a message that tells of several operations is taken for one, too.
    Whatever the guess has changed is among the doubts: it is read back before it is filed.
    """
    operation = _without_way(operation, spans)
    is_untold_to_anybody = not is_part and is_to_anybody(spans)
    if is_untold_to_anybody:
        operation = _without_what_for(operation)
    is_price = bool(operation.missing) and _PRICED.issuperset(span.kind for span in spans)
    is_untold = Missing.CATEGORY in operation.missing and names_nothing(spans)
    is_untold = is_untold or is_untold_to_anybody
    is_number = _NUMBERED.issuperset(span.kind for span in spans)
    is_alone = (is_price and not is_part) or (bool(operation.missing) and is_number)
    is_open = (is_untold and not is_part) or changes_money(spans)
    is_unclear = is_alone or (is_open and weighed.entry_lead < CLEARLY)
    is_beyond = _is_beyond_guessing(operation, spans) or is_unclear
    if is_beyond or not weighed.knows_a_word:
        return operation
    guess = weighed.guess()
    if guess is None:
        return operation
    draft = operation.draft
    if guess.category in TRANSFERS and guess.category is draft.category and draft.direction:
        guess = replace(guess, direction=draft.direction)
    if operation.missing:
        is_asked = not is_part and weighed.ask_lead > 0
        return operation if is_asked else _filled(operation, guess, weighed.reasons(guess))
    if guess.category is draft.category and guess.direction is draft.direction:
        lead = guess.lead if is_part else min(guess.lead, weighed.entry_lead)
        return _agreed(operation, lead, spans)
    if _overrules(guess, operation, weighed):
        return _filled(operation, guess, weighed.reasons(guess))
    return _objected(operation, weighed.reasons(guess))


def _agreed(operation: Operation, lead: int, spans: Sequence[Span]) -> Operation:
    """Doubt what the guess hardly bears out; settle for good what it bears out well.

    "Courier 200" that could mean nothing else needs no more than the guess's assent.
    """
    is_bare = _BARE.issuperset(span.kind for span in spans)
    is_named = _is_named(operation, spans)
    if lead < (0 if is_bare and is_named else AGREES_NAMED if is_named else AGREES):
        return _objected(operation, ())
    figures = sum(span.number is not None for span in spans)
    return _borne_out(operation, lead, figures) if lead >= BEARS_OUT else operation


def _is_named(operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether what it was for is said outright: "delivery", "sale", or "courier" alone."""
    category = operation.draft.category
    if _BARE.issuperset(span.kind for span in spans):
        return any(ROLE_CATEGORIES.get(span.value) is category for span in spans)
    return any(
        (span.kind is SpanKind.PURPOSE and span.value == category)
        or (category is CashCategory.SALE_CASH and span.value == "sell")
        or (category is CashCategory.CUSTOMER_REFUND and span.value == "give_back")
        for span in spans
    )


def _overrules(guess: Guess, operation: Operation, weighed: Weighed) -> bool:
    """Tell whether a guess takes the place of what the rules say."""
    draft = operation.draft
    if draft.category is None or draft.direction is None:
        return True
    least = (
        DOUBTED if _GUESSED & set(draft.doubts) else OUTRIGHT if operation.is_outright else SURE
    )
    return weighed.lead_over(guess, draft.category, draft.direction) >= least


def _is_beyond_guessing(operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether something else is missing, the shop taught it, or no one answer is likely."""
    is_unknown = any(
        (span.kind is SpanKind.VAGUE and span.value == "purpose") or span.value == EITHER_WAY
        for span in spans
    )
    is_taught = bool(operation.draft.remembered) and not operation.missing
    is_open = set(operation.missing) <= _GUESSED
    return is_unknown or is_taught or not is_open


def _without_way(operation: Operation, spans: Sequence[Span]) -> Operation:
    """Ask which way it went where the writer says that he does not know."""
    if not any(span.value == EITHER_WAY for span in spans):
        return operation
    draft = replace(operation.draft, direction=None)
    return replace(operation, draft=draft, missing=draft.missing)


def _without_what_for(operation: Operation) -> Operation:
    draft = replace(operation.draft, category=None)
    return replace(operation, draft=draft, missing=draft.missing)


def _filled(operation: Operation, guess: Guess, why: tuple[str, ...]) -> Operation:
    draft = operation.draft
    way = guess.direction
    if guess.category is CashCategory.DESK_TRANSFER and Missing.DIRECTION not in draft.doubts:
        way = draft.direction or way  # whether it left this till, a verb says sooner
    changed = {
        Missing.DIRECTION: draft.direction is not way,
        Missing.CATEGORY: draft.category is not guess.category,
    }
    doubts = dict.fromkeys([*draft.doubts, *(each for each, is_new in changed.items() if is_new)])
    return replace(
        operation,
        draft=replace(draft, direction=way, category=guess.category, doubts=tuple(doubts)),
        missing=(),
        reasons=(*operation.reasons, *why),
    )


def _borne_out(operation: Operation, lead: int, figures: int) -> Operation:
    """Settle a doubt about what it was for; by a long lead, also about which way it went."""
    draft = operation.draft
    # What is said of several figures, or doubted as a whole, stays to be confirmed.
    is_plain = figures == 1 and Missing.AMOUNT not in draft.doubts
    is_settled = is_plain and lead >= SETTLES
    settled = {Missing.CATEGORY, Missing.DIRECTION} if is_settled else {Missing.CATEGORY}
    kept = tuple(each for each in draft.doubts if each not in settled)
    return replace(operation, draft=replace(draft, doubts=kept))


def _objected(operation: Operation, why: tuple[str, ...]) -> Operation:
    doubts = tuple(dict.fromkeys([*operation.draft.doubts, Missing.CATEGORY]))
    reasons = (*operation.reasons, *(f"but {reason}" for reason in why))
    return replace(operation, draft=replace(operation.draft, doubts=doubts), reasons=reasons)


def doubted(operation: Operation) -> Operation:
    """Have an operation read back as a whole before it is filed."""
    draft = operation.draft
    doubts = tuple(dict.fromkeys([*draft.doubts, Missing.AMOUNT, Missing.DIRECTION]))
    return replace(operation, draft=replace(draft, doubts=doubts))
