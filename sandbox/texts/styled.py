"""Text with its entities, offsets in UTF-16 units as Telegram counts them."""

import re
from dataclasses import dataclass, field

from sandbox.errors import BadRequestError

Entity = dict[str, object]

_DETECTED = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]+)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]+\b)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_MAY_HOLD = frozenset("/@#")


@dataclass(slots=True)
class Styled:
    """A text and what is said about parts of it."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def utf16_length(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def whole(text: str) -> str:
    """Mend what no client can show: halves of surrogate pairs and NUL."""
    if text.isascii() and "\x00" not in text:
        return text
    mended = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return mended.replace("\x00", "")


def trimmed(styled: Styled) -> Styled:
    """Cut white space off both ends, as Telegram does, and keep the entities in place."""
    left = len(styled.text) - len(styled.text.lstrip())
    text = styled.text.strip()
    if len(text) == len(styled.text):
        return styled
    shift, length = utf16_length(styled.text[:left]), utf16_length(text)
    kept = []
    for entity in styled.entities:
        offset, size = place_of(entity)
        start, end = max(offset - shift, 0), min(offset + size - shift, length)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return Styled(text, kept)


def place_of(entity: Entity) -> tuple[int, int]:
    """Give an entity's offset and length."""
    offset, length = entity["offset"], entity["length"]
    assert isinstance(offset, int)  # noqa: S101 - checked when the entity was taken in
    assert isinstance(length, int)  # noqa: S101 - the same
    return offset, length


def with_detected(styled: Styled) -> Styled:
    """Add the entities that Telegram sees by itself: commands, mentions, addresses, tags."""
    if _MAY_HOLD.isdisjoint(styled.text):
        return styled
    taken = [place_of(entity) for entity in styled.entities]
    found = list(styled.entities)
    for match in _DETECTED.finditer(styled.text):
        offset = utf16_length(styled.text[: match.start()])
        length = utf16_length(match.group())
        if all(offset >= start + size or offset + length <= start for start, size in taken):
            found.append({"type": str(match.lastgroup), "offset": offset, "length": length})
    found.sort(key=lambda entity: (place_of(entity)[0], -place_of(entity)[1]))
    return Styled(styled.text, found)


_ENTITY_TYPES = frozenset(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline "
    "strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention "
    "custom_emoji date_time".split()
)


def checked_entities(text: str, entities: list[object]) -> list[Entity]:
    """Take entities that a bot gave by itself.

    Raises:
        BadRequestError: a type, offset or length that cannot be.
    """
    length = utf16_length(text)
    kept: list[Entity] = []
    for entity in entities:
        if not isinstance(entity, dict):
            raise BadRequestError("can't parse MessageEntity: expected an object")
        if entity.get("type") not in _ENTITY_TYPES:
            raise BadRequestError("can't parse MessageEntity: unsupported type specified")
        offset, size = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(size, int) or size < 0 or offset < 0:
            raise BadRequestError("can't parse MessageEntity: wrong offset or length")
        end = min(offset + size, length)
        if end > offset:
            kept.append(entity | {"length": end - offset})
    return kept
