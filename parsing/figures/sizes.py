"""See that a bare figure behind goods is their size, and how many there are is told after it."""

from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_SIZES = frozenset(
    map(
        Decimal, (10, 12, 15, 16, 18, 20, 22, 25, 26, 28, 32, 35, 40, 50, 63, 75, 80, 90, 100, 110)
    )
)
"""Millimetres that pipes and what joins them come in."""
_PIPED = (
    "труб", "муфт", "відвод", "отвод", "колін", "колен", "трійник", "тройник", "кран", "фітинг",
    "фитинг", "американк", "перехідник", "переходник", "хомут", "клапан", "манжет", "заглуш",
    "pipe", "coupling", "elbow", "tee", "fitting", "valve", "clamp", "truba", "trubu", "mufta",
    "mufty", "mufti",
)  # fmt: skip
_SIZE_WORDS = frozenset({".", "ф", "d", "dn", "ду", "діам", "диам", "№"})
_PAIR, _DEARER = 2, 3
_BORDERS = frozenset({",", ";", "-", "–", "—", "+"})
_BEFORE_PRICE = frozenset(
    {SpanKind.PUNCTUATION, SpanKind.VERB, SpanKind.COMMON, SpanKind.CASH, SpanKind.PREPOSITION}
)
_PRICED = frozenset({"by", "at_time"})


def is_size_before_count(line: Line, at: int) -> bool:
    """Tell whether "муфти 32, 50 шт по 18" names couplings of 32 mm."""
    span, before = line.spans[at], line.at(at - 1)
    is_bare = not span.value and not span.sign and line.number(at) in _SIZES
    if not is_bare or before is None or before.kind not in {SpanKind.GOODS, SpanKind.WORD}:
        return False
    after = line.spans[at + 1 :]
    count = next((it for it, each in enumerate(after) if each.kind is SpanKind.QUANTITY), None)
    if count is None or any(each.kind is SpanKind.AMOUNT for each in after[:count]):
        return False
    return any(each.value in _PRICED for each in after[count + 1 : count + 3])


@woken_by(*_PIPED)
def drop_pipe_sizes(line: Line) -> None:
    """Take the 32 of "1850 за трубу 32" for a size; what was paid is to be confirmed.

    Where the other figure is told behind a ware as well, each is likelier that one's price.
    """
    amounts = line.amounts()
    if len(amounts) != _PAIR:
        return
    for at, other in (amounts, amounts[::-1]):
        if _is_piped(line, at) and not _is_of_ware(line, other) and _is_price(line, at, other):
            line.drop(at, SpanKind.MODEL)
            line.doubt(other)
            return


def _is_piped(line: Line, at: int) -> bool:
    """Tell whether a bare figure is a size that pipes come in, and stands right behind one."""
    span, place = line.spans[at], at - 1
    while (sign := line.at(place)) is not None and sign.folded in _SIZE_WORDS:
        place -= 1
    ware = line.at(place)
    is_bare = span.text.isdecimal() and not span.value and not span.sign
    is_size = is_bare and line.number(at) in _SIZES
    return is_size and ware is not None and ware.folded.rpartition(" ")[2].startswith(_PIPED)


def _is_of_ware(line: Line, other: int) -> bool:
    before = line.at(other - 1)
    return before is not None and before.kind in {SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE}


def _is_price(line: Line, at: int, other: int) -> bool:
    """Tell whether the other figure is what such a thing costs, and nothing else is told of."""
    between = line.spans[min(at, other) + 1 : max(at, other)]
    last = line.spans[max(at, other) + 1 :]
    is_one = (
        all(span.kind in _BEFORE_PRICE for span in between)
        if at < other
        else not any(span.text in _BORDERS for span in between)
    )
    is_ended = not any(span.kind in {SpanKind.GOODS, SpanKind.THING} for span in last)
    return is_one and is_ended and line.number(other) >= _DEARER * line.number(at)
