"""Leave out a sum that was offered and not taken: "тицяла 50 євро, я не взяла, принесла 2 150"."""

from collections.abc import Sequence

from parsing.annotation.spans import Span, SpanKind

_OFFERING = (
    "offer", "пропон", "запропон", "предлаг", "предлож", "тиц", "тыка", "сова", "сунул", "сунув",
    "хотів", "хотіл", "хотел", "want", "tried",
)  # fmt: skip
_TAKING = frozenset({"take", "receive"})
_ACCEPTING = ("accept", "прийм", "прийня", "приня", "take", "took", "refus", "відмов", "отказ")
_NOT = frozenset({"didnt", "wouldnt", "couldnt", "cant"})
_BORDERS = frozenset({",", ".", ";", "-", "–", "—"})
_OTHERS = frozenset({SpanKind.NAME, SpanKind.FIRM, SpanKind.ORDER, SpanKind.AMOUNT})
_PAIR = 2


def without_offer_refused(spans: list[Span]) -> list[Span]:
    """Take out the sum and the clause that says that it was not taken, if another was."""
    sums = [at for at, span in enumerate(spans) if span.kind is SpanKind.AMOUNT]
    if len(sums) != _PAIR:
        return spans
    offered, taken = sums
    borders = [at for at in range(offered, taken) if spans[at].text in _BORDERS]
    if len(borders) < _PAIR:
        return spans
    refusal = spans[borders[0] + 1 : borders[1]]
    is_offered = any(span.folded.startswith(_OFFERING) for span in spans[: borders[0]])
    is_foreign = bool(spans[offered].value) and spans[offered].value != spans[taken].value
    if not (is_offered or is_foreign) or not _is_refused(refusal):
        return spans
    return [*spans[:offered], *spans[offered + 1 : borders[0]], *spans[borders[1] :]]


def _is_refused(clause: Sequence[Span]) -> bool:
    """Tell whether a clause says that something was not taken, and nothing of another."""
    is_denied = any(it.kind is SpanKind.NEGATION or it.folded in _NOT for it in clause)
    is_taking = any(it.value in _TAKING or it.folded.startswith(_ACCEPTING) for it in clause)
    return is_denied and is_taking and not any(it.kind in _OTHERS for it in clause)
