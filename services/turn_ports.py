"""Turns that several processes over the same books take at one chat."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Turns(Protocol):
    """Who may work at a chat now."""

    @property
    def is_shared(self) -> bool:
        """Tell whether other processes may work over the same books."""

    def take(self, key: str) -> AbstractAsyncContextManager[None]:
        """Wait for a turn and keep it as long as the context lasts.

        Raises:
            StorageError: the database that keeps turns cannot be reached.
        """

    async def close(self) -> None:
        """Let go of every turn."""
