"""What the sandbox's tests play on: a server, a driver, a bot that is called by hand."""

import base64
import io
import json
import struct
import zlib
from dataclasses import dataclass, field

from aiohttp import ClientSession, FormData

from sandbox.driven import BotAccount
from sandbox.driver import Actor, ChatSide, SandboxDriver
from sandbox.server import SandboxServer
from sandbox.world import JsonObject

BOT = "shop_bot"
TOKEN = "7000001:a-bot-of-the-sandbox"  # noqa: S105 - opens nothing
JPEG_START = base64.b64decode("/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCADIASwDASIAAhEBAxEB")
"""The beginning of a JPEG of 300 by 200."""


class StillTime:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1_795_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(slots=True)
class Answer:
    """What the Bot API said."""

    status: int
    body: JsonObject

    @property
    def result(self) -> JsonObject:
        """Give the result of a call that went well."""
        assert self.body["ok"] is True, self.body
        result = self.body["result"]
        assert isinstance(result, dict)
        return result

    @property
    def listed(self) -> list[JsonObject]:
        """Give the list that a call gave."""
        result = self.body["result"]
        assert isinstance(result, list)
        return result

    @property
    def refusal(self) -> str:
        """Give the description of a refusal."""
        assert self.body["ok"] is False, self.body
        return str(self.body["description"])


@dataclass(slots=True)
class Stage:
    """A running sandbox with a bot and a person who has started it."""

    server: SandboxServer
    driver: SandboxDriver
    http: ClientSession
    time: StillTime
    bot: BotAccount
    olga: Actor
    chat: ChatSide
    offset: int = field(default=0)

    @property
    def base_url(self) -> str:
        """Give the sandbox's address."""
        return self.server.base_url

    async def call(self, method: str, **parameters: object) -> Answer:
        """Call a method with JSON, as the bot."""
        url = f"{self.base_url}/bot{self.bot.token}/{method}"
        async with self.http.post(url, json=parameters) as answer:
            return Answer(answer.status, await answer.json())

    async def call_with_form(self, method: str, form: FormData) -> Answer:
        """Call a method with a form, as the bot."""
        url = f"{self.base_url}/bot{self.bot.token}/{method}"
        async with self.http.post(url, data=form) as answer:
            return Answer(answer.status, await answer.json())

    async def says(self, text: str, **more: object) -> JsonObject:
        """Have the bot write to the person."""
        return (await self.call("sendMessage", chat_id=self.olga.id, text=text, **more)).result

    async def updates(self, **more: object) -> list[JsonObject]:
        """Get the updates that came since, and take them."""
        found = (await self.call("getUpdates", offset=self.offset, **more)).listed
        if found:
            self.offset = int(str(found[-1]["update_id"])) + 1
        return found


def png(width: int = 60, height: int = 40) -> bytes:
    """Draw a picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        packed = struct.pack(">I", len(data)) + kind + data
        return packed + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x3c\x8c\xdc" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def keyboard(*buttons: JsonObject) -> JsonObject:
    """Lay buttons out, one a row."""
    return {"inline_keyboard": [[button] for button in buttons]}


def upload(field_name: str, data: bytes, name: str = "file.png", **fields: object) -> FormData:
    """Make a form with a file in it; nested fields go as JSON."""
    form = FormData(default_to_multipart=True)
    for key, value in fields.items():
        form.add_field(key, value if isinstance(value, str) else json.dumps(value))
    form.add_field(field_name, io.BytesIO(data), filename=name)
    return form
