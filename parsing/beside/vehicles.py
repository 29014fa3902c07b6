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
    at = next((it for it, span in enumerate(line) if _last_word(span) in _VEHICLES), -1)
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


def _last_word(span: Span) -> str:
    return span.folded.rpartition(" ")[2]
