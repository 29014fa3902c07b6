"""Know a telephone number that is told in words: "нуль шістдесят сім, три два один …"."""

from parsing.annotation.spans import SpanKind
from parsing.annotation.text import Text

_WORDS_MIN = 5


def spoken_phone_end(text: Text, index: int) -> int:
    """Give the end of a telephone number that is told in words, from its zero; 0 if it is none."""
    end = index
    while is_number_at(text, end):
        end += 1
    return end if end - index >= _WORDS_MIN else 0


def is_number_at(text: Text, index: int) -> bool:
    """Tell whether a number stands there, in digits or in a word."""
    if index < len(text.tokens) and text.tokens[index].is_digits:
        return True
    span, _ = text.at(index)
    return span is not None and span.kind is SpanKind.NUMBER_WORD
