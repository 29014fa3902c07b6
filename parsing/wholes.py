"""Of a whole and its parts, a price and the note it was paid with, keep what moved."""

from decimal import Decimal
from itertools import pairwise

from parsing.line import QUIET, Line
from parsing.spans import SpanKind

_PAIR = 2
_REACH = 2
_OF = frozenset({"of", "from", "з", "із", "зі", "из", "с", "od"})


def drop_whole(line: Line) -> None:
    """Of "300 of the 1000" only the part moved."""
    for first, second in pairwise(line.amounts()):
        between = line.spans[first + 1 : second]
        is_of = any(span.folded in _OF for span in between)
        is_close = len(between) <= _REACH and all(span.kind in QUIET for span in between)
        if is_of and is_close and line.number(second) > line.number(first):
            line.drop(second)


_NOTES = frozenset(map(Decimal, (100, 200, 500, 1000, 2000, 5000, 10_000)))


def drop_note(line: Line) -> None:
    """Of "sold for 1 499, gave 1500" the price is the amount: the note only paid for it."""
    amounts = line.amounts()
    verbs = {line.spans[at].value for at in line.where(SpanKind.VERB)}
    if len(amounts) != _PAIR or "sell" not in verbs or "give" not in verbs:
        return
    price, note = amounts
    gave = [at for at in line.where(SpanKind.VERB) if line.spans[at].value == "give"]
    is_paid_with = price < gave[0] < note and line.number(note) >= line.number(price)
    if is_paid_with and (line.number(note) in _NOTES or line.number(note) % 500 == 0):
        line.drop(note)


def settle_whole_and_parts(line: Line) -> None:
    """Keep the last of "9 000 less 1 500, paid 7 500", the parts of "2 000, of it 1 200 and 800".

    Where neither is said the three stay, to be asked about.
    """
    amounts = line.amounts()
    if len(amounts) != 3 or line.number(amounts[0]) != sum(map(line.number, amounts[1:])):  # noqa: PLR2004 - a whole and two parts
        return
    said = {span.folded for span in line.spans} | {span.value for span in line.spans}
    if said & _OF_THEM:
        line.drop(amounts[0])
    elif said & _LESS or line.where(SpanKind.DISCOUNT):
        for at in amounts[:2]:
            line.drop(at)


_OF_THEM = frozenset({"з них", "із них", "из них", "of that", "of which", "of them", "of it"})
_LESS = frozenset({"-", "less", "minus"})
