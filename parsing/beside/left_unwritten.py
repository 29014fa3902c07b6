"""Leave out that nobody has entered it yet: "27к поклали на рахунок, ніхто не вніс"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_NOBODY = frozenset(
    {"ніхто", "никто", "nobody", "no one", "noone", "nikhto", "nihto", "nikto", "хтось", "кто-то"}
)
_NOT = frozenset({"не", "ne", "так і", "так и", "так", "і", "и", "ще", "еще", "ещё", "has", "did"})
_WRITING = (
    "вніс", "внис", "внес", "запис", "занес", "провів", "провел", "вбив", "вбил", "відміт",
    "отмет", "впис", "занот", "enter", "record", "log", "wrote", "writ", "note", "book", "put it",
    "vnis", "vnes", "zapis", "zapys",
)  # fmt: skip
_ENDS = frozenset({",", ".", ";", "!", "-", "–", "—", "(", ")"})


_FORGOT = ("forgot", "забув", "забул", "забыл", "zabuv", "zabul", "zabyl", "missed")
_SHORT_WORDS = 4


@woken_by(*_FORGOT)
def without_forgotten(line: list[Span]) -> list[Span]:
    """Take off, behind a comma, that it was not written down: ", forgot to put it in"."""
    for at in range(2, len(line)):
        start = at - 1 if line[at - 1].folded in _WHO else at
        is_forgot = any(word.startswith(_FORGOT) for word in line[at].folded.split())
        if not is_forgot or start < 1 or line[start - 1].text not in _ENDS:
            continue
        end = next((it for it in range(at, len(line)) if line[it].text in _ENDS), len(line))
        remark = line[at + 1 : end]
        words = " ".join(span.folded for span in remark)
        is_written = any(word.startswith(_WRITING) for word in words.split()) or "put it" in words
        is_short = len(remark) <= _SHORT_WORDS and not any(it.number for it in remark)
        if is_written and is_short and _is_whole(line[:start]):
            return [*line[: start - 1], *line[end:]]
    return line


_WHO = frozenset({"я", "i", "ми", "мы", "we", "я й", "а"})


@woken_by(words=_NOBODY)
def without_left_unwritten(line: list[Span]) -> list[Span]:
    """Take off a remark behind what is told whole that nobody wrote it down."""
    who = next((at for at, span in enumerate(line) if span.folded in _NOBODY), -1)
    if who < 1 or not _is_whole(line[:who]):
        return line
    end = who + 1
    while end < len(line) and (line[end].folded in _NOT or line[end].kind is SpanKind.NEGATION):
        end += 1
    if end >= len(line) or not line[end].folded.startswith(_WRITING):
        return line
    end += 1
    while end < len(line) and line[end].kind is SpanKind.COMMON:
        end += 1
    is_last = end >= len(line) or line[end].text in _ENDS or line[end].kind is SpanKind.NEWLINE
    return [*line[:who], *line[end:]] if is_last else line


_FREE = ("безкоштовн", "бесплатн", "безплатн", "даром", "задарма", "gratis", "free", "bezkoshtovn")
_OF_CHARGE = frozenset({"free", "for free", "free of charge"})


@woken_by(*_FREE)
def without_what_was_free(line: list[Span]) -> list[Span]:
    """Take off a clause behind what was paid that tells what cost nothing: "taxi was free"."""
    free = next((at for at, span in enumerate(line) if span.folded.startswith(_FREE)), 0)
    start = next((at for at in range(free, 0, -1) if line[at].text in _ENDS), 0)
    end = next((at for at in range(free, len(line)) if line[at].text in _ENDS), len(line))
    is_free = line[free].folded in _OF_CHARGE or not line[free].text.isascii()
    has_sum = any(span.number is not None for span in line[start:end])
    is_told = any(span.kind is SpanKind.AMOUNT for span in line[:start])
    return [*line[:start], *line[end:]] if is_free and is_told and not has_sum else line


_RELATIVES = frozenset(
    "що яку який яке які якої якого яких шо что которую который которое которые которых which"
    " that shcho yaku yaki".split()
)
_REACH = 3


@woken_by(words=_RELATIVES)
def without_unlogged(line: list[Span]) -> list[Span]:
    """Take off that it "wasn't logged", behind a sum: "1500 yesterday which I didn't log"."""
    for at in range(1, len(line)):
        if line[at].folded not in _RELATIVES or not any(it.number for it in line[:at]):
            continue
        end = next((it for it in range(at, len(line)) if line[it].text in _ENDS), len(line))
        said = line[at + 1 : end]
        no = next((it for it, span in enumerate(said) if _denies(span)), _REACH)
        is_written = any(it.folded.startswith(_WRITING) for it in said[no + 1 : no + _REACH])
        if no < _REACH and is_written and not any(it.number for it in said):
            start = at - 1 if line[at - 1].text in _ENDS else at
            return [*line[:start], *line[end:]]
    return line


def _denies(span: Span) -> bool:
    return span.kind is SpanKind.NEGATION or span.folded in _NOBODY


def _is_whole(told: Sequence[Span]) -> bool:
    """Tell whether a sum stands there with what was done or what for."""
    kinds = {span.kind for span in told}
    return SpanKind.AMOUNT in kinds and bool(kinds & {SpanKind.VERB, SpanKind.PURPOSE})


_DETAILS = ("деталі", "детал", "подробиц", "подробност", "details")
_LATER = ("later", "потім", "потом", "пізніше", "позже", "згодом", "follow", "tomorrow", "завтра")


@woken_by(*_DETAILS)
def without_details_to_come(line: list[Span]) -> list[Span]:
    """Take off a remark that details are still to come: "2300 Kateryna, details later"."""
    for at in range(2, len(line)):
        is_remark = line[at].folded.startswith(_DETAILS) and line[at - 1].text in _ENDS
        if is_remark and at + 1 < len(line) and line[at + 1].folded.startswith(_LATER):
            end = at + 2
            is_last = end >= len(line) or line[end].text in _ENDS
            if is_last:
                return [*line[: at - 1], *line[end:]]
    return line


_ENTERED_BY_US = ("внесла", "внес", "вніс", "внесли", "занесла", "занесли", "записала", "записал",
    "записав", "записали", "провела", "провели", "vnesla", "zapysala", "zapisala")  # fmt: skip


@woken_by(words=_ENTERED_BY_US)
def without_unentered(line: list[Span]) -> list[Span]:
    """Take off that it was not entered, at the end of what is told whole: "… 2 215 не внесла"."""
    end = len(line)
    while end and (line[end - 1].kind is SpanKind.NEWLINE or line[end - 1].text in _ENDS):
        end -= 1
    if end < _REACH or line[end - 1].folded not in _ENTERED_BY_US:
        return line
    start = end - 2
    if line[start].kind is not SpanKind.NEGATION:
        return line
    while start and (line[start - 1].folded in _NOT or line[start - 1].text in _ENDS):
        start -= 1
    before = line[:start]
    is_done = any(it.kind is SpanKind.VERB for it in before)
    return [*before, *line[end:]] if is_done and _is_whole(before) else line


BY_UNWRITTEN = (
    without_left_unwritten,
    without_unlogged,
    without_unentered,
    without_what_was_free,
    without_forgotten,
    without_details_to_come,
)
"""The rules of this room, in the order in which they read a line."""
