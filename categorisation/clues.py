"""The keys under which a line is remembered, from exact to general."""

import enum
from dataclasses import dataclass
from functools import lru_cache

from categorisation.line import READ_CACHED, LineFacts
from categorisation.wording import mark, numbers_of, party_key, plain, skeleton

_MASK = (1 << 60) - 1
"""Keys are hashes of whole numbers, alike in every process, and short enough to be small."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """A line's keys, by source, and what its text has."""

    keys: dict[int, int]
    """By source."""
    party: int
    """The key of `Source.PARTY`: whose line it is."""
    line: LineFacts
    numbers: tuple[str, ...]
    """Words of the name with digits: branches, terminals."""
    name: str
    """Whose, in words; the purpose's words where no name is told."""


@lru_cache(maxsize=READ_CACHED)
def clues_of(line: LineFacts, rule: str = "") -> Clues:
    """Read a line once; its direction is part of every key. `rule` names the rule that fits."""
    name, said = party_key(line.counterparty), skeleton(line.purpose)
    who = name or line.tax_id or line.counterparty_account or said or plain(line.purpose)
    side = "-" if line.is_out else "+"
    party, own = mark(side + who), mark(side + line.account)
    minor = abs(line.amount.minor)
    bucket = bucket_of(minor)
    keys: dict[int, int] = {
        _PARTY_EXACT: _key(_PARTY_EXACT, party, minor),
        _PARTY_AMOUNT: _key(_PARTY_AMOUNT, party, bucket),
        _PARTY: _key(_PARTY, party),
        _PARTY_SIZE: _key(_PARTY_SIZE, party, minor.bit_length()),
        _AMOUNT: _key(_AMOUNT, mark(side), bucket),
        _FIRST_WORD: _key(_FIRST_WORD, mark(side + (name or said).partition(" ")[0])),
    }
    if said and name:
        purpose, start = mark(side + said), mark(side + " ".join(said.split(" ", 2)[:2]))
        keys[_PARTY_PURPOSE] = _key(_PARTY_PURPOSE, party, purpose)
        keys[_PURPOSE] = _key(_PURPOSE, purpose)
        keys[_PURPOSE_AMOUNT] = _key(_PURPOSE_AMOUNT, purpose, bucket)
        keys[_PURPOSE_START] = _key(_PURPOSE_START, start)
    if minor % 100:
        keys[_EXACT] = _key(_EXACT, mark(side), minor)
    if line.account:
        keys[_PARTY_ACCOUNT] = _key(_PARTY_ACCOUNT, party, own)
        keys[_PARTY_ACCOUNT_AMOUNT] = _key(_PARTY_ACCOUNT_AMOUNT, party, own, bucket)
        keys[_ACCOUNT_AMOUNT] = _key(_ACCOUNT_AMOUNT, own, bucket)
        keys[_ACCOUNT] = _key(_ACCOUNT, own)
    if line.counterparty_account:
        keys[_IDENTIFIER] = _key(_IDENTIFIER, mark(side + line.counterparty_account))
    if line.tax_id:
        keys[_TAX_ID] = _key(_TAX_ID, mark(side + line.tax_id))
    if rule:
        keys[_RULE] = _key(_RULE, mark(side + rule))
        keys[_RULE_PARTY] = _key(_RULE_PARTY, mark(side + rule), party)
    numbers = numbers_of(line.counterparty)
    if numbers and name:
        keys[_NUMBERED] = _key(_NUMBERED, party, mark(" ".join(numbers)))
    return Clues(keys, keys[_PARTY], line, numbers, name or said)


def _key(source: int, *parts: int) -> int:
    return hash((source, parts)) & _MASK


def bucket_of(minor: int) -> int:
    """Give the half-octave that an amount is in."""
    length = minor.bit_length()
    return 2 * length + (minor >> max(0, length - 2) & 1)
