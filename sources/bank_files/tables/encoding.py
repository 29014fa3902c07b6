"""What a text without a mark is written in: told by its bytes, and by how words look.

UTF-8 is never met by chance, so what is valid UTF-8 is UTF-8. Of the code pages that banks use,
the one is taken in which the file's words look most like words: letters where letters are, in
the case that words have, the frequent letters of a language more often than the rare ones.
"""

import codecs
import re
from itertools import pairwise
from typing import BinaryIO

from sources.bank_files.xml_text import chunks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1251", "cp1252", "cp1250", "koi8-u", "cp866", "iso8859-2", "iso8859-5")
"""The likelier first: the first of equals is taken."""
_PEEK = 1 << 18
_MANY_NULLS = 4
"""One byte in so many is null in UTF-16 of any text of ours."""

_CYRILLIC = {
    letter: weight
    for weight, letters in (
        (4, "оаиіетнрсв"),
        (3, "лкпмдуязьб"),
        (2, "чгйхжшюцїє"),
        (1, "щфыэёґъ"),
    )
    for letter in letters
}
_WESTERN = (
    "äöüß", "éèàçêîôûëïùœâ", "ñáéíóúü", "ãõçáéíóúâêôà", "àèéìòù", "åäöé", "åæøé", "ëïéèö",
)  # fmt: skip
_CENTRAL = (
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșşțţ", "čćđšž",
)  # fmt: skip
"""The letters beyond ASCII of languages, each its own: German, French, Spanish …; Polish …"""
_LANGUAGES = {
    "cp1252": _WESTERN,
    "cp1250": (*_CENTRAL, "äöüß"),
    "iso8859-2": (*_CENTRAL, "äöüß"),
}
_WORD = re.compile(r"[^\W\d_]+")
_HIGH = re.compile(r"[^\x00-\x7f]+")
_SYMBOLS = frozenset("€£§°«»„“”’‘–—…№•·©®\xa0´`")


def encoding_of(file: BinaryIO) -> str:
    """Say what a file is in, from its marks and its bytes; it is read to its end."""
    file.seek(0)
    head = file.read(_PEEK)
    marked = _marked(head)
    if marked is not None:
        return marked
    strange = _first_beyond_utf_8(file)
    if strange is None:
        return "utf-8"
    file.seek(max(strange - _PEEK // 2, 0))
    return _code_page(head if strange < _PEEK else file.read(_PEEK))


def encoding_of_bytes(head: bytes) -> str:
    """Say what the beginning of a file is in."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _marked(head) or _code_page(head)
    return _marked(head) or "utf-8"


def _marked(head: bytes) -> str | None:
    """Tell by a mark, or by the nulls that UTF-16 is full of."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    nulls = head[0::2].count(b"\0"), head[1::2].count(b"\0")
    if sum(nulls) * _MANY_NULLS > len(head):
        return "utf-16-le" if nulls[1] > nulls[0] else "utf-16-be"
    return None


def _code_page(sample: bytes) -> str:
    return max(_CODE_PAGES, key=lambda page: _looks(sample, page))


def _first_beyond_utf_8(file: BinaryIO) -> int | None:
    """Give about where a file stops being UTF-8; None where it is all of it."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    passed = 0
    try:
        for chunk in chunks(file):
            decoder.decode(chunk)
            passed += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return passed + error.start
    return None


def _looks(sample: bytes, page: str) -> int:
    """Weigh how much a sample looks like words of one language in a code page."""
    text = sample.decode(page, "replace")
    words = [each for each in {*_WORD.findall(text)} if not each.isascii()]
    languages = _LANGUAGES.get(page, ("",))
    score = max(sum(_looks_word(word, letters) for word in words) for letters in languages)
    signs = "".join(_HIGH.findall(text))
    return score - 6 * sum(not each.isalpha() and each not in _SYMBOLS for each in signs)


def _looks_word(word: str, letters_of: str) -> int:
    small = word.lower()
    letters = [each for each in small if not each.isascii()]
    cyrillic = sum("\u0400" <= each <= "\u04ff" for each in letters)
    has_ascii = len(letters) < len(small)
    known = dict.fromkeys(letters_of, 3)
    weighed = sum(_CYRILLIC.get(each, known.get(each, -4)) for each in letters)
    # Words of two scripts, of high Latin letters only, or with capitals inside are misread ones.
    if cyrillic and (has_ascii or cyrillic < len(letters)):
        weighed -= 6 * len(letters)
    if not cyrillic and not has_ascii and len(letters) > 1:
        weighed -= 3 * len(letters)
    if any(one.islower() and other.isupper() for one, other in pairwise(word)):
        weighed -= 5 * len(letters)
    return weighed
