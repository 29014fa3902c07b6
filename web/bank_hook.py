"""Takes what monobank pushes: a hint that an account moved, and nothing more.

Source: the bank's description of its API. It asks the address by GET when it is told it, and
wants just 200; a movement comes by POST, and is sent again twice where no 200 comes within five
seconds. Nothing signs it: whoever knows the address may send it, so what moved is read from the
bank itself.
"""

import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from services.ports import StorageError

_TYPE = "StatementItem"

Hint = Callable[[str], Awaitable[bool]]
"""Has an account read soon, by the bank's id of it; says whether it is one of ours."""


def bank_hook_routes(path: str, hint: Hint) -> tuple[web.RouteDef, ...]:
    """Build the routes that the bank asks and pushes to; the path is what keeps others out."""

    async def ask(_request: web.Request) -> web.Response:
        return web.Response(status=200)

    async def take(request: web.Request) -> web.Response:
        account = _account_in(await request.read())
        if account is None:
            return web.Response(status=400)
        try:
            await hint(account)
        except StorageError:
            return web.Response(status=503)
        # Of an account that isn't ours too: else the bank would push to us no more.
        return web.Response(status=200)

    return web.get(path, ask, allow_head=False), web.post(path, take)


def _account_in(body: bytes) -> str | None:
    """Give the account that a push is about; None where it is none."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    data = told.get("data") if isinstance(told, dict) and told.get("type") == _TYPE else None
    account = data.get("account") if isinstance(data, dict) else None
    return account if isinstance(account, str) and account else None
