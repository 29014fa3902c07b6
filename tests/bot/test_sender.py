import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio

from bot.backoff import Backoff
from bot.limits import SendLimits, Throttle
from bot.sender import Sender
from bot.telegram import TelegramClient
from services.messages import Attached, Button, Cause, OutgoingMessage, QueuedMessage, Tone
from services.ports import Database
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import TOKEN, FakeTelegram
from tests.conftest import StillClock


class Desk:
    """A sender with its outbox."""

    def __init__(self, telegram: FakeTelegram, database: Database, clock: StillClock) -> None:
        self.client = TelegramClient(TOKEN, telegram.url)
        self._database = database
        self._clock = clock
        self.waits: list[float] = []
        self.sender = Sender(
            self.client,
            database,
            clock,
            Throttle(SendLimits(per_second=1000), sleep=self._note_wait),
            new_backoff=lambda: Backoff(first_seconds=0.001),
        )

    async def _note_wait(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def queue(self, *messages: OutgoingMessage) -> tuple[QueuedMessage, ...]:
        cause = Cause("system:test", None, self._clock.now())
        return await self._database.write(lambda books: books.outbox.add(messages, cause))

    async def send(self, *messages: OutgoingMessage) -> None:
        self.sender.announce(await self.queue(*messages))
        await self.settled()

    async def settled(self) -> None:
        async with asyncio.timeout(10):
            await self.sender.settle()

    async def number_of(self, key: str) -> int | None:
        return await self._database.read(lambda books: books.outbox.telegram_id_of(key))

    async def left(self) -> Sequence[QueuedMessage]:
        return await self._database.read(lambda books: books.outbox.waiting())


@pytest_asyncio.fixture
async def desk(
    telegram: FakeTelegram, database: TroubledDatabase, clock: StillClock
) -> AsyncIterator[Desk]:
    found = Desk(telegram, database, clock)
    yield found
    await found.client.close()


def say(text: str, chat_id: int = 7, **more: object) -> OutgoingMessage:
    return OutgoingMessage(chat_id, text, **more)  # type: ignore[arg-type] # a test's shorthand


async def test_a_message_goes_out_as_telegram_wants_it(desk: Desk, telegram: FakeTelegram) -> None:
    buttons = (
        (Button("Site", url="https://e.org"), Button("By Olga", tone=Tone.OFF)),
        (Button("C", copies="42"),),
    )
    await desk.send(say("<b>hi</b>", reply_to=3, thread_id=5, is_silent=True, buttons=buttons))
    assert telegram.of("sendMessage") == [
        {
            "chat_id": 7,
            "text": "<b>hi</b>",
            "parse_mode": "HTML",
            "message_thread_id": 5,
            "disable_notification": True,
            "reply_parameters": {"message_id": 3, "allow_sending_without_reply": True},
            "reply_markup": {
                "inline_keyboard": [
                    [
                        {"text": "Site", "url": "https://e.org"},
                        {"text": "By Olga", "disabled": {}},
                    ],
                    [{"text": "C", "copy_text": {"text": "42"}}],
                ]
            },
        }
    ]
    assert await desk.left() == ()


async def test_a_picture_is_uploaded(desk: Desk, telegram: FakeTelegram) -> None:
    await desk.send(say("caption", picture=b"\x89PNG"))
    sent = telegram.of("sendPhoto")[0]
    assert (sent["photo"], sent["caption"], sent["upload"]) == (
        "attach://upload", "caption", "<file>",
    )  # fmt: skip


async def test_a_document_is_uploaded_under_its_name(desk: Desk, telegram: FakeTelegram) -> None:
    await desk.send(say("the day book", document=Attached("день.csv", b"a;b")))
    sent = telegram.of("sendDocument")[0]
    assert (sent["document"], sent["caption"], sent["upload"]) == (
        "attach://upload", "the day book", "<file>",
    )  # fmt: skip


async def test_a_button_carries_a_token_and_not_what_it_means(
    desk: Desk, telegram: FakeTelegram
) -> None:
    button = Button("Yes", data="what it means", tone=Tone.GOOD)
    await desk.send(say("sure?", buttons=((button,),)))
    markup = telegram.of("sendMessage")[0]["reply_markup"]
    assert isinstance(markup, dict)
    shown = markup["inline_keyboard"][0][0]
    assert shown["style"] == "success"
    assert "means" not in shown["callback_data"]
    assert len(shown["callback_data"]) <= 26


async def test_a_chat_gets_its_messages_in_order(desk: Desk, telegram: FakeTelegram) -> None:
    await desk.send(*(say(str(number)) for number in range(10)))
    assert telegram.texts() == [str(number) for number in range(10)]


async def test_too_many_requests_pause_everything_and_are_sent_later(
    desk: Desk, telegram: FakeTelegram
) -> None:
    telegram.script("sendMessage", 429, "Too Many Requests: retry after 0", retry_after=0)
    await desk.send(say("again"))
    assert telegram.texts() == ["again", "again"]
    assert await desk.left() == ()


async def test_a_blocked_chat_is_final_and_remembered(desk: Desk, telegram: FakeTelegram) -> None:
    telegram.script("sendMessage", 403, "Forbidden: bot was blocked by the user")
    await desk.send(say("one"))
    assert len(telegram.texts()) == 1
    assert await desk.left() == ()


async def test_a_group_is_followed_to_its_new_id(desk: Desk, telegram: FakeTelegram) -> None:
    telegram.script(
        "sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009
    )
    await desk.send(say("one", -5), say("two", -5))
    assert [each["chat_id"] for each in telegram.of("sendMessage")] == [-5, -1009, -1009]
    assert await desk.left() == ()


@pytest.mark.parametrize(
    ("refusal", "then"),
    [
        ("Bad Request: message is not modified: …", None),
        ("Bad Request: message to edit not found", "sendMessage"),
        ("Bad Request: message can't be edited", "sendMessage"),
        ("Bad Request: there is no text in the message to edit", "editMessageCaption"),
    ],
)
async def test_an_edit_that_is_refused(
    desk: Desk, telegram: FakeTelegram, refusal: str, then: str | None
) -> None:
    telegram.script("editMessageText", 400, refusal)
    await desk.send(say("new", edits=3))
    assert [call.method for call in telegram.calls] == [
        "editMessageText",
        *([then] if then else []),
    ]
    assert await desk.left() == ()


async def test_bad_html_goes_out_as_plain_text(desk: Desk, telegram: FakeTelegram) -> None:
    telegram.script("sendMessage", 400, "Bad Request: can't parse entities: unclosed tag")
    await desk.send(say("<b>5 &lt; 6</b>"))
    assert telegram.texts() == ["<b>5 &lt; 6</b>", "5 < 6"]
    assert "parse_mode" not in telegram.of("sendMessage")[1]


async def test_a_message_that_is_too_long_is_cut(desk: Desk, telegram: FakeTelegram) -> None:
    telegram.script("sendMessage", 400, "Bad Request: message is too long")
    await desk.send(say("x" * 5_000))
    assert len(str(telegram.texts()[1])) < 4_096


async def test_troubles_of_the_network_are_retried(desk: Desk, telegram: FakeTelegram) -> None:
    telegram.script("sendMessage", 502, "Bad Gateway")
    telegram.script("sendMessage", 500, "Internal")
    await desk.send(say("one"), say("two"))
    assert telegram.texts() == ["one", "one", "one", "two"]
    assert await desk.left() == ()


async def test_a_refused_message_does_not_stop_the_next(
    desk: Desk, telegram: FakeTelegram
) -> None:
    telegram.script("sendMessage", 400, "Bad Request: BUTTON_DATA_INVALID")
    await desk.send(say("one"), say("two"))
    assert telegram.texts() == ["one", "two"]
    assert await desk.left() == ()


async def test_what_waited_is_sent_after_a_restart_and_once(
    desk: Desk, telegram: FakeTelegram
) -> None:
    queued = await desk.queue(say("left over"))
    await desk.sender.load()
    desk.sender.announce(queued)
    await desk.settled()
    assert telegram.texts() == ["left over"]


async def test_marks_wait_until_the_books_are_back(
    desk: Desk, telegram: FakeTelegram, database: TroubledDatabase
) -> None:
    queued = await desk.queue(say("one"))
    database.trouble = "busy"
    desk.sender.announce(queued)
    await telegram.heard("sendMessage")
    assert len(await desk.left()) == 1
    database.trouble = None
    await desk.settled()
    assert await desk.left() == ()
    assert telegram.texts() == ["one"]


async def test_a_group_of_marks_is_one_commit(
    desk: Desk, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    queued = await desk.queue(*(say("x", chat) for chat in range(1, 21)))
    database.gate.clear()
    desk.sender.announce(queued)
    await telegram.heard("sendMessage", 20)
    database.gate.set()
    await desk.settled()
    assert await desk.left() == ()


async def test_a_message_is_changed_by_its_key_even_when_both_wait(
    desk: Desk, telegram: FakeTelegram
) -> None:
    await desk.send(say("card", dedupe_key="card:1"), say("done", edits_key="card:1"))
    (edit,) = telegram.of("editMessageText")
    assert edit["text"] == "done"
    number = await desk.number_of("card:1")
    assert edit["message_id"] == number is not None
    assert len(telegram.of("sendMessage")) == 1


async def test_a_message_that_never_went_out_is_not_changed_but_said(
    desk: Desk, telegram: FakeTelegram
) -> None:
    await desk.send(say("done", edits_key="card:2"))
    assert telegram.of("editMessageText") == []
    assert [each["text"] for each in telegram.of("sendMessage")] == ["done"]


async def test_a_clock_that_stepped_back_holds_nothing_up(
    desk: Desk, telegram: FakeTelegram, clock: StillClock
) -> None:
    queued = await desk.queue(say("queued at noon"))
    clock.move(dt.timedelta(hours=-1))
    desk.sender.announce(queued)
    await desk.settled()
    assert telegram.texts() == ["queued at noon"]
