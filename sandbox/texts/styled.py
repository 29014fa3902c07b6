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
_LANGUAGE = re.compile(r"(?P<language>[^\s`]+(?=\s))?(?:\r\n|\n\r|\r|\n)?")
_SCHEME = re.compile(r"(?:https?|tg|ton|tonsite)://\S|(?:mailto|tel):\S", re.IGNORECASE)
_SILENT = frozenset({"code", "pre", "text_link", "text_mention", "mention", "bot_command", "url"})
"""Inside these nothing is detected."""
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
    taken = [place_of(entity) for entity in styled.entities if entity["type"] in _SILENT]
    found = list(styled.entities)
    for match in _DETECTED.finditer(styled.text):
        offset = utf16_length(styled.text[: match.start()])
        length = utf16_length(match.group())
        if all(offset >= start + size or offset + length <= start for start, size in taken):
            found.append({"type": str(match.lastgroup), "offset": offset, "length": length})
    found.sort(key=lambda entity: (place_of(entity)[0], -place_of(entity)[1]))
    return Styled(styled.text, found)


def addressed(text: object, entities: object) -> list[tuple[str, str]]:
    """List the commands and mentions in a text, each with its words."""
    if not isinstance(text, str) or not isinstance(entities, list):
        return []
    wanted = [each for each in entities if each["type"] in {"bot_command", "mention"}]
    units = text.encode("utf-16-le", "surrogatepass") if wanted else b""
    found = []
    for entity in wanted:
        offset, length = place_of(entity)
        words = units[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")
        found.append((str(entity["type"]), words))
    return found


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
    units = text.encode("utf-16-le", "surrogatepass")
    return [_checked_entity(entity, units) for entity in entities]


def _checked_entity(entity: object, units: bytes) -> Entity:
    if not isinstance(entity, dict):
        raise BadRequestError("can't parse MessageEntity: expected an Object")
    if entity.get("type") not in _ENTITY_TYPES:
        raise BadRequestError("can't parse MessageEntity: unsupported type specified")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int):
        raise BadRequestError('can\'t parse MessageEntity: Field "offset" must be of type Number')
    if offset < 0 or length <= 0:
        raise BadRequestError("can't parse MessageEntity: wrong offset or length")
    total = len(units) // 2
    if offset + length > total:
        raise BadRequestError(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at "
            f"UTF-16 offset {total}"
        )
    if _is_second_half(units, offset):
        raise BadRequestError(
            f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {offset}"
        )
    if _is_second_half(units, offset + length):
        raise BadRequestError(
            f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol"
        )
    return dict(entity)


def _is_second_half(units: bytes, place: int) -> bool:
    high_byte = units[place * 2 + 1 : place * 2 + 2]
    return b"\xdc" <= high_byte <= b"\xdf"


def byte_offset(text: str, place: int) -> int:
    """Count the bytes before a place, as Telegram's refusals do."""
    return len(text[:place].encode("utf-8", "surrogatepass"))


def code_language(text: str, place: int) -> tuple[str, int]:
    """Read the language after the opening of a code block, and skip the line's end."""
    match = _LANGUAGE.match(text, place)
    if match is None:
        return "", place
    return match.group("language") or "", match.end()


def link_address(url: str) -> str | None:
    """Complete a link's address as Telegram does; nothing when it is none."""
    if _SCHEME.match(url):
        complete = url
    elif "." in url.strip(".") and not any(character.isspace() for character in url):
        complete = f"http://{url}"
    else:
        return None
    scheme, _, rest = complete.partition("://")
    is_bare = scheme in {"http", "https"} and "/" not in rest and "?" not in rest
    return f"{complete}/" if is_bare and "#" not in rest else complete
