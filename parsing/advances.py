"""What a text says of money to account for: it was given so, some came back, some was spent.

The reader of cash knows nothing of it; this reads the same text beside it and lays over its
reading what follows. The words are data: advances.toml.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from ledger.advances import ADVANCES, SPENDABLE
from ledger.cash import CashDirection
from ledger.money import Money
from parsing.annotation.tokens import clean_text
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood

_BORDERS = re.compile(r"[\n;,]|\s(?:and|і|й|та|и|&|\+)\s")
_PARTS = re.compile(r"[\n;]|[,.]\s|\s(?:and|а|і|й|та|и|&|\+)\s")
_SAID = {Missing.DIRECTION, Missing.CATEGORY}
"""What needs no doubt: which way it went is said, what for is a note until receipts come."""


@dataclass(frozen=True, slots=True)
class SpentAndBack:
    """What somebody has spent of money that he was given, and what he brought back of it."""

    name: str | None
    """Who, if it says so."""
    spent: tuple[CashDraft, ...]
    """Each has an amount; what it was for may be open."""
    back: Money | None
    """None when it tells of receipts alone."""
    has_receipts: bool = False
    """Whether it speaks of receipts: then it need not come to all that he was given."""


def says_to_account(text: str) -> bool:
    """Tell whether a text says that money was given to be accounted for."""
    return _words("to_account").search(text) is not None


def is_advance(reading: Reading) -> bool:
    """Tell whether anything of a reading is money that somebody accounts for."""
    return any(draft.against == ADVANCES for draft in _drafts_of(reading))


def says_change_back(text: str) -> bool:
    """Tell whether a text says that money which was not spent came back."""
    return _words("change_back").search(text) is not None


def says_spent(text: str) -> bool:
    """Tell whether a text says that money was spent."""
    return _words("spent").search(text) is not None


def says_receipts(text: str) -> bool:
    """Tell whether a text speaks of receipts, whoever has them."""
    return _words("receipts").search(text) is not None


def says_receipts_came(text: str) -> bool:
    """Tell whether a text says that somebody accounts for money, mostly by the receipts for it."""
    if _words("reports").search(text) is not None:
        return True
    return says_receipts(text) and _words("brings").search(text) is not None


def without_receipts(text: str) -> str:
    """Take the words for receipts, their number and who brings them out of a text."""
    for kind in ("reports", "brings"):
        text = _words(kind).sub(" ", text)
    return re.sub(
        rf"(?:\b\d{{1,2}}\s+)?{_words('receipts').pattern}", " ", text, flags=re.IGNORECASE
    )


def read_to_account(text: str, read: Callable[[str], Reading]) -> Reading:
    """Read a message; what it says was given to account for is posted as that person's debt.

    The phrase itself is taken out before the rest is read, since to the reader it is a report.
    Money that somebody named was given to buy something with ("to spend on pipes") is his debt
    as well, whatever it is called.

    Args:
        text: the message.
        read: the reader of cash.
    """
    cleaned = clean_text(text)
    found = _words("to_account").search(cleaned)
    if found is None:
        return _given_to_spend(cleaned, read(text), read)
    reading = read(_without(cleaned, found))
    if not isinstance(reading, Understood | Unclear) or not reading.drafts:
        return reading
    if says_change_back(cleaned) and not _is_given(reading.drafts):
        return reading
    meant = _piece_at(cleaned, found.start())
    is_one = len(reading.drafts) == 1
    return reading_of(
        as_advance(draft) if is_one or _is_in(draft, meant) else draft for draft in reading.drafts
    )


def read_spent_and_back(text: str, read: Callable[[str], Reading]) -> SpentAndBack | None:
    """Read that somebody spent some of what he was given and brought the rest back.

    Each part is read by itself: read as one, what was spent is a report and no cash.

    Args:
        text: the message, such as "Petro bought pipes for 1600, gave 400 back".
        read: the reader of cash.

    Returns:
        The two; nothing when the text does not say both, one sum in each of its parts.
    """
    cleaned = clean_text(text)
    if not (says_spent(cleaned) and says_change_back(cleaned)):
        return None
    spent: list[CashDraft] = []
    back: list[CashDraft] = []
    for part in _PARTS.split(cleaned):
        drafts = _drafts_of(read(part))
        (back if drafts and says_change_back(part) else spent).extend(drafts)
    sums = [each.amount for each in (*spent, *back) if each.amount is not None]
    if not spent or len(back) != 1 or len(sums) != len(spent) + 1:
        return None
    names = (each.counterparty for each in (*spent, *back, *_drafts_of(read(text))))
    return SpentAndBack(next(filter(None, names), None), tuple(spent), sums[-1])


def as_advance(draft: CashDraft) -> CashDraft:
    """Make an operation money to account for; what came in clearly is none."""
    is_in = draft.direction is CashDirection.IN and Missing.DIRECTION not in draft.doubts
    if is_in:
        return draft
    return replace(
        draft,
        direction=CashDirection.OUT,
        category=draft.category if draft.category in SPENDABLE else None,
        doubts=tuple(doubt for doubt in draft.doubts if doubt not in _SAID),
        against=ADVANCES,
    )


def reading_of(drafts: Iterable[CashDraft]) -> Understood | Unclear:
    """Give the reading that operations make together."""
    made = tuple(drafts)
    missing = {each for draft in made for each in draft.missing}
    if not missing:
        return Understood(made)
    return Unclear(made, tuple(each for each in Missing if each in missing))


def _given_to_spend(text: str, reading: Reading, read: Callable[[str], Reading]) -> Reading:
    """Make what a named person was given to buy with his debt; a plan to spend is none."""
    drafts = _drafts_of(reading)
    found = _words("to_spend").search(text)
    if found is None or not drafts or says_spent(text[: found.start()]):
        return reading
    meant = _piece_at(text, found.start())
    given = [at for at, draft in enumerate(drafts) if len(drafts) == 1 or _is_in(draft, meant)]
    if len(given) != 1 or not _can_be_spent(drafts[given[0]]):
        return reading
    # What is to be bought is named plainly without the phrase; with it, it may sound like a plan.
    plain = _drafts_of(read(_without(text, found)))
    is_plain = [each.amount for each in plain] == [each.amount for each in drafts]
    made = list(plain if is_plain else drafts)
    (at,) = given
    made[at] = as_advance(replace(made[at], category=made[at].category or drafts[at].category))
    return reading_of(made)


def _can_be_spent(draft: CashDraft) -> bool:
    is_out = draft.direction is CashDirection.OUT or Missing.DIRECTION in draft.doubts
    is_bought = draft.category is None or draft.category in SPENDABLE
    return draft.counterparty is not None and is_out and is_bought


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip(' ,:-–—')}".strip()


def _drafts_of(reading: Reading) -> tuple[CashDraft, ...]:
    return reading.drafts if isinstance(reading, Understood | Unclear) else ()


def _is_given(drafts: Sequence[CashDraft]) -> bool:
    return any(
        each.direction is CashDirection.OUT and Missing.DIRECTION not in each.doubts
        for each in drafts
    )


def _piece_at(text: str, place: int) -> str:
    """Give the part of an enumeration that a place is in, back to where it names a figure."""
    borders = [0, *(found.end() for found in _BORDERS.finditer(text))]
    start = max(border for border in borders if border <= place)
    end = next((found.start() for found in _BORDERS.finditer(text, place)), len(text))
    while start and not any(letter.isdecimal() for letter in text[start:end]):
        start = max(border for border in borders if border < start)
    return text[start:end]


def _is_in(draft: CashDraft, piece: str) -> bool:
    if draft.counterparty and draft.counterparty in piece:
        return True
    figures = re.sub(r"\D", "", piece)
    return draft.amount is not None and str(int(draft.amount.to_decimal())) in figures


@cache
def _words(kind: str) -> re.Pattern[str]:
    text = files("parsing").joinpath("advances.toml").read_text(encoding="utf-8")
    phrases: list[str] = tomllib.loads(text)[kind]
    # The longest first, so that a phrase is taken out whole.
    joined = "|".join(_pattern(each) for each in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    return phrase.replace("*", r"\w*").replace(" ", r"[\s-]*")
