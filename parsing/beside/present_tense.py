"""Read what is told in the present as done: "boss give 10000", "I return him money 1 120"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_DONE = {
    "give": "give", "gives": "give", "pay": "pay", "pays": "pay", "return": "give_back",
    "returns": "give_back", "bring": "bring", "brings": "bring", "take": "take", "takes": "take",
    "buy": "buy", "buys": "buy", "sell": "sell", "sells": "sell", "receive": "receive",
    "receives": "receive", "put": "put_in", "puts": "put_in",
}  # fmt: skip
_NOT_TOLD = frozenset(
    "if when should can could may might must will would shall let lets to please need needs want"
    " wants every usually always never do does did before after until once how why".split()
)
_WHO = frozenset({"self", "other_person"})
_BEFORE = 3
_TOLD = frozenset({SpanKind.VERB, SpanKind.WORD, SpanKind.COMMON, SpanKind.PLAN})


@woken_by(words=tuple(_DONE))
def with_present_told(line: list[Span]) -> list[Span]:
    """Let a present with who does it before, and a sum behind, be what was done.

    Whoever learns English tells so. What may be, should be or is done every month is left alone.
    """
    if any(_is_not_told(span) for span in line):
        return line
    told = list(line)
    for at, span in enumerate(line):
        done = _DONE.get(span.folded)
        is_verb = done is not None and span.kind in _TOLD and span.value not in _PAST
        if done is None or not is_verb or not _has_subject(line, at):
            continue
        if any(it.kind is SpanKind.AMOUNT for it in line[at + 1 :]):
            told[at] = replace(span, kind=SpanKind.VERB, value=done)
    return told


_PAST = frozenset({"give", "pay", "give_back", "bring", "take", "buy", "sell", "receive"})


def _is_not_told(span: Span) -> bool:
    if span.kind in {SpanKind.PLAN, SpanKind.QUESTION, SpanKind.NEGATION} or span.text == "?":
        return span.folded not in _DONE
    return span.kind is not SpanKind.PREPOSITION and bool(_NOT_TOLD & set(span.folded.split()))


def _has_subject(line: Sequence[Span], at: int) -> bool:
    """Tell whether who does it stands right before, over a name or where he is from."""
    before = line[max(0, at - 1) : at]
    if not before:
        return False
    is_somebody = before[0].value in _WHO or before[0].kind in {SpanKind.ROLE, SpanKind.NAME}
    is_from = before[0].kind is SpanKind.PLACE and at >= _BEFORE
    return is_somebody or (is_from and line[at - _BEFORE].kind is SpanKind.ROLE)


_HAD_TO = (
    "довелось", "довелося", "прийшлось", "прийшлося", "пришлось", "мусила", "мусив", "мусили",
    "dovelos", "pryishlos", "prishlos",
)  # fmt: skip
_INFINITIVES = {
    "плат": "pay", "дат": "give", "куп": "buy", "викуп": "buy", "выкуп": "buy",
    "верн": "give_back",
    "поверн": "give_back", "доплат": "pay", "заплат": "pay", "оплат": "pay", "відда": "give",
    "отда": "give", "дода": "give", "докуп": "buy", "взят": "take", "брат": "take", "бра": "take",
}  # fmt: skip


@woken_by(*_HAD_TO)
def with_had_to(line: list[Span]) -> list[Span]:
    """Read "довелось доплатити 190" as done: whoever had to, did."""
    told = list(line)
    for at in range(1, len(line)):
        span = line[at]
        near = [it.folded for it in line[max(0, at - 2) : at]]
        had_to = any(word.startswith(_HAD_TO) for word in near)
        done = next((it for stem, it in _INFINITIVES.items() if span.folded.startswith(stem)), "")
        is_to_come = span.kind in {SpanKind.PLAN, SpanKind.WORD, SpanKind.COMMON, SpanKind.VERB}
        if had_to and done and is_to_come:
            told[at] = replace(span, kind=SpanKind.VERB, value=done)
    return told
