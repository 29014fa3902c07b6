"""Hands what comes in to several servers in turn, as a balancer before them would."""

import itertools
from collections.abc import Sequence

from aiohttp import ClientSession, web

_DROPPED = frozenset({"host", "content-length", "transfer-encoding", "connection"})


class Balancer:
    """A server on loopback that passes each request on to the next of its targets."""

    def __init__(self) -> None:
        self._targets: itertools.cycle[str] | None = None
        self._session: ClientSession | None = None
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        """Take a free port; until it has targets every request is answered by 503."""
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._pass_on)
        self._session = ClientSession()
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    def point_at(self, targets: Sequence[str]) -> None:
        """Pass requests on to these addresses from now on."""
        self._targets = itertools.cycle(targets)

    async def stop(self) -> None:
        """Let go of the port."""
        if self._runner is not None:
            await self._runner.cleanup()
        if self._session is not None:
            await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        if self._targets is None or self._session is None:
            return web.Response(status=503)
        headers = {k: v for k, v in request.headers.items() if k.lower() not in _DROPPED}
        async with self._session.request(
            request.method,
            next(self._targets) + request.path_qs,
            data=await request.read(),
            headers=headers,
        ) as answer:
            return web.Response(status=answer.status, body=await answer.read())
