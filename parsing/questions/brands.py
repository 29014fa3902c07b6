"""What narrows a category down: where advertisements are bought, which of the taxes is paid."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark

_BRANDS = {
    "google": "Google", "гугл": "Google", "facebook": "Facebook", "фейсбук": "Facebook",
    "fejsbuk": "Facebook", "instagram": "Instagram", "інстаграм": "Instagram",
    "инстаграм": "Instagram", "tiktok": "TikTok", "тікток": "TikTok", "тикток": "TikTok",
}  # fmt: skip
"""Where advertisements are bought: who was paid, as banks call them."""


_TAXES = {
    "esv": "ЄСВ", "social": "ЄСВ", "єсв": "ЄСВ", "есв": "ЄСВ", "внески єсв": "ЄСВ",
    "взносы есв": "ЄСВ", "соцвн": "ЄСВ", "соцвз": "ЄСВ", "single tax": "єдиний податок",
    "єдин": "єдиний податок", "единый нал": "єдиний податок", "единого нал": "єдиний податок",
    "единым нал": "єдиний податок", "military": "військовий збір", "військов": "військовий збір",
    "воєнн": "військовий збір", "военн": "військовий збір", "пдфо": "ПДФО", "ндфл": "ПДФО",
    "pdfo": "ПДФО",
}  # fmt: skip
"""Single taxes, as banks' lines call them."""


def tax_in(marks: Sequence[Mark]) -> str | None:
    """Give the one tax that is named, as banks' lines call it; None of all taxes, or several."""
    said = [fold(mark.text) for mark in marks if mark.section == "category"]
    found = [
        next((tax for key, tax in _TAXES.items() if each.startswith(key)), "") for each in said
    ]
    return found[0] if len(found) == 1 and found[0] and " і " not in said[0] else None


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
