"""Tell the code of a locker, a door or an alarm from money: "parcel locker code is 4471"."""

from collections.abc import Sequence

from ledger.cash import CashCategory
from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CODES = (
    "код", "code", "pin", "пін", "пин", "шифр", "парол", "password", "passcode", "combination",
    "комбінаці", "комбинаци", "домофон", "intercom", "артикул", "sku", "extension", "внутрішній",
    "внутренний", "додатковий", "добавочный",
)  # fmt: skip
_WHOLE = frozenset({"код", "code", "pin", "пін", "пин", "коду", "кода", "sku", "codes", "коди"})
"""The short ones stand alone: "кодовий замок 900" was bought."""
_ALARMS = ("alarm", "сигналіз", "сигнализ", "сигналк", "охорон", "охран")
_KEYS = (
    "ключ", "key", "set", "disarm", "arm", "зняти", "знімай", "знімат", "снять", "снима", "став",
    "поставити", "поставить", "пульт",
)  # fmt: skip
"""What is said of a code along with an alarm: an alarm alone may have been paid for."""
_LONG = 4
_REACH = 7
_MOVING = frozenset(
    {
        *(SpanKind.VERB, SpanKind.CASH, SpanKind.ORDER, SpanKind.GOODS),
        *(SpanKind.SIGN_WORD, SpanKind.TOTAL, SpanKind.CURRENCY),
    }
)
"""What tells that money moved beside a code."""
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.MODEL, SpanKind.PHONE})
_HOUR_MAX = 24


@woken_by(*_CODES, *_ALARMS, words=_WHOLE)
def is_code_told(spans: Sequence[Span]) -> bool:
    """Tell whether the first figure is a code, and the others are codes or the hour of day."""
    figures = [it for it, span in enumerate(spans) if span.kind in _FIGURES]
    if not figures:
        return False
    has_keys = any(word.startswith(_KEYS) for span in spans for word in span.folded.split())
    named = [it for it in range(figures[0]) if _is_code(spans[it], has_keys=has_keys)]
    if not named:
        return False
    if any(span.kind in _MOVING or _is_work(span) for span in spans):
        return _is_only_code(spans, figures)
    if figures[0] > named[-1] + _REACH:
        return False
    first, *others = (spans[it] for it in figures)
    is_bare = first.text.isdecimal() and not first.value and not first.sign
    return is_bare and all(_is_hour(it) or len(it.text) == len(first.text) for it in others)


def _is_only_code(spans: Sequence[Span], figures: Sequence[int]) -> bool:
    """Tell whether the one figure stands right behind "code", whatever else was done."""
    figure = spans[figures[0]]
    near = spans[max(0, figures[0] - _NEAR) : figures[0]]
    named = [it for it, span in enumerate(near) if not _WHOLE.isdisjoint(span.folded.split())]
    is_quiet = bool(named) and all(it.kind in _BESIDE for it in near[named[-1] :])
    is_bare = figure.text.isdecimal() and not figure.value and not figure.sign
    is_money = any(it.kind in _OF_MONEY for it in spans)
    return len(figures) == 1 and is_quiet and is_bare and not is_money


_NEAR = 3
_BESIDE = frozenset({SpanKind.WORD, SpanKind.COMMON, SpanKind.PREPOSITION, SpanKind.PUNCTUATION})
_OF_MONEY = frozenset({SpanKind.CASH, SpanKind.CURRENCY, SpanKind.ORDER, SpanKind.GOODS})


def _is_work(span: Span) -> bool:
    """Tell whether something was mended: "intercom fixed 550"."""
    return span.kind is SpanKind.PURPOSE and span.value == CashCategory.REPAIRS_MAINTENANCE


def _is_hour(span: Span) -> bool:
    return span.number is not None and span.number <= _HOUR_MAX


def _is_code(span: Span, *, has_keys: bool) -> bool:
    """Tell whether a word names a code; an alarm does if keys or setting it are spoken of."""
    words = span.folded.split()
    if span.kind in {SpanKind.PURPOSE, SpanKind.THING} and len(words) > 1:
        return False  # "extension lead 120", "пульт сигналізації 550"
    if any(word in _WHOLE for word in words):
        return True
    if any(word.startswith(_CODES) and len(word) > _LONG for word in words):
        return True
    return has_keys and any(word.startswith(_ALARMS) for word in words)
