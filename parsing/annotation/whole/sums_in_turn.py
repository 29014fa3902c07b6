"""Give sums told in a row to what is told in a row before them: "courier & loader 150 + 400"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_THINGS = frozenset(
    {
        *(SpanKind.ROLE, SpanKind.PURPOSE, SpanKind.THING, SpanKind.NAME, SpanKind.FIRM),
        *(SpanKind.GOODS, SpanKind.ORDER),
    }
)
_FOR = frozenset({"for", "за"})
_JOINING = frozenset({",", "&", "+", ";"})
_SIGNS = frozenset({"-", "–", "—", ":"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY, SpanKind.NUMBER, SpanKind.RANGE})
_PAIR = 2


def with_sums_in_turn(spans: list[Span]) -> list[Span]:
    """Write each sum behind what it was for, to be confirmed, where there are as many of both."""
    spans = _with_orders_listed(spans)
    first = next((at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT), 0)
    end = first
    while end < len(spans) and spans[end].text in _SIGNS:
        end += 1
    sums = _row(spans, end, frozenset({SpanKind.AMOUNT}))
    last = first - 1
    while last >= 0 and (spans[last].text in _SIGNS or _is_said(spans[last])):
        last -= 1
    things = _row_before(spans, last)
    said = [span for span in spans[last + 1 : first] if _is_said(span)]
    if len(sums) < _PAIR or len(sums) != len(things) or _tells_more(spans, sums):
        return spans
    if len({_is_name(spans[thing]) for thing in things}) > 1:
        return spans  # "Романенко, котел 7 800, 2533": who, what, and the number of his order
    written = list(spans[: things[0]])
    for thing, at in zip(things, sums, strict=True):
        border = [] if thing == things[0] else [_border(spans[thing - 1])]
        written += [*border, spans[thing], *said, replace(spans[at], is_sure=False, sign="")]
    return [*written, *spans[sums[-1] + 1 :]]


def _with_orders_listed(spans: list[Span]) -> list[Span]:
    """Read the second of "замовлення 2455 і 2456" as an order, where two sums follow."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR + 1 or sums[0] < _PAIR:
        return spans
    at = sums[0]
    first, joiner, second = spans[at - _PAIR : at + 1]
    is_second = first.kind is SpanKind.ORDER and _joins(joiner) and second.text.isdecimal()
    between = spans[at + 1 : sums[1]]
    if not is_second or len(second.text) != len(first.value) or len(between) >= _PAIR:
        return spans
    if any(span.text not in _SIGNS for span in between):
        return spans
    order = replace(second, kind=SpanKind.ORDER, value=second.text)
    return [*spans[:at], order, *spans[at + 1 :]]


def _row(spans: Sequence[Span], at: int, kinds: frozenset[SpanKind]) -> list[int]:
    """Say where spans of some kinds stand from a place on, with one joiner between each two."""
    found: list[int] = []
    while at < len(spans) and spans[at].kind in kinds:
        found.append(at)
        at += 1
        if at + 1 < len(spans) and _joins(spans[at]) and spans[at + 1].kind in kinds:
            at += 1
    return found


def _row_before(spans: Sequence[Span], last: int) -> list[int]:
    """Say where things stand in a row that ends at a place."""
    found: list[int] = []
    at = last
    while at >= 0 and _is_thing(spans[at]):
        found.insert(0, at)
        if at < _PAIR or not _joins(spans[at - 1]):
            break
        at -= _PAIR
    return found


def _is_thing(span: Span) -> bool:
    return span.kind in _THINGS or _is_name(span)


def _is_name(span: Span) -> bool:
    is_unknown = span.kind is SpanKind.WORD and span.text[0].isupper()
    return is_unknown or span.kind is SpanKind.NAME


def _is_said(span: Span) -> bool:
    """Tell whether a word between the rows is of each: "Ткач і Коваль заплатили 3000 і 4500"."""
    return span.kind is SpanKind.VERB or span.folded in _FOR


def _joins(span: Span) -> bool:
    is_plus = span.kind is SpanKind.SIGN_WORD and span.value == "+"
    return span.kind is SpanKind.JOINER or span.text in _JOINING or is_plus


def _tells_more(spans: Sequence[Span], sums: Sequence[int]) -> bool:
    """Tell whether other figures or a minus are told, so that the sums are not of what stands."""
    others = (span for at, span in enumerate(spans) if at not in sums)
    has_minus = any(spans[at].sign == "-" for at in sums)
    return has_minus or any(span.kind in _FIGURES for span in others)


def _border(span: Span) -> Span:
    return replace(span, kind=SpanKind.PUNCTUATION, text=",", value="")
