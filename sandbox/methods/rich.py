"""Rich messages: headings, paragraphs and tables as blocks."""

from sandbox.errors import BadRequestError
from sandbox.methods.call import Call, seen_by_bot
from sandbox.world import JsonObject

TEXT_MAX = 32_768
"""Letters of a rich message in all its blocks."""
COLUMNS_MAX = 20
_ALIGNS = {"align": {"left", "center", "right"}, "valign": {"top", "middle", "bottom"}}


def send_rich_message(call: Call) -> JsonObject:
    """Send a rich message."""
    rich = rich_message(call)
    chat = call.chat_to_send()
    content = call.addressed(chat) | {"rich_message": rich}
    return seen_by_bot(call.sandbox.post_as_bot(call.bot, chat, content))


def rich_message(call: Call) -> JsonObject:
    """Read the rich message of a call.

    Raises:
        BadRequestError: it cannot be, or is told as HTML or Markdown, which is not read here.
    """
    given = call.parameters.json("rich_message")
    if not isinstance(given, dict):
        raise BadRequestError("rich message must be non-empty")
    blocks = given.get("blocks")
    if not isinstance(blocks, list) or not blocks:
        raise BadRequestError("rich message must have blocks; the sandbox reads nothing else")
    checked = [_block(each) for each in blocks]
    if sum(len(text) for each in checked for text in _texts(each)) > TEXT_MAX:
        raise BadRequestError("message is too long")
    return {"blocks": checked}


def _block(block: object) -> JsonObject:
    if not isinstance(block, dict):
        raise BadRequestError("can't parse rich message block: expected an object")
    match block.get("type"):
        case "heading":
            size = block.get("size")
            if not isinstance(size, int) or not 1 <= size <= 6:  # noqa: PLR2004 - as HTML's
                raise BadRequestError("heading size must be from 1 to 6")
            return {"type": "heading", "size": size, "text": _text(block)}
        case "paragraph":
            return {"type": "paragraph", "text": _text(block)}
        case "table":
            return _table(block)
        case kind:
            raise BadRequestError(f"unsupported rich message block {kind!r}")


def _text(of: JsonObject) -> str:
    text = of.get("text")
    if not isinstance(text, str):
        raise BadRequestError("rich text must be of type String; the sandbox reads nothing else")
    return text


def _table(block: JsonObject) -> JsonObject:
    rows = block.get("cells")
    if not isinstance(rows, list) or not all(isinstance(row, list) and row for row in rows):
        raise BadRequestError("field cells must be an Array of Arrays of RichBlockTableCell")
    cells = [[_cell(each) for each in row] for row in rows]
    if not cells or len({len(row) for row in cells}) != 1 or len(cells[0]) > COLUMNS_MAX:
        raise BadRequestError("table rows must be of one length")
    flags = ("is_bordered", "is_striped", "is_compact")
    return {"type": "table", "cells": cells} | {
        flag: True for flag in flags if block.get(flag) is True
    }


def _cell(cell: object) -> JsonObject:
    if not isinstance(cell, dict):
        raise BadRequestError("can't parse table cell: expected an object")
    for field, known in _ALIGNS.items():
        if cell.get(field) not in known:
            raise BadRequestError(f"table cell {field} is invalid")
    return dict(cell) | {"text": _text(cell)}


def _texts(block: JsonObject) -> list[str]:
    cells = block.get("cells")
    if isinstance(cells, list):
        return [str(cell["text"]) for row in cells for cell in row]
    return [str(block.get("text", ""))]
