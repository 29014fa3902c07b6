"""Leave out what is read off a car beside what was paid for it: its mileage and its plate."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_READ_OFF = (
    "пробег", "пробіг", "одометр", "спідометр", "спидометр", "odometer", "mileage", "plate",
    "держномер", "госномер", "номерн", "кілометраж", "километраж",
)  # fmt: skip
_CARS = frozenset("машина машини машины авто автомобіль автомобиль car van truck бус фура".split())
_MAKES = frozenset(
    "машину машині машине lorry pickup фуру бусик буса бусу бусика газель газелі газели газельку"
    " спринтер спринтера sprinter крафтер crafter трафік трафик trafic транзит transit віто вито"
    " vito кадді кадди caddy добло doblo дукато ducato форд ford мерседес mercedes рено renault"
    " кенго кенгу kangoo логан logan ланос пежо peugeot шкода skoda берлінго берлинго berlingo"
    " транспортер transporter".split()
)
_FUEL = frozenset({"fuel_transport"})
_DIGITS_OF_PLATE = 4
_BORDERS = frozenset({",", ".", ";", "\n", "+"})
_PAIR = 2
_LEAST = 20
"""What is less counts litres."""
_ROUND = 50
"""Sums end in round tens more often than plates do."""


def without_mileage(spans: list[Span]) -> list[Span]:
    """Take the figures behind "odometer" and "van plate" for no money, where fuel was paid."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) < _PAIR or not any(span.value in _FUEL for span in spans):
        return spans
    read = [at for at in sums if at and (_is_read_off(spans, at) or _is_plate(spans, at))]
    moved = [at for at in sums if at not in read and (spans[at].number or 0) >= _LEAST]
    if not moved:
        return spans
    cleared = list(spans)
    if not all(_is_read_off(spans, at) for at in read):
        for at in moved:
            cleared[at] = replace(spans[at], is_sure=False)
    for at in read:
        cleared[at] = replace(spans[at], kind=SpanKind.MODEL)
        if spans[at - 1].value not in _FUEL:
            cleared[at - 1] = replace(spans[at - 1], kind=SpanKind.COMMON, value="")
    return cleared


def _is_read_off(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is a car's mileage, or its number."""
    word, figure = spans[at - 1], spans[at]
    if figure.value or figure.sign:
        return False
    is_apart = at > 1 and spans[at - _PAIR].text in {",", ".", ";", "("}
    is_plate = is_apart and _has_digits_of_plate(figure) and word.folded in _CARS
    return word.folded.startswith(_READ_OFF) or is_plate


def _is_plate(spans: Sequence[Span], at: int) -> bool:
    """Tell whether four digits right behind a car are likelier its plate than a sum of its own.

    As in "diesel 2200 sprinter 4512": nothing but another sum stands before the car.
    """
    word, figure = spans[at - 1], spans[at]
    if figure.value or figure.sign or not _has_digits_of_plate(figure):
        return False
    is_of_car = word.folded.rpartition(" ")[2] in _CARS | _MAKES
    if not is_of_car or not int(figure.text) % _ROUND:
        return False
    before = [span for span in spans[: at - 1] if span.kind is not SpanKind.PREPOSITION]
    is_fuel_before = word.value in _FUEL or (bool(before) and before[-1].value in _FUEL)
    is_behind_sum = bool(before) and before[-1].kind is SpanKind.AMOUNT
    if is_fuel_before and not is_behind_sum:
        return _is_before_its_sum(spans, at)
    is_bare = is_behind_sum or not (before or _is_told_by_itself(spans, at))
    return is_bare and any(span.value in _FUEL for span in (*before, *spans[at + 1 :]))


def _is_before_its_sum(spans: Sequence[Span], at: int) -> bool:
    """Tell whether only where fuel was got stands before a sum: "van 4471 at OKKO 2 200"."""
    behind = next((it for it in spans[at + 1 :] if it.kind not in _WHERE), None)
    is_sum = behind is not None and behind.kind is SpanKind.AMOUNT
    return is_sum and behind is not None and behind.text[0].isdigit()  # "на сто" is a workshop


_WHERE = frozenset({SpanKind.FIRM, SpanKind.PREPOSITION, SpanKind.COMMON, SpanKind.WORD})


def _is_told_by_itself(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a border follows a figure: "van 2345, diesel 900" hires a van."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    return after is not None and (after.kind is SpanKind.JOINER or after.text in _BORDERS)


def _has_digits_of_plate(figure: Span) -> bool:
    return figure.text.isdecimal() and len(figure.text) == _DIGITS_OF_PLATE
