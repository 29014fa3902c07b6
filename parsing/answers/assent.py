"""Read a yes or a no, typed where a question has buttons. The words are data: assent.toml."""

import enum
import re
import tomllib
from functools import cache
from importlib.resources import files

from ledger.cash import CashDirection
from parsing.annotation.tokens import clean_text, fold

_WORD = re.compile(r"\w+|\+|\N{THUMBS UP SIGN}|\N{THUMBS DOWN SIGN}|[✅❌👌]")
_KINDS = ("yes", "no", "beside")
_WORDS_MAX = 4
"""More words than these tell something of their own."""


_WAYS = {"out": CashDirection.OUT, "into": CashDirection.IN}


class Assent(enum.Enum):
    """What was answered."""

    YES = enum.auto()
    NO = enum.auto()


def read_assent(text: str) -> Assent | None:
    """Read a text that is a yes or a no and nothing else; None when it is more, or neither."""
    said = [_kind_of(word) for word in _words_in(text)]
    if None in said or len(said) > _WORDS_MAX:
        return None
    if "no" in said:
        return Assent.NO
    return Assent.YES if "yes" in said else None


def opens_with_assent(text: str) -> bool:
    """Tell whether a text begins with a yes or a no and asks nothing: "no, too much"."""
    words = _words_in(text)
    return bool(words) and "?" not in text and _kind_of(words[0]) in {"yes", "no"}


def read_way(text: str) -> CashDirection | None:
    """Read which way money went, said by itself: "went out", "приход"."""
    words = _words_in(text)
    ways = {each for word in words for each in _WAYS if _listed()[each].fullmatch(word)}
    known = [any(_listed()[each].fullmatch(word) for each in (*_WAYS, "beside")) for word in words]
    return _WAYS[ways.pop()] if all(known) and len(ways) == 1 else None


def _words_in(text: str) -> list[str]:
    return _WORD.findall(fold(clean_text(text)))


def _kind_of(word: str) -> str | None:
    return next((kind for kind in _KINDS if _listed()[kind].fullmatch(word)), None)


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    text = files("parsing.answers").joinpath("assent.toml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = tomllib.loads(text)
    return {
        kind: re.compile("|".join(re.escape(fold(each)).replace(r"\*", r"\w*") for each in known))
        for kind, known in listed.items()
    }
