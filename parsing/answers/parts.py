"""Read what parts an amount divides into: "300 fuel, 700 delivery", or one amount alone."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.cash import CashCategory
from ledger.money import Money
from parsing.annotation.lexicon import Lexicon
from parsing.answers.answer import read_amount
from parsing.memory.memory import ShopMemory
from parsing.read_message import read_message
from parsing.reading import CashDraft, Missing, Unclear, Understood

_SEGMENTS = re.compile(r"[;\n]|,(?!\d)")
"""Where parts end; a comma before a figure may be a decimal one."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[\d.,’'\s]+")

_AROUND = " .,:–—-"

NAME_MIN = 3
"""Fewer letters name no category."""


@dataclass(frozen=True, slots=True)
class Part:
    """A share of an amount, and what it was for if that is said."""

    amount: Money
    category: CashCategory | None


@dataclass(frozen=True, slots=True)
class NamedAmount:
    """An amount, and the words beside it; none where it stands alone."""

    amount: Money
    name: str


def read_named_amounts(
    text: str, *, currency: str, lexicon: Lexicon
) -> tuple[NamedAmount, ...] | None:
    """Read amounts with what each is for, in words that the reader looks up himself.

    Args:
        text: such as "700 rent, 300 water", or a part a line.
        currency: of amounts that name none.
        lexicon: how amounts are written.

    Returns:
        The amounts in order; None when a piece of the text is no amount with words.
    """
    found: list[NamedAmount] = []
    for segment in _SEGMENTS.split(text):
        if not segment.strip():
            continue
        amount = read_amount(_LETTERS.sub(" ", segment), currency=currency, lexicon=lexicon)
        name = _FIGURES.sub(" ", segment).strip(_AROUND)
        if amount is None:  # its currency or its thousands may be in words
            amount, name = read_amount(segment, currency=currency, lexicon=lexicon), ""
        if amount is None:
            return None
        found.append(NamedAmount(amount, name))
    return tuple(found) or None


@dataclass(frozen=True, slots=True)
class PartsReader:
    """What it takes to read the parts of one entry."""

    now: dt.datetime
    """The moment it is typed, on the shop's clock."""
    currency: str
    names: Mapping[str, CashCategory]
    """The categories by their names on buttons, casefolded."""
    lexicon: Lexicon
    memory: ShopMemory

    def read(self, text: str) -> tuple[Part, ...] | None:
        """Read the parts; None when it is nothing of the kind."""
        found: list[Part] = []
        for segment in _SEGMENTS.split(text):
            if not segment.strip():
                continue
            parts = self._segment(segment)
            if parts is None:
                return self._operations(text)
            found.extend(parts)
        if any(part.category is None for part in found) and len(found) > 1:
            operations = self._operations(text)
            is_whole = operations is not None and len(operations) >= len(found)
            return operations if is_whole else tuple(found)
        return tuple(found) or None

    def _segment(self, segment: str) -> tuple[Part, ...] | None:
        named = self._named(_FIGURES.sub(" ", segment).strip(_AROUND).casefold())
        alone = _LETTERS.sub(" ", segment)
        amount = read_amount(alone, currency=self.currency, lexicon=self.lexicon)
        if named is not None and amount is not None:
            return (Part(amount, named),)
        bare = read_amount(segment, currency=self.currency, lexicon=self.lexicon)
        return (Part(bare, None),) if bare is not None else self._operations(segment)

    def _named(self, said: str) -> CashCategory | None:
        """Find the category of a name, or of a beginning that no other has."""
        if len(said) < NAME_MIN:
            return None
        found = {each for name, each in self.names.items() if name.startswith(said)}
        return self.names.get(said) or (found.pop() if len(found) == 1 else None)

    def _operations(self, text: str) -> tuple[Part, ...] | None:
        """Read operations as they are read in a message, each with its amount."""
        reading = read_message(
            text,
            now=self.now,
            currency=self.currency,
            lexicon=self.lexicon,
            memory=self.memory,
        )
        if not isinstance(reading, Understood | Unclear) or not reading.drafts:
            return None
        parts = [self._part(draft) for draft in reading.drafts]
        whole = [part for part in parts if part is not None]
        return tuple(whole) if len(whole) == len(parts) else None

    def _part(self, draft: CashDraft) -> Part | None:
        """Take what is sure of a draft; which way it goes is the entry's affair."""
        if draft.amount is None or Missing.AMOUNT in draft.doubts:
            return None
        is_sure = Missing.CATEGORY not in draft.doubts
        return Part(draft.amount, draft.category if is_sure else None)
