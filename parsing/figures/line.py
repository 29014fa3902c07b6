"""A line of a message whose numbers are being settled, and what stands beside each."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_MOST = Decimal(10) ** 12
"""What is computed stays below this; no money comes near it."""
COUNT_MAX = Decimal(100)
"""A bare whole number up to here, directly before a thing, may count it."""
QUIET = frozenset({SpanKind.COMMON, SpanKind.PREPOSITION, SpanKind.CURRENCY})
"""Words that may stand between a figure and what is said of it."""
_PASSED = QUIET | {SpanKind.CASH}
_REACH = 2
_BORDERS = frozenset({",", ";", "+", "&", "."})


class Line:
    """The spans of a line while its numbers are being settled."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = list(spans)
        self._amounts: tuple[int, ...] | None = None

    @property
    def spans(self) -> Sequence[Span]:
        """The spans as they are settled so far."""
        return self._spans

    def amounts(self) -> tuple[int, ...]:
        """Say where the numbers stand that may be money."""
        if self._amounts is None:
            self._amounts = tuple(
                at for at, span in enumerate(self._spans) if span.kind is SpanKind.AMOUNT
            )
        return self._amounts

    def set(self, index: int, span: Span) -> None:
        """Take what stands at a place for something else."""
        self._spans[index] = span
        self._amounts = None

    def hush(self, index: int) -> None:
        """Let a word say nothing."""
        self.set(index, replace(self._spans[index], kind=SpanKind.COMMON, value=""))

    def cut(self, start: int, end: int) -> None:
        """Leave out what stands between two places."""
        del self._spans[start:end]
        self._amounts = None

    def at(self, index: int) -> Span | None:
        """Give the span at a place, if there is one."""
        return self.spans[index] if 0 <= index < len(self.spans) else None

    def number(self, index: int) -> Decimal:
        """Give the number of an amount."""
        return self.spans[index].number or Decimal(0)

    def drop(self, index: int, kind: SpanKind = SpanKind.QUANTITY) -> None:
        """Take a number for something other than money."""
        self.set(index, replace(self.spans[index], kind=kind))

    def put(self, index: int, number: Decimal, *, is_sure: bool = True) -> None:
        """Give an amount another number."""
        span = self.spans[index]
        number = min(number, _MOST)
        self.set(index, replace(span, number=number, is_sure=span.is_sure and is_sure))

    def doubt(self, index: int) -> None:
        """Mark an amount as one that may be meant otherwise."""
        self.set(index, replace(self.spans[index], is_sure=False))

    def where(self, *kinds: SpanKind) -> list[int]:
        """Say where spans of some kinds stand."""
        return [at for at, span in enumerate(self.spans) if span.kind in kinds]


_AT_BANKS = frozenset({"bank", "deposit", "bank_deposit"})


def names_bank(line: "Line", start: int = 0) -> bool:
    """Tell whether money went to a bank from a place of the line on."""
    return any(span.value in _AT_BANKS for span in line.spans[start:])


def is_bare_whole(span: Span | None) -> bool:
    """Tell whether a number is small and whole, without currency or sign: it may count."""
    number = None if span is None else span.number
    if span is None or number is None or span.value or span.sign:
        return False
    return number <= COUNT_MAX and number % 1 == 0


def beside(line: Line, index: int) -> int | None:
    """Give the amount next to a word, after it before ahead of it."""
    for step in (1, -1):
        for distance in range(1, _REACH + 2):
            span = line.at(index + step * distance)
            if span is None or span.text in _BORDERS or span.kind is SpanKind.NEWLINE:
                break
            if span.kind is SpanKind.AMOUNT:
                return index + step * distance
            if span.kind not in _PASSED and span.text not in {":", "-", "–", "—", "="}:
                break
    return None


def share_of(span: Span) -> Decimal | None:
    """Give what a percentage is of one; none where it is no whole number of percent."""
    told = span.text.replace("%", " ").split()
    if told and told[0].isdecimal():
        return Decimal(told[0]) / 100
    return None if span.number is None else span.number / 100


def texts_of(line: Line) -> set[str]:
    """Give the words of a line."""
    return {span.folded for span in line.spans}


def nearest(line: Line, index: int) -> int | None:
    """Give the amount that a word such as "cash" or "by card" belongs to.

    A border between them weighs more than any distance; of two as near, the one before.
    """

    def distance(at: int) -> tuple[int, int, int]:
        between = line.spans[min(at, index) + 1 : max(at, index)]
        borders = sum(span.text in _BORDERS or span.kind is SpanKind.JOINER for span in between)
        return (
            borders + sum(span.kind is SpanKind.AMOUNT for span in between),
            len(between),
            at > index,
        )

    return min(line.amounts(), key=distance, default=None)
