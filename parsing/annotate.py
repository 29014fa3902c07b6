"""Turn tokens into typed spans: words by the lexicon, digits by what stands around them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.dates import (
    day_month_date,
    days_ago,
    looks_like_date,
    month_day_date,
    relative_date,
    weekday_date,
    written_date,
)
from parsing.lexicon import Lexicon
from parsing.numbers import NumberRun, decimal_of, take_phone, take_run
from parsing.spans import Span, SpanKind
from parsing.tokens import Token, scan_tokens

_HOUR_MAX = 24
_ORDER_LENGTH = 4
_LONG_NUMBER = 9
_DAY_MAX = 31
_DAYS_IN_UNIT = {"day": 1, "week": 7}
_UNITS_GLUED_ONLY = {"k": Decimal(1000), "к": Decimal(1000)}
_DASHES = frozenset({"-", "–", "—"})
_ORDER_FILLERS = frozenset({"№", "#", ":", ".", "n"})


def annotate(text: str, *, today: dt.date, lexicon: Lexicon) -> list[Span]:
    """Read cleaned text as typed spans, left to right."""
    tokens = scan_tokens(text)
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        if tokens[index].is_digits:
            index = _add_number(spans, tokens, index, lexicon, today)
        else:
            index = _add_word(spans, tokens, index, lexicon, today)
    return _join_ranges(spans)


def _span(
    tokens: Sequence[Token], index: int, count: int, kind: SpanKind, value: str = ""
) -> Span:
    first, last = tokens[index], tokens[index + count - 1]
    if count == 1:
        return Span(kind, first.start, first.end, first.text, first.folded, value)
    text = " ".join(token.text for token in tokens[index : index + count])
    folded = " ".join(token.folded for token in tokens[index : index + count])
    return Span(kind, first.start, last.end, text, folded, value)


def _add_word(
    spans: list[Span], tokens: Sequence[Token], index: int, lexicon: Lexicon, today: dt.date
) -> int:
    found = lexicon.find(tokens, index)
    if found is None:
        spans.append(_span(tokens, index, 1, _unknown_kind(tokens[index])))
        return index + 1
    meaning, count = found
    span = _span(tokens, index, count, meaning.kind, meaning.value)
    if span.kind is SpanKind.DATE_WORD:
        span = _dated(span, relative_date(span.value, today))
    elif span.kind is SpanKind.WEEKDAY:
        span = replace(span, kind=SpanKind.DATE, value=_iso(weekday_date(int(span.value), today)))
    spans.append(span)
    return index + count


def _dated(span: Span, found: dt.date | None) -> Span:
    if found is None:
        return span
    return replace(span, kind=SpanKind.DATE, value=found.isoformat())


def _iso(found: dt.date | None) -> str:
    return "" if found is None else found.isoformat()


def _unknown_kind(token: Token) -> SpanKind:
    if token.text == "\n":
        return SpanKind.NEWLINE
    return SpanKind.WORD if token.text[0].isalpha() else SpanKind.PUNCTUATION


def _add_number(
    spans: list[Span], tokens: Sequence[Token], index: int, lexicon: Lexicon, today: dt.date
) -> int:
    phone = take_phone(tokens, index)
    if phone:
        spans.append(_span(tokens, index, phone, SpanKind.PHONE))
        return index + phone
    run = take_run(tokens, index)
    count = run.token_count
    span = _span(tokens, index, count, SpanKind.NUMBER)
    around = _Around(spans, tokens, index, count, lexicon)
    for read in (_as_reference, _as_time, _as_model):
        known = read(span, run, around)
        if known is not None:
            spans.append(known)
            return index + count
    dated = _as_date(span, run, around, today)
    if dated is not None:
        return index + count + dated
    return index + count + _add_amount(span, run, around)


class _Around:
    """What stands on both sides of a number."""

    __slots__ = ("after", "lexicon", "next", "next_count", "spans", "tokens")

    def __init__(
        self,
        spans: list[Span],
        tokens: Sequence[Token],
        index: int,
        count: int,
        lexicon: Lexicon,
    ) -> None:
        self.spans = spans
        self.tokens = tokens
        self.after = index + count
        self.lexicon = lexicon
        self.next: Span | None = None
        self.next_count = 0
        self.look(0)

    @property
    def previous(self) -> Span | None:
        """Give the span before the number."""
        return self.spans[-1] if self.spans else None

    def look(self, skipped: int) -> None:
        """Read the word that stands so many tokens after the number."""
        at = self.after + skipped
        self.next, self.next_count = None, 0
        if at >= len(self.tokens) or self.tokens[at].is_digits:
            return
        found = self.lexicon.find(self.tokens, at)
        if found is None:
            self.next = _span(self.tokens, at, 1, _unknown_kind(self.tokens[at]))
            self.next_count = 1
        else:
            meaning, self.next_count = found
            self.next = _span(self.tokens, at, self.next_count, meaning.kind, meaning.value)

    def next_is(self, *kinds: SpanKind) -> bool:
        """Tell whether the next word is of one of these kinds."""
        return self.next is not None and self.next.kind in kinds


def _as_reference(span: Span, run: NumberRun, around: _Around) -> Span | None:
    """Read a number after "order", "invoice" and the like."""
    if _is_by_customer(around.spans, run):
        return replace(span, kind=SpanKind.ORDER, value=run.groups[0])
    at = len(around.spans) - 1
    while at >= 0 and around.spans[at].text in _ORDER_FILLERS:
        is_order = around.spans[at].kind is SpanKind.ORDER_WORD
        if is_order and (at == 0 or not _is_reference(around.spans[at - 1])):
            break
        at -= 1
    if at < 0 or not _is_reference(around.spans[at]):
        return None
    if around.spans[at].kind is SpanKind.DOCUMENT_WORD:
        return replace(span, kind=SpanKind.MODEL)
    if run.separators:
        return span
    return replace(span, kind=SpanKind.ORDER, value=run.groups[0])


def _is_by_customer(spans: Sequence[Span], run: NumberRun) -> bool:
    """Tell whether the number is an order that a customer came about: "клієнт по 2588"."""
    if len(spans) < 2 or run.separators or len(run.groups[0]) != _ORDER_LENGTH:  # noqa: PLR2004
        return False
    who, by = spans[-2:]
    return by.value == "by" and who.value == "customer"


def _is_reference(span: Span) -> bool:
    return span.kind in {SpanKind.ORDER_WORD, SpanKind.DOCUMENT_WORD}


def _as_time(span: Span, run: NumberRun, around: _Around) -> Span | None:
    if ":" in run.separators:
        return replace(span, kind=SpanKind.TIME)
    if around.next_is(SpanKind.UNIT) and around.next is not None and around.next.value == "hour":
        return replace(span, kind=SpanKind.TIME)
    before = around.previous
    is_after_at = before is not None and before.value in {"at_time", "to", "until"}
    if not is_after_at or around.next_is(SpanKind.CURRENCY, SpanKind.MULTIPLIER, SpanKind.MONTH):
        return None
    is_hour = int(run.groups[0]) <= _HOUR_MAX and len(run.groups) <= 2  # noqa: PLR2004 (h.mm)
    is_short = len(run.groups[0]) <= 2 and not set(run.separators) - {"."}  # noqa: PLR2004 (hh)
    return replace(span, kind=SpanKind.TIME) if is_hour and is_short else None


_MONEY_NEIGHBOURS = frozenset(
    {SpanKind.CURRENCY, SpanKind.MULTIPLIER, SpanKind.ORDER_WORD, SpanKind.UNIT, SpanKind.ORDINAL}
)


def _as_model(span: Span, run: NumberRun, around: _Around) -> Span | None:
    """Read digits glued to letters, or divided by a slash, as part of a name."""
    if around.next is not None and around.next.text == "%":
        return replace(span, kind=SpanKind.PERCENT)
    if "/" in run.separators and around.spans and not looks_like_date(run):
        return replace(span, kind=SpanKind.MODEL)
    before, after = around.previous, around.next
    if before is not None and before.end == span.start and before.text[-1].isalpha():
        return None if before.kind in _MONEY_NEIGHBOURS else replace(span, kind=SpanKind.MODEL)
    if after is None or after.start != span.end or not after.text[0].isalpha():
        return None
    if after.kind in _MONEY_NEIGHBOURS or after.folded in _UNITS_GLUED_ONLY:
        return None
    return replace(span, kind=SpanKind.MODEL)


def _as_date(span: Span, run: NumberRun, around: _Around, today: dt.date) -> int | None:
    """Add a date span if the number is a day, and say how many more tokens it took."""
    is_money = around.next_is(SpanKind.CURRENCY, SpanKind.MULTIPLIER)
    if run.separators and looks_like_date(run) and not is_money:
        found = written_date(run, today)
        around.spans.append(replace(span, kind=SpanKind.DATE, value=_iso(found)))
        return 0
    if run.separators or is_money or not 1 <= int(run.groups[0][:_LONG_NUMBER]) <= _DAY_MAX:
        return None
    return _as_day_of_month(span, around, today)


def _as_day_of_month(span: Span, around: _Around, today: dt.date) -> int | None:
    day, taken = int(span.text), 0
    if around.next is not None and around.next.text == "-":
        around.look(1)
        taken = 1
    is_ordinal = around.next_is(SpanKind.ORDINAL)
    if is_ordinal:
        taken += around.next_count
        around.look(taken)
    elif taken:
        around.look(0)
        return None
    if around.next_is(SpanKind.MONTH) and around.next is not None:
        found = day_month_date(day, int(around.next.value), today)
        return _add_date(span, around, found, taken + around.next_count)
    before = around.previous
    if before is not None and before.kind is SpanKind.MONTH:
        found = day_month_date(day, int(before.value), today)
        return _add_date(span, around, found, taken)
    if is_ordinal:
        return _add_date(span, around, month_day_date(day, today), taken)
    return _as_days_ago(span, around, today)


def _add_date(span: Span, around: _Around, found: dt.date | None, taken: int) -> int:
    around.spans.append(replace(span, kind=SpanKind.DATE, value=_iso(found)))
    return taken


def _as_days_ago(span: Span, around: _Around, today: dt.date) -> int | None:
    unit = around.next
    if unit is None or unit.kind is not SpanKind.UNIT or unit.value not in _DAYS_IN_UNIT:
        return None
    count = around.next_count
    around.look(count)
    if around.next is None or around.next.value != "ago":
        around.look(0)
        return None
    found = days_ago(int(span.text) * _DAYS_IN_UNIT[unit.value], today)
    return _add_date(span, around, found, count + around.next_count)


def _add_amount(span: Span, run: NumberRun, around: _Around) -> int:
    """Add an amount or a quantity, and say how many more tokens it took."""
    if around.next_is(SpanKind.UNIT):
        around.spans.append(replace(span, kind=SpanKind.QUANTITY))
        return around.next_count
    number, taken = _multiplied(decimal_of(run), run, around)
    currency, end = "", span.end
    around.look(_skip_point(around, taken))
    if around.next_is(SpanKind.CURRENCY) and around.next is not None:
        currency, end = around.next.value, around.next.end
        taken = _skip_point(around, taken) + around.next_count
    sign, currency = _take_before(span, around, currency)
    kind = SpanKind.NUMBER if number is None or currency == "?" else SpanKind.AMOUNT
    amount = replace(span, kind=kind, number=number, value=currency, end=end, sign=sign)
    around.spans.append(amount)
    return taken


def _skip_point(around: _Around, taken: int) -> int:
    """Step over the point of an abbreviation such as "тис."."""
    at = around.after + taken
    is_point = taken > 0 and at < len(around.tokens) and around.tokens[at].text == "."
    return taken + 1 if is_point else taken


def _multiplied(
    number: Decimal | None, run: NumberRun, around: _Around
) -> tuple[Decimal | None, int]:
    after = around.next
    if number is None or after is None:
        return number, 0
    is_glued = after.start == around.tokens[around.after - 1].end
    if after.kind is SpanKind.MULTIPLIER:
        factor = Decimal(after.value)
    elif is_glued and after.folded in _UNITS_GLUED_ONLY:
        factor = _UNITS_GLUED_ONLY[after.folded]
    else:
        return number, 0
    is_odd = len(run.groups) > 2 or (run.separators and len(run.groups[-1]) > 2)  # noqa: PLR2004
    product = None if is_odd else number * factor
    return _with_hundreds(product, factor, around)


def _with_hundreds(
    product: Decimal | None, factor: Decimal, around: _Around
) -> tuple[Decimal | None, int]:
    """Add the hundreds of "2 тис 500"; two figures of another form stay two amounts."""
    at = around.after + around.next_count
    is_word = len(around.next.folded) > 1 if around.next is not None else False
    if product is None or not is_word or factor != 1000 or at >= len(around.tokens):  # noqa: PLR2004
        return product, around.next_count
    hundreds = around.tokens[at]
    run = take_run(around.tokens, at) if hundreds.is_digits else None
    is_plain = run is not None and not run.separators and len(hundreds.text) == 3  # noqa: PLR2004
    if not is_plain or product % 1000:
        return product, around.next_count
    return product + Decimal(hundreds.text), around.next_count + 1


def _take_before(span: Span, around: _Around, currency: str) -> tuple[str, str]:
    """Take a currency and a sign that stand before the number out of the spans."""
    spans = around.spans
    if spans and spans[-1].kind is SpanKind.CURRENCY:
        before = spans.pop()
        if currency and before.value != currency:
            return "", "?"
        currency, start = before.value, before.start
    else:
        start = span.start
    if not spans or spans[-1].text not in {"-", "+"} or spans[-1].end != start:
        return "", currency
    is_apart = len(spans) < 2 or spans[-2].end < spans[-1].start or spans[-2].text in "(:*_"  # noqa: PLR2004
    return (spans.pop().text if is_apart else ""), currency


_RANGE_KINDS = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER})


def _join_ranges(spans: list[Span]) -> list[Span]:
    """Join two numbers with a dash between them into a range."""
    joined: list[Span] = []
    for span in spans:
        is_range = (
            len(joined) > 1
            and span.kind in _RANGE_KINDS
            and joined[-1].text in _DASHES
            and joined[-2].kind in _RANGE_KINDS
        )
        if is_range:
            first = joined[-2]
            del joined[-2:]
            span = replace(first, kind=SpanKind.RANGE, end=span.end)  # noqa: PLW2901
        joined.append(span)
    return joined
