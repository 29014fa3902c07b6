"""Text from people made fit for one line of a file."""

import re
import unicodedata
from typing import Final

_SPACES: Final = re.compile(r"\s+")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def one_line(text: str) -> str:
    """Put text on one line: runs of white space become a space, control marks go."""
    spaced = _SPACES.sub(" ", text)
    return "".join(map(_safe, spaced)).strip()


def _safe(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return _REPLACEMENT  # Half a surrogate pair cannot be written as UTF-8.
    return "" if kind == "Cc" else letter
