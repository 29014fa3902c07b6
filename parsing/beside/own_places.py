"""Read what a thing is for: a room of the shop's own, or a tool: "a picture for the hall"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_ROOMS = (
    "showroom", "entrance", "corridor", "hallway", "reception", "meeting", "canteen", "counter",
    "yard", "porch", "guard", "washroom", "bookkeeping", "cellar", "basement", "wall", "staff",
    "шоурум", "переговорн", "приймальн", "приемн", "їдальн", "столов", "умивальн", "умывальн",
    "роздягальн", "раздевалк", "прохідн", "проходн", "сторожк", "бухгалтер", "охорон", "охран",
    "коридор", "прилав", "стійк", "стойк", "вітрин", "витрин", "стін", "стен", "вхід", "вход",
    "двір", "двор", "ганок", "ганку", "крыльц", "підвал", "подвал", "кабінет", "кабинет",
    "серверн", "кімнат", "комнат", "торгов",
)  # fmt: skip
_FOR = frozenset({"for", "на", "в", "у", "для", "під", "под", "к", "до", "ко", "во"})
_DESCRIBING = frozenset({SpanKind.COMMON, SpanKind.WORD})
_HEADS = frozenset({SpanKind.WORD, SpanKind.GOODS})
_TELLING = frozenset(
    {SpanKind.PURPOSE, SpanKind.FIRM, SpanKind.ORDER, SpanKind.ROLE, SpanKind.NAME, SpanKind.CARD}
)
"""What says more than where a thing is to stand."""
_PAID = frozenset({"buy", "pay", "spend"})
_REACH = 3


@woken_by(*_ROOMS)
def with_own_rooms(line: list[Span]) -> list[Span]:
    """Let a thing that is nowhere else named be for the shop if a room of its own is told."""
    if any(_says_more(span) for span in line):
        return line
    for at, span in enumerate(line[1:], start=1):
        is_for = span.folded in _FOR and line[at - 1].kind in _HEADS
        room = _room_after(line, at) if is_for else 0
        if room:
            line[room] = replace(line[room], kind=SpanKind.THING, value="office_household")
            return line
    return line


def _says_more(span: Span) -> bool:
    if span.kind is SpanKind.VERB:
        return span.value not in _PAID
    is_thing = span.kind is SpanKind.THING and not span.folded.startswith(_ROOMS)
    return is_thing or (span.kind in _TELLING and not span.folded.startswith(_ROOMS))


def _room_after(line: Sequence[Span], at: int) -> int:
    """Find the room of the shop's own that stands after "for"; 0 if none does."""
    for place in range(at + 1, min(len(line), at + 1 + _REACH)):
        if line[place].folded.startswith(_ROOMS):
            return place
        if line[place].kind not in _DESCRIBING:
            return 0
    return 0


_UPKEEP = "repairs_maintenance"
_TOOLS = (
    "makita", "макіт", "макит", "dewalt", "деволт", "metabo", "метабо", "ryobi", "drill", "saw",
    "jigsaw", "grinder", "screwdriver", "vise", "vice", "soldering", "trolley", "дрил", "дрел",
    "шуруповерт", "шурик", "лещат", "тиск", "болгарк", "перфоратор", "паяльн", "лобзик",
    "бензопил", "різак", "резак", "тачк", "візк", "тележк", "рокл", "верстак", "тепловізк",
    "теплогармат", "тепловентилят", "теплопушк", "heat gun",
)  # fmt: skip
_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_PART_OF = frozenset({"for", "для", "до", "к", "на"})


@woken_by(*_TOOLS)
def with_parts_of_tools(line: list[Span]) -> list[Span]:
    """Let what belongs to a tool be upkeep as it is: "зарядка до Макіти", "стойка для дрели"."""
    for at in range(len(line) - 2):
        thing, joint = line[at : at + 2]
        is_part = thing.kind in _NAMED and thing.value in {"office_household", _UPKEEP}
        if is_part and joint.folded in _PART_OF and _is_tool_after(line, at + 1):
            line[at] = replace(thing, value=_UPKEEP)
            for of in range(at + 2, min(at + _REACH, len(line))):
                if line[of].kind is SpanKind.GOODS:
                    line[of] = replace(line[of], kind=SpanKind.COMMON, value="common")
    return line


def _is_tool_after(line: Sequence[Span], at: int) -> bool:
    """Tell whether a tool stands next, be it described."""
    return any(it.folded.startswith(_TOOLS) for it in line[at + 1 : at + _REACH])
