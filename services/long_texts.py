"""Texts that are longer than a messenger takes, parted where a person would part them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from services.messages import OutgoingMessage

TEXT_MAX = 4_096
CAPTION_MAX = 1_024
"""Telegram's limits (core.telegram.org/bots/api#sendmessage): UTF-16 units of what is seen."""

_ATOM = re.compile(r"<[^<>]*>|&(?:\w+|#\d+);|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([\w-]+)[^<>]*>")
_ASTRAL = "\uffff"
_BREAKS = ("\n\n", "\n", " ")
"""Where to part, the best first: between blocks, lines, words."""
_KEPT_MIN = 2
"""A part is at least so many times shorter than the limit; a better border is not worth more."""
_MORE = "…"


def in_parts(message: OutgoingMessage) -> Sequence[OutgoingMessage]:
    """Give a message as those that Telegram takes.

    The first answers, and has the picture or file; the last has the buttons. What changes a
    message that is there already stays one: its end is left out, and it says so.
    """
    has_caption = message.picture is not None or message.document is not None
    first = CAPTION_MAX if has_caption else TEXT_MAX
    if len(message.text) <= first // 2 or _length(message.text) <= first:
        return (message,)
    is_change = message.edits is not None or message.edits_key is not None
    texts = list(parted(message.text, first - is_change))
    if is_change:
        return (replace(message, text=texts[0] + _MORE),)
    rest = [replace(message, picture=None, document=None, reply_to=None, reactions=(), text=text,
                    dedupe_key=message.dedupe_key and f"{message.dedupe_key}:{number}")
            for number, text in enumerate(texts[1:], start=2)]  # fmt: skip
    made = [replace(message, text=texts[0]), *rest]
    return (*(replace(each, buttons=(), grid=None) for each in made[:-1]), made[-1])


def parted(text: str, first: int, limit: int = TEXT_MAX) -> Iterator[str]:
    """Part HTML into parts that are whole by themselves: a tag is closed and opened again.

    Args:
        text: HTML as Telegram reads it.
        first: how much of what is seen the first part may hold.
        limit: how much each other one may.
    """
    atoms = _ATOM.findall(text)
    opened: list[str] = []
    most = first
    while atoms:
        end = _fitting(atoms, most)
        if end < len(atoms):
            end = _border(atoms, end)
        part = "".join((*opened, *atoms[:end])).strip()
        opened = _left_open((*opened, *atoms[:end]))
        yield part + "".join(f"</{_name(tag)}>" for tag in reversed(opened))
        atoms, most = atoms[end:], limit


def _length(text: str) -> int:
    return sum(map(_width, _ATOM.findall(text)))


def _width(atom: str) -> int:
    if len(atom) > 1:
        return 0 if atom[0] == "<" else 1
    return 2 if atom > _ASTRAL else 1


def _fitting(atoms: Sequence[str], most: int) -> int:
    seen = 0
    for at, atom in enumerate(atoms):
        seen += _width(atom)
        if seen > most:
            return at
    return len(atoms)


def _border(atoms: Sequence[str], end: int) -> int:
    """Find the best place to part at or before another."""
    for border in _BREAKS:
        for at in range(end, end // _KEPT_MIN, -1):
            if "".join(atoms[at - len(border) : at]) == border:
                return at
    return end


def _left_open(atoms: Sequence[str]) -> list[str]:
    opened: list[str] = []
    for atom in atoms:
        tag = _TAG.fullmatch(atom)
        if tag is None:
            continue
        if tag[1]:
            opened.pop()
        else:
            opened.append(atom)
    return opened


def _name(tag: str) -> str:
    found = _TAG.fullmatch(tag)
    return found[2] if found else ""
