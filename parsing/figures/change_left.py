"""Count in the change that nobody wanted back: "keep the change", "здачу 60 не взяв"."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line, beside

_REACH = 4
_NOTE = 50


def leaves_the_rest(line: Line, first: int, second: int, word: int) -> bool:
    """Keep the note of "950, gave 1000, keep the change", to be confirmed; tell whether it is so.

    A price and a note are told there, and the change is what is between them.
    """
    note, price = sorted((first, second), key=line.number, reverse=True)
    is_price = line.number(note) - line.number(price) < line.number(price)
    if beside(line, word) is not None or not is_price or line.number(note) % _NOTE:
        return False
    line.drop(price)
    line.doubt(note)
    roles = {line.spans[at].value for at in line.where(SpanKind.ROLE)}
    for at in (
        line.where(SpanKind.VERB) if line.where(SpanKind.GOODS) and not roles - _BUYERS else ()
    ):
        if line.spans[at].value == "give":
            line.set(at, replace(line.spans[at], value="receive"))
    return True


_BUYERS = frozenset({"customer"})


_LEAVING = frozenset(
    "keep left leave оставил оставила оставили оставь оставьте лишив лишила лишили лишіть залишив"
    " залишила залишили залиште".split()
)


_NEEDED = frozenset({"надо", "нужно", "треба", "потрібно", "потрібна", "нужна", "need", "needed"})


def is_left(line: Line, word: int) -> bool:
    """Tell whether the change stayed here: "keep the 60 change", "здачу 60 не взяв"."""
    near = line.spans[max(0, word - _REACH) : word + _REACH]
    is_not_taken = any(
        span.kind is SpanKind.NEGATION
        and (after.value in {"take", "give_back"} or after.folded in _NEEDED)
        for span, after in pairwise(near)
    )
    return is_not_taken or any(span.folded in _LEAVING for span in near)


def keep_what_was_left(line: Line, given: int, change: int) -> None:
    """Count the change in that nobody wanted back, unless the note is told already."""
    if line.number(given) % _NOTE:
        line.put(given, line.number(given) + line.number(change))
    line.drop(change)
    line.doubt(given)
