"""parse_mode HTML, with Telegram's refusals.

Source: the Bot API's "HTML style"; refusals are worded as the public server words them.
"""

import re
import sys
from dataclasses import dataclass, field
from typing import NoReturn

from sandbox.errors import BadRequestError
from sandbox.texts.styled import Entity, Styled, byte_offset, link_address, utf16_length

_CHARACTER = re.compile(r"&(?:#(\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_HALVES = range(0xD800, 0xE000)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = frozenset(" \t\r\n\f\v\x00")

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "code": "code", "pre": "pre", "a": "text_link",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji", "span": "spoiler",
}  # fmt: skip


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    part: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(text: str) -> Styled:
    """Take the tags out of a text and say what they meant.

    Raises:
        BadRequestError: a tag that is unknown, unclosed, crossed or malformed.
    """
    if "<" not in text and "&" not in text:
        return Styled(text)
    parser = _Parser(text)
    parser.run()
    return Styled("".join(parser.parts), parser.entities)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self.parts: list[str] = []
        self.entities: list[Entity] = []
        self._open: list[_Open] = []
        self._length = 0

    def run(self) -> None:
        while (start := self._text.find("<", self._place)) >= 0:
            self._say(self._text[self._place : start])
            self._place = start + 1
            if self._text.startswith("/", self._place):
                self._end(start)
            else:
                self._begin(start)
        self._say(self._text[self._place :])
        if self._open:
            _refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        self.entities.sort(key=lambda one: (one["offset"], -int(str(one["length"]))))

    def _say(self, raw: str) -> None:
        if raw:
            said = _readable(raw)
            self.parts.append(said)
            self._length += utf16_length(said)

    def _begin(self, start: int) -> None:
        tag = self._until(">").lower()
        if self._is_over():
            self._refuse_at("Unclosed start tag", start)
        if tag not in _TYPES:
            self._refuse_at(f'Unsupported start tag "{tag}"', start)
        opened = _Open(tag, self._length, len(self.parts))
        while self._skip_space() != ">":
            self._attribute(opened, start)
        self._place += 1
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            self._refuse_at('Tag "span" must have class "tg-spoiler"', start)
        self._open.append(opened)

    def _attribute(self, opened: _Open, start: int) -> None:
        if self._is_over():
            self._refuse_at(f'Unclosed start tag "{opened.tag}"', start)
        name = self._until("=>").lower()
        if not name:
            self._refuse_at(f'Empty attribute name in the tag "{opened.tag}"', start)
        if self._skip_space() != "=":
            if name == "expandable" and opened.tag == "blockquote":
                opened.attributes[name] = ""
                return
            self._refuse_at(
                f'Expected equal sign in declaration of an attribute of the tag "{opened.tag}"',
                start,
            )
        self._place += 1
        following = self._skip_space()
        value = self._quoted(following) if following in {'"', "'"} else self._token()
        if self._is_over():
            self._refuse_at(f'Unclosed start tag "{opened.tag}"', start)
        opened.attributes[name] = value

    def _quoted(self, quote: str) -> str:
        begun = self._place + 1
        ended = self._text.find(quote, begun)
        if ended < 0:
            self._place = len(self._text)
            return ""
        self._place = ended + 1
        return _readable(self._text[begun:ended])

    def _token(self) -> str:
        begun = self._place
        while not self._is_over() and (
            self._text[self._place].isalnum() or self._text[self._place] in ".-"
        ):
            self._place += 1
        if not self._is_over() and self._text[self._place] not in _SPACE | {">"}:
            self._refuse_at("Unexpected end of name token", begun)
        return self._text[begun : self._place].lower()

    def _end(self, start: int) -> None:
        if not self._open:
            self._refuse_at("Unexpected end tag", start)
        self._place += 1
        tag = self._until(">").lower()
        if self._skip_space() != ">":
            self._refuse_at("Unclosed end tag", start)
        self._place += 1
        opened = self._open.pop()
        if tag not in {"", opened.tag}:
            place = byte_offset(self._text, start)
            _refuse(
                f'Unmatched end tag at byte offset {place}, expected "</{opened.tag}>", '
                f'found "</{tag}>"'
            )
        if self._length > opened.offset:
            self._keep(opened)

    def _keep(self, opened: _Open) -> None:
        length = self._length - opened.offset
        entity: Entity = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": length}
        match opened.tag:
            case "a":
                shown = "".join(self.parts[opened.part :])
                url = link_address(opened.attributes.get("href") or shown)
                if url is None:
                    return
                entity["url"] = url
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
            case "code" if self._is_language(opened):
                return
            case "pre" if "language" in opened.attributes:
                entity["language"] = opened.attributes["language"]
        self.entities.append(entity)

    def _is_language(self, code: _Open) -> bool:
        """Say whether a code tag only tells the language of the pre around it."""
        named = code.attributes.get("class", "")
        if not self._open or self._open[-1].tag != "pre" or not named.startswith("language-"):
            return False
        self._open[-1].attributes["language"] = named.removeprefix("language-")
        return True

    def _until(self, ends: str) -> str:
        begun = self._place
        while not self._is_over() and self._text[self._place] not in _SPACE | set(ends):
            self._place += 1
        return self._text[begun : self._place]

    def _skip_space(self) -> str:
        while not self._is_over() and self._text[self._place] in _SPACE:
            self._place += 1
        return self._text[self._place : self._place + 1]

    def _is_over(self) -> bool:
        return self._place >= len(self._text)

    def _refuse_at(self, reason: str, place: int) -> NoReturn:
        _refuse(f"{reason} at byte offset {byte_offset(self._text, place)}")


def _refuse(reason: str) -> NoReturn:
    raise BadRequestError(f"can't parse entities: {reason}")


def _readable(raw: str) -> str:
    return _CHARACTER.sub(_character, raw) if "&" in raw else raw


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, named = match.groups()
    if named:
        return _NAMED[named]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < number <= sys.maxunicode and number not in _HALVES
    return chr(number) if is_character else match.group()
