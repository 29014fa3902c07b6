"""Read work that is told as done by nobody: "the till printer was serviced, 950"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_WERE = frozenset({"was", "were", "been", "got", "gets", "had"})
_DONE_EN = ("ed",)
_DONE_UK = ("ано", "ено", "єно", "ито", "уто", "яно")
_LONG = 7
_REACH = 2
_ACTING = frozenset({SpanKind.VERB, SpanKind.PURPOSE})


_BROKEN = (
    "розби", "злама", "поламал", "тріс", "лопн", "потек", "потік", "протік", "протек", "разби",
    "слома", "полома", "треснул", "сгорел", "згорі", "перегорі", "перегорел", "broke", "cracked",
    "smashed", "burst", "leak", "burnt", "shattered", "snapped", "впал", "упал", "відпал",
    "отпал", "відвал", "отвал", "заїда", "заеда", "заклин", "зажува", "зажева", "розхит", "расшат",
    "jammed", "wobbl", "fell off", "fell down", "порва", "зірва", "сорва", "torn", "tore",
)  # fmt: skip
_MENDED = (
    "поміня", "заміни", "полагоди", "встави", "почини", "замени", "поменя", "відремонт",
    "отремонт", "fixed", "replaced", "mended", "changed", "repaired", "new pane", "залата",
    "заклеї", "заклеи", "приварил", "swapped", "закріпи", "закрепи", "зварил", "заварил", "сварил",
    "перероби", "передела", "welded", "refixed", "repaired", "redone", "зашил",
    "stitched", "sewn",
)  # fmt: skip
_THINGS = frozenset({SpanKind.GOODS, SpanKind.WORD})
_OWN = frozenset({"office_household", "advertising"})
"""What a thing of the shop's own is named for: that it broke tells that it was not bought."""


def _with_mended(line: list[Span]) -> list[Span]:
    """Let what broke in the shop and was changed be upkeep: "розбили дзеркало, поміняли за 900".

    Whoever deals in telephones mends those of customers: makers' names are left alone.
    """
    broken = next((at for at, it in enumerate(line) if it.folded.startswith(_BROKEN)), -1)
    if broken < 0 or any(it.kind is SpanKind.BRAND or it.value == "customer" for it in line):
        return line
    mended = next(
        (at for at in range(broken + 1, len(line)) if line[at].folded.startswith(_MENDED)), -1
    )
    if mended < 0 or not any(it.kind is SpanKind.AMOUNT for it in line[mended:]):
        return line
    told = list(line)
    for at in range(mended):
        is_thing = told[at].kind in _THINGS or told[at].value in _OWN
        if is_thing and told[at].text[0].islower():
            told[at] = replace(told[at], kind=SpanKind.COMMON, value="common")
    told[mended] = replace(told[mended], kind=SpanKind.PURPOSE, value="repairs_maintenance")
    return told


_FOR_US = ("в", "ла", "ли", "л", "ло", "ed", "made", "built", "drew", "hung", "sewed", "wove")


def _with_made_for_us(line: list[Span]) -> list[Span]:
    """Let "us" be whom something was made for: "столяр зробив нам полицю, 600" pays him."""
    for at in range(1, len(line)):
        who, verb = line[at], line[at - 1]
        is_made = verb.kind in {SpanKind.WORD, SpanKind.COMMON} and verb.folded.endswith(_FOR_US)
        if who.value != "to_us" or not is_made or any(it.kind in _ACTING for it in line):
            continue
        told = list(line)
        told[at] = replace(who, kind=SpanKind.COMMON, value="common")
        if not any(it.kind is SpanKind.THING for it in line):
            told[at - 1] = replace(verb, kind=SpanKind.THING, value="repairs_maintenance")
        return told
    return line


@woken_by(*_BROKEN, kinds=(SpanKind.WORD,), values=("to_us",))
def with_work_told(line: list[Span]) -> list[Span]:
    """Read what was mended, made for us or done by nobody as work that was paid for."""
    return _with_work_done(_with_made_for_us(_with_mended(line)))


def _with_work_done(line: list[Span]) -> list[Span]:
    """Let an unknown "was …ed" and "…ено" of a thing be upkeep, where nothing else is done."""
    amounts = sum(span.kind is SpanKind.AMOUNT for span in line)
    at = next((it for it in range(len(line)) if _is_done(line, it)), -1)
    if at < 1 or amounts != 1:
        return line
    told = list(line)
    for place in range(max(0, at - _REACH), at):
        if told[place].folded in _WERE:
            told[place] = replace(told[place], kind=SpanKind.COMMON, value="common")
    if any(span.kind in _ACTING for span in told):
        return line
    told[at] = replace(told[at], kind=SpanKind.THING, value="repairs_maintenance")
    return told


def _is_done(line: Sequence[Span], at: int) -> bool:
    span = line[at]
    if span.kind is not SpanKind.WORD or span.text[0].isupper():
        return False
    before = {it.folded for it in line[max(0, at - _REACH) : at]}
    if span.folded.endswith(_DONE_EN):
        return bool(before & _WERE)
    return len(span.folded) >= _LONG and span.folded.endswith(_DONE_UK)
