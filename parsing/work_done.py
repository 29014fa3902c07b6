"""Read work that is told as done by nobody: "the till printer was serviced, 950"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.spans import Span, SpanKind

_WERE = frozenset({"was", "were", "been", "got", "gets", "had"})
_DONE_EN = ("ed",)
_DONE_UK = ("ано", "ено", "єно", "ито", "уто", "яно")
_LONG = 7
_REACH = 2
_ACTING = frozenset({SpanKind.VERB, SpanKind.PURPOSE})


def with_work_done(line: list[Span]) -> list[Span]:
    """Let an unknown "was …ed" and "…ено" of a thing be upkeep, where nothing else is done."""
    amounts = sum(span.kind is SpanKind.AMOUNT for span in line)
    at = next((it for it in range(len(line)) if _is_done(line, it)), -1)
    if at < 1 or amounts != 1:
        return line
    told = list(line)
    for place in range(max(0, at - _REACH), at):
        if told[place].folded in _WERE:
            told[place] = replace(told[place], kind=SpanKind.COMMON, value="common")
    if any(span.kind in _ACTING for span in told):
        return line
    told[at] = replace(told[at], kind=SpanKind.THING, value="repairs_maintenance")
    return told


def _is_done(line: Sequence[Span], at: int) -> bool:
    span = line[at]
    if span.kind is not SpanKind.WORD or span.text[0].isupper():
        return False
    before = {it.folded for it in line[max(0, at - _REACH) : at]}
    if span.folded.endswith(_DONE_EN):
        return bool(before & _WERE)
    return len(span.folded) >= _LONG and span.folded.endswith(_DONE_UK)
