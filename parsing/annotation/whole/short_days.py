"""See a weekday cut short to another word, where a day may stand: "воск: продал фен 900"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.dates import weekday_date
from parsing.annotation.spans import Span, SpanKind

_SHORT = {
    "пон": 0, "сер": 2, "серед": 2, "чет": 3, "пят": 4, "воск": 6, "нед": 6,
}  # fmt: skip
_BEFORE = frozenset({"за", "в", "у", "это", "це"})
_CUTS = frozenset({":", ".", ",", "-", "–", "—"})
_OF_DAY = frozenset({SpanKind.VERB, SpanKind.ROLE, SpanKind.THING, SpanKind.NEWLINE})


def with_short_days(spans: list[Span], today: dt.date) -> list[Span]:
    """Read such a word at the edge of a line as a day that is to be confirmed.

    Behind one that opens a line stands a sign or what was done: "воск 120" buys wax, and "воск для
    паркету" has its own words.
    """
    if not any(span.folded in _SHORT for span in spans):
        return spans
    return [
        replace(
            span,
            kind=SpanKind.DATE,
            value=weekday_date(_SHORT[span.folded], today).isoformat(),
            is_sure=False,
        )
        if span.folded in _SHORT and (_opens(spans, at) or _closes(spans, at))
        else span
        for at, span in enumerate(spans)
    ]


def _opens(spans: Sequence[Span], at: int) -> bool:
    after = spans[at + 1] if at + 1 < len(spans) else None
    if at and spans[at - 1].folded in _BEFORE:
        at -= 1
    is_first = at == 0 or spans[at - 1].kind is SpanKind.NEWLINE
    return is_first and after is not None and (after.text in _CUTS or after.kind in _OF_DAY)


def _closes(spans: Sequence[Span], at: int) -> bool:
    """Tell whether it stands behind all else: "такси 180, пон", "кур'єру 200 (чет)"."""
    if at == 0:
        return False
    before, after = spans[at - 1], spans[at + 1 : at + 2]
    is_behind = before.kind is SpanKind.AMOUNT or before.text in {",", "("}
    return is_behind and all(it.kind is SpanKind.NEWLINE or it.text in ").;" for it in after)
