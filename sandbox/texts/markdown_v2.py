"""parse_mode MarkdownV2, with Telegram's refusals.

Source: the Bot API's "MarkdownV2 style"; refusals are worded as the public server words them.
"""

from dataclasses import dataclass
from typing import NoReturn

from sandbox.errors import BadRequestError
from sandbox.texts.styled import (
    Entity,
    Styled,
    byte_offset,
    code_language,
    link_address,
    utf16_length,
)

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_ESCAPABLE_MAX = "\x7e"

_NAMES = {
    "*": "Bold", "_": "Italic", "__": "Underline", "~": "Strikethrough", "||": "Spoiler",
    "`": "Code", "```": "Pre", "[": "TextUrl", "![": "CustomEmoji",
}  # fmt: skip
_TYPES = {
    "*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler",
    "`": "code", "```": "pre", "[": "text_link", "![": "custom_emoji",
}  # fmt: skip
_MARKERS = ("```", "`", "||", "__", "![", "*", "_", "~", "[")


@dataclass(slots=True)
class _Open:
    marker: str
    offset: int
    part: int
    byte: int
    language: str = ""

    @property
    def ending(self) -> str:
        return "]" if self.marker.endswith("[") else self.marker


def parse_markdown_v2(text: str) -> Styled:
    """Take MarkdownV2 out of a text and say what it meant.

    Raises:
        BadRequestError: an unclosed entity or a reserved character that is not escaped.
    """
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._quote: int | None = None
        self._entities: list[Entity] = []

    def run(self) -> Styled:
        while self._place < len(self._text):
            self._step()
        if self._open:
            last = self._open[-1]
            _refuse(f"Can't find end of {_NAMES[last.marker]} entity at byte offset {last.byte}")
        self._close_quote(is_expandable=False)
        self._entities.sort(key=lambda one: (one["offset"], -int(str(one["length"]))))
        return Styled("".join(self._parts), self._entities)

    def _step(self) -> None:
        character = self._text[self._place]
        following = self._text[self._place + 1 : self._place + 2]
        if character == "\\" and "\x00" < following <= _ESCAPABLE_MAX:
            self._say(following, 2)
        elif self._is_code():
            self._code(character)
        elif character == "\n":
            self._line()
        elif character not in _RESERVED:
            self._say(character, 1)
        elif self._open and self._ends(self._open[-1]):
            self._finish(self._open.pop())
        elif character == ">" and self._at_line_start() and not self._open:
            self._quote = self._length if self._quote is None else self._quote
            self._place += 1
        else:
            self._begin(character)

    def _is_code(self) -> bool:
        return bool(self._open) and self._open[-1].marker in {"`", "```"}

    def _code(self, character: str) -> None:
        if self._text.startswith(self._open[-1].marker, self._place):
            self._finish(self._open.pop())
        else:
            self._say(character, 1)

    def _ends(self, opened: _Open) -> bool:
        if not self._text.startswith(opened.ending, self._place):
            return False
        return opened.marker != "_" or not self._text.startswith("__", self._place)

    def _line(self) -> None:
        goes_on = self._text.startswith(">", self._place + 1)
        if self._quote is not None and not goes_on and not self._open:
            self._close_quote(is_expandable=False)
        self._say("\n", 2 if self._quote is not None and goes_on else 1)

    def _at_line_start(self) -> bool:
        return self._place == 0 or self._text[self._place - 1] == "\n"

    def _begin(self, character: str) -> None:
        marker = next(
            (each for each in _MARKERS if self._text.startswith(each, self._place)), None
        )
        if marker == "||" and self._quote is not None and self._at_line_end():
            self._place += 2
            self._close_quote(is_expandable=True)
            return
        if marker is None:
            _refuse(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        byte = byte_offset(self._text, self._place)
        opened = _Open(marker, self._length, len(self._parts), byte)
        self._place += len(marker)
        if marker == "```":
            opened.language, self._place = code_language(self._text, self._place)
        self._open.append(opened)

    def _at_line_end(self) -> bool:
        return self._text[self._place + 2 : self._place + 3] in {"", "\n"}

    def _finish(self, opened: _Open) -> None:
        self._place += len(opened.ending)
        url = self._address(opened) if opened.ending == "]" else None
        length = self._length - opened.offset
        if not length:
            return
        entity: Entity = {"type": _TYPES[opened.marker], "offset": opened.offset, "length": length}
        if opened.language:
            entity["language"] = opened.language
        if opened.marker == "![":
            entity["custom_emoji_id"] = (url or "").partition("id=")[2]
        elif opened.marker == "[":
            address = link_address(url or "")
            if address is None:
                return
            entity["url"] = address
        self._entities.append(entity)

    def _address(self, opened: _Open) -> str:
        if not self._text.startswith("(", self._place):
            if opened.marker == "![":
                _refuse("Custom emoji entity must contain a tg://emoji URL")
            return "".join(self._parts[opened.part :])
        begun = self._place = self._place + 1
        url: list[str] = []
        while self._place < len(self._text) and self._text[self._place] != ")":
            is_escape = self._text[self._place] == "\\" and self._place + 1 < len(self._text)
            self._place += is_escape
            url.append(self._text[self._place])
            self._place += 1
        if self._place >= len(self._text):
            _refuse(f"Can't find end of a URL at byte offset {byte_offset(self._text, begun)}")
        self._place += 1
        return "".join(url)

    def _close_quote(self, *, is_expandable: bool) -> None:
        if self._quote is not None and self._length > self._quote:
            self._entities.append(
                {
                    "type": "expandable_blockquote" if is_expandable else "blockquote",
                    "offset": self._quote,
                    "length": self._length - self._quote,
                }
            )
        self._quote = None

    def _say(self, said: str, taken: int) -> None:
        self._parts.append(said)
        self._length += utf16_length(said)
        self._place += taken


def _refuse(reason: str) -> NoReturn:
    raise BadRequestError(f"can't parse entities: {reason}")
