"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import inspect
import json
from contextlib import suppress

from aiohttp import web

from sandbox.errors import (
    BotApiError,
    NotFoundError,
    TooManyRequestsError,
    UnauthorizedError,
)
from sandbox.faults import Fault
from sandbox.methods.call import Call
from sandbox.methods.registry import METHODS
from sandbox.parameters import Parameters, read_parameters
from sandbox.sandbox import Sandbox
from sandbox.world import Bot, JsonObject

_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head></html>"


class BotApi:
    """Answers bots."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.AbstractRouteDef]:
        """Give the routes."""
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/{kind}/{file_id}/{name}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Carry out one method call."""
        name = request.match_info["method"]
        bot = self._sandbox.world.bots_by_token.get(request.match_info["token"])
        if bot is None:
            return _refused(UnauthorizedError())
        try:
            parameters = await read_parameters(request)
        except BotApiError as error:
            return _refused(error)
        fault = self._sandbox.faults.next_for(name.lower())
        if fault is not None:
            met = await self._meet(fault, request)
            if met is not None:
                return met
        answer, status = await self._carried_out(bot, name, parameters)
        self._sandbox.note(bot, name, _noted(parameters), answer)
        if fault is not None and fault.kind == "drop_after":
            _drop(request)
        return web.Response(
            text=json.dumps(answer, ensure_ascii=False),
            status=status,
            content_type="application/json",
        )

    async def _carried_out(
        self, bot: Bot, name: str, parameters: Parameters
    ) -> tuple[JsonObject, int]:
        method = METHODS.get(name.lower())
        try:
            if method is None:
                raise NotFoundError
            result = method(Call(self._sandbox, bot, parameters))
            if inspect.isawaitable(result):
                result = await result
        except BotApiError as error:
            return error.body(), error.code
        return {"ok": True, "result": result}, 200

    async def _meet(self, fault: Fault, request: web.Request) -> web.StreamResponse | None:
        match fault.kind:
            case "retry_after":
                return _refused(TooManyRequestsError(fault.retry_after))
            case "server_error":
                body = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
                return web.json_response(body, status=500)
            case "bad_gateway":
                return web.Response(text=_BAD_GATEWAY, status=502, content_type="text/html")
            case "drop_before":
                _drop(request)
            case "slow":
                await asyncio.sleep(fault.seconds)
            case _:
                pass
        return None

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Give a file to a bot."""
        if request.match_info["token"] not in self._sandbox.world.bots_by_token:
            return _refused(UnauthorizedError())
        with suppress(BotApiError):
            file = self._sandbox.files.find(request.match_info["file_id"])
            return web.Response(body=file.data, content_type="application/octet-stream")
        return _refused(NotFoundError())


def _refused(error: BotApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)


def _drop(request: web.Request) -> None:
    """Cut the connection as a failing network does.

    Raises:
        CancelledError: there is nobody left to answer.
    """
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


def _noted(parameters: Parameters) -> JsonObject:
    return parameters.values | {
        name: f"<{len(upload.data)} bytes>" for name, upload in parameters.uploads.items()
    }
