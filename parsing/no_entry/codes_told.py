"""Tell the code of a locker or a door from money: "parcel locker code is 4471, after 3"."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind

_CODES = frozenset({"код", "door code", "code", "pin", "пін", "пин", "пароль", "password"})
_REACH = 4
_MOVING = frozenset(
    {
        *(SpanKind.VERB, SpanKind.CASH, SpanKind.ORDER, SpanKind.GOODS),
        *(SpanKind.SIGN_WORD, SpanKind.TOTAL, SpanKind.CURRENCY),
    }
)
"""What tells that money moved beside a code."""
_HOUR_MAX = 24


def is_code_told(spans: Sequence[Span]) -> bool:
    """Tell whether the first figure is a code, and the others at most the hour of day."""
    at = next((it for it, span in enumerate(spans) if _is_code(span)), -1)
    if at < 0 or any(span.kind in _MOVING for span in spans):
        return False
    figures = [it for it, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if not figures or not at < figures[0] <= at + _REACH:
        return False
    first, *others = (spans[it] for it in figures)
    is_bare = first.text.isdecimal() and not first.value and not first.sign
    return is_bare and all(it.number is not None and it.number <= _HOUR_MAX for it in others)


def _is_code(span: Span) -> bool:
    kind, word = span.kind, span.folded
    is_open = kind is SpanKind.WORD or kind is SpanKind.DOCUMENT_WORD
    return is_open and (word in _CODES or word.startswith(("код ", "code ")))
