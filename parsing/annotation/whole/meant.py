"""Say what a word or a figure is meant as, before anything is made of it."""

from parsing.annotation.cues import Sleepers
from parsing.annotation.spans import Span
from parsing.annotation.whole.names_like_words import with_names_like_months, with_names_of_wages
from parsing.annotation.whole.no_bidding import without_things_bidding
from parsing.annotation.whole.pump_numbers import without_pump_numbers
from parsing.annotation.whole.rest_to_come import without_rest_to_come

_RULES = Sleepers(
    without_things_bidding,
    with_names_like_months,
    with_names_of_wages,
    without_pump_numbers,
    without_rest_to_come,
)
"""In this order: each reads the spans as those before have left them."""


def as_meant(spans: list[Span]) -> list[Span]:
    """Let each rule that is woken read a message's spans."""
    for rule in _RULES.awake(spans):
        spans = rule(spans)
    return spans
