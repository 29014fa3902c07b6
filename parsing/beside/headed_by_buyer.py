"""Know who bought: from the name ahead of goods, or from the house that they were for."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_FAMILIES = (
    "enko", "uk", "ak", "yk", "ets", "iv", "ych", "sky", "skyi", "ska", "ash", "osh", "ok", "ko",
    "енко", "ук", "юк", "ак", "як", "ик", "ець", "ец", "ів", "ич", "ський", "ский", "ська", "ская",
    "аш", "ош", "ко", "оз", "ин", "ов", "ова", "ев", "ева",
)  # fmt: skip
"""How a family name may end that stands before goods and a colon."""
_NAME_MIN = 4
_TAKEN = frozenset({"take", "receive", "pay", "give"})
_BACK = frozenset({"back", "назад", "обратно"})
_WARES = frozenset({SpanKind.GOODS, SpanKind.BRAND})
_OF_WARES = _WARES | {SpanKind.QUANTITY, SpanKind.UNIT, SpanKind.MODEL}
_DASHES = ("-", "–", "—")
_PRICES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})


@woken_by(words=(":", *_DASHES))
def with_buyer_ahead(line: list[Span]) -> list[Span]:
    """Let a family name before goods and a colon be who paid; the price behind it is no sum."""
    who = int(bool(line) and line[0].value == "title")
    colon = _colon_of(line, who)
    if colon is None or any(it.value == "give_back" or it.folded in _BACK for it in line):
        return line
    told = list(line)
    told[who] = replace(line[who], kind=SpanKind.NAME, value="name")
    paid = next((at for at in range(len(line) - 1, colon, -1) if _is_paid(line, at)), None)
    if paid is None:
        return told
    told[paid] = replace(line[paid], value="sell")
    for at in range(colon + 1, paid):
        if line[at].kind is SpanKind.PLAN and line[at].value == "price":
            told[at] = replace(line[at], kind=SpanKind.COMMON, value="common")
        elif line[at].kind in _PRICES:
            told[at] = replace(line[at], kind=SpanKind.QUANTITY)
    return told


def _colon_of(line: Sequence[Span], who: int) -> int | None:
    """Give the place of a colon behind a family name and goods; a dash before a price is one."""
    if who >= len(line) or not _is_family(line[who]):
        return None
    at = who + 1
    while at < len(line) and line[at].kind in (_WARES if at == who + 1 else _OF_WARES):
        at += 1
    if at == who + 1 or at >= len(line):
        return None
    is_dash = line[at].text in _DASHES and at + 1 < len(line) and line[at + 1].value == "price"
    return at if is_dash or line[at].text == ":" else None


def _is_family(span: Span) -> bool:
    is_written = span.text[0].isupper() and not span.text.isupper()
    is_open = span.kind in {SpanKind.WORD, SpanKind.NAME} and len(span.text) >= _NAME_MIN
    return is_open and is_written and span.folded.endswith(_FAMILIES)


def _is_paid(line: Sequence[Span], at: int) -> bool:
    """Tell whether a verb there says that the sum behind it was paid, and for nothing else."""
    if line[at].kind is not SpanKind.VERB or line[at].value not in _TAKEN:
        return False
    after = [it for it in line[at + 1 :] if it.kind not in _PASSED]
    is_of_other = any(it.kind in _OF_OTHERS for it in after)
    return bool(after) and after[0].kind is SpanKind.AMOUNT and not is_of_other


_PASSED = frozenset({SpanKind.COMMON, SpanKind.CASH, SpanKind.PREPOSITION})
_OF_OTHERS = frozenset({SpanKind.PURPOSE, SpanKind.THING, SpanKind.ROLE})


_HOUSES = (
    "готел", "отел", "гостиниц", "кафе", "ресторан", "школ", "садок", "садка", "садик",
    "аптек", "лікарн", "больниц", "hotel", "cafe", "restaurant", "school",
)  # fmt: skip
_FOR = frozenset({"для", "for"})
_OUR = ("наш", "our", "себе", "себя")
_GOT = frozenset({"take", "receive"})
_PASSED_BEFORE = frozenset({SpanKind.COMMON, SpanKind.NAME, SpanKind.WORD})
_REACH = 3


@woken_by(*_HOUSES)
def with_buyers_house(line: list[Span]) -> list[Span]:
    """Let goods for a hotel or a school be sold, if "took the money" is told behind them."""
    house = next((at for at in range(1, len(line)) if _is_house(line, at)), 0)
    cash = next((at for at in range(house + 1, len(line)) if line[at].kind is SpanKind.CASH), 0)
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    has_goods = any(span.kind is SpanKind.GOODS for span in line)
    is_ours = any(it.value == "till" or it.folded.startswith(_OUR) for it in line)
    is_got = not is_ours and len(verbs) == 1 and line[verbs[0]].value in _GOT
    if not (house and cash and has_goods and is_got) or abs(verbs[0] - cash) > _REACH:
        return line
    told = list(line)
    told[house] = replace(line[house], kind=SpanKind.COMMON, value="common")
    told[verbs[0]] = replace(line[verbs[0]], value="sell")
    return told


def _is_house(line: Sequence[Span], at: int) -> bool:
    """Tell whether a house is what goods were for: "для готелю", "for the Oak hotel"."""
    if not line[at].folded.startswith(_HOUSES):
        return False
    before = at - 1
    while before and line[before].kind in _PASSED_BEFORE and line[before].folded not in _FOR:
        before -= 1
    return line[before].folded in _FOR


BY_BUYERS = (with_buyer_ahead, with_buyers_house)
"""The rules of this room, in the order in which they read a line."""
