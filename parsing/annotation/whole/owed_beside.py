"""Of what was due, take what was paid: "5 200, gave 3 700, owes 1 500", "paid all but 420"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind

_OWED = ("owes", "owing", "винен", "винна", "борг", "долж", "долг", "credit", "кредит")
_ON_HIM = frozenset({"за ним", "за нею", "за ней", "за ними", "на ньому", "на нем"})
_BUT = frozenset({"but", "except", "крім", "окрім", "кроме", "minus", "without", "без"})
_ALL = frozenset({"all", "everything", "все", "усе", "всё", "весь", "всю", "усю"})
_WANTED = (
    "want",
    "хотів",
    "хотіл",
    "хотел",
    "просив",
    "просил",
    "обіця",
    "обещ",
    "promis",
    "asked",
)
_PAID = frozenset({"pay", "give", "receive", "bring", "take"})
_BORDERS = frozenset({",", ".", ";", "-", "–", "—", "("})
_OTHERS = frozenset({SpanKind.ORDER, SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING})
_PAIR, _THREE = 2, 3
_REACH = 5
_FACTOR = 2


def with_paid_of_due(spans: list[Span]) -> list[Span]:
    """Put what was paid in the place of the price, and leave out what is owed still."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) == _THREE:
        return _without_owed(spans, sums)
    if len(sums) == _PAIR and (start := _debt_left_at(spans, sums)):
        paid = replace(spans[sums[0]], is_sure=False)
        return [*spans[: sums[0]], paid, *spans[sums[0] + 1 : start]]
    if len(sums) == _PAIR:
        return _without_price(_without_wanted(_paid_all_but(spans, sums), sums), sums)
    return spans


def _without_owed(spans: list[Span], sums: Sequence[int]) -> list[Span]:
    """Keep the middle of "5 200, gave 3 700, owes 1 500", where they prove it."""
    price, paid, owed = sums
    start = next((at for at in range(owed, paid, -1) if spans[at].text in _BORDERS), None)
    clause = spans[price + 1 : paid]
    if start is None or _number(spans[price]) != _number(spans[paid]) + _number(spans[owed]):
        return spans
    is_apart = any(span.text in _BORDERS for span in clause)
    if not is_apart or any(span.kind in _OTHERS for span in clause):
        return spans
    if not _says_owed(spans[start:]):
        return spans
    return [
        *spans[:price],
        replace(spans[paid], is_sure=False),
        *spans[price + 1 : paid],
        *spans[paid + 1 : start],
    ]


_LEFT = ("ще", "еще", "still", "left", "more", "лиши", "залиш", "остал", "shche", "eshche", "debt")


def _debt_left_at(spans: Sequence[Span], sums: Sequence[int]) -> int:
    """Give where the last clause begins if it tells what is owed: "…, ще 800 боргу"; or 0."""
    paid, owed = sums
    start = next((at for at in range(owed, paid, -1) if spans[at].text in _BORDERS), 0)
    clause = spans[start:]
    is_left = any(word.startswith(_LEFT) for span in clause for word in span.folded.split())
    is_told = any(it.value in _PAID for it in spans[:start] if it.kind is SpanKind.VERB)
    is_back = any(it.value in _PAID for it in clause if it.kind is SpanKind.VERB)
    is_last = start and not any(span.text in _BORDERS for span in clause[1:])
    return start if is_last and is_told and is_left and not is_back and _says_owed(clause) else 0


def _says_owed(clause: Sequence[Span]) -> bool:
    words = [word for span in clause for word in span.folded.split()]
    told = " ".join(words)
    return any(word.startswith(_OWED) for word in words) or any(each in told for each in _ON_HIM)


def _paid_all_but(spans: list[Span], sums: Sequence[int]) -> list[Span]:
    """Take off what "paid all but 420" says was not paid."""
    price, rest = sums
    left = _number(spans[price]) - _number(spans[rest])
    before = spans[max(price + 1, rest - _PAIR) : rest]
    said = {word for span in before for word in span.folded.split()}
    is_paid = any(span.value in _PAID for span in spans[price + 1 : rest])
    if left <= 0 or not is_paid or not said & _BUT or not said & _ALL:
        return spans
    reckoned = replace(spans[price], number=left, is_sure=False)
    start = next((at for at in range(price + 1, rest) if spans[at].text in _BORDERS), rest)
    return [*spans[:price], reckoned, *spans[price + 1 : start], *spans[rest + 1 :]]


def _without_wanted(spans: list[Span], sums: Sequence[int]) -> list[Span]:
    """Leave out what somebody wanted or promised, told behind what was paid."""
    paid, wanted = sums
    if len(spans) <= wanted or spans[wanted].kind is not SpanKind.AMOUNT:
        return spans
    start = next((at for at in range(wanted, paid, -1) if spans[at].text in _BORDERS), None)
    if start is None:
        return spans
    near = spans[max(start, wanted - _REACH) : wanted]
    is_wanted = any(span.folded.startswith(_WANTED) for span in near)
    told, more = _number(spans[paid]), _number(spans[wanted])
    is_more = told < more <= told * _FACTOR or told < more * 1000 <= told * _FACTOR
    after = spans[wanted + 1 :]
    is_acted = any(it.kind is SpanKind.VERB or it.value == "bargain" for it in after)
    if not is_wanted or not is_more or is_acted or any(it.kind in _OTHERS for it in after):
        return spans
    return [*spans[:paid], replace(spans[paid], is_sure=False), *spans[paid + 1 : start]]


_SUPPLIED = frozenset({"supplier", "supplier_goods"})
_REST = ("остал", "остат", "решт", "залиш", "rest", "remain")
_LATER = ("потом", "потім", "later", "пізніше", "позже", "завтра", "tomorrow", "will", "owe")


def _without_price(spans: list[Span], sums: Sequence[int]) -> list[Span]:
    """Keep what a supplier got where the rest is owed: "за 4400, поставщик, 2400, решту винні"."""
    price, paid = sums
    is_priced = len(spans) > paid and spans[paid].kind is SpanKind.AMOUNT
    if not is_priced or _number(spans[price]) <= _number(spans[paid]):
        return spans
    rest = next((at for at in range(paid, len(spans)) if spans[at].folded.startswith(_REST)), None)
    is_supplied = any(span.value in _SUPPLIED for span in spans[:paid])
    is_given = any(span.value in {"give", "pay"} for span in spans[price:rest])
    if rest is None or not is_supplied or not is_given:
        return spans
    tail = spans[rest:]
    said = [word for span in tail for word in span.folded.split()]
    is_due = any(span.kind is SpanKind.PLAN for span in tail)
    is_due = is_due or any(word.startswith((*_OWED, *_LATER)) for word in said)
    if not is_due or any(it.kind is SpanKind.AMOUNT for it in tail):
        return spans
    kept = replace(spans[paid], is_sure=False)
    return [*spans[:price], *spans[price + 1 : paid], kept, *spans[paid + 1 : rest]]


def _number(span: Span) -> Decimal:
    return span.number or Decimal(0)
