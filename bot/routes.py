"""Who may call the process over HTTP, and what becomes of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.arrival import WEBHOOK_PATH
from bot.bank_connections import hook_path
from bot.crm_connections import HOOK_PATH, event_token, take_events
from bot.settings import Settings
from services.crm.crm_ports import Hint
from web.bank_hook import bank_hook_routes
from web.crm_hook import crm_hook_route
from web.health import Vitals, health_routes
from web.webhook import Receive, webhook_route


@dataclass(frozen=True, slots=True)
class Hints:
    """Who takes hints that something moved elsewhere."""

    bank: Callable[[str], Awaitable[bool]]
    crm: Callable[[Hint], Awaitable[bool]]


def routes_of(
    settings: Settings,
    take_vitals: Callable[[], Awaitable[Vitals]],
    receive: Receive,
    hints: Hints,
) -> Sequence[web.RouteDef]:
    """Give the routes that the settings open."""
    routes = [*health_routes(take_vitals)]
    if settings.public_url is not None and settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        routes.append(webhook_route(WEBHOOK_PATH, secret, receive))
    if (path := hook_path(settings)) is not None:
        routes += bank_hook_routes(path, hints.bank)
    if (token := event_token(settings)) is not None:
        routes.append(crm_hook_route(HOOK_PATH, token, take_events(hints.crm)))
    return routes
