"""Set right what dictation and Latin letters leave: "comma", "full stop", "try" for three."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.spans import SpanKind
from parsing.annotation.tokens import Token

_SIGNS = {"comma": ",", "кома": ",", "запятая": ",", "крапка": ".", "semicolon": ";"}
_LAST = frozenset({"точка", "period"})
"""What is a sign only where nothing follows; else a shop is one, and a time."""
_THREE, _IN_UKRAINIAN = "try", "три"


def with_signs_dictated(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Read the names of signs as signs, and "try tysyachi" as three thousand and no lira."""
    if not any(token.folded in _HEARD for token in tokens):
        return tokens
    told: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.folded in _SIGNS and told:
            told.append(_as_sign(token, _SIGNS[token.folded]))
        elif token.folded in _LAST and after is None and told:
            told.append(_as_sign(token, "."))
        elif token.folded == "stop" and told and told[-1].folded == "full":
            told[-1] = _as_sign(token, ".")
        elif token.folded == _THREE and after is not None and _is_counted(after, lexicon):
            told.append(replace(token, folded=_IN_UKRAINIAN))
        else:
            told.append(token)
    return told


_HEARD = frozenset(_SIGNS) | _LAST | {"stop", _THREE}


def _as_sign(token: Token, sign: str) -> Token:
    return Token(token.start, token.end, sign, sign)


def _is_counted(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word in Latin letters is one of Ukrainian or Russian that is counted."""
    found = lexicon.find([token], 0)
    is_latin = token.text.isascii() and token.text.isalpha()
    return is_latin and found is not None and found[0].kind in _COUNTED


_COUNTED = frozenset({SpanKind.MULTIPLIER, SpanKind.UNIT, SpanKind.NUMBER_WORD})
