"""What the portal tells outwards: form posts that carry an id, are sent once, and may be lost."""

import random
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

import aiohttp

from sandbox.bitrix24.php import Json

_SECONDS_MAX = 5


@dataclass(frozen=True)
class Handler:
    """An outgoing webhook."""

    url: str
    token: str
    """Shown in its settings, and sent along."""
    events: Collection[str]
    number: int = 975


class Events:
    """Queues what happened until it is sent; nothing is ever sent twice."""

    def __init__(self, domain: str, timestamp: Callable[[], int]) -> None:
        self.handlers: list[Handler] = []
        self.loses = 0.0
        """The share that never arrives."""
        self.mixes = False
        """Whether they arrive in another order."""
        self.sent = 0
        self._domain = domain
        self._timestamp = timestamp
        self._chance = random.Random(24)  # noqa: S311 - a play
        self._waiting: deque[tuple[Handler, dict[str, str]]] = deque()

    def tell(self, event: str, fields: Json) -> None:
        """Queue an event for whoever wants it."""
        for each in self.handlers:
            if event in each.events:
                self._waiting.append((each, self._form(each, event, fields)))

    async def deliver(self) -> int:
        """Send what waits; give how many were taken."""
        waiting, taken = list(self._waiting), 0
        self._waiting.clear()
        if self.mixes:
            self._chance.shuffle(waiting)
        limit = aiohttp.ClientTimeout(total=_SECONDS_MAX)
        async with aiohttp.ClientSession(timeout=limit) as session:
            for handler, form in waiting:
                if self._chance.random() < self.loses:
                    continue
                self.sent += 1
                taken += await _post(session, handler.url, form)
        return taken

    def _form(self, handler: Handler, event: str, fields: Json) -> dict[str, str]:
        form = {"event": event, "event_handler_id": str(handler.number)}
        form |= {f"data[FIELDS][{name}]": str(value) for name, value in fields.items()}
        form |= {"ts": str(self._timestamp()), "auth[domain]": self._domain}
        form["auth[client_endpoint]"] = f"https://{self._domain}/rest/"
        form["auth[server_endpoint]"] = "https://oauth.bitrix.info/rest/"
        form["auth[member_id]"] = "a223c6b3710f85df22e9377d6c4f7553"
        return form | {"auth[application_token]": handler.token}


async def _post(session: aiohttp.ClientSession, url: str, form: dict[str, str]) -> bool:
    try:
        async with session.post(url, data=form) as response:
            return response.ok
    except (TimeoutError, aiohttp.ClientError, OSError):
        return False
