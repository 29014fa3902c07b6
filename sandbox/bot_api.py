"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import inspect
import json

from aiohttp import web

from sandbox.errors import (
    BadRequestError,
    BotApiError,
    InternalServerError,
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
_NOT_SENT = 0
"""The status in the log of an answer that never went out."""


class BotApi:
    """Answers bots."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.AbstractRouteDef]:
        """Give the routes."""
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Carry out one method call."""
        name = request.match_info["method"]
        bot = self._sandbox.world.bots_by_token.get(request.match_info["token"])
        if bot is None:
            return _response(UnauthorizedError().body(), 401)
        try:
            parameters = await read_parameters(request)
        except BotApiError as error:
            self._sandbox.note(bot, name, {}, error.body(), status=error.code)
            return _response(error.body(), error.code)
        fault = self._sandbox.faults.next_for(name.lower())
        if fault is not None:
            return await self._meet(fault, request, bot, parameters)
        answer, status = await self._carried_out(bot, name, parameters)
        self._sandbox.note(bot, name, _noted(parameters), answer, status=status)
        return _response(answer, status)

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

    async def _meet(
        self, fault: Fault, request: web.Request, bot: Bot, parameters: Parameters
    ) -> web.StreamResponse:
        name, noted = request.match_info["method"], _noted(parameters)
        note = self._sandbox.note
        match fault.kind:
            case "retry_after" | "server_error" | "refused":
                error = _error_of(fault)
                note(bot, name, noted, error.body(), status=error.code)
                return _response(error.body(), error.code)
            case "bad_gateway":
                note(bot, name, noted, {"ok": False, "html": _BAD_GATEWAY}, status=502)
                return web.Response(text=_BAD_GATEWAY, status=502, content_type="text/html")
            case "drop_before":
                note(bot, name, noted, {"ok": False}, status=_NOT_SENT)
                _drop(request)
            case "slow":
                await asyncio.sleep(fault.seconds)
        answer, status = await self._carried_out(bot, name, parameters)
        is_lost = fault.kind == "drop_after"
        note(bot, name, noted, answer, status=_NOT_SENT if is_lost else status)
        if is_lost:
            _drop(request)
        return _response(answer, status)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Give a file to a bot."""
        if request.match_info["token"] not in self._sandbox.world.bots_by_token:
            return _response(UnauthorizedError().body(), 401)
        file = self._sandbox.files.at(request.match_info["path"])
        if file is None:
            return _response(NotFoundError().body(), 404)
        return web.Response(body=file.data, content_type="application/octet-stream")


def _error_of(fault: Fault) -> BotApiError:
    match fault.kind:
        case "retry_after":
            return TooManyRequestsError(fault.retry_after)
        case "refused":
            return BadRequestError(fault.reason)
        case _:
            return InternalServerError()


def _response(answer: JsonObject, status: int) -> web.Response:
    """Answer in JSON, everything beyond ASCII escaped, as Telegram does."""
    return web.Response(
        body=json.dumps(answer).encode(), status=status, content_type="application/json"
    )


def _drop(request: web.Request) -> None:
    """Cut the connection as a failing network does.

    Raises:
        CancelledError: there is nobody left to answer.
    """
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


def _noted(parameters: Parameters) -> JsonObject:
    if not parameters.uploads:
        return parameters.values
    return parameters.values | {
        name: f"<{len(upload.data)} bytes>" for name, upload in parameters.uploads.items()
    }
