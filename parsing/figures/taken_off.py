"""Compute what was taken where only the price and what was let off are told.

"Marked 1,850, I knocked off 150 and he paid cash", "радіатор 6 000, скинула 400, заплатив".
"""

from dataclasses import replace
from decimal import Decimal

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import SpanKind
from parsing.figures.line import QUIET, Line, names_bank, share_of

_OFF = (
    "скинул", "скинув", "скидк", "скидоч", "знижк", "знижен", "уступ", "поступ", "сброс", "збил",
    "збив", "сбил", "зняла", "зняв", "снял", "вычл", "вычел", "відняв", "відняла", "відкин",
    "откин", "knock", "took off", "taken off", "took", "discount", "let off", "shaved", "dropped",
    "cut", "made a discount",
)  # fmt: skip
_OFF_AFTER = frozenset({"off", "знижки", "скидки", "знижка", "скидка", "discount", "зниж", "скид"})
_OWN_FIGURE = frozenset({"до", "за", "to", "for", "down to", "на"})
"""What tells the price that was taken, and not what it was lowered by."""
_TAKEN_BACK = frozenset({"back", "назад", "обратно"})
_TAKING = frozenset({"take", "receive", "sell", "pay", "give", "bring"})
_ALREADY = ("вже", "уже", "already", "врахован", "учтен", "включен", "included", "counted")
_PLACES = frozenset({"safe", "withdraw", "salary", "salary_advance"})
_BORDERS = frozenset({",", ".", ";", "(", ")", "-", "–", "—"})
_REACH = 3
_PAIR = 2
_SMALL_PART = 2


@woken_by(kinds=(SpanKind.AMOUNT,))
def take_off(line: Line) -> None:
    """Take off a price what was let off it, to be confirmed, where no figure says what is left."""
    if line.where(SpanKind.CARD, SpanKind.CHANGE, SpanKind.LEFTOVER, SpanKind.TOTAL):
        return
    if names_bank(line) or any(span.value in _PLACES for span in line.spans):
        return  # "banked 30 000 and took off 2 000 there"
    amounts = line.amounts()
    if any(span.folded.startswith(_ALREADY) for span in line.spans):
        return
    if len(amounts) == _PAIR:
        price, off = amounts
        left = line.number(price) - line.number(off)
        is_part = line.number(off) * _SMALL_PART <= line.number(price)
        currencies = {line.spans[at].value for at in amounts} - {""}
        is_same = len(currencies) < _PAIR
        if is_part and is_same and _is_let_off(line, price, off):
            _settle(line, price, off, left)
        return
    shares = [at for at in line.where(SpanKind.PERCENT) if at > amounts[0]] if amounts else []
    if len(amounts) == 1 and len(shares) == 1 and _is_let_off(line, amounts[0], shares[0]):
        share = share_of(line.spans[shares[0]])
        if share is not None and 0 < share * _SMALL_PART <= 1:
            left = line.number(amounts[0]) * (1 - share)
            _settle(line, amounts[0], shares[0], left)


def _is_let_off(line: Line, price: int, off: int) -> bool:
    """Tell whether the second figure was let off the first, which nobody is told to have paid."""
    after = line.at(off + 1)
    if after is not None and after.folded in _TAKEN_BACK:
        return False  # "put in 8000 then took 3000 back"
    return _off_word(line, price, off) >= 0 and not _is_what_was_taken(line, price)


def _off_word(line: Line, price: int, off: int) -> int:
    """Give the place of the word that tells what was let off; -1 if there is none."""
    after, before = line.at(off + 1), line.at(off - 1)
    if after is not None and after.folded in _OFF_AFTER:
        return off + 1
    if after is not None and before is not None and (before.folded, after.folded) == ("let", "go"):
        return off + 1
    for at in range(off - 1, max(price, off - _REACH - 1), -1):
        span = line.spans[at]
        if span.text in _BORDERS or span.folded in _OWN_FIGURE:
            return -1
        if span.folded.startswith(_OFF):
            return at if at == off - 1 or span.folded != "took" else -1
        is_near = span.kind in QUIET or span.kind in {SpanKind.PERSON, SpanKind.DISCOUNT}
        if not is_near:
            return -1
    return -1


def _is_what_was_taken(line: Line, price: int) -> bool:
    """Tell whether a verb or "for" stands before the first figure: "sold for 2 000"."""
    for at in range(price - 1, max(-1, price - _REACH - 1), -1):
        span = line.spans[at]
        if span.text in _BORDERS:
            return False
        if span.kind is SpanKind.VERB and span.value in _TAKING:
            return span.value != "sell" or at == price - 1
        if at == price - 1 and span.folded in _OWN_FIGURE:
            return True
    return False


def _settle(line: Line, price: int, off: int, left: Decimal) -> None:
    word = _off_word(line, price, off)
    line.put(price, left, is_sure=False)
    line.drop(off)
    for at in range(price + 1, max(off, word) + 1):
        if line.spans[at].kind is SpanKind.VERB or line.spans[at].kind is SpanKind.PERSON:
            line.hush(at)
    line.set(word, replace(line.spans[word], kind=SpanKind.DISCOUNT, value="taken_off"))
    for at in line.where(SpanKind.PLAN):
        if at < price and line.spans[at].value == "price":
            line.hush(at)  # "marked 1,850" is no mere price: it was let go for less
