"""Cut a message into lines, clauses, and the parts of an enumeration."""

from collections.abc import Callable, Sequence

from parsing.annotation.spans import Span, SpanKind

OPERATIONS_MAX = 20
"""A message with more parts than this is asked about rather than filed."""

Piece = list[Span]


def split_lines(spans: Sequence[Span]) -> list[Piece]:
    """Cut at line ends and semicolons."""
    return _split(spans, lambda span: span.kind is SpanKind.NEWLINE or span.text == ";")


def split_clauses(spans: Sequence[Span]) -> list[Piece]:
    """Cut at every sign that ends a thought."""
    return _split(spans, _ends_clause)


def _ends_clause(span: Span) -> bool:
    is_sign = span.text in {";", ",", ".", "!", "—", "–", "(", ")"}
    return is_sign or span.kind is SpanKind.NEWLINE or span.value in {"because", "but"}


def _split(spans: Sequence[Span], is_border: Callable[[Span], bool]) -> list[Piece]:
    pieces: list[Piece] = [[]]
    for span in spans:
        if is_border(span):
            pieces.append([])
        else:
            pieces[-1].append(span)
    return [piece for piece in pieces if piece]
