"""See that what parcels are packed in was bought, and no carrying paid: "parcel bags 96"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold

_CARRYING = (
    "parcel", "shipping", "shipment", "delivery", "freight", "courier", "dispatch", "mailing",
    "посилков", "поштов", "почтов", "посылочн", "курєрськ", "курьерск",
)  # fmt: skip
_PACKING = (
    "bag", "sack", "mailer", "label", "sticker", "wrap", "film", "carton", "envelope", "tube",
    "twine", "string", "filler", "foam", "tape", "pouch", "sleeve", "пакет", "мішк", "мешк",
    "конверт", "плівк", "пленк", "скотч", "наліпк", "наклейк", "етикет", "этикет", "тубус",
)  # fmt: skip
_OPEN = frozenset({SpanKind.THING, SpanKind.PURPOSE, SpanKind.WORD, SpanKind.GOODS, SpanKind.ROLE,
                   SpanKind.COMMON})  # fmt: skip


@woken_by(*_CARRYING)
def with_packing(line: list[Span]) -> list[Span]:
    """Take a thing to pack in, right behind the word for what is carried, for packaging."""
    told = list(line)
    for at in range(1, len(line)):
        carried, packing = line[at - 1], line[at]
        is_open = carried.kind in _OPEN and packing.kind in _OPEN | {SpanKind.UNIT}
        is_full = at + 1 < len(line) and line[at + 1].folded == "of"  # "a bag of cement"
        if is_open and not is_full and _is_packing(carried, packing):
            told[at - 1] = replace(carried, kind=SpanKind.COMMON, value="common")
            told[at] = replace(packing, kind=SpanKind.PURPOSE, value="packaging_supplies")
    return told


def _is_packing(carried: Span, packing: Span) -> bool:
    is_close = carried.end + 1 == packing.start
    is_of_parcels = " " not in carried.text and fold(carried.text).startswith(_CARRYING)
    return is_close and is_of_parcels and packing.folded.startswith(_PACKING)
