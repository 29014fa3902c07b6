"""Of figures that are denied or put right on the spot, keep the one that counts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import QUIET, Line

_PAIR, _TRIPLE = 2, 3
_REACH = 2


@woken_by(kinds=(SpanKind.NEGATION,))
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


_SLIPS = frozenset({"slip", "that_is"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_correction(line: Line) -> None:
    """Of a figure that is put right on the spot, the last one counts."""
    amounts = line.amounts()
    for first, second in pairwise(amounts):
        between = line.spans[first + 1 : second]
        if _is_said_again(line, first, second):
            line.drop(first)
            continue
        slips = [
            first + 1 + offset
            for offset, span in enumerate(between)
            if span.kind is SpanKind.CORRECTION
            or span.value in _SLIPS
            or (span.kind is SpanKind.NEGATION and _stands_alone(between, offset))
        ]
        words = [span for span in between if span.kind is not SpanKind.PUNCTUATION]
        is_close = len(words) <= 2 * _REACH + 1
        if slips and is_close:
            line.drop(first)
            for at in slips:
                line.set(at, replace(line.spans[at], kind=SpanKind.COMMON))


def _is_said_again(line: Line, first: int, second: int) -> bool:
    """Tell whether the second figure takes the place of the first: "100... 150, autocorrect".

    Where nobody says so, as in "a hundred... in short 500", it is to be confirmed.
    """
    end = second + 1
    while end < len(line.spans) and line.spans[end].kind is SpanKind.PUNCTUATION:
        end += 1
    is_slip = end < len(line.spans) and line.spans[end].value == "slip"
    between = line.spans[first + 1 : second]
    if is_slip and all(span.kind in _BETWEEN_SLIPS for span in between):
        line.hush(end)
        return True
    if any(span.value in _SLIPS for span in between):
        return False  # "100... sorry, 150" says so itself
    for at in range(first + 1, second + 1):
        if restates(line.spans[first + 1 : at], line.spans[at:]):
            line.doubt(second)
            return True
    return False


def restates(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Tell whether a clause says a sum anew: after dots or "in short", naming nothing."""
    is_broken_off = bool(before) and _is_ellipsis(before)
    is_summed = bool(after) and after[0].folded in _IN_SHORT
    if not (is_broken_off or is_summed):
        return False
    start = 2 if is_summed and [span.text for span in after[1:2]] == [","] else 0
    clause = list(takewhile(lambda span: span.text not in _CLAUSE_ENDS, after[start:]))
    has_sum = any(span.kind is SpanKind.AMOUNT for span in clause)
    return has_sum and all(
        span.kind in _SAYING_AGAIN or span.folded in _AFTER_ALL for span in clause
    )


def _is_ellipsis(spans: Sequence[Span]) -> bool:
    dots = [span.text for span in spans[-2:]]
    return dots == [".", "."] or dots[-1] == "…"


_BETWEEN_SLIPS = frozenset({SpanKind.PUNCTUATION, SpanKind.COMMON})
_SAYING_AGAIN = frozenset(
    {SpanKind.AMOUNT, SpanKind.VERB, SpanKind.COMMON, SpanKind.PERSON, SpanKind.CURRENCY}
)
_CLAUSE_ENDS = frozenset({",", ".", ";", "!", "…", "\n"})
_IN_SHORT = frozenset(
    {"короче", "коротше", "словом", "загалом", "в общем", "вобщем", "in short", "anyway", "well"}
)
_AFTER_ALL = frozenset({"actually", "end", "зрештою", "насправді"})


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


@woken_by(values=("cash_shortage",))
def drop_what_customer_lacked(line: Line) -> None:
    """Of "customer short by 50, took 1 900 instead of 1 950" keep what was taken.

    So too of "tap 2000, he was 50 short, took 1950", to be confirmed.
    """
    words = [at for at, span in enumerate(line.spans) if span.value == "cash_shortage"]
    amounts = line.amounts()
    if len(words) != 1 or len(amounts) != _TRIPLE:
        return
    wanted = [at for at in amounts if _is_instead(line.at(at - 1)) or _is_instead(line.at(at - 2))]
    is_told = len(wanted) == 1
    if not is_told and _is_priced(line, amounts):
        wanted = [amounts[0]]
    if len(wanted) != 1:
        return
    lacking, taken = sorted((at for at in amounts if at not in wanted), key=line.number)
    if line.number(lacking) + line.number(taken) != line.number(wanted[0]):
        return
    line.drop(lacking)
    line.hush(words[0])
    if not is_told:
        line.drop(wanted[0])
        line.doubt(taken)


def _is_priced(line: Line, amounts: Sequence[int]) -> bool:
    """Tell whether the first figure is a price: the last was taken, and no till was counted."""
    *_, last = amounts
    is_taken = any(
        span.kind is SpanKind.VERB and span.value in _TAKING
        for span in line.spans[amounts[1] + 1 : last]
    )
    return is_taken and not any(span.value == "till" for span in line.spans)


_TAKING = frozenset({"take", "receive", "pay", "give"})


def _is_instead(span: Span | None) -> bool:
    return span is not None and span.value == "instead"
