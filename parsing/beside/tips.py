"""Read tips that customers left: "на чай оставили 120, положила в кассу", "tips 50"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_TIPS = ("tips", "чайові", "чайових", "чаевые", "чаевых")
_CALLED_SO = (" на чай", " на каву", " на кофе")
_TREATS = ("чай", "чайок", "каву", "кофе", "шоколадку", "tea", "coffee", "a coffee", "a drink")
_FOR = frozenset({"на", "for"})
_LEFT = (
    "залиш", "лишил", "лишив", "остав", "left", "кинул", "кинув", "докинул", "накинул", "gave us",
)  # fmt: skip
_GOT = frozenset({"receive", "put_in", "bring", "deposit", "move"})
_PEOPLE = frozenset({SpanKind.NAME, SpanKind.FIRM})
_ROLES = frozenset({"till", "customer", "safe"})
_REACH = 3


@woken_by(*_TIPS, *_CALLED_SO, words=_TREATS)
def with_tips(line: list[Span]) -> list[Span]:
    """Let what was left "for tea" and kept be other income; what one of ours got is none."""
    amounts = sum(span.kind is SpanKind.AMOUNT for span in line)
    if amounts != 1 or any(_is_of_ours(span) for span in line[1:]):
        return line
    at = next((it for it, span in enumerate(line) if _is_tip(line, it, span)), -1)
    if at < 0:
        return line
    told = list(line)
    for place, span in enumerate(line):
        if place == at:
            told[place] = replace(span, kind=SpanKind.PURPOSE, value="other_income")
        elif span.kind is SpanKind.VERB or span.value in _ROLES:
            told[place] = replace(span, kind=SpanKind.COMMON, value="common")
    return told


def _is_of_ours(span: Span) -> bool:
    """Tell whether somebody is named who may have got it: "лишили кур'єру на чай"."""
    return span.kind in _PEOPLE or (span.kind is SpanKind.ROLE and span.value not in _ROLES)


def _is_tip(line: Sequence[Span], at: int, span: Span) -> bool:
    is_called = span.folded.startswith(_TIPS) or span.folded.endswith(_CALLED_SO)
    if not is_called and span.folded not in _TREATS:
        return False
    if is_called:
        is_kept = any(it.value in _GOT or it.value == "till" for it in line) or _is_left(line)
        return is_kept and not any(it.value in {"give", "pay"} and not _left(it) for it in line)
    is_for = any(it.folded in _FOR for it in line[max(0, at - 2) : at])
    return is_for and _is_left(line)


def _is_left(line: Sequence[Span]) -> bool:
    return any(_left(span) for span in line)


def _left(span: Span) -> bool:
    return span.kind is not SpanKind.LEFTOVER and span.folded.startswith(_LEFT)
