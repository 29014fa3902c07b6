"""Read how goods came, and for what: "запчастини 640 автобусом", "взяли муфт на продаж 650"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_BY = (
    "автобусом", "автобусами", "маршруткою", "маршруткой", "поїздом", "поездом", "електричкою",
    "электричкой", "бусом", "бусиком", "попуткою", "попуткой", "рейсом", "by bus", "by train",
    "by minibus", "avtobusom", "marshrutkoyu", "poizdom",
)  # fmt: skip
_RIDES = frozenset({"fuel_transport", "delivery"})
_BORDERS = frozenset({",", ";", "."})


@woken_by(*_BY)
def with_what_goods_came_by(line: list[Span]) -> list[Span]:
    """Let the vehicle that goods with a price came by be no ride that was paid."""
    told = list(line)
    for at, span in enumerate(line):
        if span.folded not in _BY or span.value not in _RIDES:
            continue
        if _has_priced_goods(line[:at]):
            told[at] = replace(span, kind=SpanKind.VERB, value="bring", folded="came by")
            before = line[at - 1]
            if before.kind is SpanKind.WORD and before.text.istitle():
                told[at - 1] = replace(before, kind=SpanKind.PLACE, value="town")
    return told


def _has_priced_goods(before: Sequence[Span]) -> bool:
    """Tell whether goods and then their price stand before, in the same clause."""
    start = max((at for at, it in enumerate(before) if it.text in _BORDERS), default=-1) + 1
    kinds = [span.kind for span in before[start:]]
    if SpanKind.GOODS not in kinds or SpanKind.AMOUNT not in kinds:
        return False
    return kinds.index(SpanKind.GOODS) < kinds.index(SpanKind.AMOUNT)


_SALES = ("продаж", "продажу", "продажи", "prodazh")


@woken_by(words=_SALES)
def with_goods_taken_for_sale(line: list[Span]) -> list[Span]:
    """Let what was taken "на продаж" be bought: nobody sold it yet."""
    for at in range(2, len(line)):
        is_for = line[at - 1].kind is SpanKind.PREPOSITION and line[at - 1].folded in _TO_SELL
        if line[at].folded not in _SALES or not is_for:
            continue
        taken = [it for it in range(at) if line[it].kind is SpanKind.VERB]
        if len(taken) == 1 and line[taken[0]].value in {"take", "buy"}:
            line[taken[0]] = replace(line[taken[0]], value="buy")
            line[at] = replace(line[at], kind=SpanKind.PURPOSE, value="supplier_goods")
    return line


_TO_SELL = frozenset({"на", "для", "под", "під"})
BY_COMING = (with_what_goods_came_by, with_goods_taken_for_sale)
"""The rules of this room, in the order in which they read a line."""
