"""Read what a message says of an entry told before: that it goes, or what it should be."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ledger.cash import CashCategory
from ledger.money import Money
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.amounts import to_money
from parsing.no_entry.edits import typed_instead
from parsing.operation.operation import Setting, read_operation
from parsing.reading import CashDraft, Correction

CANCEL = "cancel"
_DENYING = frozenset({"denied", "instead"})
_QUIET = frozenset({SpanKind.COMMON, SpanKind.PREPOSITION})
_BESIDE = _QUIET | {SpanKind.DATE}
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})
_NAMING = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE})
_TURNING = frozenset({SpanKind.VERB, SpanKind.SIGN_WORD})
_NO = frozenset({"no", "ні", "нет"})
_ALL = frozenset("all everything both все усе усі всі оба обе обидва обидві".split())
"""What denies all that was told, and not the word after it."""
_REACH = 3
"""So far behind "not" may stand what is denied."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """A message with what it denies taken out of what it affirms."""

    said: list[Span]
    denied: list[Span]


def read_correction(spans: Sequence[Span], setting: Setting) -> Correction:
    """Read a whole message as a correction of an entry; what it leaves open stays None."""
    if _slipped_with_change(spans):
        return Correction(CashDraft(None, None, None, None))
    parted = _part(spans)
    typed = typed_instead(spans)
    if typed is not None:
        parted = _Parted([span for span in spans if span is not typed.wrong], [typed.wrong])
    figure = next((span for span in parted.denied if span.kind in _FIGURES), None)
    change = _change(parted.said, setting)
    is_cancelled = any(span.value == CANCEL for span in spans)
    stray = next((span for span in parted.said if span.kind is SpanKind.CURRENCY), None)
    is_cancelled = is_cancelled and figure is None
    return Correction(
        change,
        is_cancelled=is_cancelled,
        is_of_all=is_cancelled and _names_nothing(change) and _says_all(spans),
        instead_of=None if figure is None else _money(figure, setting),
        currency=stray.value if stray is not None and change.amount is None else None,
    )


def _says_all(spans: Sequence[Span]) -> bool:
    return any(not _ALL.isdisjoint(span.folded.split()) for span in spans)


def _names_nothing(change: CashDraft) -> bool:
    """Tell whether nothing says which entry is meant: "delete all the rent" is of the rent."""
    said = (change.amount, change.category, change.counterparty, change.order_reference)
    return all(each is None for each in said)


def _slipped_with_change(spans: Sequence[Span]) -> bool:
    """Tell "slipped up with the change yesterday": why a till is off, and nothing of an entry."""
    telling = [span.kind for span in spans if span.kind not in _BESIDE]
    return (SpanKind.CORRECTION, SpanKind.CHANGE) in pairwise(telling)


def _part(spans: Sequence[Span]) -> _Parted:
    """Take out "not 250", "а не Игорь", "instead of rent": the sign of denial and what it denies.

    A "no" that a comma or the end follows denies what was told before, not what comes next.
    """
    parted = _Parted([], [])
    at = 0
    while at < len(spans):
        denied = _denied_at(spans, at)
        if denied is None:
            if not _denies(spans[at]):
                parted.said.append(spans[at])
            at += 1
            continue
        parted.denied.append(spans[denied])
        at = denied + 1
    return parted


def _denies(span: Span) -> bool:
    """Tell whether a word takes back what stands behind it, be it within "то не"."""
    is_said = span.kind is SpanKind.CORRECTION and span.folded.rpartition(" ")[2] in _NOT
    return span.kind is SpanKind.NEGATION or span.value in _DENYING or is_said


_NOT = frozenset({"не", "not", "ne"})


def _denied_at(spans: Sequence[Span], at: int) -> int | None:
    """Give the place of what the sign of denial at a place takes back, if there is any."""
    if not _denies(spans[at]) or _says_no_to_all(spans, at) or _tells_then(spans, at):
        return None
    for place in range(at + 1, min(len(spans), at + 1 + _REACH)):
        span = spans[place]
        if span.kind in _QUIET and not _denies(span):
            continue
        is_thing = span.kind is not SpanKind.PUNCTUATION and span.kind is not SpanKind.NEWLINE
        return place if is_thing and span.kind is not SpanKind.CORRECTION else None
    return None


def _says_no_to_all(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a "no" stands before the only figure: "нет 350" is typed for "no, 350"."""
    figures = [span for span in spans if span.kind in _FIGURES]
    is_beside = at + 1 < len(spans) and spans[at + 1] in figures
    return spans[at].folded in _NO and is_beside and len(figures) == 1


def _tells_then(spans: Sequence[Span], at: int) -> bool:
    """Tell whether "no" is said of what was told before: "no it's Pavlo" tells who it was."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    return spans[at].folded in _NO and after is not None and after.folded in _IT_IS


_IT_IS = frozenset({"its", "thats", "it was", "this", "це", "то", "это"})


def _change(said: Sequence[Span], setting: Setting) -> CashDraft:
    """Give what the message affirms, field by field."""
    figures = [span for span in said if span.kind is SpanKind.AMOUNT]
    figures = figures or [span for span in said if span.kind is SpanKind.QUANTITY]
    # One figure is the amount, whatever stands around it; of two none is known to be it.
    spans = [
        replace(span, kind=SpanKind.AMOUNT) if span in figures else span
        for span in said
        if span.kind is not SpanKind.CORRECTION
    ]
    kinds = {span.kind for span in spans}
    draft = read_operation(spans, setting, usual_date=None).draft
    is_named = bool(kinds & _NAMING)
    is_turned = bool(kinds & _TURNING) or any(span.sign for span in figures)
    return CashDraft(
        amount=_money(figures[0], setting) if len(figures) == 1 else None,
        direction=draft.direction if is_turned else None,
        category=draft.category or _only_named(spans) if is_named else None,
        booked_on=draft.booked_on or _only_day(spans),
        counterparty=draft.counterparty or _last_name(spans),
        order_reference=draft.order_reference,
    )


def _only_named(spans: Sequence[Span]) -> CashCategory | None:
    """Give the category that words name, when it is the only one."""
    named = {
        span.value
        for span in spans
        if span.kind in {SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM}
    }
    return CashCategory(named.pop()) if len(named) == 1 else None


def _only_day(spans: Sequence[Span]) -> dt.date | None:
    """Give the only day that is told, also that it should go to: "перенеси на вівторок"."""
    days = {span.value for span in spans if span.kind is SpanKind.DATE and span.value}
    return dt.date.fromisoformat(days.pop()) if len(days) == 1 else None


def _last_name(spans: Sequence[Span]) -> str | None:
    """Give a name that no verb or amount tells to be one: "not Stepan but Stefan"."""
    names = [
        span
        for span in spans
        if span.kind is SpanKind.NAME or (span.kind is SpanKind.WORD and span.text[0].isupper())
    ]
    is_opening = bool(names) and names[-1] is spans[0] and names[-1].kind is not SpanKind.NAME
    return names[-1].text if names and not is_opening else None


def _money(figure: Span, setting: Setting) -> Money | None:
    if figure.number is None or figure.number <= Decimal(0):
        return None
    currency = figure.value if figure.kind is SpanKind.AMOUNT else ""
    return to_money(replace(figure, kind=SpanKind.AMOUNT, value=currency), setting.currency)
