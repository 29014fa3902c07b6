"""What is typed just as it stands on a button is its answer."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ledger.cash import CashCategory
from locales.words import Words
from parsing.reading import CashDraft, Correction
from services.cash.take_message import Heard


def category_labelled(words: Words, text: str) -> CashCategory | None:
    """Give the category that a text names as its button does."""
    return _labelled(words).get(" ".join(text.split()).casefold())


@cache
def _labelled(words: Words) -> Mapping[str, CashCategory]:
    """Give every label of a language; of two categories with one the first has it."""
    return {words.category(each).casefold(): each for each in reversed(CashCategory)}


def with_label(heard: Heard, words: Words, text: str) -> Heard:
    """Add to what was heard the category whose label it is."""
    category = category_labelled(words, text)
    if category is None:
        return heard
    return replace(heard, what=Correction(CashDraft(None, None, category, None)))
