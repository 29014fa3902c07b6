"""Count what somebody got on top of his pay: "дала 170 за доставку і 30 зверху на чай"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_PAIR = 2
_REACH = 3
_ON_TOP = ("чайов", "чаев", "tip", "зверху", "сверху", "on top")
_TREATS = frozenset({"чай", "чайок", "чаек", "каву", "кофе"})
_FOR = frozenset({"на", "for"})
_GIVING = frozenset({"give", "pay", "unsure"})


def is_tip(line: Line, at: int) -> bool:
    """Tell whether words right behind a figure call it a tip."""
    after = line.spans[at + 1 : at + 1 + _REACH]
    for place, span in enumerate(after):
        if span.text in {",", ".", ";"} or span.number is not None:
            return False
        if span.folded.startswith(_ON_TOP) or _is_treat(line, at + 1 + place, span):
            return True
    return False


def is_to_helper(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is named who may get a tip: "кур'єру 300 і 50 на чай"."""
    return any(span.kind is SpanKind.ROLE and span.value in _HELPERS for span in spans)


_HELPERS = frozenset({"courier", "loader", "installer", "handyman", "cleaner", "driver"})


def is_told_as_tip(spans: Sequence[Span]) -> bool:
    """Tell whether spans end in "50 на чай", which a list of purchases may have as well."""
    words = [span.folded for span in spans]
    return any(one in _FOR and other in _TREATS for one, other in pairwise(words))


def _is_treat(line: Line, at: int, span: Span) -> bool:
    before = line.at(at - 1)
    is_for = before is not None and before.folded in _FOR
    return span.folded in _TREATS and is_for


@woken_by(kinds=(SpanKind.AMOUNT,))
def add_tip(line: Line) -> None:
    """Add a tip to what was paid to the same one, to be confirmed."""
    amounts = line.amounts()
    if len(amounts) != _PAIR:
        return
    paid, tip = amounts
    verbs = {line.spans[at].value for at in line.where(SpanKind.VERB)}
    is_given = bool(verbs & _GIVING) and not verbs - _GIVING
    is_given = is_given or (not verbs and is_to_helper(line.spans[:paid]))
    is_to_buyer = any(line.spans[at].value == "customer" for at in line.where(SpanKind.ROLE))
    is_small = line.number(tip) * 2 <= line.number(paid)
    is_same = {line.spans[at].value for at in amounts} <= {"", line.spans[paid].value}
    if not (is_given and is_small and is_same and is_tip(line, tip)) or is_to_buyer:
        return
    for at in range(tip + 1, min(len(line.spans), tip + 1 + _REACH)):
        if line.spans[at].kind in {SpanKind.PURPOSE, SpanKind.THING, SpanKind.WORD}:
            line.hush(at)
    line.put(paid, line.number(paid) + line.number(tip), is_sure=False)
    line.drop(tip)
