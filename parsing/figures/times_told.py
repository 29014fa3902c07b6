"""Take a sum as often as it is told to have been paid: "трижды по 200", "twice 150"."""

from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_ADVERBS = {
    "twice": 2, "thrice": 3, "двічі": 2, "тричі": 3, "дважды": 2, "трижды": 3, "dvichi": 2,
    "trychi": 3,
}  # fmt: skip
_TIMES = "times"
_AT = frozenset({"by", "at_time", "for_price"})
_COUNTS = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})
_MOST = 10


@woken_by(words=(*_ADVERBS, _TIMES))
def multiply_times(line: Line) -> None:
    """Make the one sum right behind "twice" or "3 times" that of all, to be confirmed."""
    for at in range(len(line.spans) - 1):
        often = _often(line, at)
        behind = line.at(at + 1)
        sum_at = at + 2 if behind is not None and behind.value in _AT else at + 1
        sum_ = line.at(sum_at)
        if often is None or sum_ is None or sum_.kind is not SpanKind.AMOUNT:
            continue
        others = [it for it in line.amounts() if it not in {sum_at, at - 1}]
        if not others:
            line.put(sum_at, line.number(sum_at) * often, is_sure=False)
            return


def _often(line: Line, at: int) -> Decimal | None:
    """Give how often something was; none where a word does not say."""
    word, before = line.spans[at], line.at(at - 1)
    if word.folded in _ADVERBS:
        return Decimal(_ADVERBS[word.folded])
    is_counted = word.folded == _TIMES and before is not None and before.kind in _COUNTS
    if not is_counted or before is None or before.number is None:
        return None
    return before.number if 1 < before.number <= _MOST else None
