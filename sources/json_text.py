"""JSON of interfaces, its numbers exact: read without floats, written back as it was told."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

from services.source_trouble import SourceError, Trouble


def parse_json(body: bytes, charset: str | None = None) -> object:
    """Read JSON; whole numbers become int, others Decimal.

    Args:
        body: the bytes.
        charset: what the sender says they are written in; UTF-8 where it says nothing.

    Raises:
        SourceError: it is no JSON, or half of it.
    """
    try:
        text = body.decode(charset or "utf-8-sig")
        found: object = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, LookupError, RecursionError, ArithmeticError) as error:
        raise SourceError(Trouble.GARBLED, f"no JSON: {type(error).__name__}") from None
    return found


def write_json(value: object) -> bytes:
    """Write a value that was read: the same keys in the same order, the same digits."""
    return _text(value).encode("utf-8", "surrogatepass")


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{_text(str(k))}:{_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_text(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _refuse(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)
