import asyncio

import pytest

from bot.marks import MarkWriter, SentMark
from services.messages import Cause, OutgoingMessage
from tests.bot.conftest import TroubledDatabase
from tests.conftest import StillClock


@pytest.mark.asyncio
async def test_whoever_settles_does_not_wait_for_marks_that_come_after(
    database: TroubledDatabase, clock: StillClock
) -> None:
    marks = MarkWriter(database, clock)
    cause = Cause("system:test", None, clock.now())
    queued = await database.write(
        lambda books: books.outbox.add(
            [OutgoingMessage(1, "here"), OutgoingMessage(2, "on")], cause
        )
    )
    mine, other = (each.id for each in queued)

    async def others() -> None:
        while True:
            marks.put(SentMark(other, 7))
            await asyncio.sleep(0)

    busy = asyncio.create_task(others())
    try:
        marks.put(SentMark(mine, 6))
        async with asyncio.timeout(5):
            await marks.settle()
        left = await database.read(lambda books: books.outbox.waiting())
        assert mine not in {each.id for each in left}
    finally:
        busy.cancel()
        await asyncio.gather(busy, return_exceptions=True)
        await marks.flush()
