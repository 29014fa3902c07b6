"""Take the name of a village for no name of who lives there: "Микола із села Вчорайше"."""

from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_VILLAGES = frozenset(
    "села селі село селища селищі хутора хуторі містечка селе посёлка поселка посёлке поселке"
    " деревни деревне хуторе village hamlet sela seli".split()
)
_FIGURES = frozenset({SpanKind.AMOUNT, SpanKind.QUANTITY})


@woken_by(words=_VILLAGES)
def with_villages(spans: list[Span]) -> list[Span]:
    """Read the word behind "із села" or "the village of" as the place it is."""
    for at in range(len(spans) - 1):
        if spans[at].folded not in _VILLAGES:
            continue
        named = at + 1 + (spans[at + 1].folded == "of")
        if named >= len(spans) or spans[named].kind in _FIGURES:
            continue
        if spans[named].text[0].isupper():
            spans[at] = replace(spans[at], kind=SpanKind.COMMON, value="common")
            spans[named] = replace(spans[named], kind=SpanKind.PLACE, value="town")
    return spans
