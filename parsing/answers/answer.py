"""Read the bare answer to a question that the bot asked: an amount, or a day."""

import datetime as dt

from ledger.money import Money
from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import clean_text
from parsing.figures.amounts import to_money

_SILENT = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON, SpanKind.PREPOSITION})
_OF_NAMES = frozenset({SpanKind.NAME, SpanKind.WORD})
_NAME_WORDS = 3
_ANY_DAY = dt.date(2000, 1, 1)
"""An amount does not depend on the day."""
_DASHES = frozenset("-+–—*×/")
_MINUS = frozenset("-–—−")
"""A minus; the first is also what a lexicon calls the word."""


def read_amount(text: str, *, currency: str, lexicon: Lexicon) -> Money | None:
    """Read an answer that is one amount above zero and nothing else."""
    only = _only_span(text, _ANY_DAY, lexicon)
    is_amount = only is not None and only.kind is SpanKind.AMOUNT and not only.sign
    return to_money(only, currency) if only is not None and is_amount else None


def is_nothing_or_less(text: str, *, lexicon: Lexicon) -> bool:
    """Say whether a text names an amount of nothing, or one with a minus before it."""
    spans = annotate(clean_text(text), today=_ANY_DAY, lexicon=lexicon)
    amounts = [span for span in spans if span.kind is SpanKind.AMOUNT]
    if any(span.number == 0 or span.sign in _MINUS for span in amounts):
        return True
    first = spans[0] if amounts else None
    is_sign = first is not None and first.kind in {SpanKind.PUNCTUATION, SpanKind.SIGN_WORD}
    return first is not None and is_sign and (first.value or first.text) in _MINUS


def read_date(text: str, *, now: dt.datetime, lexicon: Lexicon) -> dt.date | None:
    """Read an answer that is one day, not ahead, and nothing else."""
    only = _only_span(text, now.date(), lexicon)
    if only is None or only.kind is not SpanKind.DATE or not only.value:
        return None
    return dt.date.fromisoformat(only.value)


def read_who(text: str, *, lexicon: Lexicon) -> str | None:
    """Read an answer that is a name of one to three words and nothing else: "from Savchuk"."""
    spans = annotate(clean_text(text), today=_ANY_DAY, lexicon=lexicon)
    speaking = [span for span in spans if span.kind not in _SILENT]
    is_told = any(
        span.kind in {SpanKind.NAME, SpanKind.PREPOSITION} or span.text[:1].isupper()
        for span in spans
    )
    is_name = is_told and all(span.kind in _OF_NAMES for span in speaking)
    if not 0 < len(speaking) <= _NAME_WORDS or not is_name:
        return None
    return " ".join(span.text for span in speaking)


def _only_span(text: str, today: dt.date, lexicon: Lexicon) -> Span | None:
    """Give the one span that says something, if there is only one."""
    spans = annotate(clean_text(text), today=today, lexicon=lexicon)
    speaking = [span for span in spans if span.kind not in _SILENT or span.text in _DASHES]
    return speaking[0] if len(speaking) == 1 else None
