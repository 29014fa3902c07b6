"""Read what goods came by as no fare: "запчастини 640 автобусом", "pump 900 by bus"."""

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
