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
    price = next((it for it in range(at, len(line)) if _is_sum(line[it])), len(line))
    after = line[price + 1 :]
    while after and after[0].text in _ENDS:
        after = after[1:]
    is_to_us = any(span.value in _PAID_US for span in after)
    is_apart = any(span.text in _ENDS for span in line[at:price])
    if is_apart or not (place or is_to_us) or not _tells_payer(after):
        return line
    told = list(line)
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="sale_cash")
    if place:
        told[place] = replace(line[place], kind=SpanKind.PLACE, value="town")
    return told


def _is_sum(span: Span) -> bool:
    return span.kind is SpanKind.AMOUNT


def _is_delivery(span: Span) -> bool:
    return span.kind in {SpanKind.PURPOSE, SpanKind.THING} and span.value == "delivery"


def _place_behind(line: Sequence[Span], at: int) -> int:
    """Give the index of where it went, which stands behind "to"; 0 if nothing says it."""
    behind = line[at + 1 : at + 2]
    if not behind or (behind[0].value not in _WHERE and behind[0].folded not in _LATIN_TO):
        return 0
    place = at + 2
    while place < len(line) and line[place].kind is SpanKind.COMMON:  # "в село Зозів"
        place += 1
    is_place = place < len(line) and line[place].kind in _DESTINATION
    return place if is_place and line[place].text[0].isupper() else 0


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
    "задат",
    "завдат",
    "передоплат",
    "передплат",
    "предоплат",
)
_OF_BUYERS = frozenset({"customer_prepayment", "sale_cash", "customer_refund", "supplier_goods"})
_GIVEN_WORD = ("у", "ю", "ові", "еві", "єві", "u", "ovi", "evi")
_GIVEN_NAME = (*_GIVEN_WORD, "і", "ї", "е")


@woken_by(*_AHEAD)
def with_work_paid_ahead(line: list[Span]) -> list[Span]:
    """Let money ahead be given to who stands in the dative: "Гнату наперед за монтаж".

    For goods it is their supplier: "Ткачу наперед за труби".
    """
    if any(span.kind is SpanKind.VERB and span.value not in _GIVING for span in line):
        return line
    at = next((it for it, span in enumerate(line) if span.folded.startswith(_AHEAD)), -1)
    is_work = any(_is_work(it) or it.kind is SpanKind.GOODS for it in line[at + 1 :])
    if line[at].value != "customer_prepayment":
        return line
    told = list(line)
    if any(it.kind is SpanKind.NAME for it in line) and any(map(_is_shift, line[at + 1 :])):
        told[at] = replace(line[at], value="salary_advance")
        return told
    if not _is_given_ahead(line, at, is_work=is_work):
        return line
    is_led = at + 1 < len(line) and line[at + 1].kind not in _WHO
    kind, value = (SpanKind.PREPOSITION, "for_price") if is_led else (SpanKind.COMMON, "common")
    told[at] = replace(line[at], kind=kind, value=value)
    return told


_GIVING = frozenset({"give", "pay"})
_WHAT_FOR = frozenset({SpanKind.PURPOSE, SpanKind.THING})


_WORK = ("робот", "работ", "work", "job", "robot", "rabot")
_SHIFTS = ("змін", "смен", "shift")
_WORKERS = frozenset({"installer", "handyman", "courier", "loader", "cleaner", "staff"})


def _is_work(span: Span) -> bool:
    is_named = span.kind in _WHAT_FOR and span.value not in _OF_BUYERS
    return is_named or span.folded.startswith(_WORK)


def _is_shift(span: Span) -> bool:
    return span.kind is SpanKind.COMMON and span.folded.startswith(_SHIFTS)


def _is_given_ahead(line: Sequence[Span], at: int, *, is_work: bool) -> bool:
    """Tell whether somebody is whom it was given to: by the case, or behind "to"."""
    who = line[at - 1] if at else line[at]
    behind = line[at + 1 : at + 3]
    is_to = at > 1 and line[at - 2].value == "to" and _is_who(who)
    is_to = is_to or (len(behind) > 1 and behind[0].value == "to" and _is_who(behind[1]))
    if who.value in _WORKERS and who.folded.endswith(_GIVEN_WORD):
        return True
    if at == 0 and behind and not is_to:
        who = behind[0]  # "задаток Ткачу за труби"
    endings = _GIVEN_NAME if who.kind is SpanKind.NAME else _GIVEN_WORD
    is_named = who.kind in _WHO and who.text[0].isupper()
    return is_work and (is_to or (is_named and who.text.lower().endswith(endings)))


@woken_by(values=("customer_refund",))
def with_return_carried(line: list[Span]) -> list[Span]:
    """Let what a carrier got for a return be carriage: "НП за повернення 180".

    Without "for" it may be what went back by that carrier, and so is confirmed.
    """
    is_by_carrier = any(it.kind is SpanKind.FIRM and it.value == "delivery" for it in line)
    if not is_by_carrier or any(span.value in _BUYING or _tells_of_refund(span) for span in line):
        return line
    return [
        replace(span, kind=SpanKind.THING, value="delivery" if _is_for(line, at) else span.value)
        if span.kind is SpanKind.PURPOSE and span.value == "customer_refund"
        else span
        for at, span in enumerate(line)
    ]


_BUYING = frozenset({"customer", "him", "order"})
_FOR = frozenset({"for", "for_price"})


def _tells_of_refund(span: Span) -> bool:
    """Tell whether money is said to have been given back: to somebody, or for an order."""
    is_back = span.kind is SpanKind.VERB and span.value not in _GIVING
    return is_back or span.kind in {SpanKind.ORDER, SpanKind.GOODS, SpanKind.NAME}


def _is_for(line: Sequence[Span], at: int) -> bool:
    before = [span for span in line[max(0, at - 2) : at] if span.kind is not SpanKind.COMMON]
    is_for = bool(before) and before[-1].value in _FOR
    return is_for or line[at].folded.startswith(("за ", "for "))


_NEVER_SOLD = frozenset(
    {
        *("advertising", "bank_fees", "fuel_transport", "phone_internet", "rent", "taxes_fees"),
        "utilities",
    }
)
_PAID_AHEAD = frozenset({"customer_prepayment", "salary_advance"})
_SOMEBODY = frozenset({SpanKind.NAME, SpanKind.ROLE, SpanKind.WORD})
_BOUGHT = _NEVER_SOLD | {"office_household", "packaging_supplies", "repairs_maintenance"}
_TRADING = frozenset({"customer", "from", "sell", "receive", "bring", "take"})
_BY_US = ("ла", "ли", "paid", "prepaid")


@woken_by(values=_PAID_AHEAD)
def with_expense_paid_ahead(line: list[Span]) -> list[Span]:
    """Let what is paid ahead for what no shop sells be paid by it: "завдаток за оренду 12000"."""
    at = next((it for it, span in enumerate(line) if span.value in _PAID_AHEAD), None)
    if at is None:
        return line
    behind = next((it for it in line[at + 1 :] if it.kind not in _BEFORE_THING), None)
    if behind is None or behind.kind not in _WHAT_FOR:
        return line
    if any(it.value in _TRADING or it.kind is SpanKind.GOODS for it in line):
        return line
    if line[at].value == "salary_advance" and any(it.kind in _SOMEBODY for it in line):
        return line
    is_ours = any(it.value in _GIVING and it.folded.endswith(_BY_US) for it in line[:at])
    is_ours = is_ours and not any(it.kind in _SOMEBODY for it in line)
    if behind.value not in (_BOUGHT if is_ours else _NEVER_SOLD):
        return line
    return [*line[:at], replace(line[at], kind=SpanKind.COMMON, value="common"), *line[at + 1 :]]


_BEFORE_THING = frozenset({SpanKind.PREPOSITION, SpanKind.COMMON, SpanKind.AMOUNT})


BY_DELIVERY = (
    with_our_delivery,
    with_work_paid_ahead,
    with_return_carried,
    with_expense_paid_ahead,
)
"""The rules of this room, in the order in which they read a line."""
