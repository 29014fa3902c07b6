"""Leave out whom a shop feeds, clothes or equips: he is paid no fee and no goods for it."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NAMED = frozenset({SpanKind.PURPOSE, SpanKind.THING})
_MEANT_FOR_PEOPLE = frozenset({"other_expense", "office_household"})
_PAID_ROLES = frozenset({"courier", "loader", "installer", "supplier", "landlord", "handyman"})
"""Who is otherwise paid for what he is."""
_FOR = frozenset({"for", "для"})
_WITH = frozenset({"with", "з", "із", "зі", "с", "со"})
_BETWEEN = frozenset(
    {
        *(SpanKind.COMMON, SpanKind.WORD, SpanKind.PREPOSITION, SpanKind.BRAND),
        *(SpanKind.QUANTITY, SpanKind.NUMBER_WORD),
    }
)
_DATIVE = ("у", "ю", "ові", "еві", "єві", "ам", "ям", "им", "ым")
_REACH = 5


@woken_by(values=_MEANT_FOR_PEOPLE)
def with_people_hosted(line: list[Span]) -> list[Span]:
    """Leave out who gets a thing: "sandwiches for the loaders", "обід з постачальником"."""
    if any(span.kind is SpanKind.VERB and span.value == "sell" for span in line):
        return line
    for at, span in enumerate(line):
        if _is_meant_for_people(span):
            who = _guest_of(line, at)
            if who:
                return [*line[: at + 1], *_without_guest(line[at + 1 : who]), *line[who + 1 :]]
    return line


def _is_meant_for_people(span: Span) -> bool:
    return span.kind in _NAMED and span.value in _MEANT_FOR_PEOPLE


def _without_guest(between: Sequence[Span]) -> list[Span]:
    """Leave out how many guests they were, and of what make."""
    return [it for it in between if it.kind not in {SpanKind.BRAND, SpanKind.AMOUNT}]


def _guest_of(line: Sequence[Span], at: int) -> int:
    """Find who is told soon after a thing to get or share it; 0 if nobody is."""
    is_bought = any(span.kind is SpanKind.VERB and span.value == "buy" for span in line)
    roles = _PAID_ROLES | {"customer"} if is_bought else _PAID_ROLES
    for place in range(at + 1, min(len(line), at + _REACH)):
        span = line[place]
        if span.kind is SpanKind.ROLE and span.value in roles:
            between = {it.folded for it in line[at + 1 : place]}
            is_shared = bool(between & _WITH) and line[at].value == "other_expense"
            is_dative = not span.text.isascii() and span.text.lower().endswith(_DATIVE)
            return place if is_dative or is_shared or between & _FOR else 0
        is_count = span.kind is SpanKind.AMOUNT and span.text.isalpha()  # "for two loaders"
        if span.kind not in _BETWEEN and not is_count:
            return 0
    return 0


_WORN = (
    "ботин", "черевик", "куртк", "жилет", "футболк", "кепк", "шапк", "рукав", "перчат", "штан",
    "сапог", "чоб", "чобіт", "кросів", "кросов", "фартух", "фартук", "халат", "плащ", "дощовик",
    "boot", "shoe", "jacket", "vest", "t-shirt", "cap", "glove", "trousers", "apron", "coat",
)  # fmt: skip


@woken_by(*_WORN)
def with_people_clothed(line: list[Span]) -> list[Span]:
    """Let what people of the shop's own wear be an expense: "черевики вантажнику"."""
    for at, span in enumerate(line):
        if span.kind is SpanKind.GOODS and span.folded.startswith(_WORN):
            who = _guest_of(line, at)
            if who:
                line[at] = replace(span, kind=SpanKind.PURPOSE, value="other_expense")
                return [*line[: at + 1], *_without_guest(line[at + 1 : who]), *line[who + 1 :]]
    return line


@woken_by(values=("staff",))
def with_staff_equipped(line: list[Span]) -> list[Span]:
    """Let what one of ours gets be for the shop: "купили два стільці касиркам"."""
    if any(span.kind is SpanKind.VERB and span.value != "buy" for span in line):
        return line
    for at in range(1, len(line)):
        who, thing = line[at], line[at - 1]
        is_ours = who.kind is SpanKind.ROLE and who.value == "staff"
        is_dative = not who.text.isascii() and who.folded.endswith((*_DATIVE, "ці", "ке", "ше"))
        if is_ours and is_dative and thing.kind is SpanKind.GOODS:
            own = "other_expense" if thing.folded.startswith(_WORN) else "office_household"
            line[at - 1] = replace(thing, kind=SpanKind.THING, value=own)
    return line


_OPENINGS = frozenset({"відкриття", "открытие"})


@woken_by(words=_OPENINGS)
def with_opening_treats(line: list[Span]) -> list[Span]:
    """Let an opening that was drunk to be no count of the till: "шампанське на відкриття"."""
    for at in range(1, len(line)):
        told, thing = line[at], line[at - 1]
        is_opening = told.kind is SpanKind.BALANCE and told.folded.rpartition(" ")[2] in _OPENINGS
        is_drunk = thing.kind is SpanKind.GOODS
        if is_opening and (is_drunk or _is_meant_for_people(thing)):
            line[at] = replace(told, kind=SpanKind.COMMON, value="common")
        if is_opening and is_drunk:
            line[at - 1] = replace(thing, kind=SpanKind.THING, value="other_expense")
    return line
