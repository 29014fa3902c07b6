"""Check what a language model says of a message: nothing counts that the message does not hold."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from ledger.cash import CASH_RULES, CashCategory, CashDirection
from ledger.currencies import DECIMALS
from ledger.errors import LedgerError
from ledger.money import Money
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text, fold
from parsing.figures.amounts import AMOUNT_MAX
from parsing.read_message import read_closely
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood

ANSWER_MAX = 2_000
"""A longer answer is no answer."""
_NAME_MAX = 64
_MONEY = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.QUANTITY, SpanKind.RANGE})
_ALL_DOUBTED = (Missing.AMOUNT, Missing.DIRECTION, Missing.CATEGORY, Missing.DATE)

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": [
        "is_cash",
        "direction",
        "amount",
        "currency",
        "category",
        "date",
        "counterparty",
        "order",
    ],
    "properties": {
        "is_cash": {"type": "boolean"},
        "direction": {"type": ["string", "null"], "enum": ["in", "out", None]},
        "amount": {"type": ["string", "null"], "description": "plain digits, as in 1250.50"},
        "currency": {"type": ["string", "null"], "description": "ISO 4217"},
        "category": {"type": ["string", "null"], "enum": [*map(str, CashCategory), None]},
        "date": {"type": ["string", "null"], "description": "YYYY-MM-DD"},
        "counterparty": {"type": ["string", "null"], "description": "exactly as it is written"},
        "order": {"type": ["string", "null"], "description": "digits of an order's number"},
    },
}
"""The form of an answer, as JSON Schema."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a message itself holds: only from this may a proposal choose."""

    text: str
    numbers: frozenset[Decimal]
    currencies: frozenset[str]
    days: frozenset[dt.date]
    orders: frozenset[str]


def may_be_asked_about(reading: Reading) -> bool:
    """Tell whether a message stayed unsettled in a way that a proposal could settle."""
    return (
        isinstance(reading, Unclear)
        and len(reading.drafts) <= 1
        and Missing.CONTEXT not in reading.missing
    )


def told_in(text: str, *, now: dt.datetime, currency: str, lexicon: Lexicon) -> Told:
    """Collect the figures, currencies, days and orders of a message."""
    raw = annotate(clean_text(text), today=now.date(), lexicon=lexicon)
    close = read_closely(text, now=now, currency=currency, lexicon=lexicon)
    spans = [*raw, *close.spans]
    named = {span.value for span in spans if span.kind is SpanKind.CURRENCY}
    priced = {span.value for span in spans if span.kind is SpanKind.AMOUNT and span.value}
    return Told(
        text=fold(text),
        numbers=frozenset(_numbers(spans)),
        currencies=frozenset({currency, *named, *priced}),
        days=frozenset({now.date(), *_days(spans, now.date())}),
        orders=frozenset(span.value for span in spans if span.kind is SpanKind.ORDER),
    )


def _numbers(spans: Sequence[Span]) -> list[Decimal]:
    return [
        span.number
        for span in spans
        if span.kind in _MONEY and span.number is not None and 0 < span.number < AMOUNT_MAX
    ]


def _days(spans: Sequence[Span], today: dt.date) -> list[dt.date]:
    named = [span.value for span in spans if span.kind is SpanKind.DATE and span.value]
    return [day for each in named if (day := dt.date.fromisoformat(each)) <= today]


def with_proposal(reading: Unclear, answer: str, told: Told, *, today: dt.date) -> Reading:
    """Complete an unclear reading by a model's answer, to be confirmed in every part.

    Args:
        reading: what was understood without the model; where that says something, it stays.
        answer: what the model wrote, whatever that is.
        told: what the message holds.
        today: the day it was sent, by the shop's calendar.

    Returns:
        The reading as it was, when the answer is not of the form, names what the message does
        not hold, goes against what is known, or leaves something open.
    """
    known = reading.drafts[0] if reading.drafts else CashDraft(None, None, None, None)
    proposed = _proposed(_parsed(answer), told, today)
    if proposed is None or _contradicts(proposed, known, reading.missing):
        return reading
    whole = replace(
        proposed,
        counterparty=known.counterparty or proposed.counterparty,
        order_reference=known.order_reference or proposed.order_reference,
        doubts=_ALL_DOUBTED,
        is_guess=True,
    )
    return Understood((whole,))


def _parsed(answer: str) -> Mapping[str, object] | None:
    if len(answer) > ANSWER_MAX:
        return None
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    is_form = isinstance(found, dict) and set(found) == set(_properties())
    return found if is_form and found["is_cash"] is True else None


def _properties() -> Sequence[str]:
    required = SCHEMA["required"]
    return required if isinstance(required, list) else []


def _proposed(found: Mapping[str, object] | None, told: Told, today: dt.date) -> CashDraft | None:
    """Read an answer field by field; one that is wrong spoils it all."""
    if found is None:
        return None
    amount, way, category = _amount(found, told), _way(found), _category(found)
    if amount is None or way is None or category is None:
        return None
    day = _day(found, told, today)
    name, order = _name(found, told), _order(found, told)
    if day is None or name is None or order is None or way not in CASH_RULES[category].directions:
        return None
    return CashDraft(amount, way, category, day, name or None, order or None)


def _amount(found: Mapping[str, object], told: Told) -> Money | None:
    currency, written = found["currency"], found["amount"]
    if not isinstance(written, str) or not isinstance(currency, str):
        return None
    if currency not in told.currencies or currency not in DECIMALS:
        return None
    try:
        number = Decimal(written)
        is_told = number.is_finite() and number in told.numbers
        return Money.from_decimal(number, currency) if is_told else None
    except (InvalidOperation, LedgerError):
        return None


def _way(found: Mapping[str, object]) -> CashDirection | None:
    way = found["direction"]
    return CashDirection(way) if isinstance(way, str) and way in set(CashDirection) else None


def _category(found: Mapping[str, object]) -> CashCategory | None:
    code = found["category"]
    return CashCategory(code) if isinstance(code, str) and code in set(CashCategory) else None


def _day(found: Mapping[str, object], told: Told, today: dt.date) -> dt.date | None:
    written = found["date"]
    if written is None:
        return today
    try:
        day = dt.date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
    return day if day in told.days else None


def _name(found: Mapping[str, object], told: Told) -> str | None:
    """Give a name that stands in the message; "" for none, None for one that does not."""
    name = found["counterparty"]
    if name is None or name == "":
        return ""
    is_there = isinstance(name, str) and len(name) <= _NAME_MAX and fold(name) in told.text
    return name if isinstance(name, str) and is_there else None


def _order(found: Mapping[str, object], told: Told) -> str | None:
    order = found["order"]
    if order is None or order == "":
        return ""
    return order if isinstance(order, str) and order in told.orders else None


def _contradicts(proposed: CashDraft, known: CashDraft, missing: Sequence[Missing]) -> bool:
    pairs = (
        (proposed.amount, known.amount),
        (proposed.direction, known.direction),
        (proposed.category, known.category),
        (proposed.booked_on, known.booked_on),
        (proposed.order_reference, known.order_reference),
    )
    is_day_vague = Missing.DATE in missing
    return is_day_vague or any(
        told is not None and said is not None and said != told for said, told in pairs
    )
