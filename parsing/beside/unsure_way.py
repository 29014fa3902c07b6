"""Leave out what the writer does not know: "Kolya 3000, not sure if he paid in or took out"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_UNSURE = (
    "not sure", "unsure", "no idea", "dunno", "unclear", "didn't get", "didn't catch",
    "don't know", "forgot", "can't remember", "don't remember", "не зрозум", "незрозум",
    "не поня", "непонят", "не знаю", "не пам", "не помню", "хз", "не вкурил", "забула", "забув",
    "забыл", "не второп", "не розібра", "не разобра", "can't tell", "hard to tell", "неясно",
    "не ясно", "не второ", "не пойм", "не разбер",
)  # fmt: skip
_OR = frozenset({"or", "чи", "или", "або", "іли", "либо"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.RANGE})
_REACH = 3
_ENDS = (",", ".", "-", "–", "—", "(")
_VERB_ENDS = ("в", "ла", "ли", "л", "ed", "paid", "took", "gave", "brought", "in", "out", "back")


@woken_by(*_UNSURE)
def without_unsure_way(line: list[Span]) -> list[Span]:
    """Cut off a remark that it is not known which way the sum before it went: that is asked."""
    line = _without_either_deed(line)
    first = next((at for at, span in enumerate(line) if span.kind in _FIGURES), len(line))
    said = [span.text.lower().replace("’", "'") for span in line]
    for at in range(first + 1, len(line)):
        if " ".join(said[at : at + _REACH]).startswith(_UNSURE) and _offers_two(line[at:]):
            end = at - 1 if line[at - 1].text in _ENDS else at
            return line[:end]
    return line


_AROUND = 3


def _without_either_deed(line: list[Span]) -> list[Span]:
    """Quieten "брала я из кассы или клала 300": of the two deeds it is asked which was done."""
    said = " ".join(span.folded for span in line)
    if not any(each in said for each in _NOT_KNOWN):
        return line
    for at in (at for at, span in enumerate(line) if span.folded in _OR):
        before, after = line[max(0, at - _AROUND - 2) : at], line[at + 1 : at + 1 + _AROUND]
        if any(map(_is_deed, before)) and any(map(_is_deed, after)):
            return [
                replace(span, kind=SpanKind.COMMON, value="common")
                if _is_deed(span) or span.value in _GUIDING or span.kind in _DENYING
                else span
                for span in line
            ]
    return line


_NOT_KNOWN = (
    "не помн", "не пам", "не знаю", "не пойму", "не поня", "не зрозум", "не разбер", "не розбер",
    "не ясно", "неясно", "dont remember", "cant remember", "dont know", "not sure", "no idea",
    "cant tell", "cant make out",
)  # fmt: skip
_GUIDING = frozenset({"to_us", "self", "till", "from"})
_DENYING = frozenset({SpanKind.VAGUE, SpanKind.NEGATION, SpanKind.QUESTION})


def _is_deed(span: Span) -> bool:
    is_past = span.kind is SpanKind.WORD and span.folded.endswith(("ла", "ли", "в", "л"))
    return span.kind is SpanKind.VERB or (is_past and len(span.folded) >= 4)  # "дала"


def _offers_two(clause: Sequence[Span]) -> bool:
    """Tell whether one deed or the other is offered, and no figure among them."""
    if any(span.kind in _FIGURES for span in clause):
        return False
    places = [at for at, span in enumerate(clause) if span.folded in _OR and at > 1]
    return any(_acts(clause[:at]) and _acts(clause[at:]) for at in places)


def _acts(told: Sequence[Span]) -> bool:
    return any(
        span.kind is SpanKind.VERB
        or (span.kind in {SpanKind.WORD, SpanKind.COMMON} and span.folded.endswith(_VERB_ENDS))
        for span in told
    )
