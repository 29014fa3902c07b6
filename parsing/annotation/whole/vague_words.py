"""See words that only seem vague: "up to the 3rd floor"; and what is: "вийшло під тисячу"."""

from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_UP_TO = frozenset({"up to", "до"})
_COUPLE = frozenset({"a couple", "пара", "пару", "парі", "паре"})
_WITH_WHOM = frozenset({"to", "from", "by", "with"})
_COUNTED = frozenset({SpanKind.AMOUNT, SpanKind.UNIT, SpanKind.MULTIPLIER, SpanKind.GOODS})
_FOR = frozenset({"for", "for_price"})
_WEEKS = ("week", "month", "тиж", "місяц", "недел", "месяц")
_PAID = frozenset({SpanKind.ROLE, SpanKind.NAME})
_REACH = 2


def with_vague_meant(spans: list[Span]) -> list[Span]:
    """Let a floor, two people, days that somebody is paid for and "nearly" be what they are."""
    is_to_somebody = any(span.kind in _PAID for span in spans)
    for at, span in enumerate(spans):
        if span.kind is SpanKind.VAGUE and _is_of_a_place(spans, at):
            spans[at] = replace(span, kind=SpanKind.COMMON, value="common")
        elif span.kind is SpanKind.VAGUE and _is_of_people(spans, at):
            spans[at] = replace(span, kind=SpanKind.ROLE, value="customer")
        elif span.folded in _NEARLY and _is_before_round_sum(spans, at):
            spans[at] = replace(span, kind=SpanKind.VAGUE, value="vague")
        elif is_to_somebody and _is_what_for(spans, at):
            spans[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return spans


def _is_of_a_place(spans: list[Span], at: int) -> bool:
    """Tell whether "up to" says how high something was carried: no sum follows."""
    after = spans[at + 1 : at + 1 + _REACH]
    return spans[at].folded in _UP_TO and not any(it.kind is SpanKind.AMOUNT for it in after)


def _is_of_people(spans: list[Span], at: int) -> bool:
    """Tell whether "a couple" is two people: something went to them, and nothing is counted."""
    is_led = at > 0 and spans[at - 1].value in _WITH_WHOM
    after = spans[at + 1 : at + 2]
    is_counting = any(it.kind in _COUNTED or it.folded in {"of", "hundred"} for it in after)
    return spans[at].folded in _COUPLE and is_led and not is_counting


def _is_what_for(spans: list[Span], at: int) -> bool:
    """Tell whether a week or month is what somebody was paid for: "got her 600 for this week"."""
    is_period = spans[at].kind is SpanKind.DATE_WORD and spans[at].value == "vague"
    is_led = at > 0 and spans[at - 1].value in _FOR
    return is_period and is_led and any(each in spans[at].folded for each in _WEEKS)


_NEARLY = frozenset({"під", "под"})
_ROUND = 100


def _is_before_round_sum(spans: list[Span], at: int) -> bool:
    """Tell whether "under" says of a round sum that it was nearly as much."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    number = after.number if after is not None and after.kind is SpanKind.AMOUNT else None
    return number is not None and number >= _ROUND and number % _ROUND == 0
