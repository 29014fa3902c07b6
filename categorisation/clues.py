"""The keys under which a line is remembered, from exact to general."""

import enum
from dataclasses import dataclass

from categorisation.line import LineFacts
from categorisation.wording import beside_name, party_key, plain, skeleton

_MASK = (1 << 60) - 1
"""Keys are hashes of this process, which nobody keeps, and short enough to be small."""


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
    BESIDE = 19


(
    _PARTY_EXACT, _PARTY_PURPOSE, _PARTY_AMOUNT, _PARTY, _PARTY_SIZE, _PARTY_ACCOUNT,
    _PARTY_ACCOUNT_AMOUNT, _IDENTIFIER, _TAX_ID, _FIRST_WORD, _PURPOSE, _PURPOSE_START,
    _PURPOSE_AMOUNT, _EXACT, _AMOUNT, _ACCOUNT, _ACCOUNT_AMOUNT, _RULE, _RULE_PARTY, _BESIDE,
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
    beside: tuple[str, ...]
    """What the name has beside its words: branches, terminals, a site's address."""
    name: str
    """Whose, in words; the purpose's words where no name is told."""


def clues_of(line: LineFacts, rule: str = "") -> Clues:
    """Read a line; its direction is part of every key. `rule` names the rule that fits."""
    minor = line.amount.minor
    side, minor = ("-", -minor) if minor < 0 else ("+", minor)
    spelled, said = party_key(line.counterparty), skeleton(line.purpose)
    name = spelled or plain(line.counterparty).strip()
    beside = beside_name(line.counterparty)
    whose = name or line.tax_id or line.counterparty_account or said or plain(line.purpose)
    party, bucket = side + whose, bucket_of(minor)
    of_party = hash((_PARTY, party)) & _MASK
    keys: dict[int, int] = {
        _PARTY_EXACT: hash((_PARTY_EXACT, party, minor)) & _MASK,
        _PARTY_AMOUNT: hash((_PARTY_AMOUNT, party, bucket)) & _MASK,
        _PARTY: of_party,
        _PARTY_SIZE: hash((_PARTY_SIZE, party, minor.bit_length())) & _MASK,
        _AMOUNT: hash((_AMOUNT, side, bucket)) & _MASK,
        _FIRST_WORD: hash((_FIRST_WORD, side, (name or said).partition(" ")[0])) & _MASK,
    }
    if said and name:
        keys[_PARTY_PURPOSE] = hash((_PARTY_PURPOSE, party, said)) & _MASK
        keys[_PURPOSE] = hash((_PURPOSE, side, said)) & _MASK
        keys[_PURPOSE_AMOUNT] = hash((_PURPOSE_AMOUNT, side, said, bucket)) & _MASK
        keys[_PURPOSE_START] = hash((_PURPOSE_START, side, *said.split(" ", 2)[:2])) & _MASK
    if minor % 100:
        keys[_EXACT] = hash((_EXACT, side, minor)) & _MASK
    if line.account:
        own = line.account
        keys[_PARTY_ACCOUNT] = hash((_PARTY_ACCOUNT, party, own)) & _MASK
        keys[_PARTY_ACCOUNT_AMOUNT] = hash((_PARTY_ACCOUNT_AMOUNT, party, own, bucket)) & _MASK
        keys[_ACCOUNT_AMOUNT] = hash((_ACCOUNT_AMOUNT, side, own, bucket)) & _MASK
        keys[_ACCOUNT] = hash((_ACCOUNT, side, own)) & _MASK
    if line.counterparty_account:
        keys[_IDENTIFIER] = hash((_IDENTIFIER, side, line.counterparty_account)) & _MASK
    if line.tax_id:
        keys[_TAX_ID] = hash((_TAX_ID, side, line.tax_id)) & _MASK
    if rule:
        keys[_RULE] = hash((_RULE, side, rule)) & _MASK
        keys[_RULE_PARTY] = hash((_RULE_PARTY, rule, party)) & _MASK
    if beside and name:
        keys[_BESIDE] = hash((_BESIDE, party, beside)) & _MASK
    return Clues(keys, of_party, line, beside, spelled or said)


def bucket_of(minor: int) -> int:
    """Give the half-octave that an amount is in."""
    length = minor.bit_length()
    return 2 * length + (minor >> max(0, length - 2) & 1)
