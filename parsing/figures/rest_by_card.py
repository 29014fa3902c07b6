"""Leave out that the rest went by card, where what was cash is told: "7 000 in hand, …"."""

from collections.abc import Iterable
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line, share_of

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
    if len(amounts) == 1 and _take_share(line, amounts[0], rests[0]):
        _hush_all(line, (*rests, *cards))
        return
    if len(amounts) == _PAIR:
        whole, part = amounts
        if line.number(part) >= line.number(whole):
            return
        line.drop(whole)  # "boiler 42 000, 10 000 now, the rest to the card"
    is_cash = bool(line.where(SpanKind.CASH)) or any(it.folded in _IN_HAND for it in line.spans)
    if not is_cash:
        line.doubt(amounts[-1])
    _hush_all(line, (*rests, *cards))


def _take_share(line: Line, whole: int, rest: int) -> bool:
    """Take the half of "9 000, half in cash, the rest by card", to be confirmed."""
    shares = [at for at in range(whole + 1, rest) if _share(line.spans[at]) is not None]
    is_cash = any(span.kind is SpanKind.CASH for span in line.spans[whole:rest])
    if len(shares) != 1 or not is_cash:
        return False
    share = _share(line.spans[shares[0]]) or Decimal(1)
    line.put(whole, line.number(whole) * share, is_sure=False)
    line.hush(shares[0])
    return True


def _share(span: Span) -> Decimal | None:
    """Give what a word tells as a part of a whole: "half", "a third", "30%"; none if none."""
    if span.kind is SpanKind.PERCENT:
        return share_of(span)
    stems = ((stems, parts) for stems, parts in _SHARES.items() if span.folded.startswith(stems))
    return next((Decimal(1) / parts for _, parts in stems), None)


_SHARES = {
    ("half", "полов", "пів"): 2,
    ("third", "a third", "третин", "треть"): 3,
    ("quarter", "a quarter", "чверт", "четверт"): 4,
}


def _hush_all(line: Line, places: Iterable[int]) -> None:
    for at in places:
        line.hush(at)
