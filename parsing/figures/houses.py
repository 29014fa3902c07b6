"""Tell the number of a house from money: "Кольская 8", "paid Stas 900, Franka 14"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import QUIET, Line, is_bare_whole

_AT_A_STREET = frozenset({"at", "on", "на", "по", "в", "у"})
_STREETS = frozenset({SpanKind.WORD, SpanKind.PLACE})


@woken_by(kinds=(SpanKind.AMOUNT,))
def drop_house(line: Line) -> None:
    """Take a small number after a name with a capital for a house: "Кольская 8"."""
    for at in line.amounts():
        before = line.at(at - 1)
        others = [other for other in line.amounts() if other != at]
        place = line.at(at - 2)
        is_at_place = place is not None and (place.kind in QUIET or _is_brought_to(line, at))
        is_street = place is not None and place.folded in _AT_A_STREET
        streets = _STREETS | {SpanKind.NAME} if is_street else _STREETS
        is_name_like = before is not None and before.kind in streets
        is_named = is_name_like and before is not None and before.text[0].isupper()
        factor = 2 if is_at_place else 20
        is_far_less = all(line.number(at) * factor <= line.number(other) for other in others)
        is_house = is_bare_whole(line.spans[at]) or _is_brought_to(line, at)
        if others and is_named and is_house and is_far_less:
            line.drop(at, SpanKind.MODEL)
            is_apart = place is None or place.text in _APART or is_at_place
            if before is not None and before.kind is SpanKind.WORD and is_apart:
                line.set(at - 1, replace(before, kind=SpanKind.PLACE, value="town"))
            for other in others:
                line.doubt(other)


_APART = frozenset({",", "-", "–", "—", "(", ".", ";", ":"})
"""An address stands alone in its part of the message: "paid Stas 900, Franka 14"."""


def _is_brought_to(line: Line, at: int) -> bool:
    """Tell whether something was taken to a street, and what it cost is told elsewhere."""
    to = line.at(at - 2)
    is_to = to is not None and to.folded in {"to", "до", "на"}
    is_ride = any(span.value in _RIDES for span in line.spans[: max(0, at - 2)])
    is_small = line.number(at) < _HOUSE_MAX and not line.spans[at].value
    return (
        is_small
        and is_to
        and is_ride
        and any(it > at for it in line.where(SpanKind.VERB, SpanKind.ROLE))
    )


_RIDES = frozenset({"delivery", "fuel_transport"})
_HOUSE_MAX = 300
