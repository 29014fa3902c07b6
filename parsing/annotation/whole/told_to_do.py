"""Read what somebody was told to do as done where it is said so: "told me to pay 200, I did"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.segments import Piece, split_clauses
from parsing.annotation.spans import Span, SpanKind

_DID = frozenset(
    "did done зробила зробив зробили зроблено виконала виконав виконано сделала сделал сделали"
    " сделано выполнила выполнил".split()
)
_BESIDE = frozenset({SpanKind.PERSON, SpanKind.COMMON, SpanKind.JOINER})
_TOLD = frozenset(
    "told said asked сказав сказала казав казала просив просила попросив попросила велів веліла"
    " сказал просил попросил попросила велел велела говорил".split()
)
_VERBS = {
    "pay": ("запла", "плат", "сплат", "опла", "pay", "розрах", "рассч"),
    "give": ("вида", "выда", "відда", "отда", "дат", "переда", "give", "hand"),
    "take": ("взят", "забра", "take"),
    "buy": ("куп", "buy"),
}


def with_orders_done(spans: list[Span]) -> list[Span]:
    """Let what was to be done be done where the next clause says that it was."""
    spans = _without_who_told(spans)
    if not any(span.folded in _DID or _needs(span) for span in spans):
        return spans
    clauses = split_clauses(spans)
    for before, after in pairwise(clauses):
        is_done = _says_done(after) and any(map(_tells, before))
        told = {span.start for span in before if not is_done and span.kind is SpanKind.AMOUNT}
        if not is_done and not (_says_given(after) and any(map(_needs, before))):
            continue
        done = {span.start for span in after if span.folded in _DID}
        plans = {span.start for span in before if span.kind is SpanKind.PLAN}
        return [
            _as_done(span)
            if span.start in plans
            else replace(span, kind=SpanKind.COMMON, value="common")
            if span.start in done
            else replace(span, kind=SpanKind.VERB, value="give")
            if span.folded == "give"
            else replace(span, is_sure=False)
            if span.start in told
            else span
            for span in spans
        ]
    return spans


def _without_who_told(spans: list[Span]) -> list[Span]:
    """Let who only said that it be paid get nothing: "the boss asked me to pay for soap, 200"."""
    for at, (who, told) in enumerate(pairwise(spans)):
        if who.value != "owner" or who.kind is not SpanKind.ROLE or not _tells(told):
            continue
        after = next((it for it in range(at + 2, len(spans)) if spans[it].folded != "to"), 0)
        order = spans[after]
        is_order = order.kind is SpanKind.PLAN or order.folded in {"pay", "buy", "give"}
        is_for_him = any(span.folded in _TO_HIM for span in spans[after:])
        if not after or not is_order or is_for_him:
            continue
        is_done = any(
            it.kind is SpanKind.VERB and it.value in _HANDED for it in spans[after + 1 :]
        )
        return [
            replace(span, kind=SpanKind.COMMON, value="common")
            if place in {at, at + 1} or (place == after and is_done)
            else span
            for place, span in enumerate(spans)
        ]
    return spans


_HANDED = frozenset({"give", "pay", "buy", "spend"})
_TO_HIM = frozenset(
    {"him", "her", "himself", "herself", "йому", "їй", "собі", "ему", "ей", "себе"}
)


def _tells(span: Span) -> bool:
    return not _TOLD.isdisjoint(span.folded.split())


def _says_done(clause: Piece) -> bool:
    """Tell whether a clause says no more than that it was done: "I did", "я так і зробила"."""
    words = [span for span in clause if span.kind not in _BESIDE or span.folded in _DID]
    return len(words) == 1 and words[0].folded in _DID


_NEEDS = ("need", "want", "ask", "треба", "нужно", "надо", "потріб", "хоче", "хочет", "прос")


def _needs(span: Span) -> bool:
    """Tell whether somebody is said to need money: "Iryna needs 1500 for curtains"."""
    return span.kind is SpanKind.PLAN and span.folded.startswith(_NEEDS)


def _says_given(clause: Piece) -> bool:
    """Tell whether a clause says no more than that one who writes gave it: "I gave"."""
    words = [span for span in clause if span.kind is not SpanKind.COMMON]
    is_own = any(span.value == "self" for span in words)
    verbs = [span for span in words if span.kind is SpanKind.VERB]
    is_given = len(verbs) == 1 and (verbs[0].value in {"give", "pay"} or verbs[0].folded == "give")
    return is_own and is_given and len(words) == len(verbs) + 1


def _as_done(span: Span) -> Span:
    verb = next((value for value, stems in _VERBS.items() if span.folded.startswith(stems)), "")
    kind = SpanKind.VERB if verb else SpanKind.COMMON
    return replace(span, kind=kind, value=verb or "common")


def is_left_undone(spans: Sequence[Span]) -> bool:
    """Tell whether what somebody was told to do was not done: "told me to pay 200, I didn't"."""
    if not any(span.kind is SpanKind.NEGATION for span in spans) or not any(map(_tells, spans)):
        return False
    *before, last = split_clauses(spans)
    is_denied = any(span.kind is SpanKind.NEGATION for span in last)
    return (
        bool(before)
        and is_denied
        and all(
            span.kind in _BESIDE or span.kind is SpanKind.NEGATION or span.folded in _DID
            for span in last
        )
    )
