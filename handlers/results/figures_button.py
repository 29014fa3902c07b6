"""The button that leads to every figure of a result."""

from handlers.results.result_callbacks import FiguresCallback
from ledger.days import Days
from locales.words import Words
from services.messages import Button

EARNED = "earned"


def figures_button(words: Words, days: Days) -> Button:
    """Make the button for the result of some days."""
    return Button(words.plain("button-made-of"), data=board_data(days, EARNED))


def board_data(days: Days, part: str, *, is_turned: bool = False) -> str:
    """Give what a button to a part of the figures carries."""
    return FiguresCallback(
        first=days.first.isoformat(), last=days.last.isoformat(), part=part, is_turned=is_turned
    ).pack()
