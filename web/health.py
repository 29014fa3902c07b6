"""Tells a supervisor whether the process lives and whether it keeps up."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

from aiohttp import web

POLL_AGE_SECONDS_MAX = 120.0
LAG_SECONDS_MAX = 60.0


@dataclass(frozen=True, slots=True)
class Vitals:
    """How the process is."""

    is_database_up: bool
    last_poll_seconds: float | None
    """How long ago the messenger last answered; None where it pushes to us."""
    has_ever_polled: bool
    has_rival: bool
    """Whether another program takes the messages that are meant for this one."""
    inbox_count: int
    inbox_lag_seconds: float
    outbox_count: int
    outbox_lag_seconds: float

    def troubles(self) -> tuple[str, ...]:
        """Name what is wrong."""
        poll_age = self.last_poll_seconds
        found = {
            "database": not self.is_database_up,
            "polling": not self.has_ever_polled
            or (poll_age is not None and poll_age > POLL_AGE_SECONDS_MAX),
            "rival": self.has_rival,
            "inbox": self.inbox_lag_seconds > LAG_SECONDS_MAX,
            "outbox": self.outbox_lag_seconds > LAG_SECONDS_MAX,
        }
        return tuple(name for name, is_wrong in found.items() if is_wrong)


TakeVitals = Callable[[], Awaitable[Vitals]]


def health_routes(take_vitals: TakeVitals) -> tuple[web.RouteDef, ...]:
    """Build /healthz and /readyz."""

    async def live(_request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_request: web.Request) -> web.Response:
        vitals = await take_vitals()
        troubles = vitals.troubles()
        body = {"status": "not ready" if troubles else "ok", "troubles": troubles}
        return web.json_response(body | asdict(vitals), status=503 if troubles else 200)

    return web.get("/healthz", live), web.get("/readyz", ready)
