"""Let "need to write it in" plan nothing: what is still to come is only the writing down."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

NOTED = "noted"
"""The value of what asks for it to be put down."""
_NOTING = (
    "запис", "запиш", "внест", "занест", "занотув", "вписа", "write", "record", "log", "note",
    "enter", "jot", "zapys", "zapis",
)  # fmt: skip
_BESIDE = frozenset({"to", "бы", "б", "it", "this", "the", "це", "это", "його", "его", "би", "ще"})
_MONEY = frozenset({SpanKind.AMOUNT, SpanKind.RANGE, SpanKind.NUMBER, SpanKind.CASH})
_ENDS = frozenset({",", ".", ";", "!", ":", "-", "–", "—", "\n"})


def without_noting_to_come(spans: list[Span]) -> list[Span]:
    """Quieten what plans no more than to put down what was done.

    What is to be put in a till is money: "треба внести 500".
    """
    spans = _without_day_of_writing(_without_forgotten(spans))
    for at, span in enumerate(spans):
        if span.kind is SpanKind.COMMON and _asks_to_note(span):
            spans[at] = replace(span, value=NOTED)
        if span.kind is not SpanKind.PLAN or span.value not in {"future", "infinitive"}:
            continue
        clause = _clause_from(spans, at)
        noting = next((it for it, each in enumerate(clause) if _notes(each)), None)
        if noting is None or not all(map(_is_beside, clause[:noting])):
            continue
        if not any(each.kind in _MONEY or each.value == "till" for each in clause):
            for place in range(at, at + noting + 1):
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value=NOTED)
    return spans


def _clause_from(spans: Sequence[Span], at: int) -> list[Span]:
    end = next((it for it in range(at, len(spans)) if spans[it].text in _ENDS), len(spans))
    return list(spans[at:end])


_PUT_IT = ["forgot to", "put", "it"]


_WRITING_NOW = (
    "запису", "пишу", "вношу", "заношу", "writing", "entering", "logging", "noting", "recording",
    "записыва",
)  # fmt: skip


def _without_day_of_writing(spans: list[Span]) -> list[Span]:
    """Let the day of "bought yesterday, writing today" be that of the buying."""
    days = {span.value for span in spans if span.kind is SpanKind.DATE}
    if len(days) < 2:  # when it was, and when it is written
        return spans
    for at, span in enumerate(spans):
        near = (*spans[max(0, at - 1) : at], *spans[at + 1 : at + 2])
        if span.kind is SpanKind.DATE and any(it.folded.startswith(_WRITING_NOW) for it in near):
            spans[at] = replace(span, kind=SpanKind.COMMON, value="common")
    return spans


def _without_forgotten(spans: list[Span]) -> list[Span]:
    """Let "forgot to put it in" be no money put in."""
    for at, first in enumerate(spans[:-2]):
        if first.folded == _PUT_IT[0] and [it.folded for it in spans[at : at + 3]] == _PUT_IT:
            for place in range(at, at + 3):
                spans[place] = replace(spans[place], kind=SpanKind.COMMON, value="common")
    return spans


_NEEDS = (
    "треба ",
    "потрібно ",
    "надо ",
    "нужно ",
    "need ",
    "must ",
    "have to ",
    "gotta ",
    "should ",
)


def _asks_to_note(span: Span) -> bool:
    """Tell whether a phrase says all of it: "треба записати", "need to write down"."""
    return span.folded.startswith(_NEEDS) and any(map(_is_noting, span.folded.split()))


def _is_noting(word: str) -> bool:
    return word.startswith(_NOTING)


def _notes(span: Span) -> bool:
    return _is_noting(span.folded.rpartition(" ")[2])


def _is_beside(span: Span) -> bool:
    return span.folded in _BESIDE or span.kind in {SpanKind.PLAN, SpanKind.COMMON}
