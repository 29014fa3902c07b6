"""What a line has for the text model, as numbered rows: letters, words, amount and account."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from categorisation.clues import Clues, bucket_of
from categorisation.line import READ_CACHED
from categorisation.wording import plain, skeleton, tokens_of

_LETTER_ROWS = 3 << 14
_WORD_ROWS = 1 << 14
ROWS = _LETTER_ROWS + _WORD_ROWS
"""Letters share the first rows by their hash; words and the rest share those after them."""
_CACHED = 8_192
_WORDS_MAX = 8
_SAID_MAX = 12
_LETTERS_MAX = 24
_GRAM_MAX = 5
_MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads letters over all bits (the golden ratio's)."""

Ids = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Features:
    """The rows of a line: of its letters first, then of its words, then of the rest."""

    ids: Ids
    letters: int
    words: int


@lru_cache(maxsize=READ_CACHED)
def features_of(clues: Clues) -> Features:
    """Give the rows of the text model that a line touches, each once."""
    line = clues.line
    letters: set[int] = set()
    named = clues.name.split()
    letters.update(*[_letters_of(word, 2) for word in named])
    words: set[int] = set(_words_of(clues.name))
    if clues.numbers:
        words.update([_word_row(f"N{each}") for each in clues.numbers])
    if line.purpose and line.counterparty:
        said = skeleton(line.purpose).split(" ", _SAID_MAX)[:_SAID_MAX]
        letters.update(*[_letters_of(f"s{word}", 3) for word in said])
        tokens = tokens_of(plain(line.purpose))[:_SAID_MAX]
        words.update([_word_row(f"R{each}") for each in tokens])
    side = "-" if line.is_out else "+"
    rest = {_word_row(f"b{side}{bucket_of(abs(line.amount.minor))}")}
    if line.account:
        rest.add(_word_row(f"A{side}{line.account}"))
    rest -= words
    ids = np.array([*letters, *words, *rest], dtype=np.int32)
    return Features(ids, len(letters), len(words))


@lru_cache(maxsize=_CACHED)
def _letters_of(word: str, shortest: int) -> frozenset[int]:
    """Give the rows of a word's letters, up to five at a time, its ends marked."""
    text = f" {word[:_LETTERS_MAX]} "
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    letters = told = codes.astype(np.uint64)
    rows: list[int] = []
    for size in range(2, _GRAM_MAX + 1):
        told = told[:-1] * _MIXER + letters[size - 1 :]
        if size >= shortest:
            rows += ((told * _MIXER >> np.uint64(40)) % np.uint64(_LETTER_ROWS)).tolist()
    return frozenset(rows)


@lru_cache(maxsize=_CACHED)
def _words_of(name: str) -> frozenset[int]:
    """Give the rows of a name: its words, each two that follow each other, and the whole."""
    words = name.split()[:_WORDS_MAX]
    told = [
        f"P{name}",
        *(f"W{word}" for word in words),
        *(f"B{a} {b}" for a, b in pairwise(words)),
    ]
    return frozenset(map(_word_row, told))


@lru_cache(maxsize=_CACHED)
def _word_row(word: str) -> int:
    return _LETTER_ROWS + zlib.crc32(word.encode("utf-8", "replace")) % _WORD_ROWS
