"""Read who paid for a delivery of ours, and what was given ahead for work to be done for us."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WHERE = frozenset({"in", "to", "for", "into", "on"})
_DESTINATION = frozenset({SpanKind.WORD, SpanKind.PLACE})
_ENDS = frozenset({",", ".", ";", "-", "–", "—"})
_WHO = frozenset({SpanKind.NAME, SpanKind.WORD})
_OURS = frozenset({"courier", "loader", "staff", "owner", "installer", "supplier", "self", "him"})
_AFTER = frozenset({SpanKind.COMMON, SpanKind.PERSON, SpanKind.CASH, SpanKind.PUNCTUATION})
_PAID_US = frozenset({"to_us", "at_us"})


@woken_by(values=("delivery",))
def with_our_delivery(line: list[Span]) -> list[Span]:
    """Let a delivery to a place, which somebody named is told to have paid for, be sold."""
    at = next((it for it, span in enumerate(line) if _is_delivery(span)), -1)
    if at < 0 or any(span.value in _OURS for span in line):
        return line
    place = _place_behind(line, at)
    border = next((it for it in range(at, len(line)) if line[it].text in _ENDS), len(line))
    is_priced = any(span.kind is SpanKind.AMOUNT for span in line[at:border])
    is_to_us = any(span.value in _PAID_US for span in line[border:])
    if not is_priced or not (place or is_to_us) or not _tells_payer(line[border + 1 :]):
        return line
    told = list(line)
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="sale_cash")
    if place:
        told[place] = replace(line[place], kind=SpanKind.PLACE, value="town")
    return told


def _is_delivery(span: Span) -> bool:
    return span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value == "delivery"


def _place_behind(line: Sequence[Span], at: int) -> int:
    """Give the index of where it went, which stands behind "to"; 0 if nothing says it."""
    behind = line[at + 1 : at + 3]
    is_to = len(behind) > 1 and (behind[0].value in _WHERE or behind[0].folded in _LATIN_TO)
    is_place = is_to and behind[1].kind in _DESTINATION and behind[1].text[0].isupper()
    return at + 2 if is_place else 0


_LATIN_TO = frozenset({"v", "u", "do", "na"})


def _tells_payer(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says no more than that somebody named paid."""
    said = [span for span in clause if span.kind is not SpanKind.NEWLINE]
    verb = next((it for it, span in enumerate(said) if span.kind is SpanKind.VERB), -1)
    if verb < 0 or said[verb].value != "pay":
        return False
    before = [it for it in said[:verb] if it.kind is not SpanKind.COMMON]
    after = said[verb + 1 :]
    if not before:  # "заплатила баба Галя"
        return bool(after) and all(map(_is_who, after))
    is_named = all(map(_is_who, before))
    return is_named and all(it.kind in _AFTER or it.value in _FOR for it in after)


_FOR = frozenset({"for", "sale_cash", "delivery"})


_KIN = frozenset(
    "баба бабка бабуся бабушка дід дед дядько дядя дядьо тітка тьотя тетя тётя сусід сусідка сосед"
    " соседка baba did diadko tiotia granny grandma uncle aunt neighbour".split()
)


def _is_who(span: Span) -> bool:
    is_named = span.kind in _WHO and span.text[0].isupper()
    return is_named or span.value in {"customer", "title"} or span.folded in _KIN


_AHEAD = (
    "наперед",
    "вперед",
    "авансом",
    "napered",
    "vpered",
    "upfront",
    "up front",
    "in advance",
)
_OF_BUYERS = frozenset({"customer_prepayment", "sale_cash", "customer_refund", "supplier_goods"})
_GIVEN_WORD = ("у", "ю", "ові", "еві", "єві")
_GIVEN_NAME = (*_GIVEN_WORD, "і", "ї", "е")


@woken_by(*_AHEAD)
def with_work_paid_ahead(line: list[Span]) -> list[Span]:
    """Let money ahead for work be given to who stands in the dative: "Гнату наперед за монтаж"."""
    if any(span.kind is SpanKind.VERB and span.value not in _GIVING for span in line):
        return line
    at = next((it for it, span in enumerate(line) if span.folded.startswith(_AHEAD)), -1)
    is_work = any(it.kind in _WHAT_FOR and it.value not in _OF_BUYERS for it in line[at + 1 :])
    if not is_work or line[at].value != "customer_prepayment":
        return line
    is_to = at > 1 and line[at - 2].value == "to"
    if at < 1 or not _is_given(line[at - 1], is_to=is_to):
        return line
    told = list(line)
    told[at] = replace(line[at], kind=SpanKind.PREPOSITION, value="for_price")
    return told


_GIVING = frozenset({"give", "pay"})
_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})


def _is_given(who: Span, *, is_to: bool) -> bool:
    """Tell whether somebody is whom it was given to: by the case, or behind "to"."""
    is_named = who.kind in _WHO and who.text[0].isupper()
    return is_named and (
        is_to or who.folded.endswith(_GIVEN_NAME if who.kind is SpanKind.NAME else _GIVEN_WORD)
    )


BY_DELIVERY = (with_our_delivery, with_work_paid_ahead)
"""The rules of this room, in the order in which they read a line."""
