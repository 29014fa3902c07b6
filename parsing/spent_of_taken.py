"""Of "взяв 1500 на коробки, купив на 1 260, решту приніс" what was spent went out."""

from dataclasses import replace

from parsing.line import Line
from parsing.spans import Span, SpanKind

_PAIR = 2
_TAKEN = frozenset({"take", "give"})
_SPENDING = frozenset({"buy", "spend", "pay"})
_REST = (
    "решт", "остальн", "остат", "здач", "сдач", "лишок", "залишок", "залишк", "остач", "rest",
    "remain", "change", "leftover",
)  # fmt: skip
_BACK = frozenset({SpanKind.LEFTOVER, SpanKind.CHANGE})
_NEAR, _FAR = 3, 4


def take_spent_of_taken(line: Line) -> None:
    """Keep what was spent of a sum that was taken for it, where the rest came back after."""
    amounts = line.amounts()
    roles = {line.spans[at].value for at in line.where(SpanKind.ROLE)}
    if len(amounts) != _PAIR or "customer" in roles:
        return
    taken, spent = amounts
    verbs = [at for at in line.where(SpanKind.VERB) if taken < at < spent]
    takes = [
        at
        for at in line.where(SpanKind.VERB)
        if taken - _NEAR <= at < taken and line.spans[at].value in _TAKEN
    ]
    is_spent = bool(verbs) and line.spans[verbs[-1]].value in _SPENDING
    rests = [at for at in range(spent + 1, len(line.spans)) if _is_rest(line.spans[at])]
    if not (takes and is_spent and rests) or spent - verbs[-1] > _FAR:
        return
    if line.number(spent) >= line.number(taken):
        return
    line.drop(taken)
    line.doubt(spent)
    told = line.spans[verbs[-1]]
    line.set(verbs[-1], replace(told, value="spend", folded="spent"))
    for at in takes:
        line.hush(at)
    for at in range(spent + 1, len(line.spans)):
        if at in rests or line.spans[at].kind in {SpanKind.VERB, *_BACK}:
            line.hush(at)


def _is_rest(span: Span) -> bool:
    return span.kind in _BACK or span.text.lower().startswith(_REST)
