"""Tell things from biddings they sound like: "сіль на сходи" is of stairs, "сходи в банк" bids."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_STAIRS, _HEAPS = "сходи", "купи"
_WHERE_TO = frozenset("в у до на за по к через".split())
_BIDDING_ON = frozenset({SpanKind.PLAN, SpanKind.VERB, SpanKind.PLACE, SpanKind.ROLE})
_OF_THINGS = frozenset({SpanKind.PREPOSITION, SpanKind.VERB, SpanKind.PURPOSE, SpanKind.THING,
                        SpanKind.GOODS, SpanKind.WORD, SpanKind.AMOUNT})  # fmt: skip
_CLEARED = (
    "виве", "вивіз", "вивоз", "прибир", "прибра", "розгріб", "розгреб", "розіб", "згріб",
    "розбир", "погруз", "завантаж", "дві", "три",
)  # fmt: skip


@woken_by(words=(_STAIRS, _HEAPS))
def without_things_bidding(spans: list[Span]) -> list[Span]:
    """Let stairs and heaps bid nobody do anything."""
    return [
        replace(span, kind=SpanKind.COMMON, value="common") if _is_thing(spans, at) else span
        for at, span in enumerate(spans)
    ]


def _is_thing(spans: Sequence[Span], at: int) -> bool:
    span, before = spans[at], spans[at - 1] if at else None
    if span.kind is not SpanKind.PLAN:
        return False
    if span.folded == _HEAPS:
        return before is not None and before.folded.startswith(_CLEARED)
    if span.folded != _STAIRS:
        return False
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_object = before is not None and before.kind in _OF_THINGS and before.text[0].islower()
    if is_object:
        return True
    is_bidding = after is not None and (
        after.folded in _WHERE_TO or after.kind in _BIDDING_ON or after.kind is SpanKind.COMMON
    )
    return not is_bidding


_LOOKING = "look at"


@woken_by(_LOOKING)
def without_jobs_bidding(spans: list[Span]) -> list[Span]:
    """Let a job that was paid for bid nobody: "gave Roman 600 to go and look at a boiler"."""
    return [
        replace(span, kind=SpanKind.PURPOSE, value="installer_services")
        if _is_paid_job(spans, at)
        else span
        for at, span in enumerate(spans)
    ]


def _is_paid_job(spans: Sequence[Span], at: int) -> bool:
    before = [span.folded for span in spans[max(0, at - _REACH) : at]]
    is_after_pay = any(
        span.kind is SpanKind.VERB and span.value in _PAYING for span in spans[: max(0, at - 1)]
    )
    return spans[at].folded == _LOOKING and "to" in before and is_after_pay


_PAYING = frozenset({"give", "pay"})
_REACH = 3
