"""An OpenAI-compatible endpoint on loopback that answers whatever a test wants."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from parsing.advice.endpoint import Endpoint


@dataclass(slots=True)
class ModelStandIn:
    """What it says next, and what it was asked."""

    says: str = ""
    status: int = 200
    slow_seconds: float = 0
    raw: bytes | None = None
    """The whole body instead of a well-formed one."""
    refusal: str | None = None
    calls: str | None = None
    """The arguments that it gives the first tool it is offered; None calls none."""
    asked: list[dict[str, object]] = field(default_factory=list)
    hears: object = ""
    """What it writes down of the next recording."""
    played: list[dict[str, object]] = field(default_factory=list)
    """The recordings it was sent: each field of the form, the sound as its name and content."""
    port: int = 0

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint("stand-in", "key", f"http://127.0.0.1:{self.port}/v1", 1)

    def means(self, **fields: object) -> None:
        """Answer with a note of this meaning."""
        whole = {
            "is_cash": True,
            "direction": "out",
            "amount": "300",
            "currency": "UAH",
            "category": "delivery",
            "date": None,
            "counterparty": None,
            "order": None,
        }
        self.says = json.dumps(whole | fields, ensure_ascii=False)

    async def complete(self, request: web.Request) -> web.Response:
        self.asked.append(await request.json())
        await asyncio.sleep(self.slow_seconds)
        if self.raw is not None:
            return web.Response(body=self.raw, content_type="application/json")
        if self.status != 200:
            return web.json_response({"error": {"message": "no"}}, status=self.status)
        message: dict[str, object] = {
            "role": "assistant",
            "content": self.says,
            "refusal": self.refusal,
        }
        if self.refusal is not None:
            message["content"] = None
        if self.calls is not None:
            message |= {"content": None, "tool_calls": [self._call()]}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "stand-in",
            "choices": [choice],
        }
        return web.json_response(body)

    def _call(self) -> dict[str, object]:
        named = {"name": "ask_books", "arguments": self.calls}
        return {"id": "1", "type": "function", "function": named}

    async def transcribe(self, request: web.Request) -> web.Response:
        form = await request.post()
        sent: dict[str, object] = dict(form)
        sound = form["file"]
        assert isinstance(sound, web.FileField)
        with sound.file:
            sent["file"] = (sound.filename, sound.file.read())
        self.played.append(sent)
        await asyncio.sleep(self.slow_seconds)
        if self.raw is not None:
            return web.Response(body=self.raw, content_type="application/json")
        if self.status != 200:
            return web.json_response({"error": {"message": "no"}}, status=self.status)
        return web.json_response({"text": self.hears})

    async def models(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"object": "list", "data": []}, status=self.status)


@asynccontextmanager
async def model_stand_in() -> AsyncIterator[ModelStandIn]:
    stand_in = ModelStandIn()
    app = web.Application(client_max_size=30 * 1024 * 1024)
    app.router.add_post("/v1/chat/completions", stand_in.complete)
    app.router.add_post("/v1/audio/transcriptions", stand_in.transcribe)
    app.router.add_get("/v1/models", stand_in.models)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand_in.port = runner.addresses[0][1]
    try:
        yield stand_in
    finally:
        await runner.cleanup()
