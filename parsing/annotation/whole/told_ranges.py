"""Read what no one figure tells as a range: "from 300 to 400", "800..900", "200 something"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_TO = frozenset({"to", "до", "till", "until", "по"})
_BETWEEN = frozenset({"between", "між", "поміж", "между", "somethin between", "something between"})
_FACTOR, _PAIR = 10, 2
_THOUSAND = 1_000
_THOUSANDS = ("тис", "тыс", "thous", "grand", "тищ", "тыщ", "тіс", "k", "к", "tys")
_SMALL = 32
"""Bounds below this may be days."""
_AFTER_A_DAY = frozenset({SpanKind.MONTH, SpanKind.ORDINAL, SpanKind.UNIT})


_AND_MORE = frozenset({"something", "sth", "smth", "sthg", "smthg", "odd"})
"""What behind a figure says that there was more of it."""


def with_open_sums(spans: Sequence[Span]) -> list[Span]:
    """Read "two thousand something" and "400-odd" as no one figure."""
    told = list(spans)
    for at, span in enumerate(spans):
        if _is_more_than(spans, at):
            told[at + 1] = replace(told[at + 1], kind=SpanKind.RANGE)
        if span.folded not in _AND_MORE or at == 0:
            continue
        figure = at - 2 if spans[at - 1].text == "-" and at > 1 else at - 1
        if told[figure].kind is SpanKind.AMOUNT:
            told[figure] = replace(told[figure], kind=SpanKind.RANGE)
            told[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return told


def _is_more_than(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "over" behind "for" or a verb says that it was more: "for over 3000"."""
    if spans[at].folded not in _MORE_THAN or not 0 < at < len(spans) - 1:
        return False
    before, after = spans[at - 1], spans[at + 1]
    is_led = before.kind is SpanKind.VERB or before.value in {"for", "for_price", "at_time"}
    return is_led and after.kind is SpanKind.AMOUNT


_MORE_THAN = frozenset({"over", "under"})


def with_told_ranges(spans: Sequence[Span]) -> list[Span]:
    """Join two figures that are told as bounds; whoever tells so does not know which it was."""
    if sum(span.kind is SpanKind.AMOUNT for span in spans) < _PAIR:
        return list(spans)
    told: list[Span] = []
    at = 0
    while at < len(spans):
        low = _low_bound(spans, at)
        high = None if low is None else _high_bound(spans, at, low)
        if low is None or high is None:
            told.append(spans[at])
            at += 1
            continue
        if spans[at] is not spans[low]:
            told.append(replace(spans[at], kind=SpanKind.COMMON, value="common"))
        joined = f"{spans[low].text}-{spans[high].text}"
        span = replace(spans[low], kind=SpanKind.RANGE, end=spans[high].end, text=joined)
        told.append(span)
        at = high + 1
    return told


def _low_bound(spans: Sequence[Span], at: int) -> int | None:
    """Say where the lower figure is that a word at a place, or the figure itself, begins with."""
    opens = spans[at].value == "from" or spans[at].folded in _BETWEEN
    low = at + 1 if opens else at
    is_figure = low < len(spans) and spans[low].kind is SpanKind.AMOUNT and not spans[low].sign
    return low if is_figure else None


def _high_bound(spans: Sequence[Span], at: int, low: int) -> int | None:
    """Say where the higher figure is; none where the two bound nothing."""
    middle = low + 1
    is_dots = [span.text for span in spans[middle : middle + 2]] == [".", "."]
    if at == low and not is_dots and not _is_bare_pair(spans, low):
        return None
    high = middle + 2 if is_dots else middle + 1
    if high >= len(spans) or spans[high].kind is not SpanKind.AMOUNT or spans[high].sign:
        return None
    is_between = spans[at].folded in _BETWEEN
    is_joined = (
        spans[middle].kind is SpanKind.JOINER if is_between else spans[middle].folded in _TO
    )
    if not is_dots and not is_joined:
        return None
    one, other = spans[low].number, spans[high].number
    is_day = high + 1 < len(spans) and spans[high + 1].kind in _AFTER_A_DAY
    if one is None or other is None or is_day or (other < _SMALL and not spans[high].value):
        return None
    if one < _THOUSAND <= other and _is_in_thousands(spans[high]):
        one *= _THOUSAND  # "від 2 до 3 тисяч"
    factor = _FACTOR if at != low or is_dots else _PAIR
    return high if one < other <= one * factor else None


def _is_in_thousands(span: Span) -> bool:
    return any(word.startswith(_THOUSANDS) for word in span.folded.split())


def _is_bare_pair(spans: Sequence[Span], low: int) -> bool:
    """Tell whether figures with "to" between are bounds though no "from" says so: "200 to 250".

    They open what is told or stand behind a verb: "change 200 to 250" puts an entry right.
    """
    is_paid = low == 0 or (spans[low - 1].kind is SpanKind.VERB and spans[low - 1].value in _PAID)
    is_to = low + 1 < len(spans) and spans[low + 1].folded == "to"
    return is_paid and is_to and not spans[low].value


_PAID = frozenset({"pay", "give", "spend", "receive", "sell"})
