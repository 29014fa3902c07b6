"""What is typed just as it stands on a button is its answer."""

from dataclasses import replace

from ledger.cash import CashCategory
from locales.words import Words
from parsing.reading import CashDraft, Correction
from services.cash.take_message import Heard


def category_labelled(words: Words, text: str) -> CashCategory | None:
    """Give the category that a text names as its button does."""
    said = " ".join(text.split()).casefold()
    found = (each for each in CashCategory if words.category(each).casefold() == said)
    return next(found, None)


def with_label(heard: Heard, words: Words, text: str) -> Heard:
    """Add to what was heard the category whose label it is."""
    category = category_labelled(words, text)
    if category is None:
        return heard
    return replace(heard, what=Correction(CashDraft(None, None, category, None)))
