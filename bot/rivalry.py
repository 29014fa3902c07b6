"""Notices that another program takes this bot's updates, and has it told."""

import time
from collections.abc import Awaitable, Callable

import structlog

from services.ports import StorageError

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

LASTS_SECONDS = 60.0
"""A conflict that is over sooner is a restart that overlapped."""
QUIET_SECONDS = 120.0
"""So long without a conflict, and nobody else is there; each may pause for half a minute."""
AGAIN_SECONDS = 3_600.0
"""So often it is told while it lasts."""

ADVICE = (
    "Another program asks Telegram for this bot's messages, so each gets only some of them.\n"
    "Stop the other one: an old copy on another machine, a trial at home, a second server.\n"
    "To run both, give one a bot of its own (@BotFather, /newbot) and put its token into\n"
    "TELEGRAM_BOT_TOKEN. If nobody knows where the other one runs, /revoke the token there.\n"
    "Several processes over one database take turns with the webhook: set PUBLIC_URL."
)
WEBHOOK_ADVICE = (
    "Another program has Telegram push this bot's messages to an address of its own (a webhook),\n"
    "so this one gets none. Stop the other one, then start this one anew: it takes them back.\n"
    "To run both, give one a bot of its own (@BotFather, /newbot) and put its token into\n"
    "TELEGRAM_BOT_TOKEN."
)

Tell = Callable[[str], Awaitable[None]]
"""Tells people, given what an operator can do about it."""


class Rivalry:
    """Hears of each conflict and of each answer, and tells what lasts, hour by hour."""

    def __init__(self, tell: Tell, *, now: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._now = now
        self._first: float | None = None
        self._last = 0.0
        self._told: float | None = None

    @property
    def is_on(self) -> bool:
        """Say whether another program has been taking updates for a while, and does so still."""
        return self._first is not None and self._is_fresh() and self._has_lasted()

    async def met(self, description: str) -> None:
        """Hear that Telegram refused to give updates because somebody else asks for them."""
        if self._first is None or not self._is_fresh():
            _log.warning("another program asked for this bot's updates", said=description)
            self._first, self._told = self._now(), None
        self._last = self._now()
        if self._has_lasted() and self._is_to_be_told():
            advice = WEBHOOK_ADVICE if "webhook is active" in description else ADVICE
            _log.error(
                "another program takes this bot's updates: stop it, or give it another token",
                said=description,
            )
            try:
                await self._tell(advice)
            except StorageError as error:
                _log.warning("a rival could not be told of yet", reason=error.reason)
            else:
                self._told = self._now()

    def answered(self) -> None:
        """Hear that Telegram gave updates, or none; after a quiet while the other one is gone."""
        if self._first is not None and not self._is_fresh():
            _log.info("nobody else asks for this bot's updates any more")
            self._first = self._told = None

    def _is_fresh(self) -> bool:
        return self._now() - self._last <= QUIET_SECONDS

    def _has_lasted(self) -> bool:
        return self._first is not None and self._last - self._first >= LASTS_SECONDS

    def _is_to_be_told(self) -> bool:
        return self._told is None or self._now() - self._told >= AGAIN_SECONDS
