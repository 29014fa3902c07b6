"""Of prices that were haggled over the last is what was taken: "I said 1000, he paid 950"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_PAIR, _TRIPLE = 2, 3
_REACH = 4
_HAGGLING = (
    "торг", "сторг", "просил", "просив", "просит", "хотел", "хотів", "хотіл", "хоче", "давал",
    "давав", "предлаг", "предлож", "пропон", "запропон", "скинут", "дешев", "want", "offer",
    "ask", "haggl", "bargain", "bid", "казал", "казав", "сказал", "сказав", "said",
)  # fmt: skip
_TAKING = frozenset({"take", "receive", "sell", "pay"})
_TOLD_ANEW = frozenset(
    {
        *(SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE),
        *(SpanKind.NAME, SpanKind.ORDER, SpanKind.JOINER),
    }
)
_NO_PRICE = (SpanKind.CARD, SpanKind.CHANGE, SpanKind.ORDER, SpanKind.LEFTOVER, SpanKind.TOTAL)
_PRICE_MIN = 20
"""What is less counts things."""
_CLOSE = 2
"""No price is beaten down to less than the half."""


@woken_by(*_HAGGLING)
def take_haggled(line: Line) -> None:
    """Drop what was asked and offered before what was taken, to be confirmed."""
    figures = [at for at in line.amounts() if line.number(at) >= _PRICE_MIN]
    if not _PAIR <= len(figures) <= _TRIPLE or line.where(*_NO_PRICE):
        return
    *before, taken = figures
    words = [at for at in range(taken) if line.spans[at].text.lower().startswith(_HAGGLING)]
    if not words or not _are_bids(line, before, taken) or not _is_taken(line, before[-1], taken):
        return
    if len(figures) == _PAIR and not line.where(*_NAMED, SpanKind.VERB):
        return  # "asked 2000, agreed on 1800" tells nothing of who bought what
    for at in before:
        line.drop(at)
    if len(figures) > _PAIR or not any(span.value == "bargain" for span in line.spans[:taken]):
        line.doubt(taken)
    for at in range(before[-1]):
        if line.spans[at].kind in {SpanKind.VERB, SpanKind.PLAN}:
            line.hush(at)
    _say_which_way(line, before[-1], taken)


def _are_bids(line: Line, before: Sequence[int], taken: int) -> bool:
    """Tell whether figures may be prices of the one thing: close, and one of them higher."""
    told = line.number(taken)
    border = max((at for at in range(taken) if line.spans[at].text in _BORDERS), default=0)
    clause = line.spans[max(before[-1], border) + 1 : taken]
    are_close = all(told / _CLOSE <= line.number(at) <= told * _CLOSE for at in before)
    is_lower = any(line.number(at) > told for at in before)
    return are_close and is_lower and not any(span.kind in _TOLD_ANEW for span in clause)


_NAMED = (SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE)


def _is_taken(line: Line, before: int, taken: int) -> bool:
    """Tell whether it is said beside the last figure that it is what it came to."""
    near = range(max(before + 1, taken - _REACH), taken)
    return any(_tells_taking(line, at) for at in near) or _bargain_behind(line, taken) is not None


def _tells_taking(line: Line, at: int) -> bool:
    span = line.spans[at]
    is_verb = span.kind is SpanKind.VERB and span.value in _TAKING
    return is_verb or span.value == "bargain"


def _bargain_behind(line: Line, taken: int) -> int | None:
    """Find the word of "з 900 до 850 зійшлися"."""
    after = line.at(taken + 1)
    return taken + 1 if after is not None and after.value == "bargain" else None


def _say_which_way(line: Line, before: int, taken: int) -> None:
    """Let what it came to have come in where a ware or a customer is named: it was sold.

    "Таксист просив 300, зійшлися на 250" was paid. Where neither is named, it is asked.
    """
    roles = {line.spans[at].value for at in line.where(SpanKind.ROLE)}
    is_paid = bool(line.where(*_PAID_FOR)) or bool(roles - {"customer"})
    if not is_paid and not roles and not line.where(SpanKind.GOODS):
        return
    places = [at for at in range(before + 1, taken) if _tells_taking(line, at)]
    behind = _bargain_behind(line, taken)
    at = places[-1] if places else behind
    if at is not None and (not is_paid or line.spans[at].kind is not SpanKind.VERB):
        value = "pay" if is_paid else "receive"
        line.set(at, replace(line.spans[at], kind=SpanKind.VERB, value=value))


_PAID_FOR = (SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM)
_BORDERS = frozenset({",", ".", ";", "!", "-", "–", "—"})
