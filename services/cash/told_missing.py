"""Take an amount in reply to "was there no delivery today?" for the delivery."""

from dataclasses import replace

from alerts.missing_entries import TAKINGS
from ledger.cash import CASH_RULES, CashCategory
from parsing.advances import reading_of
from parsing.reading import CashDraft, Reading, Unclear, Understood
from services.ports import Books


def as_asked(books: Books, question_id: int, reading: Reading) -> Understood | Unclear | None:
    """Lay what was asked about over an amount that says nothing of itself.

    Returns:
        None when the reply says more, or something else: then it is what it says.
    """
    question = books.watch.find(question_id)
    if question is None or not isinstance(reading, Unclear) or len(reading.drafts) != 1:
        return None
    (told,) = reading.drafts
    if told.amount is None or told.category is not None or told.counterparty or told.against:
        return None
    habit = question.habit
    is_takings = habit.category == TAKINGS
    category = CashCategory.SALE_CASH if is_takings else CashCategory(habit.category)
    ways = CASH_RULES[category].directions
    way = next(iter(ways)) if len(ways) == 1 else told.direction
    if told.direction not in {None, way}:
        return None
    return reading_of([_laid(replace(told, direction=way, category=category), habit.counterparty)])


def _laid(draft: CashDraft, counterparty: str | None) -> CashDraft:
    return replace(draft, counterparty=counterparty, doubts=())
