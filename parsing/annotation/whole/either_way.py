"""See that nobody knows which way money went: "заплатили или нам заплатили, не пойму"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsing.annotation.spans import Span, SpanKind

EITHER_WAY = "either_way"
"""The value of words that offer both ways."""
_OR = frozenset({"or", "чи", "или", "або", "abo", "ili", "chy", "либо", "то ли"})
_US = frozenset({"нам", "us"})
_OWING = frozenset({"должны", "должен", "должна"})
_DEEDS = {
    **dict.fromkeys(("give", "pay", "spend", "put_in", "bring", "deposit", "give_back"), "give"),
    **dict.fromkeys(("receive", "take", "withdraw"), "get"),
    "sell": "sell",
    "buy": "buy",
}
"""What was done to money: given away or got, for one who writes as for one he writes of."""
_REACH = 8
_ENDS = frozenset({",", ".", ";", "!", "-", "–", "—", "(", ")", "\n"})
_UNSURE = (
    "пойм", "поним", "понят", "поня", "розібра", "розбер", "разбер", "разобр", "зрозум", "зна",
    "памят", "помн", "ясно", "tell", "sure", "know", "remember", "idea", "unclear", "make",
)  # fmt: skip
"""What the writer denies to do: to know, or to see."""


def with_either_way(spans: list[Span]) -> list[Span]:
    """Mark deeds of both ways that are offered, and leave out that it is not known which."""
    either = next((at for at in range(len(spans)) if _offers_both(spans, at)), None)
    if either is None:
        return spans
    start, end = max(0, either - _REACH), either + _REACH + 1
    return [
        replace(span, kind=SpanKind.COMMON, value=EITHER_WAY)
        if start <= at < end and _is_of_both(span)
        else span
        for at, span in enumerate(_without_unsure(spans))
    ]


def _offers_both(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a word parts two deeds of which one brings money and one takes it."""
    if spans[at].folded not in _OR:
        return False
    end = at - 1 if at and spans[at - 1].text == "," else at
    before = list(takewhile(_is_within, reversed(spans[max(0, end - _REACH) : end])))
    after = list(takewhile(_is_within, spans[at + 1 : at + 1 + _REACH]))
    one, other = _way(before), _way(after)
    return bool(one) and bool(other) and one != other


def _is_within(span: Span) -> bool:
    return span.text not in _ENDS


def _way(spans: Sequence[Span]) -> str:
    """Say which way money goes by what was done, or that it was done to us."""
    verbs = (span.value for span in spans if span.kind is SpanKind.VERB)
    deed = next((_DEEDS[each] for each in verbs if each in _DEEDS), "")
    is_to_us = any(span.folded in _US for span in spans)
    if not deed and any(span.value == "from" for span in spans):
        return "get"
    is_owed = any(span.value == "debt" or span.folded in _OWING for span in spans)
    if not deed and is_owed and any(span.value == "self" for span in spans):
        return "give"
    return "get" if is_to_us and deed in {"", "give"} else deed


def _is_of_both(span: Span) -> bool:
    is_deed = span.kind in {SpanKind.VERB, SpanKind.PERSON, SpanKind.QUESTION, SpanKind.PLAN}
    return is_deed or span.folded in _OR or span.folded in _US or span.value == "from"


def _without_unsure(spans: Sequence[Span]) -> list[Span]:
    """Quieten the clause that says only that it is not known."""
    told: list[Span] = []
    start = 0
    for end in range(len(spans) + 1):
        if end < len(spans) and spans[end].text not in _ENDS:
            continue
        clause = spans[start:end]
        told.extend(map(_quiet, clause) if _says_unsure(clause) else clause)
        told.extend(spans[end : end + 1])
        start = end + 1
    return told


def _quiet(span: Span) -> Span:
    return span if _is_of_both(span) else replace(span, kind=SpanKind.COMMON, value="common")


def _says_unsure(clause: Sequence[Span]) -> bool:
    is_denied = any(span.kind in {SpanKind.NEGATION, SpanKind.VAGUE} for span in clause)
    words = [word for span in clause for word in span.folded.split()]
    is_unsure = any(word.startswith(_UNSURE) for word in words)
    return is_denied and is_unsure and not any(span.number is not None for span in clause)
