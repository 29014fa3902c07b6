"""Ask for sums that are not told, where a figure only seems to tell them.

"Left 500 in the till, took the rest to the bank", "sold couplings at 45, Sashko knows how many".
"""

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line, names_bank

_LEFT = ("залиш", "остав", "лишил", "left", "kept", "zalysh", "ostav", "lyshyl")
_CARRIED = frozenset({"deposit", "carry", "take"})
_REACH = 4
_HOW_MANY = (
    "how many", "кількість", "количество", "скільки штук", "сколько штук", "скільки їх",
    "сколько их", "скіки штук", "скоко штук", "quantity",
)  # fmt: skip
_EACH = frozenset({"по"})


@woken_by(*_LEFT, *_HOW_MANY)
def ask_what_is_not_told(line: Line) -> None:
    """Drop the one figure of a line that is not what was paid, so that this is asked."""
    amounts = line.amounts()
    if len(amounts) == 1 and (_is_what_stayed(line, amounts[0]) or _is_a_price(line, amounts[0])):
        line.drop(amounts[0], SpanKind.NUMBER)


@woken_by(*_LEFT)
def drop_what_stayed(line: Line) -> None:
    """Leave out the 500 of "handed in 20 000, left 500 for change": it stayed where it was."""
    for at in line.amounts():
        start, end = _clause_of(line, at)
        said = line.spans[start:end]
        is_left = any(span.text.casefold().startswith(_LEFT) for span in said)
        is_there = any(span.value in _THERE or span.kind is SpanKind.BALANCE for span in said)
        if is_left and is_there and len(line.amounts()) > 1:
            line.drop(at)


_THERE = frozenset({"for_float", "till"})
_BORDERS = frozenset({",", ";", "."})


def _clause_of(line: Line, at: int) -> tuple[int, int]:
    """Give where the clause of a figure begins and ends."""
    borders = [
        place
        for place, span in enumerate(line.spans)
        if span.text in _BORDERS or span.kind in {SpanKind.JOINER, SpanKind.NEWLINE}
    ]
    before = max((place + 1 for place in borders if place < at), default=0)
    return before, min((place for place in borders if place > at), default=len(line.spans))


def _is_what_stayed(line: Line, at: int) -> bool:
    """Tell whether a figure stayed, and what was carried off is the rest."""
    before = line.spans[max(0, at - _REACH) : at]
    is_left = any(span.text.casefold().startswith(_LEFT) for span in before)
    rests = [place for place in line.where(SpanKind.LEFTOVER) if place > at]
    if not (is_left and rests):
        return False
    after = line.spans[rests[0] :]
    is_carried = any(span.kind is SpanKind.VERB and span.value in _CARRIED for span in after)
    near = line.spans[max(0, rests[0] - _REACH) : rests[0]]
    is_carried = is_carried or any(span.value in _CARRIED for span in near)
    return is_carried and (names_bank(line) or any(span.value == "deposit" for span in after))


def _is_a_price(line: Line, at: int) -> bool:
    """Tell whether a figure is the price of one, and of how many nobody knows."""
    before, after = line.at(at - 1), line.at(at + 1)
    is_each = after is not None and after.kind is SpanKind.EACH
    is_each = is_each or (before is not None and (before.value == "by" or before.folded in _EACH))
    said = " ".join(span.text.casefold() for span in line.spans[at + 1 :])
    return is_each and any(map(said.__contains__, _HOW_MANY))
