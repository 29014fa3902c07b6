"""The lexicon, the moment and the door that the parser's tests share."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from parsing.annotation.lexicon import Lexicon
from parsing.annotation.word_lists import load_lexicon
from parsing.read_message import read_message
from parsing.reading import Reading

ReadOnce = Callable[[str, str], Reading]
NOW = dt.datetime(2026, 5, 20, 14, 30, tzinfo=ZoneInfo("Europe/Kyiv"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def read_once(lexicon: Lexicon) -> ReadOnce:
    """Read a message that was sent at a moment; the same one again is not read again."""

    @cache
    def read(text: str, now: str) -> Reading:
        moment = dt.datetime.fromisoformat(now).replace(tzinfo=NOW.tzinfo)
        return read_message(text, now=moment, currency="UAH", lexicon=lexicon)

    return read


@pytest.fixture(scope="session")
def now() -> dt.datetime:
    return NOW


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Callable[[str], Reading]:
    def read_text(text: str) -> Reading:
        return read_message(text, now=NOW, currency="UAH", lexicon=lexicon)

    return read_text
