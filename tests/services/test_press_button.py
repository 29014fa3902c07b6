"""Tokens of buttons: what they mean, to whom, how long, and what nobody can make up."""

import datetime as dt

import pytest

from services.messages import Button, OutgoingMessage
from services.ports import Books, Database
from services.press_button import LIVES_DAYS, TooOld, meaning_of, token_of
from tests.conftest import NOW
from tests.shop import SYSTEM

CHAT = 7
CARD = OutgoingMessage(
    CHAT,
    "card",
    (
        (Button("Copy", copies="42"), Button("First", data="one")),
        (Button("Second", data="zweiter: ü"),),
    ),
)


def queue(books: Books) -> tuple[int, str]:
    (queued,) = books.outbox.add((CARD,), SYSTEM)
    return queued.id, queued.secret


async def test_a_token_means_what_its_button_meant(database: Database) -> None:
    def play(books: Books) -> None:
        number, secret = queue(books)
        tokens = [token_of(number, place, secret) for place in (0, 1)]
        found = [meaning_of(books, token, chat_id=CHAT, at=NOW) for token in tokens]
        assert found == ["one", "zweiter: ü"]

    await database.write(play)


async def test_a_token_of_another_chat_place_or_time_means_nothing(database: Database) -> None:
    def play(books: Books) -> None:
        number, secret = queue(books)
        token = token_of(number, 0, secret)
        late = NOW + dt.timedelta(days=LIVES_DAYS, seconds=1)
        assert meaning_of(books, token, chat_id=CHAT + 1, at=NOW) == TooOld()
        assert meaning_of(books, token, chat_id=CHAT, at=late) == TooOld()
        for wrong in (
            token_of(number, 2, secret),
            token_of(number + 1, 0, secret),
            token_of(number, 0, "AAAAAAAA"),
        ):
            assert meaning_of(books, wrong, chat_id=CHAT, at=NOW) == TooOld()

    await database.write(play)


@pytest.mark.parametrize(
    "token", ["", "u:12", "1.0", "1.0.short", "..", "zzzzzzzzzzzzz.0.AAAAAAAA", "1.0.AAAAAAAA\n"]
)
async def test_what_is_no_token_means_nothing(database: Database, token: str) -> None:
    def play(books: Books) -> None:
        queue(books)
        assert meaning_of(books, token, chat_id=CHAT, at=NOW) == TooOld()

    await database.write(play)


async def test_messages_without_data_have_no_secret(database: Database) -> None:
    def play(books: Books) -> None:
        (queued,) = books.outbox.add((OutgoingMessage(CHAT, "plain"),), SYSTEM)
        assert queued.secret == ""
        assert books.outbox.shown(queued.id) is None

    await database.write(play)
