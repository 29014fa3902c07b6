"""Read what was mended on the shop's van as its upkeep: "замінили помпу на бусі 1750"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_VEHICLES = frozenset({
    "бусі", "бусику", "бусике", "бусе", "газелі", "газели", "газельці", "газельке", "машині",
    "машине", "фургоні", "фургоне", "van", "truck", "lorry",
})  # fmt: skip
_ON = frozenset({"на", "у", "в", "on", "in", "of", "the", "our"})
_MENDED = (
    "замін", "замен", "помін", "поменя", "ремонт", "полагод", "почин", "відремонт", "отремонт",
    "поставили нов", "перебра", "replaced", "changed", "fixed", "repair", "mended", "new",
)  # fmt: skip
_ACTING = frozenset({"bring", "carry", "sell", "receive"})
_THINGS = frozenset(
    {SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE, SpanKind.BRAND, SpanKind.EXCHANGE}
)


@woken_by(words=_VEHICLES)
def with_vehicle_mended(line: list[Span]) -> list[Span]:
    """Let what was changed or mended "on the van" be no goods; what it carried is left alone."""
    at = next((it for it, span in enumerate(line) if _is_vehicle(span)), -1)
    if at < 1 or any(span.value in _ACTING for span in line):
        return line
    is_on = _last_word(line[at - 1]) in _ON or " " in line[at].folded
    mended = any(span.folded.startswith(_MENDED) for span in line[:at])
    if not is_on or not mended:
        return line
    told = [
        replace(span, kind=SpanKind.COMMON, value="common")
        if span.kind in _THINGS and place < at
        else span
        for place, span in enumerate(line)
    ]
    told[at] = replace(line[at], kind=SpanKind.PURPOSE, value="fuel_transport")
    return told


_FITTED_TO = ("на", "в", "у", "до", "для", "for", "on", "in")
_OURS = frozenset({
    "бус", "бусик", "буса", "бусика", "газель", "газели", "газелі", "машину", "van", "truck",
    "lorry",
})  # fmt: skip
_TOLD = frozenset(
    {SpanKind.VERB, SpanKind.PURPOSE, SpanKind.ROLE, SpanKind.ORDER, SpanKind.FIRM, SpanKind.NAME}
)


@woken_by(words=_OURS)
def with_parts_of_ours(line: list[Span]) -> list[Span]:
    """Let goods "на бус" that nobody sells or brings be a part of the shop's own van."""
    at = next((it for it, span in enumerate(line) if _is_to_ours(span)), -1)
    if at < 1 or line[at - 1].kind is not SpanKind.GOODS:
        return line
    if any(span.kind in _TOLD for span in line):
        return line
    return [
        replace(span, kind=SpanKind.COMMON, value="common")
        if span.kind is SpanKind.GOODS and place < at
        else span
        for place, span in enumerate(line)
    ]


def _is_to_ours(span: Span) -> bool:
    """Tell whether it is "на бус", "for the van": a phrase that tells of the shop's vehicle."""
    words = span.folded.split()
    is_phrase = span.kind is SpanKind.THING and span.value == "fuel_transport" and len(words) > 1
    return is_phrase and words[0] in _FITTED_TO and words[-1] in _OURS


_BY_HAND = frozenset({"hand", "pallet", "sack", "platform"})


def _is_vehicle(span: Span) -> bool:
    """Tell whether it ends with a vehicle; a hand truck is pushed."""
    words = span.folded.split()
    return _last_word(span) in _VEHICLES and _BY_HAND.isdisjoint(words)


def _last_word(span: Span) -> str:
    return span.folded.rpartition(" ")[2]
