"""What a plain text file of a bank is written in, where nothing in it says so.

Text beyond ASCII that is valid UTF-8 is UTF-8. Of code pages the one is taken in which the bytes
make the likeliest words: letters of the languages that the page is for, in words of one case.
Bytes that a page lacks become half pairs, so that a text can be written back as it was.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.xml_text import chunks

_LATIN = "äöüßÄÖÜéèêëàâçîïôûùÿœÉÈÀÇñÑóíáúÓÍÁÚåæøÅÆØõãÕÃºª€«»°§´–’„“”"
_CENTRAL = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíöőúüűÁÉÍÖŐÚÜŰčďěňřšťůýžČĎĚŇŘŠŤŮÝŽđĐäßÄ€–„”"
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ёЁіІїЇєЄґҐўЎ№«»–“”„’"
_PAGES = {
    "cp1252": frozenset(_LATIN),
    "cp1251": frozenset(_CYRILLIC),
    "cp850": frozenset(_LATIN),
    "cp866": frozenset(_CYRILLIC),
    "cp1250": frozenset(_CENTRAL),
    "cp852": frozenset(_CENTRAL),
    "koi8-u": frozenset(_CYRILLIC),
}
"""The letters that texts in a page are made of; the first of equally likely pages is taken."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORD = re.compile(rb"[\x21-\x7e\x80-\xff]+")
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII = bytes(range(128))
_WORDS_MAX = 2_000
_MOSTLY = 3
_NOUGHTS_OF_UTF_16 = 8
"""In UTF-16 at least one of so many bytes is nought: marks, digits and blanks in Cyrillic text."""
_NOUGHTS_OF_ONE_SIDE = 8
"""They stand at even places, or at odd ones; hardly one of so many at the others."""
_UNLIKELY = 4
_ACCENTS_MAX = 2
_CASES = re.compile(r"[^\W\d_][^\W\d_]+")


def encoding_of_text(file: BinaryIO, pages: tuple[str, ...] = tuple(_PAGES)) -> str:
    """Say what a file is in; it is read to its end, and stands at its beginning then.

    Args:
        file: that can be rewound.
        pages: the code pages it may be in.

    Raises:
        UnreadableFileError: UTF-8 that is broken, or binary data.
    """
    file.seek(0)
    head = file.read(1 << 10)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _rewound(file, name)
    first, second = head[0::2].count(b"\0"), head[1::2].count(b"\0")
    is_lopsided = min(first, second) * _NOUGHTS_OF_ONE_SIDE <= max(first, second)
    if (first + second) * _NOUGHTS_OF_UTF_16 > len(head) and is_lopsided:
        return _rewound(file, "utf-16-le" if second > first else "utf-16-be")
    file.seek(0)
    words, broken = _look_through(file)
    if broken is None:
        return _rewound(file, "utf-8")
    whole = b" ".join(words)
    left, sequences = _UTF_8.subn(b"", whole)
    if sequences > _MOSTLY * len(left.translate(None, _ASCII)):
        raise UnreadableFileError(Unreadable.ENCODING, f"UTF-8 but for byte {broken}")
    if len(pages) == 1:
        return _rewound(file, pages[0])
    return _rewound(file, max(pages, key=lambda page: _likelihood(whole, page)))


def decoded_text(file: BinaryIO, encoding: str) -> Iterator[str]:
    r"""Read a file as text, a piece at a time, its lines ended by "\n" only.

    Raises:
        UnreadableFileError: bytes that UTF-8 or UTF-16 doesn't have.
    """
    errors = "strict" if encoding.startswith("utf") else "surrogateescape"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    held = ""
    try:
        for chunk in chunks(file):
            text = held + decoder.decode(chunk)
            held = "\r" if text.endswith("\r") else ""
            yield _unified(text[: len(text) - len(held)])
        yield _unified(held + decoder.decode(b"", final=True))
    except UnicodeError as error:
        raise UnreadableFileError(Unreadable.ENCODING, str(error)) from error


def numbered_lines(file: BinaryIO, encoding: str, longest: int = 1 << 16) -> Iterator[str]:
    """Read a file line by line.

    Raises:
        UnreadableFileError: as `decoded_text`, or a line that is longer than any may be.
    """
    held = ""
    for text in decoded_text(file, encoding):
        *lines, held = (held + text).split("\n")
        yield from lines
        if len(held) > longest:
            raise UnreadableFileError(Unreadable.DAMAGED, "a line without an end")
    if held:
        yield held


def raw_bytes(text: str, encoding: str) -> bytes:
    """Write a text back as it stood in the file."""
    if encoding.startswith("utf-16"):
        return text.encode("utf-16-le", "replace")
    if encoding.startswith("utf"):
        return text.encode("utf-8", "replace")
    return text.encode(encoding, "surrogateescape")


def text_of(raw: bytes, encoding: str) -> str:
    """Read what `raw_bytes` has written."""
    if encoding.startswith("utf-16"):
        return raw.decode("utf-16-le")
    if encoding.startswith("utf"):
        return raw.decode()
    return raw.decode(encoding, "surrogateescape")


def tidy(text: str) -> str:
    """Give a text with one space for each run of blanks, and none around it."""
    if "  " in text or "\n" in text or "\t" in text:
        return " ".join(text.split())
    return text.strip()


def _rewound(file: BinaryIO, encoding: str) -> str:
    file.seek(0)
    return encoding


def _unified(text: str) -> str:
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _look_through(file: BinaryIO) -> tuple[list[bytes], int | None]:
    """Collect words with bytes above ASCII, and where UTF-8 ends to be valid."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    words: list[bytes] = []
    broken, at = None, 0
    for chunk in chunks(file):
        if broken is None:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                broken = at + error.start
        if len(words) < _WORDS_MAX and not chunk.isascii():
            words += islice(_words_beyond_ascii(chunk), _WORDS_MAX)
        at += len(chunk)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        broken = at if broken is None else broken
    return words, broken


def _words_beyond_ascii(chunk: bytes) -> Iterator[bytes]:
    for found in _WORD.finditer(chunk):
        if not found[0].isascii():
            yield found[0]


def _likelihood(whole: bytes, page: str) -> int:
    """Weigh how well words read in a page: its letters speak for it, all other signs against."""
    usual = _PAGES[page]
    text = whole.decode(page, "replace")
    weight = 0
    for sign, times in Counter(text).items():
        if not sign.isascii():
            weight += times if sign in usual else -_UNLIKELY * times
    is_cyrillic = "и" in usual
    return weight - sum(_oddity(word, is_cyrillic=is_cyrillic) for word in _CASES.findall(text))


def _oddity(word: str, *, is_cyrillic: bool) -> int:
    """Weigh what speaks against a word: two alphabets in it, or accents on all of its letters."""
    plain = sum(map(str.isascii, word))
    is_odd = 0 < plain < len(word) if is_cyrillic else not plain and len(word) > _ACCENTS_MAX
    return _is_mixed(word) + 2 * is_odd


def _is_mixed(word: str) -> bool:
    """Tell of small letters before capital ones, which words seldom have."""
    return not (word.islower() or word.isupper() or word[1:].islower())
