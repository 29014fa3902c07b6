"""What a line has for the text model, as numbered rows: letters, words, amount and account."""

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from categorisation.clues import Clues, bucket_of
from categorisation.line import READ_CACHED
from categorisation.trades import trades_of
from categorisation.wording import skeleton, words_of

_NAME_ROWS = 3 << 14
_SAID_ROWS = 1 << 14
_WORD_ROWS = 1 << 14
_WORDS_FROM = _NAME_ROWS + _SAID_ROWS
ROWS = _WORDS_FROM + _WORD_ROWS
"""A name's letters share the first rows by their hash, a purpose's the next, words the last."""
_CACHED = 4_096
_WORDS_MAX = 8
_SAID_MAX = 12
_LETTERS_MAX = 24
_GRAM_MAX = 5
_MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads letters over all bits (the golden ratio's)."""
_SHIFT = np.uint64(40)
_DIGIT = re.compile(r"\d")
_ZEROS_MAX = 5
_TELLING_DIGITS = frozenset("59")
"""Last digits before the zeros that are no chance: prices end on them."""
_NAME, _WORD, _PAIR, _BESIDE, _SAID, _SIZE, _ACCOUNT, _ENDING, _SHAPE, _TRADE = range(10)
"""What a word is of; the same word elsewhere has another row."""

Ids = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Features:
    """The rows of a line, each once."""

    ids: Ids
    sizes: tuple[int, int, int, int, int]
    """How many are of letters, which come first, of words, amount, account and trades."""


@lru_cache(maxsize=READ_CACHED)
def features_of(clues: Clues) -> Features:
    """Give the rows of the text model that a line touches."""
    line = clues.line
    letters = _letters_of_name(clues.name)
    words = set(_words_of(clues.name))
    words.update(map(_beside_row, clues.beside), map(_shape_row, clues.beside))
    said = words_of(line.purpose)[:_SAID_MAX]
    if line.purpose and line.counterparty:
        letters = np.concatenate([letters, _letters_of_purpose(skeleton(line.purpose))])
        words.update(map(_said_row, said), map(_shape_row, filter(_DIGIT.search, said)))
    side = "-" if line.is_out else "+"
    amount = set(_amount_rows(side, abs(line.amount.minor))) - words
    account = {_account_row(side, line.account)} if line.account else set()
    account -= words | amount
    trades: set[int] = set()
    trades.update(*map(_trade_rows, words_of(line.counterparty)), *map(_trade_rows, said))
    trades -= words | amount | account
    told = np.array([*words, *amount, *account, *trades], dtype=np.int32)
    sizes = len(letters), len(words), len(amount), len(account), len(trades)
    return Features(np.concatenate([letters, told]), sizes)


@lru_cache(maxsize=_CACHED)
def _letters_of_name(name: str) -> Ids:
    rows: set[int] = set()
    rows.update(*[_letters_of(word, 2, _NAME_ROWS) for word in name.split()])
    return np.array([*rows], dtype=np.int32)


@lru_cache(maxsize=_CACHED)
def _letters_of_purpose(said: str) -> Ids:
    rows: set[int] = set()
    rows.update(*[_letters_of(word, 3, _SAID_ROWS) for word in said.split()[:_SAID_MAX]])
    return np.array([*rows], dtype=np.int32) + np.int32(_NAME_ROWS)


@lru_cache(maxsize=_CACHED)
def _letters_of(word: str, shortest: int, rows: int) -> frozenset[int]:
    """Give the rows of a word's letters, up to five at a time, its ends marked."""
    text = f" {word[:_LETTERS_MAX]} "
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    letters = told = codes.astype(np.uint64)
    runs = []
    for size in range(2, _GRAM_MAX + 1):
        told = told[:-1] * _MIXER + letters[size - 1 :]
        if size >= shortest:
            runs.append(told)
    found = (np.concatenate(runs) * _MIXER >> _SHIFT) % np.uint64(rows)
    return frozenset(found.tolist())


@lru_cache(maxsize=_CACHED)
def _words_of(name: str) -> frozenset[int]:
    """Give the rows of a name: its words, each two that follow each other, and the whole."""
    words = name.split()[:_WORDS_MAX]
    pairs = [_row(_PAIR, f"{a} {b}") for a, b in pairwise(words)]
    return frozenset([_row(_NAME, name), *[_row(_WORD, word) for word in words], *pairs])


@lru_cache(maxsize=_CACHED)
def _said_row(word: str) -> int:
    return _row(_SAID, word)


@lru_cache(maxsize=_CACHED)
def _shape_row(word: str) -> int:
    return _row(_SHAPE, _DIGIT.sub("0", word))


@lru_cache(maxsize=_CACHED)
def _trade_rows(word: str) -> tuple[int, ...]:
    return tuple([_row(_TRADE, trade) for trade in trades_of(word)])


@lru_cache(maxsize=_CACHED)
def _beside_row(word: str) -> int:
    return _row(_BESIDE, word)


@lru_cache(maxsize=_CACHED)
def _amount_rows(side: str, minor: int) -> tuple[int, ...]:
    """Give the rows of an amount: how large it is, how it ends, and both together."""
    size, ending = f"{side}{bucket_of(minor)}", _ending_of(minor)
    told = (_SIZE, size), (_ENDING, side + ending), (_SIZE, f"{size} {ending}")
    return tuple(_row(of, word) for of, word in told)


def _ending_of(minor: int) -> str:
    """Tell prices (9.99), sums agreed upon (150.00) and sums reckoned (147.36) apart."""
    digits = str(minor)
    kept = digits.rstrip("0")
    zeros = min(len(digits) - len(kept), _ZEROS_MAX)
    return f"{zeros} {kept[-1:]}" if kept[-1:] in _TELLING_DIGITS else str(zeros)


@lru_cache(maxsize=_CACHED)
def _account_row(side: str, account: str) -> int:
    return _row(_ACCOUNT, side + account)


def _row(of: int, word: str) -> int:
    return _WORDS_FROM + zlib.crc32(word.encode("utf-8", "replace"), of) % _WORD_ROWS
