"""Count hours at a rate: "paid the loader 8 hours at 200", "cleaner, 3 hours, 300 an hour"."""

from decimal import Decimal, InvalidOperation

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_HOURS_MAX = Decimal(24)
_AT_A_TIME = frozenset({"at_time", "in", "until", "till", "from"})
_RATE = frozenset({"by", "at_time"})
_AN = frozenset({"a", "an", "per", "/", "в", "за", "на"})
_REACH = 3


@woken_by(values=("hour",))
def pay_by_the_hour(line: Line) -> None:
    """Make the one sum that is told for an hour that of all, to be confirmed."""
    amounts = line.amounts()
    told = [hours for at in line.where(SpanKind.TIME) if (hours := _hours(line, at)) is not None]
    if len(amounts) != 1 or len(told) != 1:
        return
    (rate,) = amounts
    if _is_rate(line, rate):
        line.put(rate, line.number(rate) * told[0], is_sure=False)


def _hours(line: Line, at: int) -> Decimal | None:
    """Give how many hours there were; none for a time of day: "at 8 hours"."""
    before, unit = line.at(at - 1), line.at(at + 1)
    is_time = before is not None and before.value in _AT_A_TIME
    if unit is None or unit.value != "hour" or is_time:
        return None
    try:
        hours = Decimal(line.spans[at].text.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None  # "8:30 hours"
    return hours if 0 < hours <= _HOURS_MAX else None


def _is_rate(line: Line, at: int) -> bool:
    """Tell whether a figure is told for one hour: "at 200", "300 an hour", "300 в час"."""
    before = line.at(at - 1)
    if before is not None and before.value in _RATE and line.number(at) > _HOURS_MAX:
        return True
    for place in range(at + 1, min(len(line.spans), at + 1 + _REACH)):
        span = line.spans[place]
        if span.text in {",", ".", ";"}:
            return False
        if span.value == "hour":
            one = line.at(place - 1)
            return one is not None and one.folded in _AN
    return False
