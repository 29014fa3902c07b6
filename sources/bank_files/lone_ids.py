"""Which of a bank's references stand for one line only, in formats that promise no more.

Banks put one reference on every line of a batch, or count the lines of a day: what identifies a
line has to stand once among all lines that the file tells of an account, and be no small number.
"""

from collections import defaultdict
from collections.abc import Iterable

_COUNTER_DIGITS = 6
_NONE = frozenset({"NONREF", "NOTPROVIDED", "NOREF", "N/A", "-", "NONE"})
_LONGEST = max(map(len, _NONE))


def told(reference: str | None) -> str | None:
    """Give a reference that refers to something: not one that says there is none, nor zeros."""
    if not reference:
        return None
    if len(reference) > _LONGEST and reference[0] not in " 0" and reference[-1] != " ":
        return reference
    bare = reference.strip()
    if (len(bare) <= _LONGEST and bare.upper() in _NONE) or not bare.strip("0"):
        return None
    return bare


def lone_ids(references: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Find those that stand once, from pairs of an account and a reference; by account."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for account, reference in references:
        met, again = found[account]
        if reference in met:
            again.add(reference)
        else:
            met.add(reference)
    return {account: met - again for account, (met, again) in found.items()}


def identity(reference: str, lone: set[str]) -> str | None:
    """Give a bank's reference if it identifies a line, and to one line only: it is taken out.

    What is read twice may be understood otherwise the second time, where a file is broken.
    """
    if reference not in lone:
        return None
    if reference.isdigit() and len(reference.lstrip("0")) < _COUNTER_DIGITS:
        return None
    lone.discard(reference)
    return told(reference)
