"""Let the guess weigh what the rules say: fill in what they leave open, doubt what is unlikely."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.cash import TRANSFERS, CashCategory, CashDirection
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.whole.either_way import EITHER_WAY
from parsing.guess.features import beginning_of, bones_of
from parsing.guess.guess import WORD, Guess, Weighed
from parsing.guess.untold import is_to_anybody, names_nothing
from parsing.operation.naming import ROLE_CATEGORIES
from parsing.operation.operation import Operation
from parsing.operation.scene import changes_money
from parsing.reading import Missing

OVERRULES_DOUBTED, OVERRULES_SURE = 200, 800
"""A guess that leads by so much takes the place of an answer that the rules doubt, or not."""
OBJECTS, NAMED_OBJECTS = 1_000, 2_500
"""Where no entry leads by so much, the rules' answer is read back; the second if it is named."""
AGREES, BEARS_OUT = 1_300, 1_500
"""One that says the same bears the rules out; by the second much it settles what they doubted."""
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
    is_alone = (is_price or is_untold) and not is_part
    is_beyond = _is_beyond_guessing(operation, spans) or is_alone
    if is_beyond or not weighed.knows_a_word:
        return operation
    guess = weighed.guess(is_entry=is_part)
    if guess is None:
        least = NAMED_OBJECTS if _is_named(operation, spans) else OBJECTS
        is_borne = bool(operation.missing) or weighed.no_entry_lead < least
        return operation if is_borne else _objected(operation, ())
    draft = operation.draft
    if guess.category is draft.category and guess.category in TRANSFERS and draft.direction:
        guess = replace(guess, direction=draft.direction)
    is_unheard = _is_unheard(guess, operation, spans, weighed)
    if is_unheard or (_was_spent(operation, spans) and guess.direction is not draft.direction):
        return operation
    if operation.missing or _overrules(guess, operation, spans):
        return _filled(operation, guess, weighed.reasons(guess))
    if guess.category is not draft.category or guess.direction is not draft.direction:
        return _objected(operation, weighed.reasons(guess))
    return _agreed(operation, guess, spans)


_TOLD_BY_WORDS = frozenset(
    {
        CashCategory.BANK_FEES,
        CashCategory.PHONE_INTERNET,
        CashCategory.RENT,
        CashCategory.SALARY,
        CashCategory.SALARY_ADVANCE,
        CashCategory.TAXES_FEES,
        CashCategory.UTILITIES,
    }
)
"""What is never paid without a word or a name that says so: of "paid 350 for a logbook" none."""
_SAYING = frozenset(
    {SpanKind.FIRM, SpanKind.NAME, SpanKind.PURPOSE, SpanKind.ROLE, SpanKind.THING}
)


def _is_unheard(
    guess: Guess, operation: Operation, spans: Sequence[Span], weighed: Weighed
) -> bool:
    """Tell whether nobody is named, and no word speaks for a wage or a bill that is guessed."""
    if guess.category not in _TOLD_BY_WORDS or "nobody" not in operation.scene:
        return False
    words = [bones_of(span.folded) for span in spans if span.kind is SpanKind.WORD]
    if not words or any(span.kind in _SAYING for span in spans):
        return False
    return not any(
        weighed.speaks_for(feature, guess)
        for word in words
        for feature in (f"{WORD}{word}", beginning_of(word))
    )


def _agreed(operation: Operation, guess: Guess, spans: Sequence[Span]) -> Operation:
    """Doubt what the guess hardly bears out; settle for good what it bears out well.

    "Courier 200" that could mean nothing else needs no more than the guess's assent.
    """
    is_bare = _BARE.issuperset(span.kind for span in spans)
    is_plain = is_bare and _is_named(operation, spans)
    if guess.lead < (0 if is_plain else AGREES):
        return _objected(operation, ())
    return _borne_out(operation) if guess.lead >= BEARS_OUT else operation


def _is_named(operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether what it was for is said outright: "delivery", "sale", or "courier" alone."""
    category = operation.draft.category
    if _BARE.issuperset(span.kind for span in spans):
        return any(ROLE_CATEGORIES.get(span.value) is category for span in spans)
    return any(
        (span.kind is SpanKind.PURPOSE and span.value == category)
        or (category is CashCategory.SALE_CASH and span.value == "sell")
        for span in spans
    )


_SPENT = ("spent", "витрат", "потрат", "истрат", "израсход", "затрат")
"""What is said of spending only: "went for" and "ушло" may also tell of a sale."""


def _was_spent(operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether money is said to have been spent: no word beside it makes it come in."""
    draft = operation.draft
    is_out = draft.direction is CashDirection.OUT and Missing.DIRECTION not in draft.doubts
    is_told = is_out and not operation.missing
    if is_told and draft.category in _OUR_OWN and "nobody" in operation.scene:
        verbs = {span.value for span in spans if span.kind is SpanKind.VERB}
        is_by_her = any(span.value == "other_person" for span in spans)
        if (
            verbs & {"buy", "pay"}
            and not is_by_her
            and not any(span.kind in _PRICED_GOODS for span in spans)
        ):
            return True  # "купили цукерки": no customer buys what the shop has not
    is_only_way = is_out and set(operation.missing) <= {Missing.CATEGORY}
    return is_only_way and any(
        span.kind is SpanKind.VERB and span.folded.startswith(_SPENT) for span in spans
    )


_OUR_OWN = frozenset(CashCategory) - {
    CashCategory.DELIVERY,
    CashCategory.INSTALLER_SERVICES,
    CashCategory.SUPPLIER_GOODS,
}
_PRICED_GOODS = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.ORDER})


def _overrules(guess: Guess, operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether a guess takes the place of what the rules say."""
    draft = operation.draft
    if guess.category is draft.category and guess.direction is draft.direction:
        return False
    is_other_way = guess.direction is not draft.direction
    is_turned = is_other_way and Missing.DIRECTION not in draft.doubts
    if (is_other_way and operation.is_outright) or (is_turned and _is_plus_written(spans)):
        return False
    is_customers = any(span.value == "customer" for span in spans)
    is_paid_out = draft.category in _PAID_OUT and not is_customers
    if is_turned and is_paid_out and _is_named(operation, spans):
        return False  # "cash: salary Boiko 10 400": it is said outright
    is_same_way = guess.direction is draft.direction
    is_doubted = bool(_GUESSED & set(draft.doubts))
    if is_same_way and (
        _is_left_of(draft.category, spans)
        or _is_of_role(draft.category, spans)
        or (not is_doubted and _is_told_otherwise(guess, operation, spans))
    ):
        return False
    if is_doubted:
        return guess.lead >= OVERRULES_DOUBTED
    # Where money was taken to is said outright: a bank, a safe, another till.
    return guess.lead >= OVERRULES_SURE and draft.category not in TRANSFERS


_SPEAKING = {
    CashCategory.SUPPLIER_GOODS: frozenset({"goods", "brand", "supplier", "firm"}),
    CashCategory.OTHER_EXPENSE: frozenset[str](),
    CashCategory.OWNER_DRAW: frozenset({"owner"}),
}
"""What is often guessed though no word says it, and the words beside those that name it."""


def _is_told_otherwise(guess: Guess, operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether another thing is named: "Олег купил краску" is nothing for the shelves."""
    is_stock = guess.category is CashCategory.SUPPLIER_GOODS
    telling = {SpanKind.PURPOSE} if is_stock else {SpanKind.PURPOSE, SpanKind.THING}
    category = operation.draft.category
    is_told = any(span.kind in telling and span.value == category for span in spans)
    return is_told and not _is_spoken_for(guess, spans)


def _is_spoken_for(guess: Guess, spans: Sequence[Span]) -> bool:
    """Tell whether any word or role names what is guessed."""
    speaking = _SPEAKING.get(guess.category)
    return speaking is None or any(
        guess.category == span.value or span.value in speaking or span.kind in speaking
        for span in spans
    )


_PAID_OUT = frozenset(
    {
        CashCategory.BANK_FEES,
        CashCategory.PHONE_INTERNET,
        CashCategory.RENT,
        CashCategory.SALARY,
        CashCategory.TAXES_FEES,
        CashCategory.UTILITIES,
    }
)
"""What a shop pays, and hardly ever gets back."""
_THINGS = frozenset(
    {SpanKind.FIRM, SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING, SpanKind.WORD}
)


def _is_of_role(category: CashCategory | None, spans: Sequence[Span]) -> bool:
    """Tell whether it is what somebody in a role is paid for, and nothing else is named.

    What he brought may be: "the driver brought thermostats, gave him 190".
    """
    roles = [span for span in spans if span.kind is SpanKind.ROLE]
    values = {span.value for span in spans}
    is_brought = "him" in values and bool(values & {"bring", "carry"})
    is_plain = is_brought or not any(span.kind in _THINGS for span in spans)
    return len(roles) == 1 and is_plain and ROLE_CATEGORIES.get(roles[0].value) is category


def _is_left_of(category: CashCategory | None, spans: Sequence[Span]) -> bool:
    """Tell whether money is said to be left of what it was for: "left over from the postage"."""
    has_left = any(span.kind is SpanKind.LEFTOVER for span in spans)
    return has_left and any(
        span.kind is SpanKind.PURPOSE
        and span.value == category
        and any(it.value == "from" for it in spans[max(0, at - 2) : at])
        for at, span in enumerate(spans)
    )


def _is_plus_written(spans: Sequence[Span]) -> bool:
    """Tell whether a plus stands before the amount: unlike a minus it is never a dash."""
    return any(span.kind is SpanKind.AMOUNT and span.sign == "+" for span in spans)


def _is_beyond_guessing(operation: Operation, spans: Sequence[Span]) -> bool:
    """Tell whether something else is missing, the shop taught it, or no one answer is likely."""
    is_unknown = any(
        (span.kind is SpanKind.VAGUE and span.value == "purpose") or span.value == EITHER_WAY
        for span in spans
    )
    is_taught = bool(operation.draft.remembered) and not operation.missing
    is_open = set(operation.missing) <= _GUESSED
    return changes_money(spans) or is_unknown or is_taught or not is_open


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
        Missing.DIRECTION: draft.direction is not guess.direction,
        Missing.CATEGORY: draft.category is not guess.category,
    }
    doubts = dict.fromkeys([*draft.doubts, *(each for each, is_new in changed.items() if is_new)])
    return replace(
        operation,
        draft=replace(draft, direction=way, category=guess.category, doubts=tuple(doubts)),
        missing=(),
        reasons=(*operation.reasons, *why),
    )


def _borne_out(operation: Operation) -> Operation:
    """Settle a doubt about what it was for; which way it went stays to be confirmed."""
    draft = operation.draft
    kept = tuple(each for each in draft.doubts if each is not Missing.CATEGORY)
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
