"""Tell cash that was handed to another till by its name from goods: "передала 5000 на склад"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ledger.accounts import LANGUAGES, Account
from ledger.cash import CashCategory, CashDirection
from parsing.memory.same_name import is_same_name
from parsing.reading import CashDraft, Missing
from services.cash_types import TypedCash
from services.ports import Books
from services.tills.till import till_of

_HANDED = (
    *("переда", "перенес", "перенёс", "переніс", "перекин", "віднес", "відніс", "відвез", "занес"),
    *("отнес", "отнёс", "отвез", "отвёз", "moved", "handed", "passed"),
)
"""How words begin that say cash was carried, and not spent."""
_GIVEN = ("відда", "отда", "дал", "дав", "gave")
"""How words begin that say the same of cash that went to whoever answers for the till."""
_MAY_BE_MOVED = frozenset({CashCategory.DESK_TRANSFER, CashCategory.SUPPLIER_GOODS})
_TILL_WORDS = ("кас", "till", "desk", "магазин", "shop")
"""What many tills are called tells none of them."""
_WORD = re.compile(r"\w+")
STEM_MIN = 4
"""So many letters of a till's name must be there; the endings may differ by case."""
_ENDING_MAX = 2


def at_named_till(books: Books, typed: TypedCash, draft: CashDraft) -> CashDraft:
    """Make what looks like goods a transfer if it was handed to another till of the shop.

    A warehouse is where goods are, and may be a till as well; only the shop knows that, and what
    only may be a transfer it makes sure.
    """
    is_out = draft.direction is CashDirection.OUT and draft.against is None
    if not is_out or draft.category not in _MAY_BE_MOVED:
        return draft
    words = [word.casefold() for word in _WORD.findall(typed.text)]
    how = _HANDED if draft.counterparty is None else (*_HANDED, *_GIVEN)
    if not any(word.startswith(how) for word in words):
        return draft
    own = till_of(books, typed.person)
    others = [till for till in books.accounts.tills() if till.key != own]
    named = [till for till in others if _is_named(till, words)]
    if any(_can_be_there(books, till, draft.counterparty) for till in named):
        doubts = tuple(each for each in draft.doubts if each is not Missing.CATEGORY)
        return replace(draft, category=CashCategory.DESK_TRANSFER, doubts=doubts)
    return draft


def _can_be_there(books: Books, till: Account, name: str | None) -> bool:
    """Tell whether whoever got the cash answers for the till; nobody may be named."""
    if name is None:
        return True
    there = [each for each in books.people.all() if each.is_active and each.till == till.key]
    return any(is_same_name(each.name, name) for each in there)


def _is_named(till: Account, words: Iterable[str]) -> bool:
    names = {
        part.casefold() for language in LANGUAGES for part in _WORD.findall(till.name(language))
    }
    telling = [name for name in names if len(name) >= STEM_MIN and not _is_common(name)]
    stems = tuple(name[: max(STEM_MIN, len(name) - _ENDING_MAX)] for name in telling)
    return any(word.startswith(stems) for word in words)


def _is_common(name: str) -> bool:
    return name.startswith(_TILL_WORDS)
