"""A database that fails where a process may be killed."""

from collections.abc import Callable

from services.ports import Books, Database, Result, StorageError
from services.turn_ports import Turns


class CrashingDatabase:
    """A database whose next writes are done and then not committed, as if killed there."""

    def __init__(self, inner: Database) -> None:
        self._inner = inner
        self.plan: list[bool] = []

    @property
    def turns(self) -> Turns:
        return self._inner.turns

    @property
    def aside(self) -> Database:
        return self

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        is_killed = bool(self.plan) and self.plan.pop(0)

        def killed(books: Books) -> Result:
            use_case(books)
            raise StorageError("unreachable")

        return await self._inner.write(killed if is_killed else use_case)

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        return await self._inner.read(use_case)

    async def close(self) -> None:
        await self._inner.close()
