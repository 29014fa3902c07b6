"""Listens to voice notes: fetched from Telegram, written down by a model, bounded in time."""

import asyncio
from typing import Protocol

import structlog

from bot.telegram import FileTooLargeError, TelegramClient, TelegramError
from handlers.cash.voice import Listener, NoListener, NotHeard, Recording

FETCH_SECONDS = 10.0
"""So long a person is kept waiting for Telegram to give a voice note."""
_MEGABYTE = 1024 * 1024

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Transcriber(Protocol):
    """A model that writes speech down."""

    async def transcribe(self, recording: bytes, name: str) -> str | None:
        """Write down what is said; None when there was no answer in time."""


class TelegramListener:
    """Fetches a recording and has it written down."""

    def __init__(
        self, client: TelegramClient, transcriber: Transcriber, megabytes_max: int
    ) -> None:
        self._client = client
        self._transcriber = transcriber
        self._megabytes_max = megabytes_max

    @property
    def megabytes_max(self) -> int:
        """Say how large a recording may be."""
        return self._megabytes_max

    async def listen(self, recording: Recording) -> str | NotHeard:
        """Say what is said in a recording, or why nothing was heard."""
        bytes_max = self._megabytes_max * _MEGABYTE
        if (recording.bytes_told or 0) > bytes_max:
            return NotHeard.TOO_LARGE
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                content = await self._client.download(recording.file_id, bytes_max=bytes_max)
        except FileTooLargeError:
            return NotHeard.TOO_LARGE
        except (TelegramError, TimeoutError) as error:
            _log.warning("a voice note could not be fetched", error=type(error).__name__)
            return NotHeard.FAILED
        said = await self._transcriber.transcribe(content, recording.name)
        if said is None:
            _log.warning("a voice note was not written down")
            return NotHeard.FAILED
        return said or NotHeard.SILENT


def listener_of(
    client: TelegramClient, transcriber: Transcriber | None, megabytes_max: int
) -> Listener:
    """Give who listens to voice notes: nobody where no model is set."""
    if transcriber is None:
        return NoListener()
    return TelegramListener(client, transcriber, megabytes_max)
