"""The older parse_mode Markdown: no nesting, few characters to escape.

Source: the Bot API's "Markdown style".
"""

from sandbox.errors import BadRequestError
from sandbox.texts.styled import (
    Entity,
    Styled,
    byte_offset,
    code_language,
    link_address,
    utf16_length,
)

_MARKS = frozenset("_*`[")
_TYPES = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(text: str) -> Styled:
    """Take the older Markdown out of a text and say what it meant.

    Raises:
        BadRequestError: an unclosed entity.
    """
    if _MARKS.isdisjoint(text) and "\\" not in text:
        return Styled(text)
    parts: list[str] = []
    entities: list[Entity] = []
    place = length = 0
    while place < len(text):
        character = text[place]
        if character == "\\" and text[place + 1 : place + 2] in tuple(_MARKS):
            said, place = text[place + 1], place + 2
        elif character not in _MARKS:
            said, place = character, place + 1
        else:
            said, entity, place = _marked(text, place)
            if entity is not None and said:
                entities.append(entity | {"offset": length, "length": utf16_length(said)})
        parts.append(said)
        length += utf16_length(said)
    return Styled("".join(parts), entities)


def _marked(text: str, start: int) -> tuple[str, Entity | None, int]:
    """Read one entity: what it says, what it is, and where the text goes on."""
    mark = text[start]
    if text.startswith("```", start):
        language, begun = code_language(text, start + 3)
        end = _end(text, "```", begun, start)
        pre: Entity = {"type": "pre"}
        if language:
            pre["language"] = language
        return text[begun:end], pre, end + 3
    end = _end(text, "]" if mark == "[" else mark, start + 1, start)
    said = text[start + 1 : end]
    if mark != "[":
        return said, {"type": _TYPES[mark]}, end + 1
    url, place = said, end + 1
    if text.startswith("(", place):
        closed = text.find(")", place)
        closed = len(text) if closed < 0 else closed
        url, place = text[place + 1 : closed], closed + 1
    address = link_address(url)
    link: Entity | None = {"type": "text_link", "url": address} if address else None
    return said, link, place


def _end(text: str, mark: str, begun: int, start: int) -> int:
    end = text.find(mark, begun)
    if end < 0:
        raise BadRequestError(
            "can't parse entities: Can't find end of the entity starting at byte offset "
            f"{byte_offset(text, start)}"
        )
    return end
