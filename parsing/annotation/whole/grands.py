"""Hear "штука" as a thousand where nothing is named that could be counted: "кур'єру дві штуки"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.text import Text

_GRANDS = frozenset({"штук", "штуки", "штуку"})
_AFTER_A_GRAND = frozenset({SpanKind.PREPOSITION, SpanKind.PUNCTUATION, SpanKind.COMMON})
_COUNTABLE = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.BRAND, SpanKind.WORD})
_PAID = frozenset({SpanKind.VERB, SpanKind.PURPOSE, SpanKind.ROLE})
_FIGURES = frozenset(
    {SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.QUANTITY, SpanKind.RANGE, SpanKind.NUMBER_WORD}
)
_ONE = frozenset({"штуку"})
_TRADING = frozenset({"buy", "sell"})
"""What is bought or sold is counted, "скотч, 6 штук", unless it is so dear: "за 6 штук"."""
_PRICED_BY = frozenset({"за", "на"})
_PAYING = frozenset({"give", "pay", "spend", "receive", "put_in"})


def is_grand(text: Text, end: int, following: Span | None, count: int) -> bool:
    """Tell whether "5 штук" may be five thousand: nothing is named that could be counted.

    Args:
        text: the message, read up to a number.
        end: the token behind the number.
        following: the word there.
        count: how many tokens it covers.
    """
    if following is None or following.folded not in _GRANDS:
        return False
    after, _ = text.at(end + count)
    is_digits = end + count < len(text.tokens) and text.tokens[end + count].is_digits
    is_last = after is None or (after.kind in _AFTER_A_GRAND and after.value != "by")
    is_countless = not any(span.kind in _COUNTABLE for span in text.spans)
    verbs = {span.value for span in text.spans if span.kind is SpanKind.VERB}
    if verbs:
        is_counted = bool(verbs & _TRADING) and text.spans[-1].folded not in _PRICED_BY
        return is_last and is_countless and not is_counted
    is_paid = any(span.kind in _PAID for span in text.spans)
    is_only = not is_digits and not any(span.kind in _FIGURES for span in text.spans)
    is_only = is_only and not any(it.is_digits for it in text.tokens[end + count :])
    return is_last and is_countless and is_paid and is_only


def with_one_grand(spans: Sequence[Span]) -> list[Span]:
    """Read "дала грузчику штуку" as a thousand, to be confirmed, where nothing else is a sum."""
    ones = [at for at, span in enumerate(spans) if span.folded in _ONE]
    told = list(spans)
    if len(ones) != 1 or any(span.kind in _FIGURES for span in spans):
        return told
    (at,) = ones
    others = [*spans[:at], *spans[at + 1 :]]
    is_paid = any(
        span.kind is SpanKind.ROLE or (span.kind is SpanKind.VERB and span.value in _PAYING)
        for span in others
    )
    is_last = at + 1 == len(spans) or spans[at + 1].kind in _AFTER_A_GRAND
    is_countless = not any(span.kind in _COUNTABLE for span in spans[:at])
    if is_paid and is_last and is_countless:
        told[at] = replace(
            spans[at], kind=SpanKind.AMOUNT, value="", number=Decimal(1000), is_sure=False
        )
    return told
