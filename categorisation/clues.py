"""The keys under which a line is remembered, from exact to general, and its text's features."""

import enum
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from categorisation.line import LineFacts
from categorisation.wording import mark, party_key, plain, skeleton, tokens_of

FEATURES = 1 << 15
"""Rows of the text model: n-grams share them by hash."""
_MASK = (1 << 60) - 1
_ODD = 0x9E3779B97F4A7C15
_CACHED = 4_096

Ids = NDArray[np.int32]


class Source(enum.IntEnum):
    """What is counted; the order is that of the shipped weights."""

    PARTY_EXACT = 0
    PARTY_PURPOSE_AMOUNT = 1
    PARTY_PURPOSE = 2
    PARTY_AMOUNT = 3
    NAME_AS_WRITTEN = 4
    PARTY = 5
    TWO_WORDS = 6
    FIRST_WORD = 7
    PURPOSE = 8
    AMOUNT = 9
    PARTY_SIZE = 10
    EXACT = 11
    EVERYTHING = 12
    PARTY_ACCOUNT = 13
    PARTY_ACCOUNT_AMOUNT = 14
    ACCOUNT_AMOUNT = 15
    ACCOUNT = 16
    IDENTIFIER = 17
    TAX_ID = 18
    PARTY_DAY = 19
    PURPOSE_AMOUNT = 20
    RULE = 21
    RULE_PARTY = 22
    PURPOSE_START = 23


@dataclass(frozen=True, slots=True)
class Clues:
    """A line's keys, by source, and the rows of the text model that it touches."""

    keys: tuple[tuple[Source, int], ...]
    party: int
    """The key of `Source.PARTY`: whose line it is."""
    features: Ids


def clues_of(line: LineFacts, rule: str = "") -> Clues:
    """Read a line once; its direction is part of every key. `rule` names the rule that fits."""
    name, said = party_key(line.counterparty), skeleton(line.purpose)
    written = plain(line.counterparty) or plain(line.purpose)
    who = name or line.tax_id or line.counterparty_account or said or written
    side = "-" if line.is_out else "+"
    party, purpose, own = mark(side + who), mark(side + said), mark(side + line.account)
    minor = abs(line.amount.minor)
    bucket, size = _bucket(minor), minor.bit_length()
    keys = [
        (Source.PARTY_EXACT, _mix(0, party, minor)),
        (Source.PARTY_AMOUNT, _mix(3, party, bucket)),
        (Source.NAME_AS_WRITTEN, _mix(4, mark(side + written))),
        (Source.PARTY, _mix(5, party)),
        (Source.PARTY_SIZE, _mix(10, party, size)),
        (Source.AMOUNT, _mix(9, mark(side), bucket)),
        (Source.EVERYTHING, _mix(12)),
        (Source.PARTY_DAY, _mix(19, party, line.booked_on.day // 4)),
    ]
    keys += _of_words(name or said, side)
    if said and name:
        keys.append((Source.PARTY_PURPOSE, _mix(2, party, purpose)))
        keys.append((Source.PARTY_PURPOSE_AMOUNT, _mix(1, party, purpose, bucket)))
        keys.append((Source.PURPOSE, _mix(8, purpose)))
        keys.append((Source.PURPOSE_AMOUNT, _mix(20, purpose, bucket)))
        start = " ".join(said.split(" ", 2)[:2])
        keys.append((Source.PURPOSE_START, _mix(23, mark(side + start))))
    if minor % 100:
        keys.append((Source.EXACT, _mix(11, mark(side), minor)))
    if line.account:
        keys.append((Source.PARTY_ACCOUNT, _mix(13, party, own)))
        keys.append((Source.PARTY_ACCOUNT_AMOUNT, _mix(14, party, own, bucket)))
        keys.append((Source.ACCOUNT_AMOUNT, _mix(15, own, bucket)))
        keys.append((Source.ACCOUNT, _mix(16, own)))
    if line.counterparty_account:
        keys.append((Source.IDENTIFIER, _mix(17, mark(side + line.counterparty_account))))
    if line.tax_id:
        keys.append((Source.TAX_ID, _mix(18, mark(side + line.tax_id))))
    if rule:
        keys.append((Source.RULE, _mix(21, mark(side + rule))))
        keys.append((Source.RULE_PARTY, _mix(22, mark(side + rule), party)))
    return Clues(tuple(keys), _mix(5, party), _features(line, name or said, side, bucket))


def _of_words(text: str, side: str) -> list[tuple[Source, int]]:
    first, _, rest = text.partition(" ")
    keys = [(Source.FIRST_WORD, _mix(7, mark(side + first)))] if first else []
    if rest:
        two = f"{first} {rest.partition(' ')[0]}"
        keys.append((Source.TWO_WORDS, _mix(6, mark(side + two))))
    return keys


def _bucket(minor: int) -> int:
    """Give the half-octave that an amount is in."""
    length = minor.bit_length()
    return 2 * length + (minor >> max(0, length - 2) & 1)


def _mix(*parts: int) -> int:
    mixed = 0
    for part in parts:
        mixed = ((mixed ^ part) * _ODD + (mixed >> 29)) & _MASK
    return mixed


def _features(line: LineFacts, name: str, side: str, bucket: int) -> Ids:
    parts = [_of_name(name), _with_amount(f"{side}{bucket}", name)]
    if line.purpose and line.counterparty:
        parts.append(_of_purpose(line.purpose))
    if line.account:
        parts.append(_of_account(line.account, side))
    return np.concatenate(parts)


@lru_cache(maxsize=_CACHED)
def _of_name(name: str) -> Ids:
    """Give letters 2 to 5 at a time, words and the whole."""
    grams = _grams(f" {name[:60]} ", "", (2, 3, 4, 5))
    grams.update(f"W{word}" for word in name.split()[:8])
    grams.add(f"P{name}")
    return _hashed(grams)


def _with_amount(bucket: str, name: str) -> Ids:
    grams = {f"b{bucket}", "w0", f"PB{name}|{bucket}"}
    grams.update(f"WB{word}|{bucket}" for word in name.split()[:4])
    return _hashed(grams)


@lru_cache(maxsize=_CACHED)
def _of_purpose(purpose: str) -> Ids:
    text = plain(purpose)
    grams = {f"R{token}" for token in tokens_of(text)[:12]}
    for word in skeleton(purpose).split()[:12]:
        grams.add(f"S{word}")
        grams |= _grams(f" {word[:24]} ", "s", (3, 4, 5))
    return _hashed(grams)


@lru_cache(maxsize=256)
def _of_account(account: str, side: str) -> Ids:
    return _hashed({f"A{side}{account}"})


def _grams(text: str, prefix: str, sizes: tuple[int, ...]) -> set[str]:
    return {prefix + text[at : at + size] for size in sizes for at in range(len(text) - size + 1)}


def _hashed(grams: set[str]) -> Ids:
    rows = {zlib.crc32(gram.encode("utf-8", "replace")) % FEATURES for gram in grams}
    return np.array(sorted(rows), dtype=np.int32)
