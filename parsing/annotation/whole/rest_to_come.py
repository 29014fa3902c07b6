"""See in "the remaining 900 later" a sum that did not move yet: nobody has paid the rest."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

LATER = frozenset(
    "потім потом later next after після после позже пізніше завтра tomorrow тижні тижня"
    " неделе недели week month місяця месяце then afterwards післязавтра послезавтра potim potom"
    " zavtra через when коли когда".split()
)
_OTHER_PART = (
    "остальное", "остальные", "решта", "друга половина", "другу половину", "вторая половина",
    "вторую половину", "інша половина", "другая половина", "other half", "second half",
)  # fmt: skip
_ENDS = frozenset({",", ".", ";", "!", "(", ")", "—", "–", "-"})
_BESIDE = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.CASH,
        SpanKind.COMMON,
        SpanKind.CURRENCY,
        SpanKind.DATE,
        SpanKind.DATE_WORD,
        SpanKind.JOINER,
        SpanKind.LEFTOVER,
        SpanKind.PLAN,
        SpanKind.PREPOSITION,
        SpanKind.QUESTION,
        SpanKind.UNIT,
        SpanKind.WEEKDAY,
    }
)


@woken_by(*_OTHER_PART, kinds=(SpanKind.LEFTOVER,))
def without_rest_to_come(spans: list[Span]) -> list[Span]:
    """Let the sum of a clause that says only that the rest comes later be no money."""
    told = list(spans)
    start = 0
    for end in range(len(spans) + 1):
        is_rest = end < len(spans) and _is_rest(spans[end])
        is_cut = is_rest and any(span.kind is SpanKind.AMOUNT for span in spans[start:end])
        if end < len(spans) and not (is_cut or _is_end(spans[end])):
            continue
        if _is_rest_later(spans[start:end]):
            told[start:end] = map(_unpaid, spans[start:end])
        start = end if is_cut else end + 1
    return told


def _is_end(span: Span) -> bool:
    return span.text in _ENDS or span.kind is SpanKind.NEWLINE


def _is_rest(span: Span) -> bool:
    return span.kind is SpanKind.LEFTOVER or span.folded.startswith(_OTHER_PART)


def _is_rest_later(clause: Sequence[Span]) -> bool:
    rest = next((at for at, span in enumerate(clause) if _is_rest(span)), None)
    sums = sum(span.kind is SpanKind.AMOUNT for span in clause)
    if rest is None or sums != 1 or not all(_is_beside(clause, at) for at in range(len(clause))):
        return False
    is_first = all(span.kind not in _BEFORE_NO_REST for span in clause[:rest])
    is_bare = all(_is_later(span) for span in clause if span.kind is SpanKind.PLAN)
    return is_first and is_bare and any(map(_is_later, clause))


def _is_beside(clause: Sequence[Span], at: int) -> bool:
    return clause[at].kind in _BESIDE or _is_rest(clause[at]) or _is_then(clause, at)


_BEFORE_NO_REST = frozenset({SpanKind.PREPOSITION, SpanKind.DATE})


def _is_then(clause: Sequence[Span], at: int) -> bool:
    """Tell whether a word says after what: "после праздников", "after New Year".

    What is left over after a purchase came back.
    """
    if _is_later(clause[at]):
        return True
    is_left = any(span.folded.startswith(_LEFT_OVER) for span in clause)
    is_thing = clause[at].kind in {SpanKind.WORD, SpanKind.PURPOSE, SpanKind.THING}
    before = {span.folded for span in clause[max(0, at - 2) : at]}
    return is_thing and not is_left and not _AFTER.isdisjoint(before)


_AFTER = frozenset("after після после when коли когда".split())
_LEFT_OVER = ("залиш", "остат", "лишок", "leftover", "left")


def _is_later(span: Span) -> bool:
    return not LATER.isdisjoint(span.folded.split())


def _unpaid(span: Span) -> Span:
    """Let a sum be none that moved, and what names the rest nothing else."""
    if span.kind is SpanKind.AMOUNT:
        return replace(span, kind=SpanKind.QUANTITY, value="", sign="")
    is_rest = _is_rest(span)
    return replace(span, kind=SpanKind.LEFTOVER, value="leftover") if is_rest else span
