import asyncio

import pytest

from bot.settings import Settings
from bot.telegram import TelegramTokenError
from services.messages import Button, OutgoingMessage
from services.press_button import token_of
from tests.bot.bench import Bench, running
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import FakeTelegram, message_update, press_update
from tests.shop import SYSTEM


async def test_a_message_is_answered(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    async with running(settings, database, Bench()):
        await telegram.push(message_update(1, "hello"))
        await telegram.heard("sendMessage")
    assert telegram.texts() == ["got hello"]
    assert await database.read(lambda books: books.inbox.pending()) == ()
    assert await database.read(lambda books: books.outbox.waiting()) == ()


async def test_updates_are_acknowledged_only_after_the_commit(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    async with running(settings, database, Bench()):
        await telegram.heard("getUpdates")
        database.gate.clear()
        await telegram.push(message_update(41, "hello"))
        await database.is_waiting.wait()
        offsets_before = [each.get("offset") for each in telegram.of("getUpdates")]
        database.gate.set()
        await telegram.heard("sendMessage")
        await telegram.heard("getUpdates", 2)
    assert offsets_before == [None]
    assert telegram.of("getUpdates")[1]["offset"] == 42


async def test_a_redelivered_update_counts_once(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    bench = Bench()
    async with running(settings, database, bench):
        await telegram.push(message_update(1, "once"))
        await telegram.heard("sendMessage")
        await telegram.heard("getUpdates", 2)
        await telegram.push(message_update(1, "once"), message_update(2, "more"))
        await telegram.heard("sendMessage", 2)
    assert bench.handled == ["once", "more"]


async def test_a_chat_is_served_in_order_and_others_meanwhile(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    bench = Bench()
    async with running(settings, database, bench):
        await telegram.push(
            message_update(1, "hold", chat_id=7),
            message_update(2, "after", chat_id=7),
            message_update(3, "other", chat_id=8),
        )
        await telegram.heard("sendMessage")
        assert bench.handled == ["other"]
        bench.held.set()
        await telegram.heard("sendMessage", 3)
    assert telegram.texts(7) == ["got hold", "got after"]


async def test_what_was_left_is_handled_at_the_next_start(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    impatient = settings.model_copy(update={"stop_seconds": 0.05})
    first, second = Bench(), Bench()
    async with running(impatient, database, first):
        await telegram.push(message_update(1, "hold"), message_update(2, "next"))
        await first.started.wait()
    assert first.handled == []
    second.held.set()
    async with running(settings, database, second):
        await telegram.heard("sendMessage", 2)
    assert telegram.texts() == ["got hold", "got next"]


async def test_a_stop_finishes_what_has_begun(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    bench = Bench()
    async with running(settings, database, bench):
        await telegram.push(message_update(1, "hold"), message_update(2, "next"))
        await bench.started.wait()
        asyncio.get_running_loop().call_later(0.05, bench.held.set)
    assert telegram.texts() == ["got hold", "got next"]
    assert await database.read(lambda books: books.inbox.pending()) == ()
    assert await database.read(lambda books: books.outbox.waiting()) == ()


async def test_an_update_that_nobody_handles_is_done(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    async with running(settings, database, Bench()):
        await telegram.push(message_update(1, "ignore"), message_update(2, "hello"))
        await telegram.heard("sendMessage")
    assert await database.read(lambda books: books.inbox.pending()) == ()


async def test_an_update_that_fails_three_times_is_put_aside_and_told(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    bench = Bench()
    async with running(settings, database, bench):
        await telegram.push(message_update(1, "break", language="uk"), message_update(2, "on"))
        await telegram.heard("sendMessage", 2)
    aside = await database.read(lambda books: books.inbox.quarantined())
    assert bench.handled == ["break", "break", "break", "on"]
    assert [reason.partition(" ")[0] for _, reason in aside] == ["RuntimeError"]
    assert telegram.texts() == [f"uk:update-quarantined:{aside[0][0].raw_record_id}", "got on"]


async def test_an_update_that_is_no_update_is_put_aside_at_once(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    broken = message_update(1, "x")
    broken["message"] = {"chat": {"id": 7, "type": "private"}, "date": "never"}
    async with running(settings, database, Bench()):
        await telegram.push(broken, message_update(2, "on"))
        await telegram.heard("sendMessage", 2)
    aside = await database.read(lambda books: books.inbox.quarantined())
    assert len(aside) == 1
    assert telegram.texts()[1] == "got on"


async def test_an_outage_is_told_once_and_loses_nothing(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    bench = Bench()
    async with running(settings, database, bench):
        await telegram.heard("getUpdates")
        database.trouble = "full"
        await telegram.push(message_update(1, "first", language="uk"), message_update(2, "second"))
        await telegram.heard("getUpdates", 3)
        database.trouble = None
        await telegram.heard("sendMessage", 3)
    assert telegram.texts() == ["en:storage-outage:", "got first", "got second"]
    assert all(each.get("offset") is None for each in telegram.of("getUpdates")[:3])


async def test_a_press_is_answered_even_when_it_is_too_old_and_carried_out(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    telegram.script("answerCallbackQuery", 400, "Bad Request: query is too old")
    card = OutgoingMessage(7, "card", ((Button("Go", data="ok"),),))
    async with running(settings, database, Bench()):
        (shown,) = await database.write(lambda books: books.outbox.add((card,), SYSTEM))
        await telegram.push(press_update(1, token_of(shown.id, 0, shown.secret)))
        await telegram.heard("sendMessage")
        await telegram.push(press_update(2, "ok"))
        await telegram.heard("sendMessage", 2)
    assert telegram.texts()[:2] == ["pressed ok", "pressed -"]
    assert telegram.of("answerCallbackQuery")[0] == {"callback_query_id": "press-1"}


async def test_a_refused_token_ends_the_run(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    telegram.script("deleteWebhook", 401, "Unauthorized")
    async with running(settings, database, Bench()) as app:
        with pytest.raises(TelegramTokenError):
            await app.run(asyncio.Event())


async def test_a_conflict_and_a_broken_start_are_survived(
    settings: Settings, database: TroubledDatabase, telegram: FakeTelegram
) -> None:
    telegram.script("deleteWebhook", 502, "Bad Gateway")
    telegram.script("getMe", 500, "Internal")
    telegram.script("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    async with running(settings, database, Bench()):
        await telegram.push(message_update(1, "hello"))
        await telegram.heard("sendMessage")
    assert telegram.of("deleteWebhook") == [{"drop_pending_updates": False}] * 2
