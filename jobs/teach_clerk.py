"""Teaches the clerk what was answered before: after a start that is all of history."""

import asyncio

from services.filing.clerk import Clerk
from services.ports import Database


async def teach_clerk(database: Database, clerk: Clerk) -> None:
    """Come back when the clerk knows every answer; whoever needs him next waits for none.

    A hundred thousand answers take a minute, in a thread beside what people are answered in, and
    outside of any unit of work, so that nobody waits for the books either.
    """
    if await database.read(lambda books: bool(books.banks.accounts())):
        await asyncio.to_thread(clerk.get_ready)
    while (lessons := await database.read(clerk.look)).told:
        await asyncio.to_thread(clerk.take_in, lessons)
