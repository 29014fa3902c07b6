"""Finds phone numbers in a text, however they are written."""

import re
from functools import lru_cache

_RUN = re.compile(r"\+?\d[\d\s()\-]{7,18}\d")
_NO_DIGITS = re.compile(r"\D")
_DIGITS = 9


@lru_cache(maxsize=100_000)
def phone_of(text: str) -> str:
    """Give a phone number without its country's or its trunk's prefix: its last nine digits."""
    return _NO_DIGITS.sub("", text)[-_DIGITS:]


@lru_cache(maxsize=4_000)
def phones_in(text: str) -> frozenset[str]:
    """Give what in a text may be a phone number, without prefixes."""
    runs = (_NO_DIGITS.sub("", run) for run in _RUN.findall(text))
    return frozenset(run[-_DIGITS:] for run in runs if len(run) > _DIGITS)
