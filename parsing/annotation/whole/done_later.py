"""See that what was paid "two hours later", or that he "came later and paid", is done."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_LENGTHS = frozenset({SpanKind.QUANTITY, SpanKind.TIME, SpanKind.UNIT})
_HOURS = frozenset({"hr"})
_LATER = ("later", "пізніше", "позже", "позднее")
_MOVED = frozenset({"give", "pay", "bring", "give_back"})
_PAST = ("в", "л", "ла", "ли", "іс", "ес", "paid", "gave", "brought", "bought")
_ENDS = frozenset({",", ".", ";", "!", "-", "–", "—"})


@woken_by(words=_LATER)
def with_done_later(spans: list[Span]) -> list[Span]:
    """Let "later" plan nothing behind how much later, or where one sum is told to have moved."""
    told = list(spans)
    for at, span in enumerate(spans):
        if span.folded not in _LATER or span.kind is not SpanKind.PLAN:
            continue
        if _is_done(spans, at):
            told[at] = _quiet(span)
        before = spans[max(at - 1, 0)]
        if before.kind in _LENGTHS or before.folded in _HOURS:
            told[at] = _quiet(span)
        if before.folded in _HOURS:
            told[at - 1] = _quiet(before)
    return told


def _is_done(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a clause says that one sum was handed over, and nothing else of what comes.

    Goods that were given may be paid for later.
    """
    start = next((it + 1 for it in range(at - 1, -1, -1) if _ends(spans[it])), 0)
    end = next((it for it in range(at, len(spans)) if _ends(spans[it])), len(spans))
    clause = [*spans[start:at], *spans[at + 1 : end]]
    sums = sum(span.kind is SpanKind.AMOUNT for span in clause)
    moved = [it.value for it in clause if it.kind is SpanKind.VERB and _is_past(it)]
    is_of_goods = any(span.kind is SpanKind.GOODS for span in clause)
    is_moved = bool(moved) and set(moved) <= ({"pay"} if is_of_goods else _MOVED)
    is_open = any(span.kind in _OPEN for span in clause)
    return is_moved and sums == 1 and not is_open


_TO_COME = ("завтра", "післязавтра", "послезавтра", "tomorrow", "следующ", "наступн", "next")
_FOR = frozenset({"for", "на", "за"})
_SPENT = frozenset({"pay", "buy"})


@woken_by(*_TO_COME)
def with_paid_for_time_to_come(spans: list[Span]) -> list[Span]:
    """Let the day that something was paid or bought for plan nothing: "купила на завтра води"."""
    told = list(spans)
    for at in range(1, len(spans)):
        span, before = spans[at], spans[at - 1]
        is_to_come = span.kind is SpanKind.PLAN and span.folded.startswith(_TO_COME)
        if is_to_come and before.folded in _FOR and _is_spent(spans[:at]):
            told[at] = _quiet(span)
    return told


def _is_spent(before: Sequence[Span]) -> bool:
    """Tell whether the last verb says that we paid or bought, and no plan stands before."""
    verb = next((it for it in reversed(before) if it.kind is SpanKind.VERB), None)
    is_planned = any(span.kind in _OPEN for span in before)
    is_ours = verb is not None and verb.value in _SPENT and _is_past(verb)
    return is_ours and not is_planned


_OPEN = frozenset({SpanKind.PLAN, SpanKind.LEFTOVER, SpanKind.NEGATION, SpanKind.QUESTION})


def _is_past(span: Span) -> bool:
    return span.folded.split(" ")[0].endswith(_PAST)


def _ends(span: Span) -> bool:
    return span.text in _ENDS or span.kind is SpanKind.NEWLINE


def _quiet(span: Span) -> Span:
    return replace(span, kind=SpanKind.COMMON, value="common")
