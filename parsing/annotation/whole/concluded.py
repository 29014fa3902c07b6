"""Take what a message comes to at its end: "60 short, found 45 of it, so short 15" is 15."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_SO = frozenset(
    "so hence therefore thus thats отже тож тому значить вийшло виходить выходит значит поэтому"
    " так то итого итог разом лишилось залишилось лишилися осталось".split()
)
_SUMS_UP = frozenset("so thats це это".split())
_LEFT = ("остал", "лиши", "залиши", "осталась", "still", "left")
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", "(", "="})
_TILL = frozenset({"cash_shortage", "cash_surplus"})
_ELSEWHERE = frozenset(
    {SpanKind.FIRM, SpanKind.NAME, SpanKind.ORDER, SpanKind.GOODS, SpanKind.LEFTOVER}
)
_SPENDING = frozenset({"buy", "spend", "pay", "take", "sell"})
_BESIDE = frozenset({SpanKind.COMMON, SpanKind.CURRENCY, SpanKind.CASH})
_TAKEN_OFF = frozenset({"give_back"})
_BAD_NOTES = ("torn", "fake", "forged", "false", "рван", "порван", "фальш", "підроб", "поддел")
_COUNT_MAX = 20
_REACH = 4
_PAIR = 2


def with_what_it_came_to(spans: list[Span]) -> list[Span]:
    """Put the last sum in the place of what it was reckoned from, to be confirmed.

    That is done only where the sums before prove it: a sum less what is told after it, or a price
    times fewer than were counted.
    """
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) < _PAIR:
        return spans
    last = sums[-1]
    start = _start_of_conclusion(spans, last)
    if start is None:
        return spans
    for whole in sums[:-1]:
        clause = next((at for at in range(whole, start) if spans[at].text in _BORDERS), start)
        middle = spans[clause:start]
        if not middle or not (_is_of_till(spans[:clause], middle) or _tells_of_less(middle)):
            continue
        if _comes_to(spans[whole], middle, spans[last]):
            return _replaced(spans, whole, clause, last)
    return spans


def with_total_said(spans: list[Span]) -> list[Span]:
    """Take the "that's" of "elbow 85, tee 110, that's 195" for a word of a total, if it is one."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) <= _PAIR:
        return spans
    *parts, last = sums
    before = spans[last - 1]
    is_said = before.folded in _SUMS_UP or before.value == "that_is"
    if not is_said or spans[last - 2].text not in _BORDERS:
        return spans
    if sum(map(_number, (spans[at] for at in parts))) != _number(spans[last]):
        return spans
    total = replace(before, kind=SpanKind.TOTAL, value="total")
    return [*spans[: last - 1], total, *spans[last:]]


def _start_of_conclusion(spans: Sequence[Span], last: int) -> int | None:
    """Say where the clause of the last sum begins, if it says that it follows from the rest."""
    start = last
    while start > 0 and spans[start - 1].text not in _BORDERS:
        start -= 1
    said = spans[start:last]
    if not start or not 0 < len(said) <= _REACH:
        return None
    is_so = any(it.folded in _SO or it.kind is SpanKind.TOTAL for it in said[:_PAIR])
    is_left = any(it.value in _TILL for it in said) and any(
        it.folded.startswith(_LEFT) for it in said
    )
    is_bare = all(
        it.kind in _BESIDE or it.value in _TILL or it.kind in {SpanKind.WORD, SpanKind.TOTAL}
        for it in said
    )
    return start if (is_so or is_left) and is_bare else None


def _is_of_till(before: Sequence[Span], middle: Sequence[Span]) -> bool:
    """Tell whether it is told what the till lacks, or has too much of, and then of nobody."""
    is_till = any(span.value in _TILL for span in before)
    return is_till and not any(span.kind in {SpanKind.NAME, SpanKind.FIRM} for span in middle)


def _tells_of_less(middle: Sequence[Span]) -> bool:
    """Tell whether a clause says that something was not done, not taken or given back."""
    if any(
        span.kind in _ELSEWHERE or (span.kind is SpanKind.VERB and span.value in _SPENDING)
        for span in middle
    ):
        return False
    return any(
        span.kind is SpanKind.NEGATION
        or span.value in _TAKEN_OFF
        or span.folded.startswith(_BAD_NOTES)
        or span.folded in {"wouldnt", "didnt"}
        for span in middle
    )


def _comes_to(whole: Span, middle: Sequence[Span], last: Span) -> bool:
    """Tell whether the last sum is the first less those between, or as many times a price."""
    told, left = _number(whole), _number(last)
    off = told - left
    if off > 0:
        return off in set(_taken_off(middle))
    counted = any(span.kind is SpanKind.AMOUNT and _number(span) > _COUNT_MAX for span in middle)
    return not counted and told > 0 and left % told == 0 and left / told <= _COUNT_MAX


def _taken_off(middle: Sequence[Span]) -> Iterator[Decimal]:
    """Give the numbers of a clause, and the product of two notes' count and worth."""
    numbers = [span.number for span in middle if span.number is not None]
    yield from numbers
    if len(numbers) == _PAIR:
        yield numbers[0] * numbers[1]


def _replaced(spans: list[Span], whole: int, clause: int, last: int) -> list[Span]:
    """Put the last sum where the first stands, and leave out how it was reckoned."""
    before = spans[:whole]
    if before and before[-1].kind is SpanKind.PREPOSITION:
        before = before[:-1]
    before = [replace(it, kind=SpanKind.QUANTITY) if _counts(it) else it for it in before]
    return [
        *before,
        replace(spans[last], is_sure=False),
        *spans[whole + 1 : clause],
        *spans[last + 1 :],
    ]


def _counts(span: Span) -> bool:
    return span.kind is SpanKind.AMOUNT and _number(span) <= _COUNT_MAX


def _number(span: Span) -> Decimal:
    return span.number or Decimal(0)
