"""Puts the real handlers, words and word lists together."""

from bot.equipment import Equipment
from handlers.command_menu import show_menu
from handlers.routers import build_routers
from locales.words import Words, words_of
from parsing.guess.guess import load_guesser
from parsing.lexicon import load_lexicon


def equip() -> Equipment:
    """Give everything that the handlers bring along."""
    load_guesser()
    return Equipment(
        router=build_routers(),
        words_of=_words,
        extras={"lexicon": load_lexicon()},
        show_menu=show_menu,
    )


def _words(language: str) -> Words:
    """Give the words for Telegram's code of a language."""
    return words_of(language)
