"""Read an order that is handed over as sold: "выдали 3118-й заказ, 12 400"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ORDER_LENGTHS = range(3, 7)
_DASHES = frozenset({"-", "–"})
_NTH = frozenset(
    "й ый ий ой го ого му ому м е ые те ме ше ше-те шого шому му-те тий тому того я а th".split()
)
"""What makes "3118" "the 3118th"."""
_HANDED = (
    "видал", "видав", "видан", "выдал", "выдан", "віддал", "віддав", "отдал", "забрал", "забрав",
    "передал", "передав", "відвантаж", "отгруз", "відпуст", "отпуст", "викуп", "выкуп", "handed",
    "released", "gave out", "issued", "picked up", "collected", "vydal", "viddal", "otdal",
    "zabral", "vidal",
)  # fmt: skip
_PAID_FOR = ("за ", "по ", "for ")
"""Money is handed over for an order; without these it is the order itself."""
_PASSED = frozenset({SpanKind.COMMON})
_SPENT_ON = frozenset({SpanKind.PURPOSE, SpanKind.THING})


@woken_by(*_HANDED, words=_DASHES)
def with_orders_handed(line: list[Span]) -> list[Span]:
    """Read "3118-й" beside "order" or its handing over as an order, and the handing as a sale."""
    told = _with_numbered_orders(line)
    verb = next((at for at, span in enumerate(told) if _is_handing(span)), -1)
    if verb < 0 or not _is_customers(told):
        return told
    at = verb + 1
    while at < len(told) and (told[at].kind in _PASSED or told[at].value == "customer"):
        at += 1
    is_order = at < len(told) and told[at].kind in {SpanKind.ORDER, SpanKind.ORDER_WORD}
    is_order = is_order and not told[at].folded.startswith(_PAID_FOR)
    is_before = not is_order and _stands_before(told, verb)
    is_order, at = is_order or is_before, verb if is_before else at
    money = [it for it, span in enumerate(told) if span.kind is SpanKind.AMOUNT]
    if is_order and len(money) == 1 and money[0] > at and not _acts_otherwise(told, verb):
        told[verb] = replace(told[verb], kind=SpanKind.VERB, value="sell")
    return told


def _stands_before(line: Sequence[Span], verb: int) -> bool:
    """Tell whether the order stands before its handing over: "замовлення 1984 видала, …"."""
    at, after = verb - 1, line[verb + 1 : verb + 2]
    while at > 0 and line[at].kind is SpanKind.GOODS:
        at -= 1
    order = line[at]
    is_order = verb > 0 and order.kind is SpanKind.ORDER
    is_named = is_order and not order.folded.startswith(_PAID_FOR)
    is_end = bool(after) and after[0].kind is SpanKind.PUNCTUATION
    is_by = any(span.value in {"by", "for_price"} for span in line[:verb])
    return is_named and is_end and line[verb].value in {"give", "take"} and not is_by


def _with_numbered_orders(line: Sequence[Span]) -> list[Span]:
    told: list[Span] = []
    at = 0
    while at < len(line):
        end = _end_of_number(line, at)
        if end:
            order = replace(line[at], kind=SpanKind.ORDER, value=line[at].text, number=None)
            told.append(order)
            at = end
        else:
            told.append(line[at])
            at += 1
    return told


def _end_of_number(line: Sequence[Span], at: int) -> int:
    """Give the end of "3118-й", with "order" if it follows; 0 if it is no order's number."""
    span = line[at]
    is_bare = span.kind is SpanKind.AMOUNT and span.text.isdecimal() and not span.value
    if not is_bare or len(span.text) not in _ORDER_LENGTHS or at + 2 >= len(line):
        return 0
    dash, nth = line[at + 1], line[at + 2]
    is_glued = span.end == dash.start and dash.end == nth.start and dash.text in _DASHES
    if not is_glued or nth.text.lower() not in _NTH:
        return 0
    after = line[at + 3] if at + 3 < len(line) else None
    if after is not None and after.kind is SpanKind.ORDER_WORD:
        return at + 4
    before = line[at - 1] if at else None
    is_named = before is not None and (
        before.kind is SpanKind.ORDER_WORD or _is_handing(before) or before.value == "by"
    )
    return at + 3 if is_named else 0


def _is_handing(span: Span) -> bool:
    is_done = span.kind in {SpanKind.VERB, SpanKind.WORD}
    return is_done and span.folded.startswith(_HANDED)


def _is_customers(line: Sequence[Span]) -> bool:
    """Tell whether nobody but a customer is named, and nothing that the shop pays for."""
    roles = {span.value for span in line if span.kind is SpanKind.ROLE}
    return roles <= {"customer"} and not any(span.kind in _SPENT_ON for span in line)


def _acts_otherwise(line: Sequence[Span], verb: int) -> bool:
    """Tell whether something else is told as done, which says itself which way money went."""
    return any(
        span.kind is SpanKind.VERB and span.value not in {"take", "give"} and at != verb
        for at, span in enumerate(line)
    )
