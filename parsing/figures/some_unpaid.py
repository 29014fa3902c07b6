"""Leave out those of several that nobody paid for: "3 насоси по 2000, один у борг" is 4,000."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line, is_bare_whole
from parsing.figures.multiplied import count_for

_BORDERS = frozenset({",", ".", ";", "(", ")", "!", "-", "–", "—"})
_UNPAID = (
    "unpaid", "owed", "tick", "credit", "кредит", "борг", "долг", "позик", "неоплач",
)  # fmt: skip
_FREE = ("безкоштовн", "бесплатн", "free", "подарун", "подарок", "задарма")
_BACK = ("came back", "back", "назад", "обратно")
_GIVEN_BACK = frozenset({"give_back"})
_TO_PAY = (
    "заплат",
    "оплат",
    "сплат",
    "pay",
    "віддас",
    "отдас",
    "отдад",
    "розрах",
    "рассчит",
    "донес",
)
_MORE = frozenset(
    {
        "more",
        "another",
        "extra",
        "додатково",
        "ще один",
        "еще один",
        "ще одну",
        "еще одну",
        "ще одна",
    }
)
_PAYING = frozenset({"pay", "give", "give_back"})
_WHICH = frozenset(
    "second third fourth fifth last другий другого другу третій третього третю четвертий"
    " останній останню второй второго вторую третий третью четвертый последний последнюю".split()
)
_ONE = frozenset("one один одну одна одне одно одного одной однієї".split())
_HUSHED = frozenset(
    {SpanKind.VERB, SpanKind.PLAN, SpanKind.NEGATION, SpanKind.LEFTOVER, SpanKind.DATE}
)


@woken_by(
    *_UNPAID,
    *_FREE,
    *_BACK,
    kinds=(SpanKind.PLAN, SpanKind.NEGATION, SpanKind.LEFTOVER),
    values=_GIVEN_BACK,
)
def leave_out_unpaid(line: Line) -> None:
    """Count only those that were paid for and kept, to be confirmed."""
    for at in line.amounts():
        count = count_for(line, at)
        told = Decimal(0) if count is None else line.spans[count].number or Decimal(0)
        if count is None or told <= 1 or line.spans[count].is_measure:
            continue
        for start, end in _clauses(line, max(at, count) + 1):
            left = _left_out(line.spans[start:end])
            if not 0 < left < told:
                continue
            if any(
                not _may_be(line, it, (told - left) * line.number(at)) for it in _others(line, at)
            ):
                return
            line.put(count, told - left)
            line.doubt(at)
            _hush(line, start, told - left)
            return


def _clauses(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """Give the clauses behind a place, but for its own."""
    borders = [at for at in range(start, len(line.spans)) if line.spans[at].text in _BORDERS]
    for at, border in enumerate(borders):
        end = borders[at + 1] if at + 1 < len(borders) else len(line.spans)
        yield border + 1, end


def _left_out(clause: Sequence[Span]) -> Decimal:
    """Tell how many a clause says were not paid for or came back; 0 if it says no such thing."""
    if not _tells_of_unpaid(clause):
        return Decimal(0)
    is_free = any(span.folded.startswith(_FREE) for span in clause)
    for span in clause:
        is_one = span.value == "1" or span.folded.rpartition(" ")[2] in _ONE
        if is_one or (span.folded in _WHICH and not is_free):
            return Decimal(1)
        if span.kind in {SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.NUMBER} and is_bare_whole(
            span
        ):
            return span.number or Decimal(0)
    return Decimal(0)


def _tells_of_unpaid(clause: Sequence[Span]) -> bool:
    words = [word for span in clause for word in span.folded.split()]
    is_unpaid = any(word.startswith(_UNPAID + _FREE) for word in words)
    if _MORE & {*words, *map(" ".join, pairwise(words))}:
        return False  # "one more comes tomorrow"
    plans = [span for span in clause if span.kind is SpanKind.PLAN]
    is_later = any(it.value == "debt" or _names_paying(it) for it in plans)
    is_denied = any(span.kind is SpanKind.NEGATION for span in clause) and any(
        span.value in _PAYING for span in clause
    )
    is_back = any(span.value in _GIVEN_BACK or span.kind is SpanKind.LEFTOVER for span in clause)
    return is_unpaid or is_later or is_denied or is_back or any(it in _BACK for it in words)


def _names_paying(plan: Span) -> bool:
    """Tell whether it is paying that is to come: "заплатять завтра", "they'll pay"."""
    return any(word.startswith(_TO_PAY) for word in plan.folded.split())


def _others(line: Line, price: int) -> list[int]:
    return [at for at in line.amounts() if at > price]


def _may_be(line: Line, at: int, paid: Decimal) -> bool:
    """Tell whether a figure behind counts, or is what was paid for all that were."""
    return is_bare_whole(line.spans[at]) or line.number(at) == paid


def _hush(line: Line, start: int, paid: Decimal) -> None:
    """Let nothing speak of what is left out, nor of how many are not."""
    for at in range(start, len(line.spans)):
        span = line.spans[at]
        if span.kind in _HUSHED or span.number == paid:
            line.hush(at)
        elif span.kind is SpanKind.AMOUNT and is_bare_whole(span):
            line.drop(at)
