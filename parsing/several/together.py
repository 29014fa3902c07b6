"""Take parts that are told one after another together, unless one goes on with another."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ledger.cash import CashDirection
from parsing.annotation.spans import Span, SpanKind
from parsing.operation.operation import Operation
from parsing.several.apart import PartRead
from parsing.several.enumeration import is_ware, with_purpose_of_all
from parsing.several.going_on import says_back, says_who
from parsing.several.operations import (
    may_be_sold,
    said_before_colon,
    shared_date,
)
from parsing.several.parts_before import Told, after_parts, with_doubtful_date
from parsing.several.separate import are_separate

_ANEW = frozenset({SpanKind.VERB, SpanKind.PURPOSE})
_THINGS = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.GOODS, SpanKind.FIRM})
_SALE = frozenset({"sell", "sale_cash"})


def taken_together(parts: Sequence[PartRead], today: dt.date) -> list[Operation] | None:
    """Give the operations of parts told one after another; none where they are of one story."""
    if _is_headed(parts) or _is_sale_of_all(parts) or _is_told_twice(parts):
        return None
    if _is_proven_story(parts):
        return None
    if _is_purpose_of_all(parts):
        return None  # "gave Oleh 300 and Mykola 400 for unloading"
    if any(_sums_up(parts[at], parts[:at]) for at in range(1, len(parts))):
        return None
    if shared_date([span for part in parts for span in part.typed]):
        return None  # "…, both on Monday"
    operations: list[Operation] = []
    pieces = [list(part.spans) for part in parts]
    is_dated_at_end = _is_dated_at_end(parts)
    for part, piece in zip(parts, pieces, strict=True):
        own = part.operation if part is parts[0] else _on_day_of_all(part, parts[0], today)
        if is_dated_at_end and part is not parts[-1]:
            own = _on_day_of_last(own, parts[-1])
        operations.append(after_parts(own, operations, Told(piece, pieces[0])))
    return operations if are_separate(operations, pieces) else None


def _on_day_of_all(part: PartRead, first: PartRead, today: dt.date) -> Operation:
    """Give a part the day that is told before the first sum, if it tells none itself.

    A line or a sentence of its own has it for sure only where a heading says so: "yesterday: …".
    """
    operation, day = part.operation, first.operation.draft.booked_on
    is_before = _has_day(first.typed[: _first_sum(first.typed)])
    if not is_before or _has_day(part.typed) or day in {None, today}:
        return operation
    dated = replace(operation, draft=replace(operation.draft, booked_on=day))
    is_heading = first.typed[0].kind is SpanKind.DATE and first.typed[1].kind in _SIGNS
    return with_doubtful_date(dated) if part.begins_anew and not is_heading else dated


def _is_dated_at_end(parts: Sequence[PartRead]) -> bool:
    """Tell whether a day of all is told behind them: "catalogues 1 050 and cards 480, the 9th"."""
    *before, last = parts
    at = end = len(last.typed) - 1
    if last.typed[at].kind is not SpanKind.DATE or any(_has_day(part.typed) for part in before):
        return False
    while at > max(0, end - _PAIR) and last.typed[at - 1].kind in _BEFORE_DAY:
        at -= 1
    is_apart = last.typed[at - 1].text in _APART
    return is_apart and not any(part.begins_anew for part in parts)


_PAIR = 2
_BEFORE_DAY = frozenset({SpanKind.PREPOSITION, SpanKind.COMMON})
_APART = frozenset({",", "-", "–", "—", ";"})


def _on_day_of_last(operation: Operation, last: PartRead) -> Operation:
    """Give a part the day of the last, to be confirmed."""
    day = last.operation.draft.booked_on
    return with_doubtful_date(replace(operation, draft=replace(operation.draft, booked_on=day)))


_SIGNS = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE})


def _has_day(spans: Sequence[Span]) -> bool:
    return any(span.kind is SpanKind.DATE for span in spans)


def _first_sum(spans: Sequence[Span]) -> int:
    return next(at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT)


def _is_headed(parts: Sequence[PartRead]) -> bool:
    """Tell whether a heading may hold for parts that do not say their own: "sold: mop 90, …"."""
    first = parts[0]
    heading = said_before_colon(list(first.typed)) or said_before_colon(list(first.spans))
    is_sale = any(span.value in _SALE for span in heading)
    return bool(heading) and not all(
        _acts(part) or (_has(part, _ANEW) and not (is_sale and may_be_sold(list(part.typed))))
        for part in parts[1:]
    )


def _is_sale_of_all(parts: Sequence[PartRead]) -> bool:
    """Tell whether one part says "sold", and another names only what may have been sold."""
    sold = [any(span.value == "sell" for span in part.typed) for part in parts]
    return any(sold) and any(
        not is_sold and is_ware(part.spans) and not _acts(part)
        for is_sold, part in zip(sold, parts, strict=True)
    )


def _is_purpose_of_all(parts: Sequence[PartRead]) -> bool:
    """Tell whether the last part says what all of several people got money for."""
    pieces = [list(part.typed) for part in parts]
    return with_purpose_of_all(pieces) != pieces


def _is_told_twice(parts: Sequence[PartRead]) -> bool:
    """Tell whether a sum that was computed of one part is told in another as well."""
    told = [_moved(part) for part in parts]
    return any(
        told.count(number) > 1 and number not in _sums(part)
        for number, part in zip(told, parts, strict=True)
    )


def _is_proven_story(parts: Sequence[PartRead]) -> bool:
    """Tell whether what was spent and what came back make up what was given before."""
    told = [_moved(part) for part in parts]
    return any(
        given == spent + back and _brings_back(part)
        for given, spent, back, part in zip(told, told[1:], told[2:], parts[2:], strict=False)
    )


def _brings_back(part: PartRead) -> bool:
    return says_back(part.typed) or any(
        span.kind is SpanKind.CHANGE or (span.kind is SpanKind.VERB and span.value in _BACK)
        for span in part.typed
    )


_BACK = frozenset({"bring", "give_back"})


def _sums_up(part: PartRead, before: Sequence[PartRead]) -> bool:
    """Tell whether a part is the total of those before, or what was spent of what came back."""
    is_spent = any(map(_is_unspent, before)) and not any(map(says_who, part.typed))
    return is_spent or _is_total(part, before)


def _is_total(part: PartRead, before: Sequence[PartRead]) -> bool:
    """Tell whether a part is the total of what was told before, and of nothing it names itself."""
    at = next((at for at, span in enumerate(part.typed) if span.kind is SpanKind.TOTAL), -1)
    told = [_moved(each) for each in before]
    *own, last = _sums(part)
    has_things = any(span.kind in _THINGS for span in part.typed[: max(at, 0)])
    is_sum = last in {sum(told), sum(told) + sum(own)}
    return at >= 0 and (is_sum or (not has_things and last >= max(told)))


def _is_unspent(part: PartRead) -> bool:
    """Tell whether money came back unspent: what was spent of it may be told next."""
    return says_back(part.typed) and part.operation.draft.direction is CashDirection.IN


def _acts(part: PartRead) -> bool:
    return any(span.kind is SpanKind.VERB for span in part.typed)


def _has(part: PartRead, kinds: frozenset[SpanKind]) -> bool:
    return any(span.kind in kinds for span in part.typed)


def _moved(part: PartRead) -> Decimal:
    amount = part.operation.draft.amount
    return Decimal(0) if amount is None else amount.to_decimal()


def _sums(part: PartRead) -> list[Decimal]:
    return [
        span.number
        for span in part.typed
        if span.kind is SpanKind.AMOUNT and span.number is not None
    ]
