"""Read a small job that somebody was paid for: "a kid cleared the snow, gave him 100"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_STRANGERS = tuple(
    "kid lad lads boy boys guy guys bloke fella fellas neighbour neighbor chap teen student man"
    " men хлоп пацан парен парн парубок мужик мужч дядьк дядя сусід сосед студент школяр школьник"
    " підліток подросток чоловік дівч дідусь дід дед жіночка тітка безхатьк незнайом незнаком"
    " прохож перехож".split()
)
"""Who is of no trade; English words stand whole, others by how they begin."""
_STRANGERS_WHOLE = frozenset(_STRANGERS)
_UNSETTLED = frozenset({"customer", "loader", "staff"})
"""What a word for anybody may have been taken for."""
_CARRYING = tuple(
    "занес занос заніс винес вынес затяг затащ підняв підняли поднял розвантаж вивантаж завантаж"
    " разгруз выгруз загруз перенес переніс перетяг перетащ спустил carried unloaded hauled lugged"
    " loaded moved dragged lifted humped".split()
)
_WORKING = tuple(
    "скосив скосил покосив покосил косив косил почистив почистил чистив чистил прибрав прибрал"
    " помив помил помыл вимив вимил вымыл підмів підмел подмел розчистив розчистил расчистил"
    " відкидав відкидал раскидал прокидав викопав викопал выкопал вскопал скопав пофарбував"
    " пофарбувал покрасил побілив побілил спиляв спилял спилил порубав порубал нарубал нарубав"
    " обрізав обрізал обрезал полагодив прочистив прочистил розклеїв розклеїл расклеил згріб сгреб"
    " убрал полил прополол shovelled shoveled mowed swept cleared cleaned washed dug chopped"
    " trimmed weeded raked painted scrubbed hosed tidied unblocked leafleted".split()
)
_REACH = 5
"""So far behind the stranger his work may stand."""
_GAVE = frozenset({"give", "pay", "spend"})
_WE_GAVE = ("ла", "ли", "ло", "ly", "la")
_WORDS = frozenset(
    {
        SpanKind.WORD,
        SpanKind.VERB,
        SpanKind.GOODS,
        SpanKind.THING,
        SpanKind.PURPOSE,
        SpanKind.COMMON,
    }
)
_CLAUSES = frozenset({",", ".", ";", "-", "–", "—", ":"})


@woken_by(*_STRANGERS)
def with_odd_jobs(line: list[Span]) -> list[Span]:
    """Let the stranger who worked be nobody that buys, and his work what was paid for."""
    strangers = [at for at, span in enumerate(line) if _is_stranger(span, is_first=at == 0)]
    if not strangers:
        return line
    who = strangers[0]
    work = next(
        (
            at
            for at in range(who + 1, min(len(line), who + _REACH))
            if _work_of(line[at]) is not None
        ),
        None,
    )
    if work is None or not _is_paid_to_him(line, work):
        return line
    is_carrying = _work_of(line[work]) == "carry"
    kind, value = (SpanKind.ROLE, "loader") if is_carrying else (SpanKind.COMMON, "common")
    for at in strangers:
        line[at] = replace(line[at], kind=kind, value=value)
    line[work] = replace(
        line[work],
        kind=SpanKind.PURPOSE,
        value="delivery" if is_carrying else "other_expense",
    )
    _quieten(line, work)
    return line


_CLEANING = tuple(
    "прибрал прибирал поприбирал убрал убирал помил помыл вимил вымыл підмел подмел cleaned swept"
    " scrubbed mopped tidied prybral prybyral ubral".split()
)
_PLACES = (
    "склад", "зал", "магазин", "офіс", "офис", "вікн", "окна", "вітрин", "витрин", "підлог", "пол",
    "поли", "полы", "підсобк", "подсобк", "shop", "store", "office", "window", "floor", "sklad",
    "mahazyn", "ofis",
)  # fmt: skip
_NEAR = 2


@woken_by(*_CLEANING)
def with_cleaning_by_name(line: list[Span]) -> list[Span]:
    """Take what somebody by name got for cleaning as a wage: "прибрала Галина склад, дала 350"."""
    for at, span in enumerate(line):
        if not span.text.casefold().startswith(_CLEANING) or span.kind not in _WORDS:
            continue
        beside = line[max(0, at - 1) : at + _NEAR]
        is_named = any(it.kind is SpanKind.NAME for it in beside)
        is_place = any(it.folded.startswith(_PLACES) for it in line[at + 1 : at + _REACH])
        if is_named and is_place and _is_paid_to_him(line, at):
            line[at] = replace(span, kind=SpanKind.PURPOSE, value="salary")
            _quieten(line, at)
    return line


def _quieten(line: list[Span], work: int) -> None:
    """Take the things that were worked on for no goods, and "a hundred" after "some" for sure."""
    for at, span in enumerate(line):
        is_clause = at > work and span.text in _CLAUSES
        if is_clause:
            break
        is_thing = span.kind in {SpanKind.GOODS, SpanKind.THING, SpanKind.PURPOSE}
        if at != work and (is_thing or span.kind in {SpanKind.VAGUE, SpanKind.WORD}):
            line[at] = replace(span, kind=SpanKind.COMMON, value="common")


def _is_stranger(span: Span, *, is_first: bool) -> bool:
    is_somebody = span.kind is SpanKind.WORD or (
        span.kind is SpanKind.ROLE and span.value in _UNSETTLED
    )
    if not is_somebody or (not is_first and span.text[0].isupper()):
        return False
    words = span.folded.split()
    if span.folded.isascii():
        return not _STRANGERS_WHOLE.isdisjoint(words)
    return any(word.startswith(_STRANGERS) for word in words)


def _work_of(span: Span) -> str | None:
    if span.kind not in _WORDS:
        return None
    typed = span.text.casefold()  # a rare word may have been taken for a known one
    if typed.startswith(_CARRYING):
        return "carry"
    return "work" if typed.startswith(_WORKING) else None


def _is_paid_to_him(line: Sequence[Span], work: int) -> bool:
    """Tell whether we paid after the work: "gave", "we paid him", "900 to them from the till"."""
    after = line[work + 1 :]
    is_to_him = any(span.value == "him" for span in after)
    is_from_till = any(
        span.value == "till" and after[at - 1].value == "from"
        for at, span in enumerate(after)
        if at
    )
    gave = [span for span in after if span.kind is SpanKind.VERB and span.value in _GAVE]
    is_ours = any(span.folded.endswith(_WE_GAVE) or span.folded.isascii() for span in gave)
    is_shared = any(set(span.folded.split()) >= _BETWEEN_THEM for span in after) or any(
        one.folded == "на" and other.text.casefold() in _FOR_SO_MANY
        for one, other in pairwise(after)
    )
    return is_ours or is_shared or (is_to_him and (bool(gave) or is_from_till))


_BETWEEN_THEM = frozenset({"between", "them"})
_FOR_SO_MANY = frozenset({"двох", "двоих", "трьох", "троих", "всіх", "всех", "усіх"})
