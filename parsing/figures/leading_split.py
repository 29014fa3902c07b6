"""Let a heading such as "part card, part cash:" say nothing: the parts say it themselves."""

from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.figures.line import Line

_PAIR = 2


@woken_by(kinds=(SpanKind.CARD,))
def hush_leading_split(line: Line) -> None:
    """Let "part card, part cash:" say nothing where it is told after it how much was which."""
    amounts = line.amounts()
    if len(amounts) < _PAIR:
        return
    colons = (at for at in range(amounts[0]) if line.spans[at].text == ":")
    end = next(colons, amounts[0])
    if not _kinds(line.spans[:end]) >= _WAYS or not _kinds(line.spans[end:]) >= _WAYS:
        return
    for at in range(end):
        if line.spans[at].kind in _WAYS:
            line.hush(at)


def _kinds(spans: Sequence[Span]) -> set[SpanKind]:
    """Give the kinds of spans; "in hand" is as good as cash."""
    kinds = {span.kind for span in spans}
    return kinds | ({SpanKind.CASH} if any(it.folded in _IN_HAND for it in spans) else set())


_WAYS = frozenset({SpanKind.CARD, SpanKind.CASH})
_IN_HAND = frozenset({"cash in hand", "in hand", "на руки", "in coins", "all cash", "cash only"})
