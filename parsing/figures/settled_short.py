"""Of a price and what was taken instead keep the second: rounded, or less a fine."""

from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import Line

_PAIR, _TRIPLE = 2, 3
_REACH = 4
_ROUNDING, _SHARE = Decimal(50), 50
"""Nobody rounds by more than so much, nor by more than so small a part of it."""
_TAKING = frozenset({"take", "receive", "pay", "give"})
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_NAMED = frozenset(
    {
        *(SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING, SpanKind.FIRM, SpanKind.ROLE),
        *(SpanKind.NAME, SpanKind.ORDER),
    }
)
_WAGES = frozenset({"salary"})
_WITHHELD = frozenset({"taxes_fees", "salary_advance", "cash_shortage"})
_LESS = frozenset({"less", "minus", "мінус", "минус", "without", "без"})


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_rounded(line: Line) -> None:
    """Of "кран 1503, взяла рівно 1500" the second was taken, to be confirmed."""
    amounts = line.amounts()
    if len(amounts) != _PAIR or line.where(SpanKind.CARD, SpanKind.ORDER, SpanKind.LEFTOVER):
        return
    price, taken = amounts
    off = abs(line.number(price) - line.number(taken))
    if not 0 < off <= min(_ROUNDING, line.number(price) / _SHARE) or line.number(taken) % 10:
        return
    if any(span.kind is SpanKind.VERB for span in line.spans[:price]):
        return
    between = line.spans[price + 1 : taken]
    is_apart = any(span.text in _BORDERS for span in between)
    is_taken = any(it.kind is SpanKind.VERB and it.value in _TAKING for it in between)
    if is_apart and is_taken and not any(it.kind in _NAMED for it in between):
        line.drop(price)
        line.doubt(taken)
        _sell(line, price, taken)


def _sell(line: Line, price: int, taken: int) -> None:
    """Let what was taken for a ware come in."""
    if not line.where(SpanKind.GOODS):
        return
    for at in range(price, taken):
        if line.spans[at].kind is SpanKind.VERB and line.spans[at].value == "take":
            line.set(at, replace(line.spans[at], value="receive"))


@woken_by(values=_WITHHELD)
def take_off_withheld(line: Line) -> None:
    """Of "зарплата 8000 мінус штраф 500" the rest was paid, to be confirmed."""
    amounts = line.amounts()
    wages = [at for at, span in enumerate(line.spans) if span.value in _WAGES]
    held = [at for at, span in enumerate(line.spans) if span.value in _WITHHELD]
    if not wages or len(held) != 1 or not _PAIR <= len(amounts) <= _TRIPLE:
        return
    whole, off, *paid = amounts
    rest = line.number(whole) - line.number(off)
    if not 0 < line.number(off) < line.number(whole) or wages[0] > whole + 1 or held[0] < whole:
        return
    between = line.spans[whole + 1 : off]
    if [span.value for span in between] == ["-"]:
        return  # "7500 minus 500 advance" is computed without a doubt
    is_less = any(span.value == "-" or span.folded in _LESS for span in between)
    if paid and line.number(paid[0]) == rest:
        line.drop(whole)
        line.doubt(paid[0])
    elif not paid and is_less and abs(held[0] - off) < _REACH:
        line.put(whole, rest, is_sure=False)
    else:
        return
    line.drop(off)
    for at in range(whole + 1, len(line.spans)):
        if at in held or line.spans[at].kind is SpanKind.SIGN_WORD:
            line.hush(at)
