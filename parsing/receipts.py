"""Read what is typed into a question about money to account for: receipts, or a new advance."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ledger.advances import SPENDABLE
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.advances import as_advance, reading_of, says_spent
from parsing.reading import CashDraft, Reading, Unclear, Understood
from parsing.tokens import clean_text

_PARTS = re.compile(r"[\n;]|(?<!\d),|,(?!\d)|\s(?:and|і|й|та|и|&)\s(?=.*\d)")
_VERBS = ("spent", "витратив", "потратил")
"""What makes a bare purpose an expense to the reader, a language each."""
_GAVE = "gave"
_NAME_WORDS_MAX = 3

Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Part of what was spent; the category is None when the words do not tell it."""

    amount: Money
    category: CashCategory | None


def read_receipts(text: str, read: Read) -> tuple[Receipt, ...]:
    """Read "1800 materials, 150 fuel", or a bare amount; empty when any part is neither."""
    parts = [part.strip() for part in _PARTS.split(clean_text(text)) if part.strip()]
    found = [_receipt(part, read) for part in parts]
    return tuple(each for each in found if each is not None) if all(found) else ()


def read_advance(text: str, read: Read) -> Understood | Unclear:
    """Read who gets how much for what: "Petro 2000 materials", a name in small letters too."""
    cleaned = clean_text(text).strip()
    start = next((at for at, letter in enumerate(cleaned) if letter.isdecimal()), len(cleaned))
    name, rest = cleaned[:start].strip(" ,:;-–—"), cleaned[start:]
    has_name = 0 < len(name.split()) <= _NAME_WORDS_MAX
    told = _only(read(f"{_GAVE} {rest if has_name else cleaned}"))
    draft = told or CashDraft(None, None, None, None)
    who = f"{name[0].upper()}{name[1:]}" if has_name else draft.counterparty
    made = CashDraft(
        draft.amount,
        CashDirection.OUT,
        draft.category,
        draft.booked_on,
        who,
        draft.order_reference,
    )
    return reading_of([as_advance(made)])


def _receipt(part: str, read: Read) -> Receipt | None:
    verbs = ("",) if says_spent(part) else _VERBS
    drafts = [draft for verb in verbs if (draft := _only(read(f"{verb} {part}"))) is not None]
    known = [each for each in drafts if each.category in SPENDABLE and each.amount is not None]
    told = next(iter((*known, *drafts)), None)
    if told is None or told.amount is None:
        return None
    is_unsure = told.category is CashCategory.OTHER_EXPENSE and told.doubts
    is_told = told in known and not _is_bare(part) and not is_unsure
    category = told.category if is_told else None
    return Receipt(told.amount, category)


def _is_bare(part: str) -> bool:
    return not any(letter.isalpha() for letter in part)


def _only(reading: Reading) -> CashDraft | None:
    if isinstance(reading, Understood | Unclear) and len(reading.drafts) == 1:
        return reading.drafts[0]
    return None
