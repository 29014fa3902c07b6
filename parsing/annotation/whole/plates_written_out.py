"""Know a car's plate that is written out: the letters of "АА4512КК" name nobody."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_LETTERS, _DIGITS = 2, 4


@woken_by(kinds=(SpanKind.MODEL,))
def with_plates_written_out(spans: list[Span]) -> list[Span]:
    """Let two letters before four digits of a plate say nothing, nor such as follow them."""
    told = list(spans)
    for at in range(1, len(spans)):
        if not _is_plate(spans[at - 1], spans[at]):
            continue
        told[at - 1] = _quiet(spans[at - 1])
        if at + 1 < len(spans) and _are_letters(spans[at + 1]):
            told[at + 1] = _quiet(spans[at + 1])
    return told


def _is_plate(letters: Span, digits: Span) -> bool:
    is_number = digits.kind is SpanKind.MODEL and digits.text.isdecimal()
    is_written_so = letters.end == digits.start or letters.text.isupper()
    return is_number and len(digits.text) == _DIGITS and is_written_so and _are_letters(letters)


def _are_letters(span: Span) -> bool:
    return span.kind is SpanKind.WORD and len(span.text) == _LETTERS and span.text.isalpha()


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")
