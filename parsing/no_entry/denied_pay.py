"""Tell clauses that deny that money was there or was paid."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.segments import Piece
from parsing.annotation.spans import SpanKind
from parsing.operation.operation import has_money

REACH = 4
"""How many spans after a negation may be what it denies."""
_ONLY = frozenset({"only", "just", "тільки", "тіки", "лише", "лиш", "только", "лишь"})
_PAYING = frozenset({"pay", "give", "unsure"})


def is_only_that(clause: Piece) -> bool:
    """Tell whether a clause says who alone was paid: "not the cleaner, only the window man"."""
    said = [span.folded for span in clause if span.kind is not SpanKind.PUNCTUATION]
    return bool(said) and said[0] in _ONLY


def denies_cash(clause: Piece) -> bool:
    """Tell whether there was no money: "no money from the hotel yet", "грошей ще не давав"."""
    is_none = any(
        span.kind is SpanKind.NEGATION and after.kind is SpanKind.CASH
        for span, after in pairwise(clause)
    )
    return is_none or any(
        span.kind is SpanKind.CASH
        and any(it.kind is SpanKind.NEGATION for it in clause[at + 1 : at + 1 + REACH])
        and any(it.value in _PAYING for it in clause[at + 1 :])
        for at, span in enumerate(clause)
    )


def denies_paying(clause: Piece) -> bool:
    """Tell whether a clause says that somebody was not paid, without a sum of its own."""
    if any(span.kind is SpanKind.DOCUMENT_WORD for span in clause):
        return False  # "чек не дали, вода 90"
    is_denied = any(
        span.kind is SpanKind.NEGATION
        and any(each.value in _PAYING for each in clause[at + 1 : at + 1 + REACH])
        for at, span in enumerate(clause)
    )
    return is_denied and not has_money(clause)


def paid_to_others(clauses: Sequence[Piece], vetoed: set[int]) -> set[int]:
    """Keep "paid" of a clause that denies it, where the next one says who alone was."""
    kept: set[int] = set()
    for clause, after in pairwise(clauses):
        if denies_paying(clause) and is_only_that(after):
            kept |= {it.start for it in clause if it.value in _PAYING and it.start in vetoed}
    return kept
