"""Know "500р" and "120руб" for a sum: many a cashier calls hryvnias so, and glues it on."""

from parsing.annotation.spans import Span, SpanKind

_LETTERS = frozenset({"р", "r"})
_ROUBLES = _LETTERS | frozenset("руб рубл рублей рубля рублів рублі rub".split())
_LEAST, _SURE = 10, 50
_YEARS = range(2001, 2040)
_OF_YEARS = frozenset({SpanKind.PREPOSITION, SpanKind.MONTH, SpanKind.DATE, SpanKind.DATE_WORD})


def is_in_roubles(span: Span, following: Span, before: Span | None) -> bool:
    """Tell whether what is glued to digits is money, and they no year and no row: "7р"."""
    if following.folded not in _ROUBLES:
        return False
    number = _whole(span)
    is_of_year = before is None or before.kind in _OF_YEARS
    is_year = following.folded in _LETTERS and number in _YEARS and is_of_year
    return number >= _LEAST and not is_year


def is_doubtful_in_roubles(span: Span, following: Span | None) -> bool:
    """Tell whether one letter behind a figure may mean something else: "16р", "2025р"."""
    if following is None or following.start != span.end or following.folded not in _LETTERS:
        return False
    return _whole(span) < _SURE or _whole(span) in _YEARS


def _whole(span: Span) -> int:
    return int("".join(each for each in span.text if each.isdecimal())[:9])
