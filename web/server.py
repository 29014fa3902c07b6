"""Listens for HTTP."""

from collections.abc import Sequence

from aiohttp import web

from web.webhook import BODY_BYTES_MAX


class AddressInUseError(Exception):
    """Somebody else listens there already."""

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.port = port
        super().__init__(f"cannot listen on {host}:{port}: another program does")


class WebServer:
    """Serves routes until it is stopped."""

    def __init__(self, host: str, port: int, routes: Sequence[web.RouteDef]) -> None:
        self._host = host
        self._port = port
        application = web.Application(client_max_size=BODY_BYTES_MAX)
        application.add_routes(routes)
        self._runner = web.AppRunner(application, access_log=None, handle_signals=False)

    @property
    def port(self) -> int:
        """Give the port that it listens on, which matters when 0 was asked for."""
        addresses = self._runner.addresses
        return int(addresses[0][1]) if addresses else self._port

    async def start(self) -> None:
        """Start to listen.

        Raises:
            AddressInUseError: the port is taken.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise AddressInUseError(self._host, self._port) from error

    async def stop(self) -> None:
        """Let open requests end, then stop to listen."""
        await self._runner.cleanup()
