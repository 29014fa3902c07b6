"""Let "sold" of a first line hold for bare goods of the lines after it."""

from parsing.annotation.segments import Piece
from parsing.annotation.spans import SpanKind

_TRADING = frozenset({"sell", "buy"})


def traded_first(line: Piece) -> Piece:
    """Give "sold" of a line that opens with it and goods: it may hold for goods of the next."""
    verbs = [at for at, span in enumerate(line) if span.kind is SpanKind.VERB]
    is_traded = len(verbs) == 1 and line[verbs[0]].value in _TRADING
    before = line[: verbs[0]] if is_traded else []
    is_opening = is_traded and all(span.kind in _BEFORE_VERB for span in before)
    has_goods = any(span.kind is SpanKind.GOODS for span in line)
    return [line[verbs[0]]] if is_opening and has_goods else []


_BEFORE_VERB = frozenset({SpanKind.COMMON, SpanKind.PERSON, SpanKind.DATE, SpanKind.PUNCTUATION})
_OF_WARE = _BEFORE_VERB | {
    SpanKind.GOODS, SpanKind.BRAND, SpanKind.MODEL, SpanKind.QUANTITY, SpanKind.AMOUNT,
    SpanKind.PREPOSITION, SpanKind.JOINER, SpanKind.CURRENCY, SpanKind.CASH,
}  # fmt: skip


def is_bare_ware(line: Piece) -> bool:
    """Tell whether a line is nothing but goods and their price: "valve 370"."""
    has_goods = any(span.kind is SpanKind.GOODS for span in line)
    return has_goods and all(span.kind in _OF_WARE for span in line)
