"""Whom a payment went to, whatever way the name is written."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from alerts.facts import Payment

_FORMS = frozenset(
    "тов тзов фоп пп ат пат прат дп кп нак ооо зао оао ип ао llc ltd inc gmbh srl sa s a r l "
    "jsc fop tov spd co company товариство підприємець фізична особа".split()
)
_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def party_key(name: str) -> str:
    """Give the same key for "ТОВ «Ромстал»", "Ромстал ТОВ" and "ромстал"; nothing of nothing."""
    words = _WORDS.findall(unicodedata.normalize("NFKC", name).casefold().replace("ё", "е"))
    kept = [each for each in words if each not in _FORMS]
    return " ".join(sorted(kept or words))


def by_party(payments: Iterable[Payment]) -> Mapping[str, Sequence[Payment]]:
    """Put payments together by whom they went to, in their order; nameless ones are left out."""
    found: dict[str, list[Payment]] = defaultdict(list)
    for each in payments:
        if key := party_key(each.party):
            found[key].append(each)
    return found
