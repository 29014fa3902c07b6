"""Read money that came in besides sales: the shop's own old things sold, a supplier's bonus."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_OLD = (
    "стар", "непотрібн", "ненужн", "списан", "вживан", "зношен", "изношен", "поламан", "поломан",
    "зламан", "сломан", "old", "used", "unneeded", "unwanted", "second-hand", "written-off",
    "broken",
)  # fmt: skip
_OURS = frozenset({SpanKind.THING, SpanKind.PURPOSE, SpanKind.WORD})
"""Kinds of what a shop has for itself; old goods may be sold as goods are."""
_NO_THINGS = (
    "цін", "цен", "прайс", "накл", "борг", "долг", "запис", "курс", "адрес", "замов", "заказ",
    "запас", "парт", "товар", "stock", "price", "debt", "order", "batch", "rate", "address",
    "client",
)  # fmt: skip
"""What may be called old that is no thing of the shop's own: a price, a debt, stock."""
_GOT = frozenset({"receive", "take"})
_PAID_FOR = frozenset({"for", "for_price"})
_BUYERS = frozenset({"customer", "supplier"})


@woken_by(*_OLD)
def with_old_things_sold(line: list[Span]) -> list[Span]:
    """Let what was got for an old thing of the shop's own be no sale: "sold the old till"."""
    verbs = {span.value for span in line if span.kind is SpanKind.VERB}
    if any(span.value in _BUYERS for span in line):
        return line
    at = next((it for it in range(len(line) - 1) if _is_old_thing(line, it)), -1)
    is_got = bool(verbs) and verbs <= _GOT and _is_paid_for(line, at)
    if at < 0 or not (is_got or (verbs == {"sell"} and line[at + 1].kind in _OURS)):
        return line
    told = list(line)
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="other_income")
    told[at + 1] = replace(line[at + 1], kind=SpanKind.COMMON, value="common")
    return told


def _is_old_thing(line: Sequence[Span], at: int) -> bool:
    span, after = line[at], line[at + 1]
    is_open = span.kind in {SpanKind.WORD, SpanKind.COMMON}
    is_old = is_open and span.folded.startswith(_OLD)
    is_thing = after.kind in _OURS or after.kind is SpanKind.GOODS
    return is_old and is_thing and not after.folded.startswith(_NO_THINGS)


def _is_paid_for(line: Sequence[Span], at: int) -> bool:
    before = [span for span in line[:at] if span.kind is not SpanKind.COMMON]
    return bool(before) and before[-1].value in _PAID_FOR


_BONUS = ("бонус", "bonus", "премі", "преми")
_TRADERS = frozenset({SpanKind.BRAND, SpanKind.FIRM})


@woken_by(*_BONUS)
def with_bonus_from_trade(line: list[Span]) -> list[Span]:
    """Let a bonus from a maker or a supplier be no wage: "бонус від Грундфоса"."""
    for at, span in enumerate(line[:-2]):
        from_, who = line[at + 1], line[at + 2]
        is_trader = who.kind in _TRADERS or who.value == "supplier"
        is_bonus = span.value == "salary" and span.folded.startswith(_BONUS)
        if is_bonus and is_trader and from_.value == "from":
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="other_income")
    return line
