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
