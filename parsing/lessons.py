"""What can be learned from a message whose meaning people have settled."""

from collections.abc import Set as AbstractSet

from parsing.lexicon import Lexicon
from parsing.memory import Remembered, ShopMemory
from parsing.reading import CashDraft, Missing


def lessons_of(
    text: str,
    filed: CashDraft,
    told: AbstractSet[Missing],
    *,
    lexicon: Lexicon,
    memory: ShopMemory,
) -> tuple[Remembered, ...]:
    """Give what the shop's memory should hold from now on, the changed facts only.

    Args:
        text: what was typed first.
        filed: the operation as it was filed in the end.
        told: what people said themselves: answered, corrected or confirmed.
        lexicon: the words of all languages.
        memory: what is remembered up to now.
    """
    del text, filed, told, lexicon, memory
    return ()
