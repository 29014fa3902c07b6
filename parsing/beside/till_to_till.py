"""Read an arrow between two tills as what was moved: "Касса 1 → касса 2: 4 000"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ARROWS = frozenset({"→", "➡", "⇒", ">", "⟶", "->", "=>"})
_INTO = frozenset({"в", "у", "до", "to", "into", "на"})
_REACH = 4


@woken_by(values=("till",))
def with_till_to_till(line: list[Span]) -> list[Span]:
    """Let two tills with an arrow or "to" between them be a transfer out of the first."""
    tills = [at for at, span in enumerate(line) if span.value == "till"]
    if len(tills) != 2 or any(span.kind is SpanKind.VERB for span in line):  # from one to another
        return line
    first, second = tills
    between = line[first + 1 : second]
    if len(between) > _REACH or not _points(between):
        return line
    moved = list(line)
    moved[first] = replace(line[first], kind=SpanKind.COMMON, value="common")
    moved[second] = replace(line[second], kind=SpanKind.PURPOSE, value="desk_transfer")
    for at in range(first + 1, second):
        if _points(line[at : at + 1]):
            moved[at] = replace(line[at], kind=SpanKind.VERB, value="move", folded="into")
    return moved


_DESKS = frozenset(
    "складу склада офісу офиса магазину магазина філії филиала точки ринку рынка цеху цеха"
    " сервісу сервиса skladu ofisu mahazynu".split()
)
_HANDED = frozenset({"give", "move", "carry", "deposit"})


@woken_by(words=_DESKS)
def with_till_of_another_desk(line: list[Span]) -> list[Span]:
    """Let what was handed "на касу складу" be moved to that desk's till."""
    handed = {span.value for span in line if span.kind is SpanKind.VERB}
    if not handed or not handed <= _HANDED:
        return line
    moved = list(line)
    for at in range(1, len(line) - 1):
        is_into = line[at - 1].folded in _INTO and line[at].value == "till"
        if is_into and line[at + 1].folded in _DESKS:
            moved[at - 1] = replace(line[at - 1], value="to")
            moved[at] = replace(line[at], kind=SpanKind.PURPOSE, value="desk_transfer")
    return moved


@woken_by(kinds=(SpanKind.EXCHANGE,))
def with_change_for_another_desk(line: list[Span]) -> list[Span]:
    """Let "3 000 розміну" that was handed to another desk only say in what notes it went."""
    is_moved = any(span.value == "desk_transfer" for span in line)
    handed = {span.value for span in line if span.kind is SpanKind.VERB}
    if not is_moved or not handed or not handed <= _HANDED:
        return line
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if span.kind is SpanKind.EXCHANGE and span.folded in _CHANGE
        else span
        for span in line
    ]


_CHANGE = frozenset("розміну размена размену розмін размен разменки розмінки".split())


def _points(between: Sequence[Span]) -> bool:
    return any(span.text in _ARROWS or span.folded in _INTO for span in between)
