"""Part a name from what he is: "Гена-вантажник" is Гена, a loader."""

from collections.abc import Sequence

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token, fold


def with_roles_apart(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Make two words of a name and a role with a dash between them."""
    if not any(_may_be_both(token) for token in tokens):
        return tokens
    parted: list[Token] = []
    for token in tokens:
        role = _role_in(token, lexicon) if _may_be_both(token) else None
        if role is None:
            parted.append(token)
            continue
        name = token.text[: -len(role.text) - 1]
        parted.append(Token(token.start, role.start - 1, name, fold(name)))
        parted.append(role)
    return parted


def _may_be_both(token: Token) -> bool:
    return "-" in token.text and len(token.text) > 1 and token.text[0].isupper()


def _role_in(token: Token, lexicon: Lexicon) -> Token | None:
    """Give the role that a word ends in, if it does."""
    name, _, tail = token.text.rpartition("-")
    if not name.istitle() or not tail.islower():
        return None
    role = Token(token.end - len(tail), token.end, tail, fold(tail))
    found = lexicon.find([role], 0)
    return role if found is not None and found[0].kind is SpanKind.ROLE else None
