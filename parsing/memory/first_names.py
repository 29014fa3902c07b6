"""Call a person by name: who was given money as "Петру" holds it as "Петро".

The names are data: first_names.toml. Their other forms are made by the endings of the regular
declensions; what is known of no name stays as somebody typed it.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from parsing.annotation.tokens import fold

_CONSONANT = ""
_ENDINGS = {
    "uk": {
        "ія": ("ії", "ію", "ією"),
        "я": ("і", "ю", "ею", "єю"),
        "а": ("и", "і", "у", "ою"),
        "о": ("а", "у", "ові", "ом", "і"),
        "й": ("я", "ю", "єві", "єм", "ї"),
        "ь": ("я", "ю", "еві", "ем", "і"),
        _CONSONANT: ("а", "у", "ові", "ом", "і"),
    },
    "ru": {
        "ия": ("ии", "ию", "ией"),
        "я": ("и", "е", "ю", "ей"),
        "а": ("ы", "и", "е", "у", "ой", "ей"),
        "й": ("я", "ю", "ем", "е", "и"),
        "ь": ("я", "ю", "ем", "е"),
        _CONSONANT: ("а", "у", "ом", "е"),
    },
}
"""What a name ends with, the longest first, and what stands there in its other forms."""
_SOFTENED = {"к": "ц", "г": "з", "х": "с"}
"""What these become before the і of a Ukrainian name's dative: Ользі, Даринці."""


def called(name: str, language: str) -> str:
    """Give a person's first name in its nominative; any other name stays as it was typed.

    Args:
        name: as somebody typed it. Of several words each must be known: "Петру Савчуку" stays.
        language: whose nominative goes first, since "Петру" is Петро's and Пётр's.
    """
    others = [each for each in _ENDINGS if each != language]
    order = [language, *others] if language in _ENDINGS else others
    found = [_nominative(word, order) for word in name.split()]
    return " ".join(word for word in found if word) if found and all(found) else name


def _nominative(word: str, order: list[str]) -> str | None:
    key = fold(word)
    known = [_forms(language) for language in order]
    # One that answers "who?" in any language stays: Олександра is no form of Олександр then.
    is_one = any(fold(forms.get(key, "")) == key for forms in known)
    return word if is_one else next((forms[key] for forms in known if key in forms), None)


@cache
def _forms(language: str) -> dict[str, str]:
    text = files("parsing.memory").joinpath("first_names.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    names: list[str] = data[language].split()
    irregular: dict[str, str] = data[f"{language}_written_out"]
    forms: dict[str, str] = {}
    for name, written in irregular.items():
        forms |= dict.fromkeys(map(fold, written.split()), name)
    for name in names:
        for form in _declined(name, language):
            forms.setdefault(fold(form), name)
    return forms | {fold(name): name for name in (*irregular, *names)}


def _declined(name: str, language: str) -> Iterator[str]:
    endings = _ENDINGS[language]
    ending = next(each for each in endings if name.endswith(each))
    stem = name.removesuffix(ending)
    for other in endings[ending]:
        yield stem + other
        if language == "uk" and ending == "а" and other == "і" and stem[-1] in _SOFTENED:
            yield f"{stem[:-1]}{_SOFTENED[stem[-1]]}{other}"
