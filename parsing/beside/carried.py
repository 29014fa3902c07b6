"""Read what was carried about for money as work that was paid: "підняли бойлер 250"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_CARRIED = (
    "занесли", "заносили", "заніс", "підняли", "піднімали", "підіймали", "піднесли", "підносили",
    "спустили", "спускали", "тягали", "тягнули", "перенесли", "переносили", "винесли", "виносили",
    "перетягли", "перетягнули", "затягли", "затягнули", "витягли", "стягли", "таскали", "притягли",
    "подняли", "поднимали", "поднесли", "подносили", "тащили", "тягали", "вынесли", "выносили",
    "перетащили", "затащили", "вытащили", "стащил", "поднял", "затащил", "перетащил", "занес",
    "стягнули", "розвантажил", "вивантажил", "завантажил", "разгрузил", "выгрузил", "загрузил",
    "сгрузил", "згрузил", "розгрузил", "unload", "offload", "lugged", "hauled",
    "опустили", "опускали", "lowered", "пересунули", "передвинули", "пересували", "двигали",
)  # fmt: skip
"""Men who lift: what one woman "занесла" is money, or goods that she brought."""
_DROVE = frozenset(
    """віз вез возив возил відвіз відвозив отвез отвозил довіз довез перевіз перевез перевозив
    перевозил drove hauled viz vez vozyv vozil vidviz otvez""".split()
)
_WHO = frozenset({SpanKind.NAME, SpanKind.ROLE})
_REACH = 3
_OTHERS = frozenset(
    {SpanKind.ORDER, SpanKind.CASH, SpanKind.PURPOSE, SpanKind.PLAN, SpanKind.VERB}
)
_WHAT = frozenset({SpanKind.GOODS, SpanKind.BRAND})
_BETWEEN = frozenset(
    {SpanKind.COMMON, SpanKind.QUANTITY, SpanKind.AMOUNT, SpanKind.WORD, SpanKind.MODEL}
)
_SAFES = frozenset({"сейф", "safe", "the safe"})
_SIDES = frozenset({"customer", "supplier"})
_LIFTERS = (
    "мужик", "мужч", "чолов", "дядьк", "хлоп", "пацан", "парн", "парен", "студент", "guy", "lad",
    "men", "man", "student", "neighbour", "сусід", "сосед",
)  # fmt: skip
"""Who may be a customer elsewhere; where goods are carried he is who carries them."""


@woken_by(*_CARRIED)
def with_goods_carried(line: list[Span]) -> list[Span]:
    """Let goods that somebody carried up or down be no sale: the carrying was paid."""
    at = next((it for it, span in enumerate(line) if _is_said(span, _CARRIED)), -1)
    after = line[at + 1 : at + 1 + _REACH]
    what = next((it for it, span in enumerate(after) if _is_load(span)), -1)
    is_of_goods = what >= 0 and all(it.kind in _BETWEEN for it in after[:what])
    is_else = any(
        (span.kind in _OTHERS or span.value in _SIDES)
        and span.value != "delivery"
        and not (_is_load(span) or _lifts(span))
        for place, span in enumerate(line)
        if place != at
    )
    if at < 0 or not is_of_goods or is_else:
        return line
    told = [
        replace(span, kind=SpanKind.COMMON, value="common")
        if _is_load(span) or _lifts(span)
        else span
        for span in line
    ]
    for place in range(at + 1, at + 1 + what):
        if told[place].kind is SpanKind.AMOUNT:
            told[place] = replace(told[place], kind=SpanKind.QUANTITY)  # "40 коробок"
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="delivery")
    return told


@woken_by(words=_DROVE)
def with_goods_driven(line: list[Span]) -> list[Span]:
    """Read goods that somebody drove as a delivery that was paid: "бойлер віз Михайло, 1100"."""
    said = ({span.folded, span.text.casefold()} for span in line)
    at = next((it for it, words in enumerate(said) if not words.isdisjoint(_DROVE)), 0)
    beside = [*line[max(0, at - 1) : at], *line[at + 1 : at + 2]]
    is_of_goods = any(span.kind in _WHAT for span in beside)
    is_by_somebody = any(span.kind in _WHO and span.value not in _SIDES for span in line)
    is_else = any(
        span.kind in _OTHERS or span.value in _SIDES or span.kind is SpanKind.PREPOSITION
        for place, span in enumerate(line)
        if place != at
    )
    if not (is_of_goods and is_by_somebody) or is_else:
        return line
    told = [
        replace(span, kind=SpanKind.COMMON, value="common") if span.kind in _WHAT else span
        for span in line
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="delivery")
    return told


def _is_load(span: Span) -> bool:
    is_furniture = span.kind is SpanKind.THING and span.value == "office_household"
    is_safe = span.value == "safe" and span.folded in _SAFES
    is_load = span.kind in _WHAT or span.value == "packaging_supplies"
    return is_load or is_furniture or is_safe


def _lifts(span: Span) -> bool:
    return span.value == "customer" and _is_said(span, _LIFTERS)


def _is_said(span: Span, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in span.folded.split())
