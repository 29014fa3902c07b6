"""Leave out figures of a line that are told, but moved no money of this till."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line, names_bank

_PAIR, _TRIPLE = 2, 3
_REACH = 4
_BORDERS = frozenset({",", ".", ";", "!", "(", ")", "—", "–"})
_HIMSELF = frozenset(
    "собі себе himself herself themselves for-himself for-herself for-themselves".split()
)
_KEPT = frozenset(
    "kept keeps keep лишив лишила лишили залишив залишила залишили оставил оставила оставили"
    " забрал забрала забрали забрав".split()
)
_HANDED = frozenset({"bring", "give", "deposit", "receive", "take"})
_LATER = frozenset(
    {"on", "upon", "after", "при", "після", "после", "по", "when", "коли", "когда", "на"}
)
_ARRIVALS = frozenset(
    "delivery collection pickup completion arrival installation доставці доставке отриманні"
    " получении видачі выдаче доставки отримання получения монтажу монтажа монтаж встановленні"
    " установке завершенні готовности готовності факту факту".split()
)


def says_kept_for_himself(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is said to have kept money: "1 500 лишив собі"."""
    words = {each.folded.replace(" ", "-") for each in spans}
    return bool(words & _KEPT and words & _HIMSELF)


_TOOK = frozenset("взяв взяла взяли взял took".split())
_BROUGHT = frozenset({"bring", "deposit"})
_WHO = frozenset({SpanKind.NAME, SpanKind.ROLE})
_OF_OTHERS = frozenset({"self", "salary", "salary_advance"})
"""What is taken by her who writes, or as a wage, is none of what was brought."""


def _says_taken_for_himself(spans: Sequence[Span]) -> bool:
    """Tell whether who brought money took some himself: "собі взяв 150", "150 собі"."""
    words = {each.folded.replace(" ", "-") for each in spans}
    is_bare = not any(each.kind is SpanKind.VERB for each in spans)
    is_other = any(each.kind in _WHO or each.value in _OF_OTHERS for each in spans)
    is_his = bool(words & _HIMSELF) and not is_other
    return is_his and (is_bare or bool(words & _TOOK))


def is_taken_of_brought(spans: Sequence[Span], before: Sequence[Span]) -> bool:
    """Tell whether spans say what somebody kept of money that he brought before; no owner does."""
    is_brought = any(it.kind is SpanKind.VERB and it.value in _BROUGHT for it in before)
    is_owner = any(span.value == "owner" for span in before)
    return is_brought and not is_owner and _says_taken_for_himself(spans)


@woken_by(words=(*_KEPT, *_HIMSELF))
def drop_kept(line: Line) -> None:
    """Of "brought 7 200, kept 1 500 for himself" only what was brought reached the till."""
    amounts = line.amounts()
    is_owner = any(line.spans[at].value == "owner" for at in line.where(SpanKind.ROLE))
    if len(amounts) != _PAIR or is_owner:
        return
    for at, other in (amounts, amounts[::-1]):
        verbs = {each.value for each in _clause(line, other) if each.kind is SpanKind.VERB}
        kept = _clause(line, at)
        is_kept = says_kept_for_himself(kept) and bool(verbs & _HANDED)
        is_taken = _says_taken_for_himself(kept) and bool(verbs & _BROUGHT)
        if (is_kept or is_taken) and at != other:
            if is_taken:
                line.doubt(other)
            line.drop(at)
            _quieten(line, at)
            return


def _quieten(line: Line, at: int) -> None:
    """Let what was done with a figure that is left out say nothing of the others."""
    start, end = _bounds(line, at)
    for place in range(start, end):
        if line.spans[place].kind in {SpanKind.VERB, SpanKind.PURPOSE, SpanKind.LEFTOVER}:
            line.hush(place)


@woken_by(kinds=(SpanKind.LEFTOVER, SpanKind.BALANCE))
def drop_due(line: Line) -> None:
    """Of "paid 5k, the remaining 7k on delivery" only what was paid moved."""
    for at in line.amounts():
        clause = _clause(line, at)
        is_rest = any(span.kind in {SpanKind.LEFTOVER, SpanKind.BALANCE} for span in clause)
        is_done = any(span.kind is SpanKind.VERB for span in clause)
        if is_rest and not is_done and _names_arrival(clause) and len(line.amounts()) >= _PAIR:
            line.drop(at)
            _quieten(line, at)


def _names_arrival(clause: list[Span]) -> bool:
    words = [word for span in clause for word in span.folded.split()]
    return any(one in _LATER and other in _ARRIVALS for one, other in pairwise(words))


@woken_by(kinds=(SpanKind.AMOUNT,))
def keep_told_rest(line: Line) -> None:
    """Of "21 600, took 600 off, got 21 000" the last is what was taken: the three prove it."""
    amounts = line.amounts()
    if len(amounts) != _TRIPLE or line.where(SpanKind.CARD, SpanKind.CHANGE, SpanKind.DISCOUNT):
        return
    whole, off, rest = amounts
    is_small = line.number(off) * _REACH < line.number(whole)
    if not is_small or line.number(whole) - line.number(off) != line.number(rest):
        return
    if names_bank(line, off):
        for at in line.where(SpanKind.LEFTOVER):
            line.hush(at)
        for at in amounts:
            line.doubt(at)
        return  # "sold for 31 000, 4 500 to Yehor, banked the other 26 500": all three moved
    line.drop(whole)
    line.drop(off)
    line.doubt(rest)
    for place in range(whole + 1, rest):
        if line.spans[place].kind is SpanKind.VERB and place < off:
            line.hush(place)


@woken_by(values=("sell",))
def take_exchanged(line: Line) -> None:
    """Of "sold $200 at 41" take what came for the dollars, to be confirmed."""
    amounts = line.amounts()
    is_sold = any(line.spans[at].value == "sell" for at in line.where(SpanKind.VERB))
    if len(amounts) != _PAIR or not is_sold or line.where(SpanKind.GOODS):
        return
    money, rate = amounts
    before = line.at(rate - 1)
    is_rate = before is not None and before.value in _AT_RATE and not line.spans[rate].value
    if line.spans[money].value and is_rate and _RATE_MIN < line.number(rate) < _RATE_MAX:
        total = line.number(money) * line.number(rate)
        line.set(money, replace(line.spans[money], number=total, value="", is_sure=False))
        line.drop(rate)
        for at in line.where(SpanKind.VERB):
            line.set(at, replace(line.spans[at], value="receive"))


_AT_RATE = frozenset({"at_time", "by", "for", "for_price"})
_RATE_MIN, _RATE_MAX = 5, 100


def _clause(line: Line, at: int) -> list[Span]:
    start, end = _bounds(line, at)
    return list(line.spans[start:end])


def _bounds(line: Line, at: int) -> tuple[int, int]:
    """Say where the clause around a place begins and ends."""
    start = end = at
    while start > 0 and not _is_border(line.spans[start - 1]):
        start -= 1
    while end < len(line.spans) and not _is_border(line.spans[end]):
        end += 1
    return start, end


def _is_border(span: Span) -> bool:
    return span.text in _BORDERS or span.kind in {SpanKind.JOINER, SpanKind.NEWLINE}
