"""Leave out how a message is signed: "З повагою, касир Оля", "Best regards, Anna"."""

from collections.abc import Sequence

from parsing.annotation.tokens import Token, fold

_REGARDS = (
    ("з", "повагою"), ("із", "повагою"), ("с", "уважением"), ("best", "regards"),
    ("kind", "regards"), ("warm", "regards"), ("yours", "sincerely"), ("regards", ","),
    ("sincerely", ","), ("щиро", "ваша"), ("щиро", "ваш"), ("искренне", "ваша"),
)  # fmt: skip
_FIRST = frozenset(phrase[0] for phrase in _REGARDS)
_LONGEST = 8
"""So many tokens at most are a signature."""
_ENDS = frozenset({".", ",", "!", "\n", ";", "-", "–", "—"})


def without_closing(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the tokens up to where a message is signed; all if nothing comes before."""
    for at in range(max(1, len(tokens) - _LONGEST), len(tokens)):
        if tokens[at].folded in _FIRST and _is_signed(tokens, at):
            return tokens[:at]
    return tokens


def _is_signed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a signature opens behind a sign and no figure is in it."""
    said = tuple(fold(token.text) for token in tokens[at : at + 2])
    is_apart = tokens[at - 1].text in _ENDS
    return is_apart and said in _REGARDS and not any(token.is_digits for token in tokens[at:])
