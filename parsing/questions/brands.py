"""What narrows a category down: where advertisements are bought, which of the taxes is paid."""

from collections.abc import Sequence

from parsing.annotation.tokens import fold
from parsing.questions.marks import Mark
from parsing.questions.numbers_said import NOTHING
from parsing.questions.unknown import Unknown

_BRANDS = {
    "google": "Google", "гугл": "Google", "facebook": "Facebook", "фейсбук": "Facebook",
    "фейсбуц": "Facebook",
    "fejsbuk": "Facebook", "instagram": "Instagram", "інстаграм": "Instagram",
    "инстаграм": "Instagram", "tiktok": "TikTok", "тікток": "TikTok", "тикток": "TikTok",
}  # fmt: skip
"""Where advertisements are bought: who was paid, as banks call them."""


_KINDS = frozenset({"category", "spec"})
_TAXES = {
    "esv": "ЄСВ", "social": "ЄСВ", "єсв": "ЄСВ", "есв": "ЄСВ", "внески єсв": "ЄСВ",
    "взносы есв": "ЄСВ", "соцвн": "ЄСВ", "соцвз": "ЄСВ", "single tax": "єдиний податок",
    "єдин": "єдиний податок", "единый нал": "єдиний податок", "единого нал": "єдиний податок",
    "единым нал": "єдиний податок", "military": "військовий збір", "військов": "військовий збір",
    "воєнн": "військовий збір", "военн": "військовий збір", "пдфо": "ПДФО", "ндфл": "ПДФО",
    "pdfo": "ПДФО",
}  # fmt: skip
"""Single taxes, as banks' lines call them."""


_META = frozenset({"meta", "мета", "мети", "меты", "меті", "мете", "мету", "метою", "метой"})


def tax_in(marks: Sequence[Mark]) -> str | None:
    """Give the one tax that is named, as banks' lines call it; None of all taxes, or several."""
    said = [fold(mark.text) for mark in marks if mark.section == "category"]
    found = [
        next((tax for key, tax in _TAXES.items() if each.startswith(key)), "") for each in said
    ]
    return found[0] if len(found) == 1 and found[0] and " і " not in said[0] else None


def brands_in(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Give the brands that are named beside advertising, each once, as banks call them."""
    if not any(mark.section in _KINDS and mark.value == "advertising" for mark in marks):
        return ()
    found = (brand_of(mark.text) for mark in marks)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def brand_of(text: str) -> str | None:
    """Give the brand that a word names, as banks call it."""
    said = fold(text)
    if said.split()[:1] and said.split()[0] in _META:
        return "Meta"
    return next((name for key, name in _BRANDS.items() if said.startswith(key)), None)


def about_of(marks: Sequence[Mark], unknown: Unknown, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Give what narrows a question down; words of cash talk count only where nothing else does.

    Args:
        marks: what the words of the question are about.
        unknown: what its unknown words are.
        endings: what verbs end in: a word of cash talk that says what is done is no name.
    """
    brands = brands_in(marks)
    if brands and all(brand_of(each) in brands for each in unknown.about):
        return brands
    if unknown.about or any(mark.section == "category" for mark in marks):
        return unknown.about
    told = (at for at, mark in enumerate(marks) if mark.section == "spec")
    return tuple(marks[at].text for at in told if not _is_done(marks, at, endings))


def _is_done(marks: Sequence[Mark], at: int, endings: tuple[str, ...]) -> bool:
    """Tell whether a word of cash talk says what is done: "how often did we refuel"."""
    before = marks[at - 1] if at else NOTHING
    return before.is_of("filler", "we") or fold(marks[at].text).endswith(endings)
