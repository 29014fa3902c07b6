"""Leave out how a letter ends: "С уважением, касса", "best regards, Olena from the shop"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_REGARDS = (
    ("з", "повагою"), ("із", "повагою"), ("с", "уважением"), ("best", "regards"),
    ("kind", "regards"), ("with", "regards"), ("warm", "regards"), ("many", "thanks"),
    ("yours", "sincerely"), ("yours", "faithfully"), ("yours", "truly"), ("з", "пошаною"),
    ("с", "почтением"), ("з", "найкращими"), ("с", "наилучшими"), ("regards", ","),
    ("cheers", ","), ("z", "povahoyu"), ("s", "uvazheniem"),
)  # fmt: skip
_SIGNED_MAX = 6
"""A signature is no longer than this."""


@woken_by(words=[max(pair, key=len) for pair in _REGARDS])
def without_sign_off(line: list[Span]) -> list[Span]:
    """Take off regards and a signature behind what is told, where no figure is in them."""
    words = [word for span in line for word in span.folded.split()]
    if not any(pair in _REGARDS for pair in pairwise(words)):
        return line
    start = next(at for at in range(len(line)) if _begins_regards(line, at))
    signed = line[start:]
    is_told = any(span.kind is SpanKind.AMOUNT for span in line[:start])
    has_figure = any(span.number is not None for span in signed)
    return line if has_figure or not is_told or len(signed) > _SIGNED_MAX + 2 else line[:start]


def _begins_regards(line: Sequence[Span], at: int) -> bool:
    words = [word for span in line[at : at + 2] for word in span.folded.split()]
    return tuple(words[:2]) in _REGARDS
