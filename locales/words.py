"""Speak one language: messages from its Fluent file, outside text made harmless."""

import datetime as dt
import html
import re
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from fluent.runtime import FluentBundle, FluentResource

from ledger.accounts import LANGUAGES
from ledger.money import Money
from reports.numbers import MINUS, format_day, format_day_time, format_money

FALLBACK = "en"

LINE_MAX = 40
"""Names and words of outside are shown up to so many letters where several stand together."""

Argument: TypeAlias = str | int | Money | dt.date | dt.datetime

_OVERRIDES = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
"""Marks that would let outside text turn ours around."""

_JOINER = "\N{WORD JOINER}"
_BREAKS_OFF = re.compile(rf"{MINUS}(?=[^\d\s{_JOINER}])")
"""A minus before a currency's sign may stay behind at the end of a line: the amount would be read
as one above nought. Nobody sees the joiner, and what is typed or pasted is read without it."""

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_UNIT_LEFT_BEHIND = re.compile(r"(?<=\}) (?=(?:%|h|min|год|хв|ч|мин|дн\.|МБ|MB)(?!\w))")
_NUMBER_LEFT_BEHIND = re.compile(r"(?<=№) (?=\d)|(?<=\bNo\.) (?=\d)")
"""A telephone's short lines would part a number from its unit, or from its numero sign."""


class MissingWordsError(KeyError):
    """A message or one of its arguments is not there: a mistake of the programmer."""

    def __init__(self, language: str, message_id: str, what: str) -> None:
        self.language = language
        self.message_id = message_id
        super().__init__(f"{language}/{message_id}: {what}")


class Words:
    """One language; built once and shared."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([self.language], use_isolating=False)
        text = files("locales").joinpath(f"{self.language}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(_UNIT_LEFT_BEHIND.sub(_NO_BREAK_SPACE, text)))

    def __call__(self, message_id: str, /, **arguments: Argument) -> str:
        """Say a message as HTML; text arguments are escaped.

        Raises:
            MissingWordsError: there is no such message, or it wants another argument.
        """
        said = self._said(message_id, arguments, escapes=True)
        if "№" in said or "No." in said:
            said = _NUMBER_LEFT_BEHIND.sub(_NO_BREAK_SPACE, said)
        return _BREAKS_OFF.sub(rf"{MINUS}{_JOINER}", said) if MINUS in said else said

    def plain(self, message_id: str, **arguments: Argument) -> str:
        """Say a message as plain text, for buttons and pictures.

        Raises:
            MissingWordsError: there is no such message, or it wants another argument.
        """
        return self._said(message_id, arguments, escapes=False)

    def category(self, code: str | None) -> str:
        """Name a cash category, as plain text."""
        return self.plain("chart-no-category" if code is None else f"category-{code}")

    def role(self, role: str) -> str:
        """Name a role, as plain text."""
        return self.plain(f"role-{role}")

    def _said(self, message_id: str, arguments: dict[str, Argument], *, escapes: bool) -> str:
        try:
            message = self._bundle.get_message(message_id)
        except LookupError:
            raise MissingWordsError(self.language, message_id, "no such message") from None
        if message.value is None:
            raise MissingWordsError(self.language, message_id, "the message is empty")
        shown = {name: self._shown(value, escapes) for name, value in arguments.items()}
        said, errors = self._bundle.format_pattern(message.value, shown)
        if errors:
            raise MissingWordsError(self.language, message_id, str(errors[0]))
        return str(said)

    def _shown(self, value: Argument, escapes: bool) -> str | int:  # noqa: FBT001 - private
        match value:
            case Money():
                return format_money(value, self.language)
            case dt.datetime():
                return format_day_time(value, self.language)
            case dt.date():
                return format_day(value, self.language)
            case int():
                return value
            case str():
                harmless = value if value.isascii() else value.translate(_OVERRIDES)
                return html.escape(harmless, quote=False) if escapes else harmless


def as_name(text: str) -> str:
    """Show a name that was typed in small letters with a capital; the books keep it as typed."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text[:1].upper() + text[1:] if first.islower() else text


def short_time(at: dt.datetime) -> str:
    """Write a moment as short as buttons need it, for telephones that show little of them."""
    return f"{at:%d.%m, %H:%M}"


def shorten(text: str, length_max: int = LINE_MAX) -> str:
    """Cut outside text that is too long for a line or a button."""
    return text if len(text) <= length_max else f"{text[: length_max - 1]}…"


def language_of(code: str | None) -> str:
    """Choose a language that is spoken here by Telegram's code of it, such as "uk-UA"."""
    primary = (code or "").lower().replace("_", "-").partition("-")[0]
    return primary if primary in LANGUAGES else FALLBACK


def words_of(code: str | None) -> Words:
    """Give the words for Telegram's code of a language, English for one that is not spoken."""
    return _built(language_of(code))


@cache
def _built(language: str) -> Words:
    return Words(language)
