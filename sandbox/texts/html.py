"""parse_mode HTML, with Telegram's refusals.

Source: the Bot API's "HTML style"; messages as the public server writes them.
"""

import re
import sys
from dataclasses import dataclass

from sandbox.errors import BadRequestError
from sandbox.texts.styled import Entity, Styled, utf16_length

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*?)?)\s*(/?)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_HALVES = range(0xD800, 0xE000)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "code": "code", "pre": "pre", "a": "text_link",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji", "span": "spoiler",
}  # fmt: skip


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


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
        self.parts: list[str] = []
        self.entities: list[Entity] = []
        self._open: list[_Open] = []
        self._length = 0

    def run(self) -> None:
        place = 0
        while (start := self._text.find("<", place)) >= 0:
            self._say(self._text[place:start])
            match = _TAG.match(self._text, start)
            if match is None:
                self._refuse_bracket(start)
            assert match is not None  # noqa: S101 - refused above
            if match.group(1):
                self._close(match.group(2).lower(), start)
            else:
                self._begin(match.group(2).lower(), match.group(3), start)
            place = match.end()
        self._say(self._text[place:])
        if self._open:
            tag = self._open[-1].tag
            raise BadRequestError(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\""
            )

    def _byte(self, place: int) -> int:
        return len(self._text[:place].encode("utf-8", "surrogatepass"))

    def _refuse_bracket(self, start: int) -> None:
        name = re.match(r"</?([^\s>]*)", self._text[start:])
        named = name.group(1) if name else ""
        if self._text.find(">", start) < 0:
            raise BadRequestError(
                f"can't parse entities: Unclosed start tag at byte offset {self._byte(start)}"
            )
        raise BadRequestError(
            f'can\'t parse entities: Unsupported start tag "{named.lower()}" at byte offset '
            f"{self._byte(start)}"
        )

    def _say(self, raw: str) -> None:
        if raw:
            said = _CHARACTER.sub(_character, raw) if "&" in raw else raw
            self.parts.append(said)
            self._length += utf16_length(said)

    def _begin(self, tag: str, attributes: str, start: int) -> None:
        found = {
            match.group(1).lower(): _CHARACTER.sub(
                _character, match.group(2) or match.group(3) or match.group(4) or ""
            )
            for match in _ATTRIBUTE.finditer(attributes)
        }
        is_plain_span = tag == "span" and found.get("class") != "tg-spoiler"
        if tag not in _TYPES or is_plain_span:
            raise BadRequestError(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset '
                f"{self._byte(start)}"
            )
        self._open.append(_Open(tag, found, self._length))

    def _close(self, tag: str, start: int) -> None:
        if not self._open:
            raise BadRequestError(
                f"can't parse entities: Unexpected end tag at byte offset {self._byte(start)}"
            )
        opened = self._open.pop()
        if opened.tag != tag:
            raise BadRequestError(
                f"can't parse entities: Unmatched end tag at byte offset {self._byte(start)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        length = self._length - opened.offset
        if length:
            self._keep(opened, length)

    def _keep(self, opened: _Open, length: int) -> None:
        entity: Entity = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            url = opened.attributes.get("href", "")
            if not url:
                return
            entity["url"] = url
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        language = opened.attributes.get("class", "")
        if opened.tag == "code" and language.startswith("language-") and self._in_pre():
            self._open[-1].attributes["language"] = language.removeprefix("language-")
            return
        if opened.tag == "pre" and "language" in opened.attributes:
            entity["language"] = opened.attributes["language"]
        self.entities.append(entity)
        self.entities.sort(key=lambda one: (one["offset"], -int(str(one["length"]))))

    def _in_pre(self) -> bool:
        return bool(self._open) and self._open[-1].tag == "pre"


def _character(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    if named:
        return _NAMED[named]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < number <= sys.maxunicode and number not in _HALVES
    return chr(number) if is_character else match.group()
