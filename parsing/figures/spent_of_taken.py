"""Of "взяв 1500 на коробки, купив на 1 260, решту приніс" what was spent went out."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_PAIR, _TRIPLE = 2, 3
_TAKEN = frozenset({"take", "give"})
_HANDED = frozenset({"give", "receive"})
_SPENDING = frozenset({"buy", "spend", "pay"})
_COME_TO = frozenset({"вийшло", "вишло", "вышло", "came to"})
_CAME_TO = ("вийшло", "вишло", "вышло", "came to", "filled up", "заправи")
"""What was spent, told without a verb of spending: "вийшло 615", "filled up for 870"."""
_REST = (
    "решт", "остальн", "остат", "здач", "сдач", "лишок", "залишок", "залишк", "остач", "rest",
    "remain", "change", "leftover",
)  # fmt: skip
_BACK = frozenset({SpanKind.LEFTOVER, SpanKind.CHANGE})
_NEAR, _FAR = 3, 4


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_spent_of_taken(line: Line) -> None:
    """Keep what was spent of a sum that was taken for it, where the rest came back after."""
    amounts = line.amounts()
    roles = {line.spans[at].value for at in line.where(SpanKind.ROLE)}
    if len(amounts) == _TRIPLE:
        _keep_proven_spending(line, *amounts)
        return
    if len(amounts) != _PAIR:
        return
    taken, spent = amounts
    is_customers = "customer" in roles
    if is_customers and not any(it.folded in _COME_TO for it in line.spans[taken:spent]):
        return
    verbs = [at for at in range(taken + 1, spent) if _tells_spending(line.spans[at])]
    takes = [
        at
        for at in line.where(SpanKind.VERB)
        if taken - _NEAR <= at < taken and line.spans[at].value in _TAKEN
    ]
    is_spent = bool(verbs) and not _acts_otherwise(line.spans[verbs[-1] : spent])
    rests = [at for at in range(spent + 1, len(line.spans)) if _is_rest(line.spans[at])]
    if not (takes and is_spent and rests) or spent - verbs[-1] > _FAR:
        return
    if line.number(spent) >= line.number(taken):
        return
    line.drop(taken)
    line.doubt(spent)
    _hush_rest(line, spent, rests)
    if is_customers:
        return  # "клієнт дав 1000, вийшло 615, решту повернула" is what he bought for
    told = line.spans[verbs[-1]]
    line.set(verbs[-1], replace(told, kind=SpanKind.VERB, value="spend", folded="spent"))
    for at in takes:
        line.hush(at)


def _keep_proven_spending(line: Line, taken: int, spent: int, back: int) -> None:
    """Of "got 500 for fuel, spent 380, 120 back" what was spent went out: the three prove it."""
    told = line.spans[taken + 1 : spent]
    is_got = any(line.spans[at].value in _HANDED for at in range(taken))
    is_got = is_got and not any(span.value == "customer" for span in line.spans)
    is_spent = is_got and any(_tells_spending(span) for span in told)
    if not is_spent or line.number(taken) - line.number(spent) != line.number(back):
        return
    for at in range(len(line.spans)):
        if line.spans[at].kind in {SpanKind.VERB, *_BACK} and not taken < at < spent:
            line.hush(at)
    line.drop(taken)
    line.drop(back)
    line.doubt(spent)


def _hush_rest(line: Line, spent: int, rests: Sequence[int]) -> None:
    """Let nothing speak of what came back."""
    for at in range(spent + 1, len(line.spans)):
        if at in rests or line.spans[at].kind in {SpanKind.VERB, *_BACK}:
            line.hush(at)


def _tells_spending(span: Span) -> bool:
    """Tell whether a word says what was spent, as a verb or as what it came to."""
    is_spending = span.kind is SpanKind.VERB and span.value in _SPENDING
    return is_spending or span.folded.startswith(_CAME_TO)


def _acts_otherwise(spans: Sequence[Span]) -> bool:
    """Tell whether another verb stands behind the spending one."""
    return any(it.kind is SpanKind.VERB and it.value not in _SPENDING for it in spans)


def _is_rest(span: Span) -> bool:
    return span.kind in _BACK or span.text.lower().startswith(_REST)
