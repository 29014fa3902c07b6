"""Takes what is pushed to us: kept raw first, confirmed after."""

import hmac
from collections.abc import Awaitable, Callable

from aiohttp import web

from services.ports import StorageError

BODY_BYTES_MAX = 1_000_000
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

Receive = Callable[[bytes], Awaitable[None]]
"""Commits a body; StorageError says that nothing was kept, ValueError that it is unreadable."""


def webhook_route(path: str, secret: str, receive: Receive) -> web.RouteDef:
    """Build the route that a messenger pushes updates to.

    Without a secret anybody could write to the bot, so an empty one is refused.
    """
    if not secret:
        message = "a webhook needs a secret"
        raise ValueError(message)
    expected = secret.encode()

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(_SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=401)
        body = await request.read()
        try:
            await receive(body)
        except StorageError:
            return web.Response(status=503, headers={"Retry-After": "5"})
        except ValueError:
            return web.Response(status=400)
        return web.Response(status=200)

    return web.post(path, take)
