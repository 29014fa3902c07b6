"""Keep entries of the word lists as they are written, and read those of a word once it is said."""

from collections.abc import Iterator, Sequence

from parsing.annotation.patterns import Element, Meaning, Pattern
from parsing.annotation.tokens import scan_tokens


class Shelf:
    """Patterns by their first word or stem, the longest first.

    A message says a few dozen words, and the lists hold fifty thousand entries: so an entry is
    read as a pattern no sooner than its first word is looked up.
    """

    def __init__(self) -> None:
        self._told: dict[str, Meaning | list[str | Meaning]] = {}
        """A meaning alone of a word that opens no phrase; else entries, each before its meaning:
        half of all are words alone, and lists and pairs of them all would take megabytes."""
        self._read: dict[str, Sequence[Pattern]] = {}
        self._going_on: dict[tuple[str, str], Sequence[Pattern]] = {}

    def put(self, first: str, entry: str, meaning: Meaning) -> None:
        """Keep an entry under the text of its first element."""
        told = self._told.get(first)
        if isinstance(told, list):
            told += (entry, meaning)
        elif told is not None:
            self._told[first] = [first, told, entry, meaning]
        else:
            is_alone = entry in {first, f"{first}*"}
            self._told[first] = meaning if is_alone else [entry, meaning]

    def __contains__(self, word: str) -> bool:
        return word in self._told

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)

    def get(self, word: str) -> Sequence[Pattern]:
        """Give the patterns that begin with a word or stem; none if no entry does."""
        read = self._read.get(word)
        if read is None:
            told = self._told.get(word)
            if told is None:
                return ()
            read = self._read[word] = _patterns(told)
        return read

    def going_on(self, word: str, second: str) -> Sequence[Pattern]:
        """Give the patterns of a word that a second one may go on with, as they are sorted.

        "За" begins hundreds of phrases; few of them go on with the letter that is said.
        """
        told = self.get(word)
        if len(told) < _MANY:
            return told
        initial = second[:1]
        found = self._going_on.get((word, initial))
        if found is None:
            found = self._going_on[word, initial] = [
                pattern
                for pattern in told
                if not pattern.rest or pattern.rest[0].text[:1] == initial
            ]
        return found


def _patterns(told: Meaning | list[str | Meaning]) -> list[Pattern]:
    if not isinstance(told, list):
        return [Pattern((), told)]
    found = [
        Pattern(elements_of(entry)[1:], meaning)
        for entry, meaning in zip(told[::2], told[1::2], strict=True)
        if isinstance(entry, str) and isinstance(meaning, Meaning)
    ]
    return sorted(found, key=lambda pattern: -len(pattern.rest))


_MANY = 8
"""Of fewer patterns it is sooner to try each."""


def elements_of(entry: str) -> tuple[Element, ...]:
    """Read a folded entry; a word with signs in it, such as "з/п", is several elements."""
    return tuple(element for part in entry.split() for element in _elements(part))


def _elements(part: str) -> tuple[Element, ...]:
    word = part.removesuffix("*")
    if word.isalpha():
        return (Element(word, len(word) < len(part)),)
    tokens = scan_tokens(word)
    last = len(tokens) - 1
    return tuple(
        Element(token.text, part.endswith("*") and at == last) for at, token in enumerate(tokens)
    )
