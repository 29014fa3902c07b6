"""What a shop has taught: its own words and names, and what they stand for there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.annotation.respelling import skeleton

AMOUNTS_MAX = 8
"""So many amounts are kept with a word, the newest last."""
_KEY_MIN = 2
"""Endings are taken off only as long as so many letters are left."""
_ENDINGS = (
    "evi", "ovi", "ami", "omu", "oho", "ah", "ai", "am", "ei", "em", "im", "oi", "om", "ov", "ou",
    "eu", "iu", "a", "e", "i", "o", "u",
)  # fmt: skip
"""Case endings of Ukrainian and Russian in the letters of skeletons, the longest first."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one word or name means in this shop."""

    word: str
    """The word, folded; a shop has one fact to a word in all its endings."""
    category: CashCategory | None = None
    """What it is usually for."""
    direction: CashDirection | None = None
    """Which way its money usually goes."""
    counterparty: str | None = None
    """Who is meant by it."""
    times: int = 1
    """How often people have said so since they last said otherwise."""
    is_shared: bool = False
    """It was learned together with other words, so that it is only one of those that may count."""
    amounts: tuple[Money, ...] = ()
    """What was filed with it last, at most AMOUNTS_MAX, the newest last."""

    @property
    def is_sure(self) -> bool:
        """Tell whether it may be used without asking: said twice, or about this word alone."""
        return self.times > 1 or not self.is_shared


def memory_key(word: str) -> str:
    """Give what a folded word is found by: alphabets, spellings and case endings fall together."""
    bones = skeleton(word) or word
    for ending in _ENDINGS:
        if bones.endswith(ending) and len(bones) - len(ending) >= _KEY_MIN:
            return bones[: -len(ending)]
    return bones


@dataclass(frozen=True, slots=True)
class ShopMemory:
    """All that a shop has taught, to be looked up by word."""

    facts: Mapping[str, Remembered] = field(default_factory=dict)
    """By key."""

    def find(self, word: str) -> Remembered | None:
        """Give what a folded word stands for here, in whatever ending."""
        if not self.facts:
            return None
        return self.facts.get(memory_key(word))


NOTHING_TAUGHT = ShopMemory()
"""What a new shop remembers."""


def memory_of(facts: Iterable[Remembered]) -> ShopMemory:
    """Build a memory of facts."""
    return ShopMemory({memory_key(each.word): each for each in facts})
