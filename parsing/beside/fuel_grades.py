"""Read "95-й", "АИ-92" and "A-95" as a kind of fuel: no money, though fuel is what was bought."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_GRADES = frozenset(map(Decimal, (80, 92, 95, 98, 100)))
_ENDINGS = frozenset({"й", "го", "ий", "ого", "му", "м"})
_LETTERS = frozenset({"а", "a", "аи", "аі", "ai"})
_DASHES = frozenset({"-", "–"})
_PETROL = ("бензин", "benzin", "benzyn", "petrol", "gasoline", "unleaded")


@woken_by(*map(str, _GRADES), *_PETROL, words=_LETTERS)
def with_fuel_grades(line: Sequence[Span]) -> list[Span]:
    """Take each grade of petrol, with what is glued to it, for fuel where a sum is told too."""
    sums = [span for span in line if span.kind is SpanKind.AMOUNT]
    if not any(span.number not in _GRADES for span in sums):
        return list(line)
    told: list[Span] = []
    at = 0
    while at < len(line):
        end = _end_of_grade(line, at)
        if end > at:
            text = "".join(span.text for span in line[at:end])
            told.append(
                replace(
                    line[at],
                    kind=SpanKind.PURPOSE,
                    end=line[end - 1].end,
                    text=text,
                    folded=text.casefold(),
                    value="fuel_transport",
                    number=None,
                )
            )
            at = end
        else:
            told.append(line[at])
            at += 1
    return told


def _end_of_grade(line: Sequence[Span], at: int) -> int:
    """Give the place behind a grade that begins here; the place itself where none does."""
    if line[at].text.lower() in _LETTERS:
        place = at + 1 + (at + 1 < len(line) and line[at + 1].text in _DASHES)
        is_glued = place < len(line) and line[place].start - line[at].end <= 1
        return place + 1 if is_glued and _is_grade(line[place]) else at
    if at > 0 and line[at - 1].folded.startswith(_PETROL) and _is_grade(line[at]):
        return at + 1  # "бензин 95, 20 л, 1 180"
    if not _is_grade(line[at]) or at + 2 >= len(line):
        return at
    dash, ending = line[at + 1 : at + 3]
    is_glued = line[at].end == dash.start and dash.end == ending.start and dash.text in _DASHES
    return at + 3 if is_glued and ending.text.lower() in _ENDINGS else at


def _is_grade(span: Span) -> bool:
    is_model = span.kind is SpanKind.MODEL and span.text.isdecimal()
    number = Decimal(span.text[:9]) if is_model else span.number
    is_figure = span.kind in {SpanKind.AMOUNT, SpanKind.MODEL, SpanKind.QUANTITY}
    return is_figure and not span.value and number in _GRADES
