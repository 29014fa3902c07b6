"""Hear what a desk holds: "desk 1 has 6,215 in it", "till 2 has 4 300"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_DESKS = ("till", "desk", "register", "drawer", "cash box", "cashbox")
_HAS = frozenset({"has", "holds", "shows"})
_DONE = frozenset({SpanKind.VERB, SpanKind.CORRECTION})


_WAYS = frozenset({"to", "from", "into", "over to", "back to", "out of"})
_COUNTED = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.WORD, SpanKind.UNIT})
"""What "desk 2 lamps" counts, so that it numbers no desk."""
_NUMBER_MAX = 9


@woken_by(words=("desk",))
def with_desks_numbered(spans: list[Span]) -> list[Span]:
    """Read "desk 2" as the cash desk it is: another till behind "to" and "from"."""
    told: list[Span] = []
    for at, span in enumerate(spans):
        before = spans[at - 1] if at else None
        if before is not None and before.folded == "desk" and _numbers_desk(span):
            way = told[-2] if len(told) > 1 else None
            is_other = way is not None and (way.value in _WAYS or way.folded in _WAYS)
            after = spans[at + 1] if at + 1 < len(spans) else None
            if not is_other and after is not None and after.kind in _COUNTED:
                told.append(span)
                continue
            kind, value = (
                (SpanKind.PURPOSE, "desk_transfer") if is_other else (SpanKind.COMMON, "common")
            )
            told[-1] = replace(before, kind=kind, value=value, end=span.end)
        else:
            told.append(span)
    return told


def _numbers_desk(span: Span) -> bool:
    is_figure = span.kind is SpanKind.AMOUNT and span.text.isdecimal() and not span.value
    return is_figure and int(span.text) <= _NUMBER_MAX


@woken_by(words=_HAS)
def with_desks_counted(spans: list[Span]) -> list[Span]:
    """Take what a desk "has" for what was counted there, where nothing else is told as done."""
    for at in range(1, len(spans) - 1):
        is_desk = spans[at].folded in _HAS and _is_desk(spans, at)
        if not is_desk or spans[at + 1].kind is not SpanKind.AMOUNT:
            continue
        if not any(span.kind in _DONE for span in spans):
            spans[at] = replace(spans[at], kind=SpanKind.BALANCE, value="balance")
            spans[at - 1] = replace(spans[at - 1], kind=SpanKind.COMMON, value="common")
    return spans


def _is_desk(spans: Sequence[Span], at: int) -> bool:
    return spans[at - 1].folded.startswith(_DESKS)
