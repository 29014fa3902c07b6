"""Give sums told ahead to what is told in turn: "500 in, 300 out: a valve, the sweeper"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.spans import Span, SpanKind

_IN = frozenset({"in", "прихід", "приход", "зайшло", "зашло", "надійшло", "пришло"})
_OUT = frozenset({"out", "розхід", "расход", "витрата", "пішло", "ушло", "вийшло", "вышло"})
_SIGNS = frozenset({"+", "-"})
_SAID_AHEAD = frozenset({SpanKind.AMOUNT, SpanKind.SIGN_WORD, SpanKind.PUNCTUATION})
_JOINED = frozenset({SpanKind.JOINER, SpanKind.CURRENCY})
_PAIR = 2


def with_signs_in_turn(spans: list[Span]) -> list[Span]:
    """Write each sum, with its sign, behind what it was for."""
    colon = next((at for at, span in enumerate(spans) if span.text == ":"), 0)
    ahead, told = spans[:colon], _clauses(spans[colon + 1 :])
    sums = _signed(ahead)
    if len(sums) < _PAIR or len(sums) != len(told) or not all(told):
        return spans
    if any(span.kind is SpanKind.AMOUNT for clause in told for span in clause):
        return spans
    written: list[Span] = []
    for clause, amount in zip(told, sums, strict=True):
        border = [replace(spans[colon], text=",")] if written else []
        written += [*border, *clause, amount]
    return written


def _signed(ahead: Sequence[Span]) -> list[Span]:
    """Give the sums of "plus 700, minus 250" with their signs; none where more is said."""
    sums: list[Span] = []
    sign = ""
    for span in ahead:
        if span.kind is SpanKind.SIGN_WORD and span.value in _SIGNS:
            sign = span.value
        elif span.kind is SpanKind.AMOUNT:
            sums.append(replace(span, sign=span.sign or sign, is_sure=False))
            sign = ""
        elif sums and span.folded in _IN | _OUT:
            sums[-1] = replace(sums[-1], sign="+" if span.folded in _IN else "-")
        elif span.kind not in _SAID_AHEAD | _JOINED:
            return []
    return sums if all(it.sign for it in sums) else []


def _clauses(spans: Sequence[Span]) -> list[list[Span]]:
    clauses: list[list[Span]] = [[]]
    for span in spans:
        if span.text in {",", ";"}:
            clauses.append([])
        else:
            clauses[-1].append(span)
    return clauses
