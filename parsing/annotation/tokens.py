"""Cut text into words, digits and signs, each with its position."""

import html
import re
import unicodedata
from dataclasses import dataclass

TEXT_MAX = 4096
"""The longest message that a chat delivers; what is beyond is not read."""

_TOKEN = re.compile(r"https?://\S+|[^\W\d_]+(?:['’ʼ`´-][^\W\d_]+)*|\d+|\n|\S")
"""Every alternative begins with another class of character, so scanning is linear."""

GRAND = frozenset("k к тис тыс тищ тыщ тищі тыщи тисяч тисячі тысяч тысячи thousand grand".split())
"""What after a figure makes thousands of it."""
_UNDASHED = re.compile(r"[^-]+")
_SPACES = re.compile(r" {2,}")
_TAGS = re.compile(r"</?(?:b|i|u|s|p|em|br|code|pre|strong)/?>", re.IGNORECASE)
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200}?)\*(?![\w*])")
"""What a chat shows in bold; between figures a star is a product."""
_ESCAPES = re.compile(r"\\(?=[#_*.,!()\[\]+-])")
"""What some programs put before a sign that would be markup: "invoice \\#407"."""
_LETTERS_FOR_ZEROS = re.compile(r"(?<=\d)[oOоО]{1,4}(?![^\W\d_])")
"""Zeros typed as the letter that looks like them: "1 5оо"."""

_INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x061C, 0xFE0E, 0xFE0F, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
    ]
)
_CLEANING: dict[int, str | None] = {
    **_INVISIBLE,
    **dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x202F], " "),
    **dict.fromkeys([0x2212], "-"),
}
_FOLDING = (("ё", "е"), *((sign, "") for sign in "'’ʼ`´"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits, a line's end, or one sign."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_digits(self) -> bool:
        """Tell whether it is a run of digits."""
        return self.text.isdecimal()


def clean_text(text: str) -> str:
    """Compose accents, drop invisible marks, make spaces, minus signs and zeros plain."""
    plain = html.unescape(text[:TEXT_MAX]) if "&" in text else text[:TEXT_MAX]
    plain = _TAGS.sub(lambda found: " " * len(found.group()), plain) if "<" in plain else plain
    plain = _ESCAPES.sub(_unescaped, plain) if "\\" in plain else plain
    plain = _BOLD.sub(r" \1 ", plain) if plain.count("*") > 1 else plain
    cleaned = unicodedata.normalize("NFC", plain).translate(_CLEANING)
    cleaned = _LETTERS_FOR_ZEROS.sub(lambda found: "0" * len(found.group()), cleaned)
    return _SPACES.sub(" ", cleaned)


def _unescaped(found: re.Match[str]) -> str:
    """Leave a sign out; between figures, so that they stay one number."""
    text, at = found.string, found.start()
    return "" if at and text[at - 1].isdecimal() and text[at + 2 : at + 3].isdecimal() else " "


def fold(text: str) -> str:
    """Give the form under which a lexicon knows a word: no case, no apostrophes, е for ё."""
    folded = text.casefold()
    for sign, meant in _FOLDING:  # one by one: to translate a text takes ten times as long
        if sign in folded:
            folded = folded.replace(sign, meant)
    return folded


def scan_tokens(text: str) -> list[Token]:
    """Cut cleaned text into tokens, left to right."""
    return [
        Token(found.start(), found.end(), found.group(), fold(found.group()))
        for found in _TOKEN.finditer(text)
    ]


def split_at_dashes(token: Token) -> list[Token]:
    """Make words of their own of what dashes join: "thirty-two"."""
    found = ((it.start() + token.start, it.group()) for it in _UNDASHED.finditer(token.text))
    return [Token(start, start + len(text), text, fold(text)) for start, text in found]


def is_double_name(text: str) -> bool:
    """Tell whether both parts of a word have a capital: "Термо-Лайн" is no thermometer."""
    head, _, tail = text.partition("-")
    return len(head) > 1 and len(tail) > 1 and head.istitle() and tail[0].isupper()
