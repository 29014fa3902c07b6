"""Why a line is taken for what it is: a value that each language words in its own way."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from categorisation.clues import Source
from categorisation.memory import Kept, count_of, total_of


class Because(enum.StrEnum):
    """What decided."""

    RULE = "rule"
    """A rule of the accountant or of the starter pack: `rule`, `matched`."""
    IDENTIFIER = "identifier"
    """Earlier lines with this counterparty's account: `count`."""
    TAX_ID = "tax_id"
    """Earlier lines with this counterparty's tax number: `count`."""
    PARTY_AMOUNT = "party_amount"
    """Earlier lines of this counterparty with this very amount: `count`."""
    PARTY = "party"
    """Earlier lines of this counterparty: `count`, `others` filed otherwise."""
    PURPOSE = "purpose"
    """Earlier lines with this purpose: `count`."""
    WORDS = "words"
    """Earlier lines whose name begins alike: `count`."""
    RESEMBLANCE = "resemblance"
    """Letters, amount and account resemble lines of that category."""
    NOTHING = "nothing"
    """Nothing like it was seen."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided, with the numbers and words of the sentence about it."""

    because: Because
    count: int = 0
    others: int = 0
    rule: str = ""
    matched: str = ""
    is_out: bool = True


_PARTY_EXACT = int(Source.PARTY_EXACT)
_IN_ORDER = (
    (int(Source.IDENTIFIER), Because.IDENTIFIER),
    (int(Source.TAX_ID), Because.TAX_ID),
    (_PARTY_EXACT, Because.PARTY_AMOUNT),
    (int(Source.PARTY), Because.PARTY),
    (int(Source.PURPOSE), Because.PURPOSE),
    (int(Source.FIRST_WORD), Because.WORDS),
)
_REPEATED = 2
_CACHED = 1_024


def reason_for(seen: Mapping[int, Kept], category: int, *, is_out: bool) -> Reason:
    """Find what speaks most plainly for a category."""
    for source, because in _IN_ORDER:
        known = seen.get(source)
        if known is None:
            continue
        count = count_of(known, category)
        if not count or (source == _PARTY_EXACT and count < _REPEATED):
            continue
        others = total_of(known) - count
        if count > others:
            return _counted(because, count, others, is_out=is_out)
    return _counted(Because.RESEMBLANCE, 0, 0, is_out=is_out)


@lru_cache(maxsize=_CACHED)
def reason_of_rule(rule: str, matched: str, *, is_out: bool) -> Reason:
    """Give the reason that a rule is: each once, as a thousand lines have some dozen."""
    return Reason(Because.RULE, rule=rule, matched=matched, is_out=is_out)


@lru_cache(maxsize=_CACHED)
def _counted(because: Because, count: int, others: int, *, is_out: bool) -> Reason:
    return Reason(because, count, others, is_out=is_out)


_IN_ENGLISH = {
    Because.RULE: "rule: {rule} has '{matched}'",
    Because.IDENTIFIER: "as {count} earlier {payments} this account",
    Because.TAX_ID: "as {count} earlier {payments} this tax number",
    Because.PARTY_AMOUNT: "as {count} earlier {payments} this counterparty of this very amount",
    Because.PARTY: "as {count} earlier {payments} this counterparty",
    Because.PURPOSE: "as {count} earlier with this purpose",
    Because.WORDS: "as {count} earlier with such a name",
    Because.RESEMBLANCE: "resembles lines of this category",
    Because.NOTHING: "nothing like it was seen",
}


def in_english(reason: Reason) -> str:
    """Word a reason for the command line."""
    plural = "" if reason.count == 1 else "s"
    worded = _IN_ENGLISH[reason.because].format(
        rule=reason.rule,
        matched=reason.matched,
        count=reason.count,
        payments=f"payment{plural} {'to' if reason.is_out else 'from'}",
    )
    return f"{worded} ({reason.others} otherwise)" if reason.others else worded
