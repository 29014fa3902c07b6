"""Take long runs of digits for the numbers of parcels and papers that they are."""

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_LONG = 7
"""So many digits in one run, beside another sum, number a parcel or a paper."""


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_long_numbers(line: Line) -> None:
    """Take a long run of digits beside another sum for the number of a parcel or a paper."""
    for at in line.amounts():
        text = line.spans[at].text
        before = line.at(at - 1)
        is_price = before is not None and before.value in _OF_A_PRICE
        if text.isdecimal() and len(text) >= _LONG and len(line.amounts()) > 1 and not is_price:
            line.drop(at, SpanKind.MODEL)


_OF_A_PRICE = frozenset({"for", "for_price"})
"""What is told behind these is a price, be it an absurd one, which is asked."""
