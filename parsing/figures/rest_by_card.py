"""Leave out that the rest went by card, where what was cash is told: "7 000 in hand, …"."""

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_PAIR, _REACH = 2, 3
_IN_HAND = frozenset({"на руки", "in hand", "cash in hand", "на рукі"})


@woken_by(kinds=(SpanKind.LEFTOVER,))
def leave_rest_by_card(line: Line) -> None:
    """Of "7 000, the rest to his card" keep the first; to be confirmed where no word says cash."""
    amounts, rests = line.amounts(), line.where(SpanKind.LEFTOVER)
    if not 1 <= len(amounts) <= _PAIR or len(rests) != 1 or rests[0] < amounts[-1]:
        return
    cards = [at for at in line.where(SpanKind.CARD) if rests[0] < at <= rests[0] + _REACH]
    if not cards or len(cards) != len(line.where(SpanKind.CARD)):
        return
    if len(amounts) == _PAIR:
        whole, part = amounts
        if line.number(part) >= line.number(whole):
            return
        line.drop(whole)  # "boiler 42 000, 10 000 now, the rest to the card"
    is_cash = bool(line.where(SpanKind.CASH)) or any(it.folded in _IN_HAND for it in line.spans)
    if not is_cash:
        line.doubt(amounts[-1])
    for at in (*rests, *cards):
        line.hush(at)
