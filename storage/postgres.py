"""The books on PostgreSQL, over asyncpg."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import create_async_engine

from services.ports import Books
from storage.accounts import AccountIds
from storage.errors import told_apart
from storage.turns import PostgresTurns
from storage.unit_of_work import reading, writing

Result = TypeVar("Result")

CONNECTIONS = 8


class PostgresDatabase:
    """Fulfils services.ports.Database over a PostgreSQL database."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(url, pool_size=CONNECTIONS, pool_pre_ping=True)
        self._account_ids = AccountIds()
        self.turns = PostgresTurns(url.replace("+asyncpg", "", 1))

    async def write(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case in one transaction and commit it."""
        with told_apart():
            async with self._engine.begin() as connection:
                return await connection.run_sync(writing(use_case, self._account_ids))

    async def read(self, use_case: Callable[[Books], Result]) -> Result:
        """Run a use case that changes nothing, on one snapshot."""
        with told_apart():
            async with self._engine.connect() as opened:
                connection = await opened.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
                return await connection.run_sync(reading(use_case))

    async def close(self) -> None:
        """Let go of every connection."""
        await self.turns.close()
        await self._engine.dispose()
