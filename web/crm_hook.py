"""Takes what a CRM tells outwards: a hint that a record changed, and nothing more.

Nothing signs it: a token that only the CRM and the shop know is in the form. It is never sent
again, so that whoever is slow or down misses it; what it says is read from the CRM itself.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from services.ports import StorageError

_TOKEN = "auth[application_token]"  # noqa: S105 - where it stands in the form
_FIELDS_MAX = 100

Take = Callable[[Mapping[str, str]], Awaitable[None]]
"""Makes of an event what there is to make of it."""


def crm_hook_route(path: str, token: str, take: Take) -> web.RouteDef:
    """Build the route that a CRM posts its events to.

    Without a token anybody could have records read, so an empty one is refused.
    """
    if not token:
        message = "events need a token"
        raise ValueError(message)
    expected = token.encode()

    async def receive(request: web.Request) -> web.Response:
        form = {
            name: value
            for name, value in list((await request.post()).items())[:_FIELDS_MAX]
            if isinstance(value, str)
        }
        given = form.get(_TOKEN, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=401)
        try:
            await take(form)
        except StorageError:
            return web.Response(status=503)
        return web.Response(status=200)

    return web.post(path, receive)
