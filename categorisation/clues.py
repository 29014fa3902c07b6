"""The keys under which a line is remembered, from exact to general, and its text's features."""

import enum
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from categorisation.line import LineFacts
from categorisation.wording import mark, party_key, plain, skeleton, tokens_of

FEATURES = 1 << 15
"""Rows of the text model: n-grams share them by hash."""
_MASK = (1 << 60) - 1
"""Keys are hashes of whole numbers, alike in every process, and short enough to be small."""
_CACHED = 4_096

Ids = NDArray[np.int32]


class Source(enum.IntEnum):
    """What is counted; the order is that of the shipped weights."""

    PARTY_EXACT = 0
    PARTY_PURPOSE = 1
    PARTY_AMOUNT = 2
    PARTY = 3
    PARTY_SIZE = 4
    PARTY_ACCOUNT = 5
    PARTY_ACCOUNT_AMOUNT = 6
    IDENTIFIER = 7
    TAX_ID = 8
    FIRST_WORD = 9
    PURPOSE = 10
    PURPOSE_START = 11
    PURPOSE_AMOUNT = 12
    EXACT = 13
    AMOUNT = 14
    ACCOUNT = 15
    ACCOUNT_AMOUNT = 16
    RULE = 17
    RULE_PARTY = 18


@dataclass(frozen=True, slots=True)
class Clues:
    """A line's keys, by source, and what its text has."""

    keys: tuple[tuple[Source, int], ...]
    party: int
    """The key of `Source.PARTY`: whose line it is."""
    line: LineFacts
    name: str
    """Whose, in words; the purpose's words where no name is told."""


def clues_of(line: LineFacts, rule: str = "") -> Clues:
    """Read a line once; its direction is part of every key. `rule` names the rule that fits."""
    name, said = party_key(line.counterparty), skeleton(line.purpose)
    who = name or line.tax_id or line.counterparty_account or said or plain(line.purpose)
    side = "-" if line.is_out else "+"
    party, own = mark(side + who), mark(side + line.account)
    minor = abs(line.amount.minor)
    bucket = _bucket(minor)
    told: list[tuple[Source, tuple[int, ...]]] = [
        (Source.PARTY_EXACT, (party, minor)),
        (Source.PARTY_AMOUNT, (party, bucket)),
        (Source.PARTY, (party,)),
        (Source.PARTY_SIZE, (party, minor.bit_length())),
        (Source.AMOUNT, (mark(side), bucket)),
        (Source.FIRST_WORD, (mark(side + (name or said).partition(" ")[0]),)),
    ]
    if said and name:
        purpose, start = mark(side + said), mark(side + " ".join(said.split(" ", 2)[:2]))
        told.append((Source.PARTY_PURPOSE, (party, purpose)))
        told.append((Source.PURPOSE, (purpose,)))
        told.append((Source.PURPOSE_AMOUNT, (purpose, bucket)))
        told.append((Source.PURPOSE_START, (start,)))
    if minor % 100:
        told.append((Source.EXACT, (mark(side), minor)))
    if line.account:
        told.append((Source.PARTY_ACCOUNT, (party, own)))
        told.append((Source.PARTY_ACCOUNT_AMOUNT, (party, own, bucket)))
        told.append((Source.ACCOUNT_AMOUNT, (own, bucket)))
        told.append((Source.ACCOUNT, (own,)))
    if line.counterparty_account:
        told.append((Source.IDENTIFIER, (mark(side + line.counterparty_account),)))
    if line.tax_id:
        told.append((Source.TAX_ID, (mark(side + line.tax_id),)))
    if rule:
        told.append((Source.RULE, (mark(side + rule),)))
        told.append((Source.RULE_PARTY, (mark(side + rule), party)))
    keys = tuple((source, hash((int(source), *parts)) & _MASK) for source, parts in told)
    return Clues(keys, hash((int(Source.PARTY), party)) & _MASK, line, name or said)


def _bucket(minor: int) -> int:
    """Give the half-octave that an amount is in."""
    length = minor.bit_length()
    return 2 * length + (minor >> max(0, length - 2) & 1)


def features_of(clues: Clues) -> Ids:
    """Give the rows of the text model that a line touches."""
    line, name = clues.line, clues.name
    side = "-" if line.is_out else "+"
    bucket = f"{side}{_bucket(abs(line.amount.minor))}"
    words = name.split()[:8]
    rows = {_row(f"b{bucket}"), _row(f"PB{name}|{bucket}"), *_of_name(name)}
    rows.update(_row(f"WB{word}|{bucket}") for word in words[:4])
    if line.purpose and line.counterparty:
        rows.update(_row(f"R{token}") for token in tokens_of(plain(line.purpose))[:12])
        for word in skeleton(line.purpose).split()[:12]:
            rows.update(_of_word(word))
    if line.account:
        rows.add(_row(f"A{side}{line.account}"))
    return np.array(sorted(rows), dtype=np.int32)


@lru_cache(maxsize=_CACHED)
def _of_name(name: str) -> frozenset[int]:
    """Give letters 2 to 5 at a time, words and the whole."""
    grams = {*_grams(f" {name[:60]} ", (2, 3, 4, 5)), f"P{name}"}
    return frozenset(map(_row, grams.union(f"W{word}" for word in name.split()[:8])))


@lru_cache(maxsize=_CACHED)
def _of_word(word: str) -> frozenset[int]:
    """Give a purpose's word and its letters 3 to 5 at a time."""
    grams = (f"s{gram}" for gram in _grams(f" {word[:24]} ", (3, 4, 5)))
    return frozenset(map(_row, (f"S{word}", *grams)))


def _grams(text: str, sizes: tuple[int, ...]) -> Iterator[str]:
    for size in sizes:
        for at in range(len(text) - size + 1):
            yield text[at : at + size]


def _row(gram: str) -> int:
    return zlib.crc32(gram.encode("utf-8", "replace")) % FEATURES
