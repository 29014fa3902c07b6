"""Leave out what a list of boxes has not ticked: "[x] fuel 900", "[ ] tyres 6 000"."""

from collections.abc import Sequence

from parsing.annotation.tokens import Token

_TICKS = frozenset({"x", "х", "v", "+", "*", "✓", "✔", "✅", "☑"})
_OPEN, _DONE = frozenset("☐□▢❌✖❎◻⬜"), frozenset("☑✅✔✓")

_BOXES = _OPEN | _DONE | {"["}


def without_unticked(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop the lines whose box is empty, and the boxes of the others."""
    if not any(token.text in _BOXES for token in tokens):
        return tokens
    kept: list[Token] = []
    for line in _lines(tokens):
        box, is_ticked = _box(line)
        if is_ticked or not box:
            kept.extend(line[box:])
    return kept


def _lines(tokens: Sequence[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for token in tokens:
        lines[-1].append(token)
        if token.text == "\n":
            lines.append([])
    return lines


def _box(line: Sequence[Token]) -> tuple[int, bool]:
    """Count the tokens of the box that a line begins with, and say whether it is ticked."""
    said = [token.folded for token in line[:3]]
    if said[:1] and (said[0] in _OPEN or said[0] in _DONE):
        return 1, said[0] in _DONE
    if said[:2] == ["[", "]"]:
        return 2, False
    is_ticked = said[:1] == ["["] and said[2:] == ["]"] and said[1] in _TICKS
    return (3, True) if is_ticked else (0, False)
