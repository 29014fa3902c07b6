"""What an OFX file is written in, and its tags one after the other.

OFX 1 is SGML whose leaves need no closing tag, OFX 2 is XML; files of either kind are written as
the other, so both are read the same way: a tag, and what stands up to the next one. Aggregates
are told by their names. Nothing is expanded but the characters that XML itself names.
"""

import codecs
import html
import re
from collections.abc import Iterator
from typing import BinaryIO

from sources.bank_files.errors import Unreadable, UnreadableFileError
from sources.bank_files.xml_text import chunks

TAG = re.compile(r"<(/?[A-Z][A-Z0-9._]*)\s*>([^<]*(?:<(?![A-Za-z/!?])[^<]*)*)")
"""A tag and its text; a "<" that begins no tag is text."""

_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_CDATA_EDGE = len(_CDATA) - 1
_CHARSET = re.compile(rb"CHARSET[ \t]*:[ \t]*([\w-]*?)(?:COMPRESSION|[^\w-]|$)")
_ENCODING = re.compile(rb"ENCODING[ \t]*:[ \t]*([\w-]*?)(?:CHARSET|[^\w-]|$)")
"""Some headers stand in one line, with blanks between their fields or nothing."""
_XML_ENCODING = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]+)""", re.IGNORECASE
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PLAIN = frozenset({"", "none", "usascii", "us-ascii", "ascii"})
_NOUGHTS_OF_UTF_16 = 3
"""In UTF-16 at least one of so many bytes of Latin text is nought."""


def plain_text(text: str) -> str:
    """Give a value as it is meant: without space around it, references resolved."""
    if "&" in text:
        text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    return text.strip()


def without_cdata(texts: Iterator[str]) -> Iterator[str]:
    """Write CDATA as escaped text, piece by piece, so that nothing in it is a tag."""
    held, is_data = "", False
    for text in texts:
        held += text
        if not is_data and "<" not in held[-_CDATA_EDGE:] and _CDATA not in held:
            yield held
            held = ""
            continue
        told, held, is_data = _escaped(held, is_data=is_data)
        yield told
    yield html.escape(held, quote=False) if is_data else held


def _escaped(text: str, *, is_data: bool) -> tuple[str, str, bool]:
    """Escape what is data; what may be half a mark at the end is held back."""
    told: list[str] = []
    while True:
        mark = _CDATA_END if is_data else _CDATA
        before, found, after = text.partition(mark)
        if not found:
            edge = max(len(text) - len(mark) + 1, 0)
            before, text = text[:edge], text[edge:]
        told.append(html.escape(before, quote=False) if is_data else before)
        if not found:
            return "".join(told), text, is_data
        text, is_data = after, not is_data


def encoding_of(file: BinaryIO, head: bytes) -> str:
    """Say what a file is in, from its marks, its bytes and its header, in this order.

    Headers lie: what is valid UTF-8 beyond ASCII is UTF-8 whatever they say, as no other text is
    so by chance. What isn't is in the code page that the header names, 1252 where it names none.
    The file is read to its end.

    Raises:
        UnreadableFileError: the header says UTF-8 and names no code page, yet it is not; or it
            names an encoding that nobody knows.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if head[:200].count(b"\0") * _NOUGHTS_OF_UTF_16 > len(head[:200]):
        return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    if _is_utf_8(file):
        return "utf-8"
    declared = (_named(_ENCODING, head), _named(_CHARSET, head), _named(_XML_ENCODING, head))
    for page in (_code_page(each) for each in declared[1:]):
        if page is not None:
            return page
    if any(each.replace("_", "-") in {"utf-8", "utf8"} for each in declared):
        raise UnreadableFileError(Unreadable.ENCODING, "it says UTF-8 and is not")
    return "cp1252"


def decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """Read a file as text, a piece at a time.

    Raises:
        UnreadableFileError: bytes that the encoding doesn't have.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks(file):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise UnreadableFileError(Unreadable.ENCODING, str(error)) from error


def _is_utf_8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks(file):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _named(pattern: re.Pattern[bytes], head: bytes) -> str:
    found = pattern.search(head)
    return "" if found is None else found[1].decode("ascii", "replace").lower()


def _code_page(name: str) -> str | None:
    """Give Python's name of a declared code page; None for UTF-8 and where none is declared."""
    if name in _PLAIN or name.startswith(("utf", "unicode")):
        return None
    for candidate in (f"cp{name}", name):
        try:
            b"0".decode(candidate)  # unlike codecs.lookup(), it knows texts from zip and hex
            codecs.getincrementaldecoder(candidate)
        except (LookupError, UnicodeError):  # the latter of "undefined", which is one of its names
            continue
        return candidate
    raise UnreadableFileError(Unreadable.ENCODING, f"unknown charset {name}")
