"""Which entry a correction speaks of: "no, stationery was 350", "cancel the courier"."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from ledger.journal import PostedEntry
from ledger.money import Money
from parsing.annotation.tokens import scan_tokens
from parsing.memory.memory import memory_key
from parsing.reading import CashDraft, Correction
from services.posting import till_in

_SHORT = 3
"""Words as short as this name nothing."""
_PARTS = re.compile(r"[;\n]|,(?!\d)|\s(?:and|plus|та|і|й|и|плюс)\s")
"""What parts a message that tells of several operations; not a comma within a figure."""
_FIGURE = re.compile(r"\d+(?:\s\d{3})*(?:[.,]\d{1,2})?(?!\d)")


def meant_among(
    known: Sequence[PostedEntry], correction: Correction, text: str
) -> list[PostedEntry]:
    """Choose the entry that is spoken of; several when nothing tells them apart.

    The figure that is called wrong tells it; else what the message repeats of it; else it is
    the last thing that was told.
    """
    pool = list(known)
    if correction.instead_of is not None:
        pool = [each for each in pool if _on_till(each) == correction.instead_of]
        return pool[:1]
    change = correction.change
    if correction.is_cancelled and change.order_reference is not None:
        return [each for each in pool if each.entry.order_reference == change.order_reference]
    if change.amount is not None and (correction.is_cancelled or _says_more(change)):
        same = [each for each in pool if _on_till(each) == change.amount]
        if same or correction.is_cancelled:
            return same[:1]
    for hint in (change.counterparty, change.category):
        told = [each for each in pool if hint in {each.entry.counterparty, each.entry.category}]
        if hint is not None and told and (correction.is_cancelled or change.amount is not None):
            return newest_of(_named(told, pool, text)) or told
    if correction.is_cancelled and (change.counterparty or change.category):
        return []
    last = newest_of(pool)
    return (_named(last, last, text) if len(last) > 1 else []) or last


def newest_of(told: Sequence[PostedEntry]) -> list[PostedEntry]:
    """Give the entries of the newest event: several, where one message told several.

    Args:
        told: entries, the newest first.
    """
    return [each for each in told if _event_of(each) == _event_of(told[0])]


def _named(
    told: Sequence[PostedEntry], pool: Sequence[PostedEntry], text: str
) -> list[PostedEntry]:
    """Give those that a message names by a word they were told with: "cancel the courier"."""
    events = Counter(_event_of(each) for each in pool)
    words = _keys(text)
    return [
        each
        for each in told
        if not words.isdisjoint(_keys(_said_of(each, is_alone=events[_event_of(each)] == 1)))
    ]


def _said_of(posted: PostedEntry, *, is_alone: bool) -> str:
    """Give what a message says of one of its operations: the parts that have its figure.

    All of it where no part has: then nothing tells the operations apart, and people are asked.
    """
    said, amount = posted.entry.narration, _on_till(posted)
    if is_alone or amount is None:
        return said
    parts = [each for each in _PARTS.split(said) if amount.to_decimal() in _figures(each)]
    return " ".join(parts) or said


def _figures(text: str) -> set[Decimal]:
    """Give the plain figures of a text, such as 310, 1 250,50 and 1250.5."""
    found = (re.sub(r"\s", "", each).replace(",", ".") for each in _FIGURE.findall(text))
    return {Decimal(each) for each in found}


def _event_of(posted: PostedEntry) -> tuple[str, str]:
    """Name what an entry tells of, whichever of its operations it is."""
    origin = posted.entry.origin
    return origin.source, origin.external_id.partition("#")[0]


def _keys(text: str) -> set[str]:
    return {memory_key(token.folded) for token in scan_tokens(text) if len(token.text) > _SHORT}


def _on_till(posted: PostedEntry) -> Money | None:
    """Give how much moved on the till, whichever way."""
    till = till_in(posted)
    moved = (each.amount for each in posted.entry.postings if each.account == till)
    return next((abs(each) for each in moved), None)


def _says_more(change: CashDraft) -> bool:
    parts = (change.category, change.counterparty, change.booked_on, change.direction)
    return any(part is not None for part in parts)
