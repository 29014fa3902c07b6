"""Leads batches below zero to the bank lines by which a provider took the money back."""

from collections.abc import Iterable, Mapping

from reconciliation.decisions import Decisions
from reconciliation.links import Ground
from reconciliation.matching.roles import code_of, codes_in
from reconciliation.matching.settlements import Carried
from reconciliation.records import BankLine, Payout, id_of

_NAMED = (Ground.NUMBER, Ground.AMOUNT, Ground.PROVIDER)


def take_back(
    payouts: Iterable[Payout], lines: Iterable[BankLine], decisions: Decisions
) -> list[Carried]:
    """Pair what left the bank with the batch that a person, or the line itself, names.

    A batch below zero is mostly carried on into the next one: only its code tells that it is not,
    and then both come to the same.
    """
    below = {each.key: each for each in payouts if each.net < 0}
    pairs = []
    for line in sorted(lines, key=lambda each: (each.booked_on, each.key)):
        payout = None if line.amount >= 0 else _taken(line, below, decisions)
        if payout is not None:
            del below[payout.key]
            said = (payout.key, line.key) in decisions.confirmed
            grounds = (Ground.CONFIRMED,) if said else _NAMED
            pairs.append(Carried(payout.key, line.key, line.amount, grounds))
    return pairs


def _taken(line: BankLine, below: Mapping[str, Payout], decisions: Decisions) -> Payout | None:
    said = next((below[e] for e in decisions.confirmed_of(line.key) if e in below), None)
    if said is not None:
        return said
    codes = frozenset(codes_in(line.purpose))
    named = (each for each in below.values() if code_of(id_of(each.key)) in codes)
    return next((each for each in named if _is_same(each, line, decisions)), None)


def _is_same(payout: Payout, line: BankLine, decisions: Decisions) -> bool:
    is_equal = (payout.net, payout.currency) == (line.amount, line.currency)
    return is_equal and (payout.key, line.key) not in decisions.refused
