"""The portal on loopback: its calls, the tokens' server, and what a test does to it."""

import asyncio
import contextlib
import json
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.banks.faults import Fault, Faults, Handler
from sandbox.bitrix24.batch import run_batch
from sandbox.bitrix24.control import control_routes
from sandbox.bitrix24.errors import RestError
from sandbox.bitrix24.events import Events
from sandbox.bitrix24.limits import Bucket, Operating
from sandbox.bitrix24.lists import Answer
from sandbox.bitrix24.methods import METHODS
from sandbox.bitrix24.oauth import OAuth
from sandbox.bitrix24.php import Json, nested
from sandbox.bitrix24.portal import Portal

if TYPE_CHECKING:
    from collections.abc import Callable

_EVENTS_EVERY_SECONDS = 0.3
_REFUSALS = {
    Fault.LIMITED: RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"),
    Fault.BROKEN: RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error"),
    Fault.REFUSED: RestError(403, "INVALID_CREDENTIALS", "Invalid request credentials"),
    Fault.EXPIRED: RestError(401, "expired_token", "The access token provided has expired"),
    Fault.BLOCKED: RestError(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload"),
    Fault.OVERTIME: RestError(429, "OPERATION_TIME_LIMIT", "Method is blocked"),
    Fault.NAMELESS: RestError(400, "", "Not found"),
    Fault.NOUGHT: RestError(400, 0, "error"),
}


class PortalServer:
    """Serves one portal to one inbound webhook and one application."""

    def __init__(self, portal: Portal, secret: str = "5tx1q0f8a1b2c3d4") -> None:  # noqa: S107 - a play
        self.portal = portal
        self.secret = secret
        self.bucket = Bucket(portal.clock)
        self.operating = Operating(portal.clock)
        self.seconds_of: Callable[[str, Answer], float] = _seconds_of
        """How long a method runs, by the portal's own count."""
        self.oauth = OAuth(portal.clock)
        self.events = Events("shop.bitrix24.test", lambda: int(portal.clock().timestamp()))
        portal.tell = self.events.tell
        self.faults = Faults(refuse=_refuse)
        self.asked: list[str] = []
        """The methods that were called, those in batches as well."""
        self._handlers: dict[str, Handler] = {}
        self._runner: web.AppRunner | None = None
        self._sending: asyncio.Task[None] | None = None
        self._port = 0

    @property
    def base_url(self) -> str:
        """Give the portal's address."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def webhook_url(self) -> str:
        """Give the inbound webhook's address, which is the key to all of it."""
        return f"{self.base_url}/rest/1/{self.secret}/"

    async def start(self, port: int = 0, *, sends_events: bool = False) -> None:
        """Begin to listen, on any free port unless one is named."""
        application = web.Application()
        application.add_routes(
            [
                web.route("*", "/rest/{user}/{secret}/{method}", self._by_webhook),
                web.route("*", "/rest/{method}", self._by_token),
                web.get("/oauth/token/", self._refresh),
                *control_routes(self.portal, self.faults, self.events),
            ]
        )
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self._port = int(self._runner.addresses[0][1])
        if sends_events:
            self._sending = asyncio.create_task(self._send_events())

    async def stop(self) -> None:
        """Stop listening."""
        if self._sending is not None:
            self._sending.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sending
        if self._runner is not None:
            await self._runner.cleanup()

    async def _send_events(self) -> None:
        while True:
            await asyncio.sleep(_EVENTS_EVERY_SECONDS)
            await self.events.deliver()

    async def _by_webhook(self, request: web.Request) -> web.Response:
        if request.match_info["secret"] != self.secret or request.match_info["user"] != "1":
            return _error(RestError(403, "INVALID_CREDENTIALS", "Invalid request credentials"))
        return await self._planned(request)

    async def _by_token(self, request: web.Request) -> web.Response:
        params = await _params(request)
        try:
            self.oauth.require_access(str(params.get("auth", "")))
        except RestError as error:
            return _error(error)
        return await self._planned(request)

    async def _refresh(self, request: web.Request) -> web.Response:
        try:
            told = self.oauth.refresh(request.query)
        except RestError as error:
            return _error(error)
        endpoints = {"client_endpoint": f"{self.base_url}/rest/", "member_id": "a223c6b3710f85df"}
        return web.json_response(told | endpoints)

    async def _planned(self, request: web.Request) -> web.Response:
        """Answer, or let go wrong what a test has planned; each method's answers by themselves."""
        method = request.match_info["method"].removesuffix(".json")
        if method not in self._handlers:
            handler = partial(self._answer, method)
            handler.__name__ = method  # type: ignore[attr-defined]  # told apart by it
            self._handlers[method] = self.faults.around(handler)
        return await self._handlers[method](request)

    async def _answer(self, method: str, request: web.Request) -> web.Response:
        try:
            self.bucket.count(request.remote or "")
            params = await _params(request)
            if method == "batch":
                answer, time = run_batch(params, self._run), self._time("batch")
            else:
                answer, time = self._run(method, params)
        except RestError as error:
            return _error(error)
        told: Json = {"result": answer.result}
        told |= {} if answer.next is None else {"next": answer.next}
        told |= {} if answer.total is None else {"total": answer.total}
        return web.json_response(told | {"time": time})

    def _run(self, method: str, params: Json) -> tuple[Answer, Json]:
        """Run one method: what it takes is counted, whoever called it."""
        known = METHODS.get(method)
        if known is None:
            raise RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
        self.operating.check(method)
        self.asked.append(method)
        answer = known(self.portal, params)
        self.operating.add(method, self.seconds_of(method, answer))
        return answer, self._time(method)

    def _time(self, method: str) -> Json:
        now = self.portal.clock()
        local = now.astimezone(self.portal.zone).isoformat(timespec="seconds")
        told: Json = {"start": now.timestamp(), "finish": now.timestamp(), "duration": 0.01}
        told |= {"processing": 0.005, "date_start": local, "date_finish": local}
        told["operating_reset_at"] = self.operating.resets_at(method)
        return told | {"operating": self.operating.ran(method)}


def _seconds_of(_method: str, answer: Answer) -> float:
    """Say how long a method runs: fifty rows with a count take longer than without."""
    return 0.05 if answer.total else 0.02


async def _params(request: web.Request) -> Json:
    """Read what is asked: of the address, a form, or JSON."""
    params = nested(request.rel_url.query.items())
    if request.method != "POST":
        return params
    if request.content_type == "application/json":
        body = await request.read()
        try:
            said = json.loads(body or b"{}")
        except ValueError:
            raise RestError(400, "INVALID_REQUEST", "Invalid JSON") from None
        return params | (said if isinstance(said, dict) else {})
    form = await request.post()
    return params | nested((name, str(value)) for name, value in form.items())


def _refuse(fault: Fault) -> web.Response | None:
    told = _REFUSALS.get(fault)
    return None if told is None else _error(told)


def _error(error: RestError) -> web.Response:
    told = {"error": error.error, "error_description": error.description}
    return web.json_response(told, status=error.status)
