"""Faults that a test plants: each spoils the next call, one after another."""

import asyncio
import enum
from collections import deque
from collections.abc import Awaitable, Callable

from aiohttp import web


class Fault(enum.StrEnum):
    """How a call goes wrong."""

    LIMITED = "limited"
    BROKEN = "broken"
    """500, with a page for people instead of JSON."""
    SLOW = "slow"
    """No answer for so long that the caller gives up; the call counts."""
    LOST = "lost"
    """The connection ends without an answer; the call counts."""
    HALF = "half"
    """The answer ends in the middle, and its length says otherwise."""
    CUT = "cut"
    """The answer ends in the middle, with the right length for what is there."""
    AGAIN = "again"
    """The answer before this one once more, whatever was asked."""
    REFUSED = "refused"
    EXPIRED = "expired"
    """401: the key has ended."""
    BLOCKED = "blocked"
    """The owner of the interface has closed it by hand."""
    OVERTIME = "overtime"
    """429: what is asked has run for too long today."""
    NAMELESS = "nameless"
    """A refusal that has an empty text for a code."""
    NOUGHT = "nought"
    """A refusal that has the number 0 for a code."""
    NOTHING = "nothing"
    """Nothing goes wrong: in a row of faults, a call that goes well."""


OF_PORTALS = frozenset({Fault.BLOCKED, Fault.OVERTIME, Fault.NAMELESS, Fault.NOUGHT})
"""What no bank does."""
Handler = Callable[[web.Request], Awaitable[web.Response]]
Refuse = Callable[[Fault], web.Response | None]
"""Gives what is said by whoever doesn't even look at what it is asked; None for other faults."""


class Faults:
    """Stands before a bank's calls."""

    def __init__(self, slow_seconds: float = 5.0, refuse: Refuse | None = None) -> None:
        self.slow_seconds = slow_seconds
        self._refuse = refuse or self._as_a_bank
        self.limited_headers: dict[str, str] = {}
        """What a refusal for too many calls carries."""
        self._waiting: deque[Fault] = deque()
        self._last: dict[str, web.Response] = {}
        self.calls: list[str] = []
        """What was asked, in order."""

    def plan(self, *faults: Fault) -> None:
        """Have the next calls go wrong so."""
        self._waiting.extend(faults)

    def forget(self) -> None:
        """Have all go well from now on."""
        self._waiting.clear()

    def around(self, handler: Handler) -> Handler:
        """Put the planned faults before a handler."""
        kind = getattr(handler, "__name__", "")

        async def handle(request: web.Request) -> web.Response:
            self.calls.append(f"{request.method} {request.path_qs}")
            fault = self._waiting.popleft() if self._waiting else Fault.NOTHING
            return await self._answer(fault, kind, handler, request)

        return handle

    async def _answer(
        self, fault: Fault, kind: str, handler: Handler, request: web.Request
    ) -> web.Response:
        if (refused := self._refuse(fault)) is not None:
            return refused
        if fault is Fault.SLOW:
            await asyncio.sleep(self.slow_seconds)
        if fault is Fault.AGAIN and kind in self._last:
            return _copy(self._last[kind])
        answer = await handler(request)
        if answer.status == web.HTTPOk.status_code:
            self._last[kind] = _copy(answer)
        if fault is Fault.CUT:
            return _cut(answer)
        if fault is Fault.HALF:
            await _send_half(request, answer)
        if fault in {Fault.HALF, Fault.LOST} and request.transport is not None:
            request.transport.close()
        return answer

    def _as_a_bank(self, fault: Fault) -> web.Response | None:
        if fault is Fault.LIMITED:
            told = {"errorDescription": "Too many requests"}
            return web.json_response(told, status=429, headers=self.limited_headers)
        if fault is Fault.BROKEN:
            return web.Response(status=500, text="<html>Internal error</html>")
        if fault is Fault.REFUSED:
            return web.json_response({"errorDescription": "Unknown 'X-Token'"}, status=403)
        if fault is Fault.EXPIRED:
            return web.json_response({"message": "Token is invalid or expired"}, status=401)
        return None


def _body(answer: web.Response) -> bytes:
    body = answer.body
    return body if isinstance(body, bytes) else b""


def _copy(answer: web.Response) -> web.Response:
    return web.Response(status=answer.status, body=_body(answer), content_type=answer.content_type)


def _cut(answer: web.Response) -> web.Response:
    body = _body(answer)
    return web.Response(body=body[: len(body) // 2], content_type=answer.content_type)


async def _send_half(request: web.Request, answer: web.Response) -> None:
    """Promise all of it and send half."""
    body = _body(answer)
    started = web.StreamResponse(headers={"Content-Length": str(len(body))})
    await started.prepare(request)
    await started.write(body[: len(body) // 2])
