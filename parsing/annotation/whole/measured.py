"""Tell sizes that were measured from money: "заміряли ванну, 170 на 75"."""

from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_MEASURED = (
    "замір", "замиря", "поміря", "помиря", "міряли", "міряла", "міряв", "виміря", "замеря",
    "замерил", "замери", "померя", "померил", "измеря", "измери", "меряли", "меряла", "мерил",
    "measur", "zamiria", "zamirya", "pomirya",
)  # fmt: skip
_BY = frozenset({"на", "by", "x", "х", "*", "×", "na"})
_MONEY = frozenset({SpanKind.CURRENCY, SpanKind.CASH, SpanKind.ORDER, SpanKind.SIGN_WORD})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.RANGE})
_SIZE_MAX = 10_000
_BETWEEN = 2


@woken_by(*_MEASURED)
def with_sizes_measured(spans: list[Span]) -> list[Span]:
    """Let a message whose figures are one by the other, of what was measured, file nothing."""
    said = next((at for at, span in enumerate(spans) if _is_measuring(span)), -1)
    figures = [at for at, span in enumerate(spans) if span.kind in _FIGURES]
    others = [span for at, span in enumerate(spans) if at != said]
    is_of_money = any(span.kind in _MONEY or span.kind is SpanKind.VERB for span in others)
    if said < 0 or len(figures) < _BETWEEN or is_of_money:
        return spans
    is_by = all(
        after - before == _BETWEEN and spans[before + 1].text.lower() in _BY
        for before, after in pairwise(figures)
    )
    is_size = all((spans[at].number or 0) < _SIZE_MAX and not spans[at].value for at in figures)
    if is_by and is_size:
        spans[said] = replace(spans[said], kind=SpanKind.CHAT, value="chat")
    return spans


def _is_measuring(span: Span) -> bool:
    return any(word.startswith(_MEASURED) for word in span.text.lower().split())
