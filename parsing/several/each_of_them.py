"""Read "a thousand each to Lena and Oleh" as so much to each of them."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.segments import Piece
from parsing.annotation.spans import Span, SpanKind

_NAMES_MAX = 8
_PAIR = 2
_BESIDE = 2


def with_each_named(lines: Sequence[Piece]) -> list[Piece]:
    """Repeat a line for each of several people who got as much, its amount to be confirmed."""
    told: list[Piece] = []
    for line in lines:
        named = _list_of_names(line) if _is_to_each(line) else []
        told.extend(_with_only(line, named, at) for at in named)
        if not named:
            told.append(line)
    return told


def _is_to_each(line: Piece) -> bool:
    """Tell whether the only figure is what each got, and nothing was counted."""
    amounts = [at for at, span in enumerate(line) if span.kind is SpanKind.AMOUNT]
    if len(amounts) != 1 or any(span.kind is SpanKind.QUANTITY for span in line):
        return False
    (at,) = amounts
    near = [*line[max(0, at - _BESIDE) : at], *line[at + 1 : at + 1 + _BESIDE]]
    is_by = at > 0 and line[at - 1].value == "by"
    return is_by or any(span.kind is SpanKind.EACH for span in near)


def _list_of_names(line: Piece) -> list[int]:
    """Say where two names or more stand in a row, with nothing but joiners between them."""
    named: list[int] = []
    for at, span in enumerate(line):
        if span.kind is SpanKind.NAME or _is_capital_in_list(line, at, named):
            named.append(at)
        elif named and span.kind is not SpanKind.JOINER and span.text != ",":
            if len(named) >= _PAIR:
                break
            named = []
    is_list = _PAIR <= len(named) <= _NAMES_MAX
    return named if is_list and named[-1] - named[0] == 2 * (len(named) - 1) else []


def _is_capital_in_list(line: Piece, at: int, named: Sequence[int]) -> bool:
    """Tell whether an unknown word with a capital goes on or opens a list of names."""
    span = line[at]
    is_capital = span.kind is SpanKind.WORD and span.text[0].isupper() and at > 0
    return is_capital and (bool(named) or (at + 1 < len(line) and _joins(line[at + 1])))


def _joins(span: Span) -> bool:
    return span.kind is SpanKind.JOINER or span.text == ","


def _with_only(line: Piece, named: Sequence[int], kept: int) -> Piece:
    """Give the line as it is told of one of them."""
    return [
        replace(span, is_sure=False) if span.kind is SpanKind.AMOUNT else span
        for at, span in enumerate(line)
        if at == kept or not named[0] <= at <= named[-1]
    ]
