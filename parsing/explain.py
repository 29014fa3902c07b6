"""Show how a message was read, line by line, for the command line."""

import datetime as dt
from typing import assert_never

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span
from parsing.read_message import read_closely
from parsing.reading import (
    CashDraft,
    Correction,
    NotAnEntry,
    Question,
    Reading,
    Unclear,
    Understood,
)


def explain_message(
    text: str, *, now: dt.datetime, currency: str, lexicon: Lexicon
) -> tuple[str, ...]:
    """List the spans that were found, what spoke for what, then what was understood."""
    close = read_closely(text, now=now, currency=currency, lexicon=lexicon)
    reasons = (f"  {reason}" for each in close.operations for reason in each.reasons)
    return (*map(_span_line, close.spans), *reasons, *_reading_lines(close.reading))


def _span_line(span: Span) -> str:
    parts = [f"{span.start:>4}-{span.end:<4} {span.kind.value:<14} {span.text!r}"]
    if span.number is not None:
        parts.append(f"= {span.sign}{span.number:f}")
    if span.value:
        parts.append(f"({span.value})")
    return " ".join(parts)


def _reading_lines(reading: Reading) -> tuple[str, ...]:
    match reading:
        case Understood(drafts):
            return ("understood", *map(_draft_line, drafts))
        case Unclear(drafts, missing):
            asked = ", ".join(missing)
            return (f"unclear, missing: {asked}", *map(_draft_line, drafts))
        case Correction(change, is_cancelled=True):
            return ("takes an entry back", _draft_line(change))
        case Correction(change, instead_of=instead_of):
            was = "" if instead_of is None else f", instead of {instead_of}"
            return (f"puts an entry right{was}", _draft_line(change))
        case Question(topic):
            return (f"question: {topic.value}",)
        case NotAnEntry():
            return ("not an entry",)
        case _:
            assert_never(reading)


def _draft_line(draft: CashDraft) -> str:
    parts: dict[str, object] = {
        "amount": draft.amount,
        "direction": draft.direction,
        "category": draft.category,
        "date": draft.booked_on,
        "counterparty": draft.counterparty,
        "order": draft.order_reference,
    }
    if draft.doubts:
        parts["to be confirmed"] = ", ".join(draft.doubts)
    return "  " + ", ".join(f"{name} {'?' if it is None else it}" for name, it in parts.items())
