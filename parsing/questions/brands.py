"""Where advertisements are bought: brands that narrow a category down."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_BRANDS = {
    "google": "Google", "гугл": "Google", "facebook": "Facebook", "фейсбук": "Facebook",
    "fejsbuk": "Facebook", "instagram": "Instagram", "інстаграм": "Instagram",
    "инстаграм": "Instagram", "tiktok": "TikTok", "тікток": "TikTok", "тикток": "TikTok",
}  # fmt: skip
"""Where advertisements are bought: who was paid, as banks call them."""


def brands_in(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Give the brands that are named beside advertising, each once, as banks call them."""
    if not any(mark.is_of("category", "advertising") for mark in marks):
        return ()
    found = (brand_of(mark.text) for mark in marks)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def brand_of(text: str) -> str | None:
    """Give the brand that a word names, as banks call it."""
    said = fold(text)
    return next((name for key, name in _BRANDS.items() if said.startswith(key)), None)
