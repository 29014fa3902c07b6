"""Write the names of a message that is all in capitals as names are: "14000 KOVALCHUK"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.tokens import Token

_NAME_MIN = 6


def with_shouted_names(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Give a capital only at the beginning to what ends as family names do, and is no word."""
    if not text.isupper():
        return tokens
    return [_written(token, lexicon) for token in tokens]


def _written(token: Token, lexicon: Lexicon) -> Token:
    is_long = len(token.text) >= _NAME_MIN and token.text.isalpha()
    if not is_long or lexicon.knows(token.folded):
        return token
    is_name = lexicon.has_ending(token.folded, "family_name")
    return replace(token, text=token.text.capitalize()) if is_name else token
