"""Know "500р" and "120руб" for a sum: many a cashier calls hryvnias so, and glues it on."""

from parsing.annotation.spans import Span

_ROUBLES = frozenset("р руб рубл рублей рубля рублів рублі rub".split())
_LEAST, _YEAR_DIGITS = 50, 4


def is_in_roubles(span: Span, following: Span) -> bool:
    """Tell whether what is glued to digits is money, and they no year, row or size: "16р"."""
    if following.folded not in _ROUBLES:
        return False
    is_year = len(span.text) == _YEAR_DIGITS and span.text.startswith("20")
    digits = "".join(each for each in span.text if each.isdecimal())
    return not is_year and int(digits) >= _LEAST
