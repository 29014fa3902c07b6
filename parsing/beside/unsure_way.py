"""Leave out what the writer does not know: "Kolya 3000, not sure if he paid in or took out"."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_UNSURE = (
    "not sure", "unsure", "no idea", "dunno", "unclear", "didn't get", "didn't catch",
    "don't know", "forgot", "can't remember", "don't remember", "не зрозум", "незрозум",
    "не поня", "непонят", "не знаю", "не пам", "не помню", "хз", "не вкурил", "забула", "забув",
    "забыл", "не второп", "не розібра", "не разобра", "can't tell", "hard to tell", "неясно",
    "не ясно", "не второ",
)  # fmt: skip
_OR = frozenset({"or", "чи", "или", "або", "іли", "либо"})
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.NUMBER, SpanKind.RANGE})
_REACH = 3
_ENDS = (",", ".", "-", "–", "—", "(")
_VERB_ENDS = ("в", "ла", "ли", "л", "ed", "paid", "took", "gave", "brought", "in", "out", "back")


@woken_by(*_UNSURE)
def without_unsure_way(line: list[Span]) -> list[Span]:
    """Cut off a remark that it is not known which way the sum before it went: that is asked."""
    first = next((at for at, span in enumerate(line) if span.kind in _FIGURES), len(line))
    said = [span.text.lower().replace("’", "'") for span in line]
    for at in range(first + 1, len(line)):
        if " ".join(said[at : at + _REACH]).startswith(_UNSURE) and _offers_two(line[at:]):
            end = at - 1 if line[at - 1].text in _ENDS else at
            return line[:end]
    return line


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
