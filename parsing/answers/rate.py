"""Read a rate as people type it: "41.25", "41,2512"."""

import re
from decimal import Decimal

_RATE = re.compile(r"(\d{1,6})(?:[.,](\d{1,8}))?")
_MAX = Decimal(1_000_000)


def read_rate(text: str) -> Decimal | None:
    """Read one number above zero and nothing else; None for anything else."""
    found = _RATE.fullmatch(text.strip())
    if found is None or not text.isascii():
        return None
    rate = Decimal(f"{found[1]}.{found[2] or 0}")
    return rate if 0 < rate < _MAX else None
