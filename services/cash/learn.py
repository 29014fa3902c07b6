"""Learn from what people settle: what the shop's words mean, and what is usual with them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from parsing.annotation.lexicon import Lexicon
from parsing.lessons import lessons_of
from parsing.memory.memory import Remembered
from parsing.reading import CashDraft, Missing
from services.cash.usual_amount import with_amount
from services.messages import Cause
from services.ports import Books


def learn_from(
    books: Books,
    text: str,
    filed: CashDraft,
    told: AbstractSet[Missing],
    lexicon: Lexicon,
    cause: Cause,
) -> tuple[Remembered, ...]:
    """Keep what a message teaches whose meaning a person has settled.

    Args:
        books: the open books.
        text: what was typed first.
        filed: the operation as it was filed in the end.
        told: what the person said himself: answered, corrected or confirmed.
        lexicon: the words of all languages.
        cause: who, because of which update, when.

    Returns:
        The facts that changed.
    """
    learned = lessons_of(text, filed, told, lexicon=lexicon, memory=books.memory.recall())
    books.memory.keep(learned, cause)
    return learned


def keep_amounts(
    books: Books,
    filed: Sequence[CashDraft],
    cause: Cause,
    *,
    learned: Sequence[Remembered] = (),
) -> None:
    """Keep what was filed with the words that decided, so that the unusual is noticed.

    A message that no memory had a part in costs nothing here.

    Args:
        books: the open books.
        filed: the operations as they were filed.
        cause: who, because of which update, when.
        learned: facts just learned from the same message; an amount they hold is kept already.
    """
    if not any(draft.remembered for draft in filed):
        return
    memory = books.memory.recall()
    changed: dict[str, Remembered] = {}
    for draft in filed:
        amount = draft.amount
        for fact in dict.fromkeys(memory.find(word) for word in draft.remembered):
            if fact is None or amount is None or (fact in learned and amount in fact.amounts[-1:]):
                continue
            changed[fact.word] = with_amount(changed.get(fact.word, fact), amount)
    books.memory.keep(tuple(changed.values()), cause)
