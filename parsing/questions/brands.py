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
    """Give the brands that are named for advertising, each once, as banks call them."""
    said = [fold(mark.text) for mark in marks if mark.is_of("category", "advertising")]
    found = (name for text in said for key, name in _BRANDS.items() if text.startswith(key))
    return tuple(dict.fromkeys(found))
