"""Ways to break a file, of which any number may follow on each other."""

import random
import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from tests.sources.fuzz_seeds import SEEDS, TOKENS

BYTES_MAX = 1 << 17
_ONCE_IN = 25
"""How seldom a piece is repeated until the file is large: such files take their time."""
_LARGE = 70_000
_WELL_FORMED = 0.5
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<([\w:]+)[^<>/]*>")
_EXTREMES = (b"0", b"00", b"1", b"-1", b"99", b"255", b"65536", b"4294967295", b"9" * 19, b"1.5")
_ALL: Sequence[bytes] = [each.content for seeds in SEEDS.values() for each in seeds]

Mutation: TypeAlias = Callable[[random.Random, bytes], bytes]


def broken(chance: random.Random, content: bytes) -> bytes:
    """Break a file once or a few times; half of all markup stays well-formed."""
    ways = _MUTATIONS
    if content.count(b"</") > 1 and chance.random() < _WELL_FORMED:
        ways = (_elements,)
    for _ in range(1 + min(int(chance.expovariate(0.7)), 9)):
        content = chance.choice(ways)(chance, content)[:BYTES_MAX]
    return content


def _piece(chance: random.Random, content: bytes) -> tuple[int, int]:
    """Choose where a piece begins and ends: a short one mostly."""
    start = chance.randrange(len(content) + 1)
    longest = chance.choice((1, 4, 16, 80, 400, 4_000))
    return start, min(start + chance.randrange(longest + 1), len(content))


def _cut(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:start] + content[end:]


def _end_early(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _insert(chance: random.Random, content: bytes) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + _some(chance) + content[start:]


def _replace(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:start] + _some(chance) + content[end:]


def _some(chance: random.Random) -> bytes:
    if chance.random() < 0.25:
        return chance.randbytes(chance.randrange(1, 9))
    return chance.choice(TOKENS)


def _swap(chance: random.Random, content: bytes) -> bytes:
    first, second = sorted((_piece(chance, content), _piece(chance, content)))
    if first[1] > second[0]:
        return content
    one, other = content[slice(*first)], content[slice(*second)]
    between = content[first[1] : second[0]]
    return content[: first[0]] + other + between + one + content[second[1] :]


def _repeat(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    piece = content[start:end] or _some(chance)
    times = chance.randrange(1, 4)
    if not chance.randrange(_ONCE_IN):
        piece = chance.choice((piece, _some(chance), b"\n", b" "))
        times = _LARGE // len(piece)
    return content[:start] + piece * times + content[start:]


def _flip(chance: random.Random, content: bytes) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.randrange(1, 5) if flipped else 0):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


def _renumber(chance: random.Random, content: bytes) -> bytes:
    """Put another number where one is."""
    found = list(_NUMBER.finditer(content[:4_000]))
    if not found:
        return content
    start, end = chance.choice(found).span()
    return content[:start] + chance.choice(_EXTREMES) + content[end:]


def _splice(chance: random.Random, content: bytes) -> bytes:
    """Put a piece of another file, of whatever format, into this one."""
    other = chance.choice(_ALL)
    start, end = _piece(chance, other)
    into, upto = _piece(chance, content)
    return content[:into] + other[start:end] + content[upto:]


def _elements(chance: random.Random, content: bytes) -> bytes:
    """Leave out, repeat, move or fill an element, so that markup stays well-formed."""
    found = list(_TAG.finditer(content[:_LARGE]))
    if not found:
        return content
    tag = chance.choice(found)
    closing = b"</" + tag[1] + b">"
    end = content.find(closing, tag.end())
    if end < 0:
        return content
    before, whole, after = (
        content[: tag.start()],
        content[tag.start() : end + len(closing)],
        content[end + len(closing) :],
    )
    match chance.randrange(4):
        case 0:
            return before + after
        case 1:
            return before + whole * chance.randrange(2, 5) + after
        case 2:
            into = chance.choice(found).start()
            rest = before + after
            return rest[:into] + whole + rest[into:]
        case _:
            value = _some(chance).replace(b"<", b"").replace(b"&", b"")
            return before + tag[0] + value + closing + after


_MUTATIONS: tuple[Mutation, ...] = (
    _cut, _end_early, _insert, _insert, _replace, _replace, _swap, _repeat, _flip, _flip,
    _renumber, _splice, _elements, _elements, _elements,
)  # fmt: skip
