"""Tell which trades a word speaks of, so that newcomers of one trade are alike."""

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from categorisation.wording import plain

_HEAD = 3
"""Letters by which words are looked up; what stands before a star has as many."""


def trades_of(word: str) -> list[str]:
    """Give the trades that a folded word speaks of; none for most words."""
    return [
        trade
        for told, trade in _words().get(word[:_HEAD], ())
        if word == told or (told[-1] == "*" and word.startswith(told[:-1]))
    ]


@cache
def _words() -> dict[str, list[tuple[str, str]]]:
    """Read the words of all trades, by how they begin."""
    text = files("categorisation").joinpath("trades.toml").read_text(encoding="utf-8")
    begun: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for trade, words in tomllib.loads(text).items():
        for word in map(plain, words.split()):
            begun[word[:_HEAD]].append((word, trade))
    return begun
