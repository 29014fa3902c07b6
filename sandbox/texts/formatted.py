"""A bot's text as it was meant: parse mode or entities, checked and measured."""

from sandbox.errors import BadRequestError
from sandbox.texts.html import parse_html
from sandbox.texts.markdown import parse_markdown
from sandbox.texts.markdown_v2 import parse_markdown_v2
from sandbox.texts.styled import Styled, checked_entities, trimmed, whole, with_detected

TEXT_MAX = 4_096
CAPTION_MAX = 1_024

_MODES = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}


def formatted(text: str, parse_mode: str | None, entities: list[object] | None) -> Styled:
    """Read a text in its parse mode, or with the entities that came with it.

    Raises:
        BadRequestError: an unknown mode, or a text that does not parse.
    """
    mended = whole(text)
    if entities:
        return with_detected(trimmed(Styled(mended, checked_entities(mended, entities))))
    if not parse_mode:
        return with_detected(trimmed(Styled(mended)))
    parse = _MODES.get(parse_mode.lower())
    if parse is None:
        raise BadRequestError("unsupported parse_mode")
    return with_detected(trimmed(parse(mended)))


def message_text(text: str, parse_mode: str | None, entities: list[object] | None) -> Styled:
    """Read a message's text.

    Raises:
        BadRequestError: empty, too long, or it does not parse.
    """
    styled = formatted(text, parse_mode, entities)
    if not styled.text:
        raise BadRequestError("message text is empty")
    if len(styled.text) > TEXT_MAX:
        raise BadRequestError("message is too long")
    return styled


def caption_text(text: str, parse_mode: str | None, entities: list[object] | None) -> Styled:
    """Read a caption.

    Raises:
        BadRequestError: too long, or it does not parse.
    """
    styled = formatted(text, parse_mode, entities)
    if len(styled.text) > CAPTION_MAX:
        raise BadRequestError("message caption is too long")
    return styled
