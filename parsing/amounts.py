"""Choose the one amount of an operation, or none when it is not certain."""

from decimal import Decimal

from ledger.errors import LedgerError
from ledger.money import Money
from parsing.clues import Clues
from parsing.spans import Span, SpanKind

AMOUNT_MAX = Decimal(100_000_000)
"""An amount from here on is a slip of the finger or a document's number."""

_COUNT_MAX = Decimal(20)
"""A bare whole number up to here, directly before a word, may count things."""

_UNCERTAIN = (SpanKind.RANGE, SpanKind.VAGUE, SpanKind.NUMBER, SpanKind.NUMBER_WORD)
_COUNTED = frozenset({SpanKind.WORD, SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE})


def choose_amount(clues: Clues, currency: str) -> Money | None:
    """Give the amount if exactly one number can be it."""
    candidates = clues.by_kind.get(SpanKind.AMOUNT, [])
    if not candidates or any(clues.has(kind) for kind in _UNCERTAIN):
        return None
    if _is_product(clues, len(candidates)) or _has_stray_currency(clues):
        return None
    if len(candidates) > 1:
        candidates = [index for index in candidates if not _is_count(clues, index)]
    return to_money(clues.spans[candidates[0]], currency) if len(candidates) == 1 else None


def to_money(span: Span, currency: str) -> Money | None:
    """Give an amount span as money above zero; none if it is absurd or finer than the coins."""
    number = span.number
    if number is None or not 0 < number < AMOUNT_MAX:
        return None
    try:
        return Money.from_decimal(number, span.value or currency)
    except LedgerError:
        return None


def _is_product(clues: Clues, candidate_count: int) -> bool:
    """Tell whether the amount is the price of one, or numbers stand with an operator."""
    if clues.has(SpanKind.EACH):
        return True
    for index in clues.by_kind.get(SpanKind.AMOUNT, ()):
        before = clues.neighbour(index, -1)
        if before is not None and before.value in {"by", "at_time"}:
            return True
        if before is not None and candidate_count > 1 and before.text in "*×x+х":
            return True
    return False


def _has_stray_currency(clues: Clues) -> bool:
    """Tell whether a currency is named away from the amount."""
    return clues.has(SpanKind.CURRENCY) or clues.has(SpanKind.MULTIPLIER)


def _is_count(clues: Clues, index: int) -> bool:
    span = clues.spans[index]
    number = span.number
    if number is None or span.value or span.sign or number > _COUNT_MAX or number % 1:
        return False
    after = clues.neighbour(index, 1)
    return after is not None and after.kind in _COUNTED
