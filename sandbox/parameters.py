"""A Bot API request's parameters, however they were sent."""

import json
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from sandbox.errors import BadRequestError, TooLargeError
from sandbox.files import UPLOAD_BYTES_MAX
from sandbox.texts.styled import whole
from sandbox.world import JsonObject

CHUNK_BYTES = 256 * 1024
_TRUE = frozenset({"true", "1", "yes"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart request."""

    name: str
    type: str
    data: bytes


class Parameters:
    """Named values; text that holds JSON is read as such where an object is wanted."""

    def __init__(self, values: JsonObject, uploads: dict[str, Upload]) -> None:
        self.values = values
        self.uploads = uploads

    def text(self, name: str) -> str | None:
        """Give a text."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def required_text(self, name: str, refusal: str) -> str:
        """Give a text that must be there.

        Raises:
            BadRequestError: it is not.
        """
        value = self.text(name)
        if value is None or value == "":
            raise BadRequestError(refusal)
        return value

    def number(self, name: str) -> int | None:
        """Give a whole number; text that is none counts as absent, as it does with Telegram."""
        value = self.values.get(name)
        if isinstance(value, bool) or value is None:
            return None
        try:
            return int(str(value))
        except ValueError:
            return None

    def flag(self, name: str) -> bool:
        """Give a yes or no."""
        value = self.values.get(name)
        return value is True or str(value).lower() in _TRUE

    def json(self, name: str) -> object:
        """Give an object or array.

        Raises:
            BadRequestError: a text that is no JSON.
        """
        value = self.values.get(name)
        if isinstance(value, str):
            try:
                return json.loads(value)
            except (ValueError, RecursionError):
                raise BadRequestError(f"can't parse {name} JSON object") from None
        return value

    def array(self, name: str) -> list[object]:
        """Give an array; nothing is an empty one.

        Raises:
            BadRequestError: it is no array.
        """
        value = self.json(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BadRequestError(f"can't parse {name}: expected an Array")
        return value

    def chat_id(self) -> int | str:
        """Give the chat that is meant.

        Raises:
            BadRequestError: none is.
        """
        value = self.values.get("chat_id")
        if value is None or value == "":
            raise BadRequestError("chat_id is empty")
        return value if isinstance(value, int) else str(value)


async def read_parameters(request: web.Request) -> Parameters:
    """Read a request's parameters from its query and its body.

    Raises:
        BadRequestError: the body is no JSON although it says so.
    """
    values: JsonObject = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "POST" and request.can_read_body:
        kind = request.content_type
        if kind == "application/json":
            values |= await _json_body(request)
        elif kind == "multipart/form-data":
            await _multipart(request, values, uploads)
        else:
            values |= dict(await request.post())
    return Parameters(values, uploads)


async def _json_body(request: web.Request) -> JsonObject:
    try:
        raw = await request.read() or b"{}"
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadRequestError("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise BadRequestError("can't parse JSON object")
    if b"\\ud" in raw or b"\\uD" in raw:
        return dict(json.loads(whole(json.dumps(body, ensure_ascii=False))))
    return body


async def _multipart(request: web.Request, values: JsonObject, uploads: dict[str, Upload]) -> None:
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        name, filename = part.name, part.filename
        data = bytearray()
        while chunk := await part.read_chunk(CHUNK_BYTES):
            data += chunk
            size += len(chunk)
            if size > UPLOAD_BYTES_MAX:
                raise TooLargeError
        if filename is None:
            values[name] = data.decode("utf-8", "replace")
        else:
            type_ = part.headers.get("Content-Type", "application/octet-stream")
            uploads[name] = Upload(filename, type_, bytes(data))


def as_number(value: object) -> int:
    """Read a whole number that stands inside an object; what is none counts as 0."""
    try:
        return int(str(value))
    except ValueError:
        return 0
