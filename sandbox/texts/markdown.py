"""parse_mode MarkdownV2 and the older Markdown, with Telegram's refusals.

Source: the Bot API's "MarkdownV2 style" and "Markdown style".
"""

from dataclasses import dataclass

from sandbox.errors import BadRequestError
from sandbox.texts.styled import Entity, Styled, utf16_length

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_NAMES = {
    "*": "Bold", "_": "Italic", "__": "Underline", "~": "Strikethrough", "||": "Spoiler",
    "`": "Code", "```": "Pre", "[": "TextUrl",
}  # fmt: skip
_TYPES = {
    "*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler",
    "`": "code", "```": "pre", "[": "text_link",
}  # fmt: skip


def parse_markdown_v2(text: str) -> Styled:
    """Take MarkdownV2 out of a text and say what it meant.

    Raises:
        BadRequestError: an unclosed entity or a reserved character that is not escaped.
    """
    return _Parser(text, markers=("```", "`", "||", "__", "*", "_", "~"), is_strict=True).run()


def parse_markdown(text: str) -> Styled:
    """Take the older Markdown out of a text and say what it meant.

    Raises:
        BadRequestError: an unclosed entity.
    """
    return _Parser(text, markers=("```", "`", "*", "_"), is_strict=False).run()


@dataclass(slots=True)
class _Open:
    marker: str
    offset: int
    byte: int


class _Parser:
    def __init__(self, text: str, *, markers: tuple[str, ...], is_strict: bool) -> None:
        self._text = text
        self._markers = markers
        self._is_strict = is_strict
        self._place = 0
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def run(self) -> Styled:
        while self._place < len(self._text):
            self._step()
        if self._open:
            last = self._open[-1]
            raise BadRequestError(
                f"can't parse entities: Can't find end of {_NAMES[last.marker]} entity at byte "
                f"offset {last.byte}"
            )
        self._entities.sort(key=lambda one: (one["offset"], -int(str(one["length"]))))
        return Styled("".join(self._parts), self._entities)

    def _step(self) -> None:
        character = self._text[self._place]
        following = self._text[self._place + 1 : self._place + 2]
        if character == "\\" and following and (self._is_strict or following in "_*`["):
            self._say(following)
            self._place += 2
        elif self._in_code() and not self._text.startswith(self._open[-1].marker, self._place):
            self._say(character)
            self._place += 1
        elif (marker := self._marker_here()) is not None:
            self._toggle(marker)
        elif character == "[":
            self._link()
        elif self._is_strict and character in _RESERVED:
            self._reserved(character)
        else:
            self._say(character)
            self._place += 1

    def _reserved(self, character: str) -> None:
        at_line_start = self._place == 0 or self._text[self._place - 1] == "\n"
        if character == ">" and at_line_start:
            self._place += 1
            return
        raise BadRequestError(
            f"can't parse entities: Character '{character}' is reserved and must be escaped with "
            "the preceding '\\'"
        )

    def _in_code(self) -> bool:
        return bool(self._open) and self._open[-1].marker in {"`", "```"}

    def _marker_here(self) -> str | None:
        return next(
            (marker for marker in self._markers if self._text.startswith(marker, self._place)),
            None,
        )

    def _toggle(self, marker: str) -> None:
        byte = self._byte()
        self._place += len(marker)
        if self._open and self._open[-1].marker == marker:
            opened = self._open.pop()
            length = self._length - opened.offset
            if length:
                self._entities.append(
                    {"type": _TYPES[marker], "offset": opened.offset, "length": length}
                )
            return
        self._open.append(_Open(marker, self._length, byte))

    def _link(self) -> None:
        byte = self._byte()
        end = self._text.find("]", self._place)
        if end < 0:
            if not self._is_strict:
                self._say("[")
                self._place += 1
                return
            raise BadRequestError(
                f"can't parse entities: Can't find end of TextUrl entity at byte offset {byte}"
            )
        label, offset = self._text[self._place + 1 : end], self._length
        self._say(label.replace("\\", ""))
        self._place = end + 1
        if self._text[self._place : self._place + 1] != "(":
            return
        close = self._text.find(")", self._place)
        if close < 0:
            raise BadRequestError(
                f"can't parse entities: Can't find end of a URL at byte offset {byte}"
            )
        url = self._text[self._place + 1 : close].replace("\\", "")
        self._place = close + 1
        if self._length > offset:
            self._entities.append(
                {
                    "type": "text_link",
                    "offset": offset,
                    "length": self._length - offset,
                    "url": url,
                }
            )

    def _byte(self) -> int:
        return len(self._text[: self._place].encode("utf-8", "surrogatepass"))

    def _say(self, said: str) -> None:
        self._parts.append(said)
        self._length += utf16_length(said)
