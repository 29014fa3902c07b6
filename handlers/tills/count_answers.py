"""Read what is typed while a till is counted: the count, a number of notes, small change, why."""

from dataclasses import dataclass
from typing import TypeAlias

from ledger.cash import CashCategory
from parsing.annotation.lexicon import Lexicon
from parsing.answers.till_count import (
    CountedCash,
    NoSuchNote,
    OtherMoney,
    read_count,
    read_loose,
    read_number_of,
)
from parsing.reading import Correction, Question, Reading, Understood
from services.tills.count_till import SetLoose, SetPieces
from services.tills.count_types import Pressed

CountAnswer: TypeAlias = CountedCash | SetPieces | SetLoose | str
"""A count, a number of one note, a sum of small change, or a reason."""
_DIFFERENCES = frozenset({CashCategory.CASH_SHORTAGE, CashCategory.CASH_SURPLUS})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in answer to a count, and to which."""

    pressed: Pressed
    currency: str
    value: CountAnswer | NoSuchNote | OtherMoney


def read_answer(expected: str, text: str, reading: Reading, lexicon: Lexicon) -> Typed | None:
    """Read an answer; None when it is none, but cash talk.

    Args:
        expected: what the person was asked, as the books keep it.
        text: what he typed.
        reading: what it would be as cash talk.
        lexicon: the words of all languages.
    """
    _, field, count_id, place, *more = expected.split(":")
    known = "" if not more else more[0]
    if field == "reason":
        value = _reason(text, reading)
        pressed = Pressed(int(count_id), int(known), int(place))
        return None if value is None else Typed(pressed, "", value)
    pressed = Pressed(int(count_id), 0, int(place))
    found: CountAnswer | NoSuchNote | OtherMoney | None
    match field:
        case "number":
            found = _number(text, int(more[1]), known, lexicon)
        case "loose":
            loose = read_loose(text, currency=known, lexicon=lexicon)
            found = None if loose is None else SetLoose(loose)
        case _:
            found = read_count(text, currency=known, lexicon=lexicon)
    return None if found is None else Typed(pressed, known, found)


def owns_up(reading: Reading) -> bool:
    """Tell whether a text says by itself why a till is off: "we slipped up with the change"."""
    match reading:
        case Correction():
            return not reading.says_what
        case Understood():
            return {each.category for each in reading.drafts} <= _DIFFERENCES
        case _:
            return False


def _number(
    text: str, value_minor: int, currency: str, lexicon: Lexicon
) -> CountAnswer | NoSuchNote | OtherMoney | None:
    """Read how many notes there are; whoever types the whole count instead is understood."""
    number = read_number_of(text)
    if number is not None:
        return SetPieces(value_minor, number)
    return read_count(text, currency=currency, lexicon=lexicon)


def _reason(text: str, reading: Reading) -> str | None:
    """Take a text as a reason, but for a question and for a clear entry of something else.

    A figure is none: whoever types one has counted again. "We slipped up with the change" is one,
    though it also owns up to a mistake.
    """
    if not any(letter.isalpha() for letter in text):
        return None
    match reading:
        case Question():
            return None
        case Correction() if reading.says_what:
            return None
        case Understood() if reading.is_confident:
            is_reason = {each.category for each in reading.drafts} <= _DIFFERENCES
            return text if is_reason else None
        case _:
            return text.strip() or None
