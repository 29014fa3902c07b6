"""Add up notes that were counted out: "three 200s and a 50", "дві п'ятисотки і три сотки"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NOTES = {
    "tens": 10, "tenners": 10, "twenties": 20, "fifties": 50, "hundreds": 100, "fives": 5,
    "fivers": 5, "двадцятки": 20, "двадцятку": 20, "двадцатки": 20, "двадцатку": 20,
    "двадцяток": 20, "двадцаток": 20, "десятки": 10, "десятку": 10, "десяток": 10,
    "полтинники": 50, "полтинник": 50, "пятдесятки": 50, "пятидесятки": 50, "сотки": 100,
    "сотку": 100, "соток": 100, "двохсотки": 200, "двохсотку": 200, "двохсоток": 200,
    "двухсотки": 200, "двухсотку": 200, "двухсоток": 200, "пятисотки": 500, "пятисотку": 500,
    "пятисоток": 500, "тисячні": 1000, "тисячну": 1000, "тысячные": 1000, "тысячную": 1000,
    "пятисотка": 500, "двохсотка": 200, "двухсотка": 200, "сотка": 100, "пятсотка": 500,
    "пятсотки": 500, "двадцятка": 20, "двадцатка": 20, "тисячна": 1000, "тысячная": 1000,
    "тисячних": 1000, "тысячных": 1000,
}  # fmt: skip
_COUNTS = {
    "одна": 1, "одну": 1, "дві": 2, "две": 2, "три": 3, "чотири": 4, "четыре": 4, "пять": 5,
    "шість": 6, "шесть": 6, "сім": 7, "семь": 7, "вісім": 8, "восемь": 8, "девять": 9,
    "десять": 10,
}  # fmt: skip
_WRITTEN = frozenset({"5", "10", "20", "50", "100", "200", "500", "1000"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.NUMBER})
_ONE = frozenset({"a", "one", "another"})
_COUNT_MAX = 30
_SINGLE_MIN = 2
_OF_NOTES = frozenset({"по", "po", "x", "х", "×", "*"})
_ROW_BEFORE = 6
"""So far on the second count of a row ends at the earliest."""


@woken_by(words=(*_NOTES, *_WRITTEN))
def with_notes_counted(line: Sequence[Span]) -> list[Span]:
    """Take each row of counted notes for one amount, to be confirmed."""
    if any(span.kind is SpanKind.EXCHANGE for span in line):
        return list(line)
    kept: list[Span] = []
    at = 0
    while at < len(line):
        total, end = _row(line, at)
        if total:
            covered = line[at:end]
            text, folded = (
                " ".join(each)
                for each in zip(*((it.text, it.folded) for it in covered), strict=True)
            )
            first = replace(covered[0], kind=SpanKind.AMOUNT, end=covered[-1].end, text=text)
            kept.append(replace(first, folded=folded, number=total, value="", is_sure=False))
            at = end
        else:
            kept.append(line[at])
            at += 1
    return kept


def _row(line: Sequence[Span], start: int) -> tuple[Decimal, int]:
    """Add up the notes from a place on; nothing where no count of notes begins."""
    total, end = _counted(line, start)
    if not total:
        return Decimal(0), start
    groups = 1
    while end + 1 < len(line) and _joins(line[end]):
        more, after = _counted(line, end + 1)
        if not more:
            more, after = _last_note(line, end + 1)
        if not more:
            break
        total, end, groups = total + more, after, groups + 1
    is_plain = groups < _SINGLE_MIN and line[start].number == total
    return (Decimal(0), start) if is_plain else (total, end)


def _joins(span: Span) -> bool:
    return span.kind is SpanKind.JOINER or span.text in {",", "+"}


def _counted(line: Sequence[Span], at: int) -> tuple[Decimal, int]:
    """Read a count and its notes: "three 200s", "two fifties", "дві п'ятисотки"."""
    span = line[at]
    first, _, last = span.folded.rpartition(" ")
    if span.kind is SpanKind.AMOUNT and first in _COUNTS and last in _NOTES:
        return Decimal(_COUNTS[first] * _NOTES[last]), at + 1
    number = Decimal(1) if span.folded in _ONE else span.number if span.kind in _FIGURES else None
    is_count = number is not None and 0 < number <= _COUNT_MAX and number % 1 == 0
    if number is None or not is_count or span.value not in {"", "common"} or at + 1 >= len(line):
        return Decimal(0), at
    note = line[at + 1]
    if note.folded in _NOTES and note.kind is not SpanKind.DATE:
        return number * _NOTES[note.folded], at + 2
    plural = line[at + 2] if at + 2 < len(line) else None
    is_plural = plural is not None and plural.folded == "s" and plural.start == note.end
    if note.text in _WRITTEN and is_plural:
        return number * Decimal(note.text), at + 3
    if note.folded in _OF_NOTES and plural is not None and _is_last_of_note(line, at + 2):
        return number * Decimal(plural.text), at + 3
    return Decimal(0), at


def _is_last_of_note(line: Sequence[Span], at: int) -> bool:
    """Tell whether "500" in "3 по 500 і 4 по 100" is a note: a row of them follows or went before.

    One such count alone, or one with a thing beside it, is a price.
    """
    note, after = line[at], line[at + 1] if at + 1 < len(line) else None
    is_note = note.kind in _FIGURES and note.text in _WRITTEN and not note.value
    starts_row = after is not None and _joins(after) and _is_count_by_note(line, at + 2)
    ends_row = at >= _ROW_BEFORE and _joins(line[at - 3]) and _is_count_by_note(line, at - 6)
    return is_note and (starts_row or ends_row)


def _is_count_by_note(line: Sequence[Span], at: int) -> bool:
    """Tell whether a count, "по" or "x", and a bank note's figure stand here."""
    if at < 0 or at + 2 >= len(line):
        return False
    count, by, note = line[at : at + 3]
    is_count = count.number is not None and 0 < count.number <= _COUNT_MAX
    return is_count and by.folded in _OF_NOTES and note.text in _WRITTEN


def _last_note(line: Sequence[Span], at: int) -> tuple[Decimal, int]:
    """Read "a 50" at the end of a row."""
    is_one = line[at].folded in _ONE and at + 1 < len(line)
    note = line[at + 1] if is_one else line[at]
    if note.kind is SpanKind.AMOUNT and note.text in _WRITTEN and is_one:
        return Decimal(note.text), at + 2
    return Decimal(0), at
