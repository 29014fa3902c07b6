"""Leave out that the rest went by card, where what was cash is told: "7 000 in hand, …"."""

from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_REACH = 3
_IN_HAND = frozenset({"на руки", "in hand", "cash in hand", "на рукі"})


def leave_rest_by_card(line: Line) -> None:
    """Of "7 000, the rest to his card" keep the first; to be confirmed where no word says cash."""
    amounts, rests = line.amounts(), line.where(SpanKind.LEFTOVER)
    if len(amounts) != 1 or len(rests) != 1 or rests[0] < amounts[0]:
        return
    cards = [at for at in line.where(SpanKind.CARD) if rests[0] < at <= rests[0] + _REACH]
    if not cards or len(cards) != len(line.where(SpanKind.CARD)):
        return
    is_cash = bool(line.where(SpanKind.CASH)) or any(it.folded in _IN_HAND for it in line.spans)
    if not is_cash:
        line.doubt(amounts[0])
    for at in (*rests, *cards):
        line.hush(at)
