"""Leave out what is read off a car beside what was paid for it: its mileage and its plate."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_READ_OFF = (
    "пробег", "пробіг", "одометр", "спідометр", "спидометр", "odometer", "mileage", "plate",
    "держномер", "госномер", "номерн", "кілометраж", "километраж",
)  # fmt: skip
_CARS = frozenset("машина машини машины авто автомобіль автомобиль car van truck бус фура".split())
_FUEL = frozenset({"fuel_transport"})
_DIGITS_OF_PLATE = 4
_PAIR = 2
_LEAST = 20
"""What is less counts litres."""


def without_mileage(spans: list[Span]) -> list[Span]:
    """Take the figures behind "odometer" and "van plate" for no money, where fuel was paid."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) < _PAIR or not any(span.value in _FUEL for span in spans):
        return spans
    read = [at for at in sums if at and _is_read_off(spans, at)]
    if not any((spans[at].number or 0) >= _LEAST for at in sums if at not in read):
        return spans
    cleared = list(spans)
    for at in read:
        cleared[at] = replace(spans[at], kind=SpanKind.MODEL)
        cleared[at - 1] = replace(spans[at - 1], kind=SpanKind.COMMON, value="")
    return cleared


def _is_read_off(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is a car's mileage, or its number."""
    word, figure = spans[at - 1], spans[at]
    if figure.value or figure.sign:
        return False
    is_apart = at > 1 and spans[at - _PAIR].text in {",", ".", ";", "("}
    is_plate = is_apart and figure.text.isdecimal() and len(figure.text) == _DIGITS_OF_PLATE
    return word.folded.startswith(_READ_OFF) or (is_plate and word.folded in _CARS)
