"""Read what is typed into a question about money to account for: receipts, or a new advance."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledger.advances import SPENDABLE
from ledger.cash import CashCategory, CashDirection
from ledger.money import Money
from parsing.advances import (
    SpentAndBack,
    as_advance,
    reading_of,
    says_change_back,
    says_receipts,
    says_receipts_came,
    says_spent,
    without_receipts,
)
from parsing.annotation.tokens import clean_text
from parsing.reading import CashDraft, Missing, Reading, Unclear, Understood

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


def read_brought(text: str, read: Read, *, is_of_advance: bool = False) -> SpentAndBack | None:
    """Read which receipts somebody brings, and the change beside them.

    What was clearly paid to somebody is none, though a receipt is spoken of.

    Args:
        text: the message, such as "Petro brought receipts for 2700 and 300 change".
        read: the reader of cash.
        is_of_advance: whether it answers what was told of an advance: then "receipt 2700" will do.
    """
    cleaned = clean_text(text)
    if not (says_receipts_came(cleaned) or (is_of_advance and says_receipts(cleaned))):
        return None
    reading = read(cleaned)
    drafts = reading.drafts if isinstance(reading, Understood | Unclear) else ()
    if any(_is_paid(each) for each in drafts[:1]):  # what follows may be on the receipts
        return None
    name = next((each.counterparty for each in drafts if each.counterparty), None)
    # What the shop was taught of a name tells what he is paid for, and not what he bought.
    plain = without_receipts(cleaned if name is None else cleaned.replace(name, " "))
    parts = [part for part in _PARTS.split(plain) if any(map(str.isdecimal, part))]
    back = [_receipt(part, read) for part in parts if says_change_back(part)]
    found = [_receipt(part, read) for part in parts if not says_change_back(part)]
    spent = [
        CashDraft(each.amount, CashDirection.OUT, each.category, None) for each in found if each
    ]
    if not spent or len(spent) != len(found) or len(back) > 1 or not all(back):
        return None
    came = next((each.amount for each in back if each is not None), None)
    return SpentAndBack(name or _named_in(parts, read), tuple(spent), came, has_receipts=True)


def _spent(receipt: Receipt) -> CashDraft:
    return CashDraft(receipt.amount, CashDirection.OUT, receipt.category, None)


def _named_in(parts: Sequence[str], read: Read) -> str | None:
    """Give a name that only shows without the word for receipts: "приніс Петро чек 2700"."""
    told = (draft for part in parts if (draft := _only(read(part))) is not None)
    return next((draft.counterparty for draft in told if draft.counterparty), None)


def _is_paid(draft: CashDraft) -> bool:
    return draft.direction is CashDirection.OUT and Missing.DIRECTION not in draft.doubts


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
