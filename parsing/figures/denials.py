"""Of figures that are denied or put right on the spot, keep the one that counts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import QUIET, Line

_PAIR = 2
_REACH = 2


def drop_denied(line: Line) -> None:
    """Leave out "not 300" and "instead of 7 800"."""
    for at in line.amounts():
        denial = at - 1
        before = line.at(denial)
        if before is not None and before.kind in QUIET:
            denial, before = at - 2, line.at(at - 2)
        if before is None or before.kind is not SpanKind.NEGATION or len(line.amounts()) < _PAIR:
            continue
        line.drop(at)
        if any(
            line.number(other) == line.spans[at].number for other in line.amounts() if other < at
        ):
            # "за 350, ой, не 350, а 530": what was said first is taken back.
            for other in line.amounts():
                if other < at and line.number(other) == line.spans[at].number:
                    line.drop(other)
            line.set(denial, replace(before, kind=SpanKind.COMMON, value=""))
            continue
        value = before.value if before.value == "instead" else "denied"
        line.set(denial, replace(before, kind=SpanKind.COMMON, value=value))


def take_correction(line: Line) -> None:
    """Of a figure that is put right on the spot, the last one counts."""
    amounts = line.amounts()
    for first, second in pairwise(amounts):
        between = line.spans[first + 1 : second]
        slips = [
            first + 1 + offset
            for offset, span in enumerate(between)
            if span.kind is SpanKind.CORRECTION
            or span.value in {"slip", "that_is"}
            or (span.kind is SpanKind.NEGATION and _stands_alone(between, offset))
        ]
        words = [span for span in between if span.kind is not SpanKind.PUNCTUATION]
        is_close = len(words) <= 2 * _REACH + 1
        if slips and is_close:
            line.drop(first)
            for at in slips:
                line.set(at, replace(line.spans[at], kind=SpanKind.COMMON))


def _stands_alone(between: Sequence[Span], offset: int) -> bool:
    """Tell whether a "no" between two figures takes back the first: "300, no, 350"."""
    word = between[offset].folded
    is_last = offset == len(between) - 1
    is_after_comma = offset > 0 and between[offset - 1].text == ","
    is_before_comma = not is_last and between[offset + 1].text == ","
    # "300, не 350" takes the first back; "300 не 350" and "300, а не 350" the second.
    return word in {"no", "ні", "нет", "нє"} or (
        word == "не" and (is_before_comma or (is_last and is_after_comma))
    )
