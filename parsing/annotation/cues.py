"""Let a rule sleep while nothing is said that it could change.

Most rules look for a word or two: "receipt", "declined", "tips". A message is read by some eighty
of them, and a part of a message by all of them again; so each says what wakes it, all is listened
for at once, and what a word wakes is looked up once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold

_WORDS_KNOWN = 8_192
"""Of so many words it is kept which rules they wake."""

Line_contra = TypeVar("Line_contra", contravariant=True)
Told_co = TypeVar("Told_co", covariant=True)


class Cue(NamedTuple):
    """What wakes a rule: any of these, as a span or a word of one has it."""

    stems: tuple[str, ...]
    """How a word begins."""
    words: frozenset[str]
    """Whole words."""
    ends: tuple[str, ...]
    """How a word ends."""
    kinds: frozenset[SpanKind]
    values: frozenset[str]


class Sleeper(Generic[Line_contra, Told_co]):
    """A rule and what wakes it."""

    def __init__(self, rule: Callable[[Line_contra], Told_co], cue: Cue) -> None:
        self.follow, self.cue = rule, cue
        self.__doc__ = rule.__doc__

    def __call__(self, spans: Line_contra) -> Told_co:
        """Follow the rule, whether it is woken or not."""
        return self.follow(spans)


def woken_by(
    *stems: str,
    words: Iterable[str] = (),
    ends: Iterable[str] = (),
    kinds: Iterable[SpanKind] = (),
    values: Iterable[str] = (),
) -> Callable[[Callable[[Line_contra], Told_co]], Sleeper[Line_contra, Told_co]]:
    """Say what wakes a rule; without one of these the rule must leave every message as it is.

    Args:
        stems: how words begin; of a phrase its longest word, wherever it stands.
        words: whole words; of a phrase its longest, too.
        ends: how words end.
        kinds: the kinds of spans as they were annotated, or as a rule before makes them.
        values: what spans mean, likewise.
    """
    cue = Cue(
        tuple({_longest(each) for each in stems}),
        frozenset(map(_longest, words)),
        tuple(map(fold, ends)),
        frozenset(kinds),
        frozenset(values),
    )
    return lambda rule: Sleeper(rule, cue)


def _longest(phrase: str) -> str:
    return max(fold(phrase).split() or [fold(phrase)], key=len)


class Sleepers(Generic[Line_contra, Told_co]):
    """Rules that are followed one after another, each only where it is woken."""

    def __init__(self, *rules: Sleeper[Line_contra, Told_co]) -> None:
        self._rules = [(rule, 1 << at) for at, rule in enumerate(rules)]
        self._by_kind = _sorted((each, bit) for it, bit in self._rules for each in it.cue.kinds)
        self._by_value = _sorted((each, bit) for it, bit in self._rules for each in it.cue.values)
        self._by_word = _sorted((each, bit) for it, bit in self._rules for each in it.cue.words)
        self._by_stem = _sorted((each, bit) for it, bit in self._rules for each in it.cue.stems)
        self._by_end = _sorted((each, bit) for it, bit in self._rules for each in it.cue.ends)
        self._woken = lru_cache(maxsize=_WORDS_KNOWN)(self._woken_by)

    def __iter__(self) -> Iterator[Sleeper[Line_contra, Told_co]]:
        return (rule for rule, _ in self._rules)

    def awake(self, spans: Sequence[Span]) -> list[Callable[[Line_contra], Told_co]]:
        """Give the rules that spans wake, in their order."""
        woken = 0
        for span in spans:
            woken |= self._woken(span.folded, span.text, span.kind, span.value)
        found = []
        while woken:  # from the lowest bit, which is the first rule's
            lowest = woken & -woken
            found.append(self._rules[lowest.bit_length() - 1][0].follow)
            woken ^= lowest
        return found

    def _woken_by(self, folded: str, text: str, kind: SpanKind, value: str) -> int:
        """Look up each word, how it begins and how it ends, rather than ask every rule."""
        woken = self._by_kind.get(kind, 0) | self._by_value.get(value, 0)
        said = folded if text == folded else f"{folded} {text}"  # which may be respelt
        for word in fold(said).split():
            woken |= self._by_word.get(word, 0)
            for at in range(1, len(word) + 1):
                woken |= self._by_stem.get(word[:at], 0) | self._by_end.get(word[-at:], 0)
        return woken


def _sorted(cues: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for said, bit in cues:
        found[said] = found.get(said, 0) | bit
    return found
