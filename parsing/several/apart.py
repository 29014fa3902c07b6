"""Tell movements that were told one after another, each clear by itself, from one story."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import category

from parsing.annotation.segments import OPERATIONS_MAX, Piece
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.operation import Operation
from parsing.several.enumeration import is_bare_sum
from parsing.several.going_on import goes_on

_BORDERS = frozenset({",", ";", ".", "!", "&", "+", "–", "—", "•", "*"})
_IN_NUMBERS = frozenset({"-", "/"})
"""What parts only with a space beside it: "4410-77" is one number."""
_ENDS = frozenset({".", "!", ";"})
_TELLING = frozenset(
    {
        SpanKind.VERB,
        SpanKind.PURPOSE,
        SpanKind.THING,
        SpanKind.ROLE,
        SpanKind.FIRM,
        SpanKind.GOODS,
        SpanKind.ORDER,
        SpanKind.CASH,
    }
)
"""Without one of these nothing is clear by itself: "Iryna 10500" goes on with what was told."""
_WHO = frozenset({SpanKind.ROLE, SpanKind.NAME})
_OPENING = _TELLING - _WHO - {SpanKind.ORDER, SpanKind.CASH} | {SpanKind.DATE}
_GOING_ON = frozenset({"що", "что", "шо", "that", "which", "who", "який", "яка", "які"})
_BECAUSE = frozenset({"because", "so_that"})
"""What begins a clause that says more of the one before."""
_TYING = frozenset(
    {
        SpanKind.BALANCE,
        SpanKind.CARD,
        SpanKind.CASH,
        SpanKind.CHANGE,
        SpanKind.CORRECTION,
        SpanKind.DISCOUNT,
        SpanKind.EACH,
        SpanKind.LEFTOVER,
        SpanKind.NEGATION,
        SpanKind.PLAN,
        SpanKind.SIGN_WORD,
        SpanKind.TOTAL,
        SpanKind.VAGUE,
    }
)
"""What may make one movement of two sums; without it nobody needs to try whether they are."""
_TYING_WORDS = frozenset({"give_back", "slip"})
_CLAUSES_MAX = 3 * OPERATIONS_MAX
_TRIES_MORE = 1
"""So many readings more than there are sums are tried before a message is read whole."""
_SUMS_OF_ONE = 3
"""No more sums than these are looked at as one movement: a note, a price, what went back."""


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a message, tidied, and the operations that were read of it alone."""

    typed: tuple[Span, ...]
    """The part as it was annotated, with all that reading leaves out."""
    spans: tuple[Span, ...]
    operation: Operation
    is_clear: bool
    """Whether it would be filed without a question if it came alone."""
    begins_anew: bool = False
    """Whether a line or a sentence ends before it, and no comma only."""


ReadPart = Callable[[Piece], PartRead | None]
"""Reads a part as a message of its own; none where it is no single whole operation."""


def parts_apart(
    spans: Sequence[Span], read: ReadPart, *, unlikely: frozenset[int] = frozenset()
) -> list[PartRead] | None:
    """Cut a message into parts that each tell of one movement, clearly if they can.

    Args:
        spans: the annotated message.
        read: reads a part by itself.
        unlikely: where figures start that are hardly money: they count, or name something.

    Returns:
        None where there are not two of them, or something is told that no part tells.
    """
    sums = [
        at
        for at, span in enumerate(spans)
        if span.kind is SpanKind.AMOUNT and span.start not in unlikely
    ]
    if len(sums) < 2 or not any(
        span.kind in _TELLING for span in spans[sums[0] + 1 :]
    ):  # two movements
        return None
    clauses = _clauses(spans)
    has_sum = [any(start <= at < end for at in sums) for start, end in clauses]
    if not 1 < len(clauses) <= _CLAUSES_MAX or not 1 < sum(has_sum) <= OPERATIONS_MAX:
        return None
    search = _Search(spans, clauses, has_sum, read, sum(has_sum) + _TRIES_MORE)
    return search.from_clause(0, is_clear=True) or search.from_clause(0, is_clear=False)


def _clauses(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Say where clauses begin and end; the sign or the word between two is in neither."""
    ends = [at for at in range(1, len(spans) - 1) if _is_border(spans, at)]
    starts = [0, *(at + 1 for at in ends)]
    return [
        (start, end) for start, end in zip(starts, [*ends, len(spans)], strict=True) if start < end
    ]


def _is_border(spans: Sequence[Span], at: int) -> bool:
    span = spans[at]
    if span.text in _IN_NUMBERS:
        return spans[at - 1].end < span.start or span.end < spans[at + 1].start
    if span.text == ":":
        return _is_fetched(spans[:at])
    if span.kind is SpanKind.PUNCTUATION:
        return span.text in _BORDERS or category(span.text[0]) == "So"
    if span.kind is SpanKind.SIGN_WORD and span.value == "+":
        return spans[at + 1].kind is not SpanKind.AMOUNT  # "каса: плюс 20" is a sign
    return span.kind in {SpanKind.NEWLINE, SpanKind.JOINER}


def _is_fetched(before: Sequence[Span]) -> bool:
    """Tell whether money was fetched at a bank, and what it was spent on follows: "…: wages 3000".

    What else stands before a colon is a heading, or the total of what follows.
    """
    has_sum = any(span.kind is SpanKind.AMOUNT for span in before)
    return has_sum and any(span.value in _FETCHED for span in before)


_FETCHED = frozenset({"withdraw", "cash_from_bank", "bank"})


def fetched_sums(spans: Sequence[Span]) -> frozenset[int]:
    """Say where sums start that were fetched at a bank, before a colon: they moved themselves."""
    return frozenset(
        span.start
        for at, span in enumerate(spans[:-1])
        if span.kind is SpanKind.AMOUNT
        and spans[at + 1].text == ":"
        and _is_fetched(spans[: at + 1])
    )


@dataclass(slots=True)
class _Search:
    """Looks for a way to cut clauses so that every part is clear, in a bounded number of tries."""

    spans: Sequence[Span]
    clauses: Sequence[tuple[int, int]]
    has_sum: Sequence[bool]
    read: ReadPart
    tries: int
    known: dict[tuple[int, int], PartRead | None] = field(default_factory=dict)

    def from_clause(self, first: int, *, is_clear: bool) -> list[PartRead] | None:
        """Give the parts from a clause on; none where they cannot all be told, or be clear."""
        for end in self._ends(first):
            part = self._part(first, end)
            if part is None or (is_clear and not part.is_clear):
                continue
            if end == len(self.clauses):
                return [part]
            rest = self.from_clause(end, is_clear=is_clear)
            if rest is not None:
                return [part, *rest]
        return None

    def _ends(self, first: int) -> Iterator[int]:
        """Say where a part may end, the likeliest first: no part is without a sum."""
        sums = [at for at in range(first, len(self.clauses)) if self.has_sum[at]]
        for last, after in zip(sums[:_SUMS_OF_ONE], [*sums[1:], len(self.clauses)], strict=False):
            if after == len(self.clauses):
                if first:
                    yield after
                return
            yield from dict.fromkeys((self._likeliest(last + 1, after), after))

    def _likeliest(self, first: int, last: int) -> int:
        """Say where one of several clauses begins anew: behind the strongest border it opens."""
        places = range(first, last + 1)
        strongest = max(map(self._strength, places))
        borders = [at for at in places if self._strength(at) == strongest]
        return next((at for at in borders[:-1] if self._opens(at)), borders[-1])

    def _strength(self, at: int) -> int:
        """Say how much the border before a clause parts it from the one before."""
        border = self._border(at)
        if border.kind is SpanKind.NEWLINE:
            return 2
        return 1 if border.text in _ENDS else 0

    def _border(self, at: int) -> Span:
        return self.spans[self.clauses[at][0] - 1]

    def _opens(self, at: int) -> bool:
        """Tell whether a clause may open a part: who alone does not, before "and" and the rest."""
        start, end = self.clauses[at]
        kinds = {span.kind for span in self.spans[start:end]}
        if self.spans[start].folded in _GOING_ON or self.spans[start].value in _BECAUSE:
            return False
        is_before_joiner = self._border(at).text == "," and self._border(at + 1).text != ","
        return bool(kinds & _OPENING) or (bool(kinds & _WHO) and not is_before_joiner)

    def _is_bare(self, at: int) -> bool:
        """Tell whether a clause is a sum and no more, where the first sum has its words before."""
        start, end = self.clauses[at]
        opening = self.spans[self.clauses[0][0]]
        is_words_first = not self.has_sum[0] or opening.kind is not SpanKind.AMOUNT
        return is_words_first and is_bare_sum(self.spans[start:end])

    def _part(self, first: int, end: int) -> PartRead | None:
        if (first, end) not in self.known:
            piece = list(self.spans[self.clauses[first][0] : self.clauses[end - 1][1]])
            before = self.spans[: self.clauses[first][0]]
            if sum(self.has_sum[first:end]) > 1 and not any(map(_ties, piece)):
                return None
            is_telling = any(span.kind in _TELLING for span in piece)
            is_of_before = bool(before) and (self._is_bare(first) or goes_on(piece, before))
            if not is_telling or not self.tries or is_of_before:
                return None
            self.tries -= 1
            part, border = self.read(piece), self._border(first)
            is_anew = first > 0 and (border.kind is SpanKind.NEWLINE or border.text in _ENDS)
            self.known[first, end] = part and replace(part, begins_anew=is_anew)
        return self.known[first, end]


def _ties(span: Span) -> bool:
    """Tell whether a word may make one movement of two sums: "1000 given, 250 change"."""
    return span.kind in _TYING or span.value in _TYING_WORDS
