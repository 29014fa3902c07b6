"""Read that a shift ends or begins: the till is counted, handed over, taken. Words: shift.toml."""

import enum
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parsing.annotation.tokens import clean_text, fold

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d(?:.*\d)?")
_NAME_WORDS_MAX = 2
"""A first name and a last one."""


class ShiftAct(enum.Enum):
    """What is done with the till."""

    COUNT = "count"
    GIVE = "give"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class ShiftTold:
    """A till was counted, handed over or taken."""

    act: ShiftAct
    figures: str
    """What was counted, as it was typed; empty without a figure."""


def read_shift(text: str) -> ShiftTold | None:
    """Read "counted the till, 12 350", "передаю смену Лине"; None for anything else.

    A sum that is handed over is cash that moved, and no shift: "сдала кассу 12000".
    """
    cleaned = clean_text(text)
    words = _WORD.findall(cleaned)
    kinds = [_kind_of(word) for word in words]
    acts = {each for each in kinds if each in {"count", "give", "take"}}
    if "what" not in kinds or len(acts) != 1:
        return None
    act, found = ShiftAct(acts.pop()), _FIGURES.search(cleaned)
    names = [word for word, kind in zip(words, kinds, strict=True) if kind is None]
    if act is ShiftAct.COUNT:
        is_told = not names
    else:
        is_told = found is None and len(names) <= _NAME_WORDS_MAX and all(map(_is_name, names))
    return ShiftTold(act, "" if found is None else found[0]) if is_told else None


def _is_name(word: str) -> bool:
    return word[0].isupper()


def _kind_of(word: str) -> str | None:
    known = fold(word)
    return next((kind for kind, words in _listed().items() if words.fullmatch(known)), None)


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    text = files("parsing.answers").joinpath("shift.toml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = tomllib.loads(text)
    return {
        kind: re.compile("|".join(re.escape(fold(each)).replace(r"\*", r"\w*") for each in known))
        for kind, known in listed.items()
    }
