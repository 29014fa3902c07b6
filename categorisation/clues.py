"""The keys under which a line is remembered, from exact to general."""

import enum
from dataclasses import dataclass
from functools import lru_cache

from categorisation.line import LineFacts
from categorisation.wording import mark, numbers_of, party_key, plain, skeleton

_MASK = (1 << 60) - 1
"""Keys are hashes of whole numbers, alike in every process, and short enough to be small."""
_CACHED = 4_096


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
    NUMBERED = 19


(
    _PARTY_EXACT, _PARTY_PURPOSE, _PARTY_AMOUNT, _PARTY, _PARTY_SIZE, _PARTY_ACCOUNT,
    _PARTY_ACCOUNT_AMOUNT, _IDENTIFIER, _TAX_ID, _FIRST_WORD, _PURPOSE, _PURPOSE_START,
    _PURPOSE_AMOUNT, _EXACT, _AMOUNT, _ACCOUNT, _ACCOUNT_AMOUNT, _RULE, _RULE_PARTY, _NUMBERED,
) = map(int, Source)  # fmt: skip
"""Plain numbers: hashing an enum is slow, and each line asks some fifty times."""


@dataclass(slots=True, eq=False)
class Clues:
    """A line's keys, by source, and what its text has; not frozen, for each line makes one."""

    keys: dict[int, int]
    """By source."""
    party: int
    """The key of `Source.PARTY`: whose line it is."""
    line: LineFacts
    numbers: tuple[str, ...]
    """Words of the name with digits: branches, terminals."""
    name: str
    """Whose, in words; the purpose's words where no name is told."""


def clues_of(line: LineFacts, rule: str = "") -> Clues:
    """Read a line; its direction is part of every key. `rule` names the rule that fits."""
    minor = line.amount.minor
    side, minor = ("-", -minor) if minor < 0 else ("+", minor)
    name, party, of_party, of_first, numbers, of_numbers = _named(side, line.counterparty)
    said, purpose, of_purpose, of_start = _said(side, line.purpose)
    if not name:
        who = line.tax_id or line.counterparty_account or said or plain(line.purpose)
        party = mark(side + who)
        of_party, of_first = _key(_PARTY, party), _first_word(side, said)
    length = minor.bit_length()
    bucket = bucket_of(minor)
    keys: dict[int, int] = {
        _PARTY_EXACT: hash((_PARTY_EXACT, party, minor)) & _MASK,
        _PARTY_AMOUNT: hash((_PARTY_AMOUNT, party, bucket)) & _MASK,
        _PARTY: of_party,
        _PARTY_SIZE: hash((_PARTY_SIZE, party, length)) & _MASK,
        _AMOUNT: _sized(side, bucket),
        _FIRST_WORD: of_first,
    }
    if said and name:
        keys[_PARTY_PURPOSE] = hash((_PARTY_PURPOSE, party, purpose)) & _MASK
        keys[_PURPOSE] = of_purpose
        keys[_PURPOSE_AMOUNT] = hash((_PURPOSE_AMOUNT, purpose, bucket)) & _MASK
        keys[_PURPOSE_START] = of_start
    if minor % 100:
        keys[_EXACT] = hash((_EXACT, side == "-", minor)) & _MASK
    if line.account:
        own, of_account = _marked(_ACCOUNT, side, line.account)
        keys[_PARTY_ACCOUNT] = hash((_PARTY_ACCOUNT, party, own)) & _MASK
        keys[_PARTY_ACCOUNT_AMOUNT] = hash((_PARTY_ACCOUNT_AMOUNT, party, own, bucket)) & _MASK
        keys[_ACCOUNT_AMOUNT] = hash((_ACCOUNT_AMOUNT, own, bucket)) & _MASK
        keys[_ACCOUNT] = of_account
    _add_told(keys, line, side, rule, party)
    if of_numbers:
        keys[_NUMBERED] = of_numbers
    return Clues(keys, of_party, line, numbers, name or said)


def _add_told(keys: dict[int, int], line: LineFacts, side: str, rule: str, party: int) -> None:
    """Add the keys of what banks tell of a counterparty, and of the rule that fits."""
    if line.counterparty_account:
        keys[_IDENTIFIER] = _marked(_IDENTIFIER, side, line.counterparty_account)[1]
    if line.tax_id:
        keys[_TAX_ID] = _marked(_TAX_ID, side, line.tax_id)[1]
    if rule:
        ruled, keys[_RULE] = _marked(_RULE, side, rule)
        keys[_RULE_PARTY] = hash((_RULE_PARTY, ruled, party)) & _MASK


def bucket_of(minor: int) -> int:
    """Give the half-octave that an amount is in."""
    length = minor.bit_length()
    return 2 * length + (minor >> max(0, length - 2) & 1)


@lru_cache(maxsize=_CACHED)
def _named(side: str, counterparty: str) -> tuple[str, int, int, int, tuple[str, ...], int]:
    """Give a name, its mark, the keys of party and first word, its numbers and their key."""
    name, numbers = party_key(counterparty), numbers_of(counterparty)
    party = mark(side + name)
    numbered = _key(_NUMBERED, party, mark(" ".join(numbers))) if numbers and name else 0
    return name, party, _key(_PARTY, party), _first_word(side, name), numbers, numbered


@lru_cache(maxsize=_CACHED)
def _said(side: str, text: str) -> tuple[str, int, int, int]:
    """Give what a purpose says, its mark, and the keys of it and of its beginning."""
    said = skeleton(text)
    purpose, start = mark(side + said), mark(side + " ".join(said.split(" ", 2)[:2]))
    return said, purpose, _key(_PURPOSE, purpose), _key(_PURPOSE_START, start)


@lru_cache(maxsize=_CACHED)
def _marked(source: int, side: str, text: str) -> tuple[int, int]:
    """Give the mark of an account, a tax number or a rule, and its key."""
    marked = mark(side + text)
    return marked, _key(source, marked)


@lru_cache(maxsize=_CACHED)
def _sized(side: str, bucket: int) -> int:
    return _key(_AMOUNT, mark(side), bucket)


def _first_word(side: str, text: str) -> int:
    return _key(_FIRST_WORD, mark(side + text.partition(" ")[0]))


def _key(*parts: int) -> int:
    return hash(parts) & _MASK
