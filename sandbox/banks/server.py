"""Stand-ins of banks on one port."""

from collections.abc import Iterable
from typing import Protocol

from aiohttp import web


class StandIn(Protocol):
    """A bank that answers below a prefix."""

    prefix: str

    def routes(self) -> list[web.RouteDef]:
        """Give its calls."""


class BanksServer:
    """Banks that listen on loopback."""

    def __init__(self, banks: Iterable[StandIn], *, host: str = "127.0.0.1") -> None:
        self._banks = tuple(banks)
        self._host = host
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def base_url(self) -> str:
        """Give the address below which each bank has its prefix."""
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        """Begin to listen, on any free port."""
        application = web.Application()
        for bank in self._banks:
            application.add_routes(bank.routes())
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self._port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()
