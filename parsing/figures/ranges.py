"""Tell ranges that are no money: sizes of things, days of a month."""

from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line, is_bare_whole

_SIZED = frozenset({SpanKind.BRAND, SpanKind.GOODS, SpanKind.WORD, SpanKind.THING})
_SIZE_LENGTH = 7
_UP_TO = frozenset({"по", "до", "to", "till", "until"})
_DAYS = 31
_PAIR = 2


@woken_by(kinds=(SpanKind.RANGE,))
def name_ranges(line: Line) -> None:
    """Take "25-40" after a thing for its size where another figure may be the money."""
    for at in line.where(SpanKind.RANGE):
        before, span = line.at(at - 1), line.spans[at]
        is_named = before is not None and before.kind in _SIZED
        if is_named and not span.value and len(span.text) <= _SIZE_LENGTH and line.amounts():
            line.drop(at, SpanKind.MODEL)
        elif _counts_what_follows(line, at):
            line.drop(at)


def _counts_what_follows(line: Line, at: int) -> bool:
    """Tell whether a range in words says how many there were: "sold two-three valves for 8000"."""
    span, after = line.spans[at], line.at(at + 1)
    is_told = span.text[0].isalpha() and is_bare_whole(span) and bool(line.amounts())
    return is_told and after is not None and after.kind in _SIZED


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_day_ranges(line: Line) -> None:
    """Leave out the days of "с 12 по 26" where another figure is the money."""
    for first, second in pairwise(line.amounts()):
        before, between = line.at(first - 1), line.spans[first + 1 : second]
        is_from = before is not None and before.value == "from"
        is_up_to = len(between) == 1 and between[0].folded in _UP_TO
        days = all(
            is_bare_whole(line.spans[at]) and line.number(at) <= _DAYS for at in (first, second)
        )
        is_no_money = len(line.amounts()) > _PAIR or not line.where(SpanKind.VERB)
        if is_from and is_up_to and days and is_no_money:
            line.drop(first)
            line.drop(second)
