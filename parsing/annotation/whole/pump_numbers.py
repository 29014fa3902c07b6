"""Leave out at which pump fuel was got: "diesel 1 850, pump 3"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_PUMPS = (
    "колонка", "колонці", "колонке", "колонку", "колонки", "kolonka", "kolontsi", "kolonku",
    "pump", "трк", "пістолет", "пистолет",
)  # fmt: skip
_FILLERS = frozenset("№ # no number номер . : n".split())
_PUMPS_MAX = 20
_FUEL = "fuel_transport"
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.MODEL, SpanKind.ORDER})


@woken_by(words=_PUMPS)
def without_pump_numbers(spans: list[Span]) -> list[Span]:
    """Let a pump with a small number behind it say nothing, where fuel and its sum are told."""
    pump = next((at for at, span in enumerate(spans) if span.folded in _PUMPS), None)
    values = {span.value for span in spans}
    if pump is None or _FUEL not in values or "sell" in values:
        return spans
    figure = pump + 1
    while figure < len(spans) and spans[figure].folded in _FILLERS:
        figure += 1
    begins = pump
    if not _is_number(spans, figure):  # "п'ята колонка" is a day to nobody, "5 колонка" no sum
        begins, figure = pump - 1, pump
        if begins < 0 or not _is_number(spans, begins):
            return spans
    others = (*spans[:begins], *spans[figure + 1 :])
    if not any(span.kind is SpanKind.AMOUNT for span in others):
        return spans
    quiet = [_quiet(span) for span in spans[begins : figure + 1]]
    return [*spans[:begins], *quiet, *spans[figure + 1 :]]


def _is_number(spans: Sequence[Span], at: int) -> bool:
    if at >= len(spans) or spans[at].kind not in _FIGURES or not spans[at].text.isdecimal():
        return False
    return not spans[at].sign and int(spans[at].text[:9]) <= _PUMPS_MAX


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common", number=None)
