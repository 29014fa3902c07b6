"""Listening happens before the books: until it is over the update is still to be handled."""

import pytest

from handlers.cash.voice import NotHeard, Recording
from services.people import Role
from services.ports import Books, Database
from storage.database import open_database
from tests.conftest import StillClock
from tests.handlers.chat import Chat
from tests.shop import hire, lay, lexicon

VOICE = {
    "file_id": "F", "file_unique_id": "U", "duration": 3, "mime_type": "audio/ogg",
    "file_size": 900,
}  # fmt: skip


class Ear:
    """Hears what it is told, after a look at the inbox; the first times it dies."""

    megabytes_max = 10

    def __init__(self, database: Database, *, dies: int) -> None:
        self.pending: list[int] = []
        self._database = database
        self._dies = dies

    async def listen(self, recording: Recording) -> str | NotHeard:
        assert recording == Recording("F", "voice.ogg", 900)
        left = await self._database.read(lambda books: books.inbox.pending())
        self.pending.append(len(left))
        if self._dies:
            self._dies -= 1
            raise ConnectionResetError
        return "courier 220"


async def test_a_death_while_listening_leaves_the_note_to_be_heard(
    sqlite_url: str, clock: StillClock
) -> None:
    database = await open_database(sqlite_url)

    def open_shop(books: Books) -> None:
        lay(books)
        hire(books, Role.CASHIER, 1)

    await database.write(open_shop)
    ear = Ear(database, dies=1)
    chat = Chat(database, clock, lexicon(), ear)
    with pytest.raises(ConnectionResetError):
        await chat.say(1, "", voice=VOICE)
    assert len(await database.read(lambda books: books.inbox.pending())) == 1
    said = await chat.say(1, "", voice=VOICE)
    assert "courier 220" in said[0].text
    assert len(said) == 2
    assert ear.pending == [1, 2]
    # The one that died is still there for the next start; the other is done.
    assert len(await database.read(lambda books: books.inbox.pending())) == 1
    await database.close()
