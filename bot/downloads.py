"""Gets what people sent from Telegram: the content, a reason to try later, or the end of it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.telegram import (
    FileTooLargeError,
    TelegramAwayError,
    TelegramClient,
    TelegramError,
    TelegramPausedError,
    TelegramTokenError,
)

ATTEMPTS_MAX = 40
"""After so many failures, hours of them, a file is given up and asked for once more."""
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Paused:
    """Telegram wants to be left alone for a while; that is no failure."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Later:
    """It failed, and may go well another time."""

    reason: str


@dataclass(frozen=True, slots=True)
class GivenUp:
    """It will never come."""

    reason: str
    is_too_large: bool = False


Download: TypeAlias = bytes | Paused | Later | GivenUp


class Downloads:
    """Gets contents, each at most so large."""

    def __init__(self, client: TelegramClient, *, megabytes_max: int) -> None:
        self._client = client
        self.megabytes_max = megabytes_max

    async def get(self, file_id: str, attempts: int) -> Download:
        """Get a content after some attempts that failed; nothing at all is none, too."""
        try:
            content = await self._client.download(
                file_id, bytes_max=self.megabytes_max * _MEGABYTE
            )
        except FileTooLargeError:
            return GivenUp("too large", is_too_large=True)
        except TelegramPausedError as error:
            return Paused(error.seconds)
        except TelegramError as error:
            is_away = isinstance(error, TelegramAwayError | TelegramTokenError)
            if is_away and attempts + 1 < ATTEMPTS_MAX:
                return Later(type(error).__name__)
            return GivenUp(type(error).__name__)
        return content or GivenUp("empty")
