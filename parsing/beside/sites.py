"""Know where is built from who pays: "avans brygadi 5000, obiekt Sofiivka" names a place."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold

_SITES = frozenset(map(fold, (
    "об'єкт", "об'єкту", "об'єкті", "об'єкта", "объект", "объекту", "объекте", "объекта",
    "obiekt", "obiekti", "obekt", "obekte", "obyekt", "site", "будмайданчик", "будмайданчику",
    "стройплощадка", "стройплощадке", "стройка", "стройке", "будова", "будові", "будівництво",
    "будівництві",
)))  # fmt: skip
_BETWEEN = frozenset({":", "-", "–", "—", "«", '"', "в", "у", "на", "in", "at", "."})
_NAMES = frozenset({SpanKind.WORD, SpanKind.NAME})


@woken_by(words=_SITES)
def with_sites(line: list[Span]) -> list[Span]:
    """Take words with a capital right behind "site" for the place where it is."""
    if any(span.value == "customer" for span in line):
        return line
    told = list(line)
    for at, span in enumerate(line):
        if span.folded.rpartition(" ")[2] not in _SITES:
            continue
        begin = at + 1
        while begin < len(line) and _is_passed(line[begin]):
            begin += 1
        end = begin
        while end < len(line) and _is_name(line[end]):
            end += 1
        if end < len(line) and line[end].kind is SpanKind.VERB:
            continue  # "об'єкт Петренко заплатив 5 000": he did
        for place in range(begin, end):
            told[place] = replace(line[place], kind=SpanKind.PLACE, value="town")
    return told


def _is_passed(span: Span) -> bool:
    return span.folded in _BETWEEN or span.kind is SpanKind.ADDRESS


def _is_name(span: Span) -> bool:
    return span.kind in _NAMES and span.text[0].isupper()
