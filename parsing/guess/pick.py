"""Let the guess of figures speak where the rules leave more than one as the money, or none."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.no_money import is_capital
from parsing.annotation.spans import Span, SpanKind
from parsing.guess.figures import MARGIN, Figure

REFUSED = 3_000
"""A figure that is so unlikely to be money is left out, if another is likely."""
_MAY_BE_MONEY = frozenset({SpanKind.QUANTITY, SpanKind.MODEL})
"""What a rule may have taken money for; a figure that cannot be read is asked."""


def without_unlikely(spans: Sequence[Span], figures: Sequence[Figure]) -> list[Span]:
    """Leave out what is most likely no money where more is taken for it; doubt what stays."""
    if _is_vague(spans):
        return list(spans)
    leads = _leads(spans, figures)
    refused = {
        at
        for at, lead in leads.items()
        if lead <= -REFUSED and not _is_listed(spans, at) and not _is_sold_for(spans, at)
    }
    if not refused or not any(lead >= 0 for lead in leads.values()):
        return list(spans)
    return _kept(spans, {at: at not in refused for at in leads})


_THINGS = frozenset({SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.FIRM})


def _is_listed(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is a thing's price in a list: "hose 180, can 95 – sold"."""
    listed = [place for place in (at, *_amounts(spans)) if _is_price(spans, place)]
    return len(set(listed)) > 1 and at in listed


def _is_sold_for(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a figure is the price of what was sold: "sold a boiler 9900 and …"."""
    is_sold = any(span.value == "sell" for span in spans[:at])
    return is_sold and (spans[at].number or 0) >= _PRICE_MIN and _is_price(spans, at)


_PRICE_MIN = 1_000


def _amounts(spans: Sequence[Span]) -> list[int]:
    return [place for place, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]


def _is_price(spans: Sequence[Span], at: int) -> bool:
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_end = after is None or after.kind in {
        SpanKind.PUNCTUATION,
        SpanKind.NEWLINE,
        SpanKind.JOINER,
        *_THINGS,
    }
    return at > 0 and (spans[at - 1].kind in _THINGS or is_capital(spans[at - 1])) and is_end


def only_likely(spans: Sequence[Span], figures: Sequence[Figure]) -> list[Span] | None:
    """Keep only the figures that are likely money, and doubt them.

    Returns:
        None when none stands out, or nothing would change.
    """
    leads = _leads(spans, figures)
    if _is_vague(spans):
        return None
    if not leads:
        return _with_one_found(spans, figures)
    likely = {at for at, lead in leads.items() if lead > 0}
    if not likely:
        ranked = sorted(leads, key=lambda at: leads[at], reverse=True)
        is_clear = len(ranked) > 1 and leads[ranked[0]] - leads[ranked[1]] >= MARGIN
        likely = {ranked[0]} if is_clear else set()
    if not likely or len(likely) == len(leads):
        return None
    return _kept(spans, {at: at in likely for at in leads})


def _is_vague(spans: Sequence[Span]) -> bool:
    """Tell whether a figure is called uncertain: then none is picked."""
    return any(
        span.kind is SpanKind.VAGUE
        and span.value != "purpose"
        and any(near.number is not None for near in spans[max(0, at - 1) : at + 3])
        for at, span in enumerate(spans)
    )


def _with_one_found(spans: Sequence[Span], figures: Sequence[Figure]) -> list[Span] | None:
    """Take for the money the only figure that is like it, though the rules saw none in it."""
    likely = {figure.span.start for figure in figures if figure.lead >= MARGIN}
    if len(likely) != 1:
        return None
    return [
        replace(span, kind=SpanKind.AMOUNT, is_sure=False)
        if span.start in likely and span.kind in _MAY_BE_MONEY and span.number is not None
        else span
        for span in spans
    ]


def with_lone_figure(spans: Sequence[Span]) -> list[Span]:
    """Take the only digits of a message for its sum, whatever the rules took them for."""
    if any(span.kind is SpanKind.AMOUNT for span in spans):
        return list(spans)
    digits = [span for span in spans if span.kind is SpanKind.MODEL and span.text.isdecimal()]
    if len(digits) != 1 or any(span.kind is SpanKind.UNIT for span in spans):
        return list(spans)
    (only,) = digits
    sum_ = replace(only, kind=SpanKind.AMOUNT, number=Decimal(only.text), is_sure=False)
    return [sum_ if span is only else span for span in spans]


def _leads(spans: Sequence[Span], figures: Sequence[Figure]) -> dict[int, int]:
    """Give the lead of each amount by its place; what was computed is as good as certain."""
    known = {figure.span.start: figure for figure in figures}
    found = {}
    for at, span in enumerate(spans):
        if span.kind is not SpanKind.AMOUNT:
            continue
        figure = known.get(span.start)
        is_computed = figure is None or figure.number != span.number
        found[at] = REFUSED if is_computed or figure is None else figure.lead
    return found


def _kept(spans: Sequence[Span], keeps: dict[int, bool]) -> list[Span]:
    return [
        span
        if at not in keeps
        else replace(span, is_sure=False)
        if keeps[at]
        else replace(span, kind=SpanKind.QUANTITY)
        for at, span in enumerate(spans)
    ]
