"""What opening the books brings along."""

import subprocess
import sys

_SCRIPT = """
import asyncio, sys
from services.verify_books import verify_books
from storage.database import open_database
from storage.migrate import migrate

async def prove(url):
    await migrate(url)
    database = await open_database(url)
    print(await database.read(verify_books))
    await database.close()

asyncio.run(prove(sys.argv[1]))
print(sorted(sys.modules.keys() & {"asyncpg"}))
"""


def test_books_on_sqlite_leave_the_driver_of_postgresql_alone(sqlite_url: str) -> None:
    shown = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _SCRIPT, sqlite_url], capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == ["()", "[]"]
