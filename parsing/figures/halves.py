"""Take the half of a sum that is told as one, and doubt what may be the half or the whole."""

from parsing.annotation.cues import woken_by
from parsing.figures.line import Line, texts_of

HALVES = frozenset({"half", "половину", "половина", "половину від", "пів"})


@woken_by(*HALVES)
def halve(line: Line) -> None:
    """Take half of "половину від 9 600", to be confirmed."""
    for at in line.amounts():
        of, half = line.at(at - 1), line.at(at - 2)
        is_phrase = of is not None and of.folded in _HALF_OF
        is_half = half is not None and half.folded in HALVES
        is_of = of is not None and of.folded in _OF
        if is_phrase or (is_half and is_of):
            line.put(at, line.number(at) / 2, is_sure=False)


_HALF_OF = frozenset({"half of", "half of the", "половину від", "половину от", "половина від"})
_OF = frozenset({"of", "від", "от", "з", "із", "из", "с"})


@woken_by(*HALVES)
def doubt_half(line: Line) -> None:
    """Doubt the figure of "owes 4 600, half he gave now": it may be the whole or the half."""
    amounts = line.amounts()
    if len(amounts) == 1 and texts_of(line) & HALVES:
        line.doubt(amounts[0])
