"""Leave out "б/у" and "б/в", that a thing was used: its "у" and "в" say where nothing."""

from parsing.annotation.spans import Span, SpanKind

_USED = frozenset({"у", "в"})
_LONG = 3


def without_second_hand(spans: list[Span]) -> list[Span]:
    """Take off "б/у" and "б/в" before another preposition: "коробки б/у у соседей"."""
    if not any(span.folded == "б" for span in spans):
        return spans
    told: list[Span] = []
    at = 0
    while at < len(spans):
        said = [span.folded for span in spans[at : at + _LONG]]
        is_used = len(said) == _LONG and said[:2] == ["б", "/"] and said[2] in _USED
        is_used = is_used and any(map(_leads, spans[at + _LONG : at + _LONG + 1]))
        if not is_used:
            told.append(spans[at])
        at += _LONG if is_used else 1
    return told


def _leads(span: Span) -> bool:
    return span.kind is SpanKind.PREPOSITION
