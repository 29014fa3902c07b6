"""Read where goods are from: "фурнітура з Вірасту", "чехлы с радиорынка" were bought there."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_OUT_OF = frozenset({"з", "із", "зі", "с", "со", "из"})
_ORIGINS = (
    "рин", "рын", "радіорин", "радиорын", "баз", "склад", "опт", "завод", "фабри", "млин",
    "мельниц", "теплиц", "розсадник", "питомник", "ферм", "аукціон", "аукцион", "метро", "цех",
    "пекар", "хлібзавод", "хлебзавод", "закупк", "закупівл", "барахол",
)  # fmt: skip
"""Where shops buy, in words written small."""
_INSTRUMENTAL = ("ом", "ем", "єм", "ою", "ею", "ами", "ями", "ым", "им")
"""Endings of what goes along with a thing: "куртка з капюшоном"."""
_WARES = frozenset({SpanKind.GOODS, SpanKind.WORD, SpanKind.BRAND})
_NAME_MIN = 4
_RIDES = frozenset({"delivery", "fuel_transport"})
_STOPPING = frozenset({SpanKind.VERB, SpanKind.ROLE, SpanKind.ORDER, SpanKind.LEFTOVER})


@woken_by(words=_OUT_OF)
def with_origins(line: list[Span]) -> list[Span]:
    """Let a place or a firm that goods are from be where they were bought, if no one did more."""
    if any(span.kind in _STOPPING or span.sign or span.value in _RIDES for span in line):
        return line
    for at in range(1, len(line) - 1):
        if line[at].folded not in _OUT_OF or not _is_ware(line, at):
            continue
        place = line[at + 1]
        if place.kind not in {SpanKind.WORD, SpanKind.PLACE}:
            continue
        is_shop = place.folded.startswith(_ORIGINS)
        is_named = place.text[0].isupper() and len(place.text) >= _NAME_MIN
        if place.folded.endswith(_INSTRUMENTAL) or not (is_shop or is_named):
            continue
        kind = SpanKind.FIRM if is_named else SpanKind.THING
        return [
            *line[: at + 1],
            replace(place, kind=kind, value="supplier_goods"),
            *line[at + 2 :],
        ]
    return line


def _is_ware(line: Sequence[Span], at: int) -> bool:
    """Tell whether goods stand before a place, over how many there are."""
    before = [span for span in line[:at] if span.kind is not SpanKind.COMMON]
    return bool(before) and before[-1].kind in _WARES and before[-1].text[0].isalpha()


_NEIGHBOURS = ("сусід", "сосед", "neighbo")
_AT_THEIRS = frozenset({"у", "в", "from"})
_SOLD_TO_US = frozenset({SpanKind.GOODS, SpanKind.BRAND, SpanKind.PURPOSE, SpanKind.THING})


_SAID_OF_WARE = _SOLD_TO_US | {SpanKind.COMMON, SpanKind.WORD, SpanKind.QUANTITY, SpanKind.UNIT}


@woken_by(*_NEIGHBOURS)
def with_bought_of_neighbours(line: list[Span]) -> list[Span]:
    """Let a thing "у соседей" be bought of them, where no one did anything else."""
    who = next((at for at, it in enumerate(line) if it.folded.startswith(_NEIGHBOURS)), 0)
    if who == 0 or any(span.kind is SpanKind.VERB or span.sign for span in line):
        return line
    before = [it for it in line[:who] if it.folded not in {"the", "our"}]
    is_theirs = len(before) > 1 and before[-1].folded in _AT_THEIRS
    if not is_theirs or not all(span.kind in _SAID_OF_WARE for span in before[:-1]):
        return line
    named = {span.value for span in before if span.kind in _SOLD_TO_US}
    if not named or "other_income" in named:  # "позичили в сусідів"
        return line
    bought = replace(line[who], kind=SpanKind.VERB, value="spend", folded="spent")
    return [*line[:who], bought, *line[who + 1 :]]


_BRINGING = frozenset({"bring", "carry"})


@woken_by(words=_OUT_OF)
def with_places_of_origin(line: list[Span]) -> list[Span]:
    """Let an unknown name that goods were brought from be a place: "підвезли з Дніпра, водію 500".

    Places stand in the genitive; who is with somebody, and many a firm, does not end so.
    """
    if not any(span.value in _BRINGING for span in line):
        return line
    told = list(line)
    for at in range(1, len(line) - 1):
        place = line[at + 1]
        is_named = place.kind is SpanKind.WORD and place.text.istitle()
        is_brought = any(it.value in _BRINGING for it in line[max(0, at - 3) : at])
        is_genitive = place.folded.endswith(("а", "я", "и", "і", "ы"))
        if line[at].folded in _OUT_OF and is_named and is_brought and is_genitive:
            told[at + 1] = replace(place, kind=SpanKind.PLACE, value="town")
    return told


BY_ORIGINS = (with_origins, with_bought_of_neighbours, with_places_of_origin)
"""The rules of this room, in the order in which they read a line."""
