"""Tell a thing that was mended from one that was bought: "kettle fixed", "чайник полагодили"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_MENDING = (
    "repair", "fixed", "mended", "serviced", "descaled", "overhaul", "recalibrat", "refurb",
    "reglued", "re-glued", "glued", "reuphol", "re-uphol", "resolder", "rewired", "remounted",
    "полагод", "відремонт", "підремонт", "обслужил", "обслуговув", "перепая", "запая", "припая",
    "перетягн", "перетягл", "підклеїл", "приклеїл", "склеїл", "підкрути", "прикрути", "підправи",
    "відрегул", "налаштув", "підварил", "приварил", "перебрал", "перемота", "відреставр",
    "перевісил", "реаніму", "підлата", "змастил", "почин", "отремонт", "подремонт", "обслужи",
    "перетяну", "подклеи", "приклеи", "склеил", "подкрути", "подправи", "отрегул", "настроил",
    "подварил", "приварил", "перемота", "отреставр", "перевесил", "реанимир", "подлата",
    "подшаман", "смазал",
)  # fmt: skip
_BOUGHT = frozenset({"office_household", "other_expense", "phone_internet"})
"""What the name of a thing alone is filed under: it was bought."""
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_WORK = frozenset({SpanKind.WORD, SpanKind.COMMON, SpanKind.VERB})
_BETWEEN = frozenset({SpanKind.COMMON, SpanKind.PERSON, SpanKind.WORD, SpanKind.THING})
_REACH = 3
_SIDES = frozenset({"customer", "sell", "receive"})


@woken_by(*_MENDING)
def with_things_mended(line: list[Span]) -> list[Span]:
    """Let what was done to a thing tell what for, and not the thing that is bought as a rule."""
    at = next((it for it, span in enumerate(line) if _is_mending(span)), -1)
    if at < 0 or any(span.value in _SIDES for span in line):
        return line
    things = _before(line, at) or _after(line, at)
    if not things:
        return line
    told = [
        replace(span, kind=SpanKind.COMMON, value="common") if place in things else span
        for place, span in enumerate(line)
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="repairs_maintenance")
    return told


def _is_mending(span: Span) -> bool:
    is_work = span.kind in _WORK or span.value == "repairs_maintenance"
    return is_work and span.folded.startswith(_MENDING)


def _is_bought(span: Span) -> bool:
    return span.kind in _NAMED and span.value in _BOUGHT


def _before(line: Sequence[Span], at: int) -> set[int]:
    """Find the thing that stands before what was done to it, no preposition between."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if _is_bought(line[place]):
            return {place}
        if line[place].kind not in _BETWEEN:
            break
    return set()


def _after(line: Sequence[Span], at: int) -> set[int]:
    for place in range(at + 1, min(len(line), at + 1 + _REACH)):
        if _is_bought(line[place]):
            return {place}
        if line[place].kind not in _BETWEEN:
            break
    return set()
