"""See in few digits a car's number or a carrier's branch: "ВВ 4455", "відділення 12"."""

from parsing.annotation.numbers import NumberRun
from parsing.annotation.spans import Span, SpanKind

_BRANCHES = frozenset("відділення відділенні відд отделение отделении отд branch".split())
_BRANCH_DIGITS, _PLATE_DIGITS, _LETTERS = 3, 4, 2
_MONEY = frozenset({SpanKind.CURRENCY, SpanKind.MULTIPLIER})


def is_plate_or_branch(run: NumberRun, before: Span | None, following: Span | None) -> bool:
    """Tell whether bare digits belong to the word before them, and no currency follows."""
    if before is None or run.separators:
        return False
    if following is not None and following.kind in _MONEY:
        return False
    digits = len(run.groups[0])
    is_letters = before.kind is SpanKind.WORD and len(before.text) == _LETTERS
    is_plate = is_letters and before.text.isupper() and digits == _PLATE_DIGITS
    return is_plate or (before.folded in _BRANCHES and digits < _BRANCH_DIGITS)
