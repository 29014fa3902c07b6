"""The sandbox on a port: Bot API, control API and chat page."""

from pathlib import Path

from aiohttp import web

from sandbox.bot_api import BotApi
from sandbox.control import Control, errors_in_words
from sandbox.files import UPLOAD_BYTES_MAX
from sandbox.sandbox import Sandbox
from sandbox.webhooks import FIRST_PAUSE_SECONDS, Webhooks

PAGE = Path(__file__).parent / "page"
HEADERS_BYTES = 64 * 1024


class SandboxServer:
    """A sandbox that listens.

    Args:
        host: where; loopback unless told otherwise.
        port: 0 takes any free one.
        sandbox: the world to serve; an empty one by default.
        webhook_pause_seconds: how long to wait before a failed delivery is tried again.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        sandbox: Sandbox | None = None,
        webhook_pause_seconds: float = FIRST_PAUSE_SECONDS,
    ) -> None:
        self.sandbox = sandbox or Sandbox()
        self._host = host
        self._port = port
        self._pause = webhook_pause_seconds
        self._runner: web.AppRunner | None = None
        self._webhooks: Webhooks | None = None

    @property
    def base_url(self) -> str:
        """Give the address that bots use in place of api.telegram.org."""
        return f"http://{self._host}:{self._port}"

    @property
    def page_url(self) -> str:
        """Give the chat page's address."""
        return f"{self.base_url}/"

    async def start(self) -> None:
        """Begin to listen."""
        self._webhooks = Webhooks(self.sandbox, first_pause_seconds=self._pause)
        bots = web.Application(client_max_size=UPLOAD_BYTES_MAX + HEADERS_BYTES)
        bots.add_routes([web.get("/", self._page), web.static("/page", PAGE)])
        bots.add_routes(BotApi(self.sandbox).routes())
        bots.add_routes(Control(self.sandbox).routes())
        bots.middlewares.append(errors_in_words)
        self._runner = web.AppRunner(bots, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port, backlog=1_024)
        await site.start()
        if self._port == 0:
            self._port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Stop listening."""
        self.sandbox.end()
        if self._webhooks is not None:
            await self._webhooks.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})
