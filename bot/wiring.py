"""Puts the real handlers, words and word lists together."""

from dataclasses import replace

from bot.equipment import Equipment
from handlers.approval_news import approval_news
from handlers.command_menu import show_menu
from handlers.draft_replies import asked_again
from handlers.missing import missing_question
from handlers.receipt_news import receipt_news
from handlers.routers import build_routers
from handlers.second_opinion import Adviser, NoAdviser
from locales.words import Words, words_of
from parsing.endpoint import Endpoint
from parsing.guess.figures import load_figure_guesser
from parsing.guess.guess import load_guesser
from parsing.lexicon import load_lexicon


def equip(endpoint: Endpoint | None = None) -> Equipment:
    """Give everything that the handlers bring along; with an endpoint, a language model, too."""
    load_guesser()
    load_figure_guesser()
    if endpoint is None:
        return _equipment(NoAdviser())
    # Half a second and 50 MB that only a shop with a model pays.
    from parsing.language_model import LanguageModel  # noqa: PLC0415

    model = LanguageModel(endpoint)
    return replace(_equipment(model), close=model.close)


def _equipment(adviser: Adviser) -> Equipment:
    return Equipment(
        router=build_routers(),
        words_of=_words,
        extras={"lexicon": load_lexicon(), "adviser": adviser},
        show_menu=show_menu,
        missing_question=missing_question,
        receipt_news=receipt_news,
        ask_again=asked_again,
        approval_news=approval_news,
    )


def _words(language: str) -> Words:
    """Give the words for Telegram's code of a language."""
    return words_of(language)
