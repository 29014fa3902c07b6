"""See what was offered or asked for and not agreed to: "he wanted it for 3 000, no deal"."""

from collections.abc import Sequence

from parsing.annotation.segments import Piece
from parsing.operation.operation import has_money

_REFUSALS = (
    "no deal", "refused", "turned him down", "turned it down", "turned her down", "said no",
    "didn't agree", "did not agree", "didnt agree", "not agreed", "wouldn't", "не сторгув",
    "не сторгов", "не зійшл", "не сошл", "не погод", "не согласи", "не домов", "не договор",
    "відмовил", "відмовив", "отказал", "не віддала", "не отдала", "не поступ", "не уступ",
)  # fmt: skip
_OFFERS = (
    "want", "offer", "ask", "bid", "хот", "хоті", "хтів", "давав", "давала", "давали", "давал",
    "пропон", "предлаг", "прос", "торгув", "торгов",
)  # fmt: skip
_REACH = 2
"""An offer is told so many clauses before its refusal at most."""


def refused_offers(clauses: Sequence[Piece]) -> set[int]:
    """Say which clauses tell of a sum that was only offered, since a refusal follows."""
    said = [" ".join(span.folded for span in clause) for clause in clauses]
    return {
        offer
        for refusal, words in enumerate(said)
        if any(each in words for each in _REFUSALS)
        for offer in range(max(0, refusal - _REACH), refusal + 1)
        if has_money(clauses[offer]) and _offers(clauses[offer])
    }


def _offers(clause: Piece) -> bool:
    return any(word.startswith(_OFFERS) for span in clause for word in span.folded.split())
