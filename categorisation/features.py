"""What a line has for the text model, as numbered rows: letters, words, amount and account."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from categorisation.clues import Clues, bucket_of
from categorisation.wording import plain, skeleton, tokens_of

_LETTER_ROWS = 3 << 14
_WORD_ROWS = 1 << 14
ROWS = _LETTER_ROWS + _WORD_ROWS
"""Letters share the first rows by their hash; words and the rest share those after them."""
_CACHED = 4_096
_WORDS_MAX = 8
_SAID_MAX = 12

Ids = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Features:
    """The rows of a line: of its letters first, then of its words, then of the rest."""

    ids: Ids
    often: Floats
    """How often the line has each: one and the logarithm of it."""
    letters: int
    words: int


def features_of(clues: Clues) -> Features:
    """Give the rows of the text model that a line touches."""
    line = clues.line
    letters: dict[int, int] = {}
    _count(letters, _letters_of(clues.name[:60], 2))
    words = _words_of(clues.name)
    if line.purpose and line.counterparty:
        for word in skeleton(line.purpose).split(" ", _SAID_MAX)[:_SAID_MAX]:
            _count(letters, _letters_of(f"s{word[:24]}", 3))
        words = words | {
            _word_row(f"R{each}") for each in tokens_of(plain(line.purpose))[:_SAID_MAX]
        }
    side = "-" if line.is_out else "+"
    rest = {_word_row(f"b{side}{bucket_of(abs(line.amount.minor))}")}
    if line.account:
        rest.add(_word_row(f"A{side}{line.account}"))
    rest -= words
    ids = [*letters, *words, *rest]
    often = np.ones(len(ids), dtype=np.float32)
    often[: len(letters)] += np.log(np.array(list(letters.values()), dtype=np.float32))
    return Features(np.array(ids, dtype=np.int32), often, len(letters), len(words))


def _count(rows: dict[int, int], more: Iterable[int]) -> None:
    for row in more:
        rows[row] = rows.get(row, 0) + 1


@lru_cache(maxsize=_CACHED)
def _letters_of(text: str, shortest: int) -> tuple[int, ...]:
    """Give the rows of a text's letters, up to five at a time."""
    return tuple(
        zlib.crc32(gram.encode("utf-8", "replace")) % _LETTER_ROWS
        for gram in _grams(text, shortest)
    )


def _grams(text: str, shortest: int) -> Iterator[str]:
    framed = f" {text} "
    for size in range(shortest, 6):
        for at in range(len(framed) - size + 1):
            yield framed[at : at + size]


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


def _word_row(word: str) -> int:
    return _LETTER_ROWS + zlib.crc32(word.encode("utf-8", "replace")) % _WORD_ROWS
