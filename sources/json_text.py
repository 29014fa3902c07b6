"""JSON of interfaces, its numbers exact: read without floats, written back as it was told."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

from services.source_trouble import SourceError, Trouble

_string = json.encoder.encode_basestring
"""The encoder's own way to write a text, without a new encoder for each."""


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
    return encoded(_text(value))


def written_parts(value: Mapping[str, object]) -> dict[str, str]:
    """Write each pair of an object by itself; joined with commas they are its inside."""
    return {name: f"{_string(name)}:{_text(each)}" for name, each in value.items()}


def encoded(text: str) -> bytes:
    """Give JSON that was written as bytes."""
    return text.encode("utf-8", "surrogatepass")


def _text(value: object) -> str:  # noqa: PLR0911 - one for each kind that JSON has
    if isinstance(value, str):
        return _string(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ",".join([f"{_string(str(k))}:{_text(v)}" for k, v in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_text(each) for each in value]) + "]"
    return json.dumps(value, ensure_ascii=False)


def _refuse(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)
