"""Updates: long poll, acknowledgement, conflict, faults on the way, webhooks."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from sandbox.world import JsonObject
from tests.sandbox.stage import Stage

SECRET = "s-3_cret"  # noqa: S105 - opens nothing


def texts(updates: list[JsonObject]) -> list[object]:
    """Give what was typed, by new and by edited messages."""
    found = [each.get("message") or each.get("edited_message") for each in updates]
    return [each.get("text") for each in found if isinstance(each, dict)]


async def test_a_poll_waits_until_something_comes(stage: Stage) -> None:
    poll = asyncio.create_task(stage.updates(timeout=20))
    await asyncio.sleep(0.02)
    assert not poll.done()
    await stage.chat.types("hello")
    assert texts(await poll) == ["hello"]


async def test_what_is_not_acknowledged_comes_again(stage: Stage) -> None:
    await stage.chat.types("one")
    await stage.chat.types("two")
    offset = stage.offset
    for _ in range(2):
        stage.offset = offset
        assert texts(await stage.updates()) == ["one", "two"]
    assert await stage.updates() == []
    stage.offset = offset
    assert await stage.updates() == []


async def test_limit_and_negative_offset_choose(stage: Stage) -> None:
    for word in ("one", "two", "three"):
        await stage.chat.types(word)
    first = await stage.call("getUpdates", offset=stage.offset, limit=1)
    last = await stage.call("getUpdates", offset=-1)
    left = await stage.call("getUpdates", offset=0)
    assert [texts(each.listed) for each in (first, last, left)] == [["one"], ["three"], ["three"]]


async def test_allowed_updates_are_remembered(stage: Stage) -> None:
    await stage.updates(allowed_updates=["edited_message"])
    typed = await stage.chat.types("one")
    await stage.chat.edits(typed, "two")
    (update,) = await stage.updates()
    assert "edited_message" in update


async def test_reactions_come_only_when_asked_for(stage: Stage) -> None:
    typed = await stage.chat.types("x")
    await stage.chat.reacts(typed, "👍")
    assert len(await stage.updates()) == 1
    await stage.updates(allowed_updates=["message_reaction"])
    await stage.chat.reacts(typed, "🔥")
    (update,) = await stage.updates()
    reaction = update["message_reaction"]
    assert isinstance(reaction, dict)
    assert reaction["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert reaction["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]


async def test_a_second_poll_ends_the_first_with_a_conflict(stage: Stage) -> None:
    first = asyncio.create_task(stage.call("getUpdates", offset=stage.offset, timeout=20))
    await asyncio.sleep(0.02)
    second = asyncio.create_task(stage.call("getUpdates", offset=stage.offset, timeout=20))
    refused = await first
    assert (refused.status, refused.refusal) == (
        409,
        (
            "Conflict: terminated by other getUpdates request; make sure that only one bot "
            "instance is running"
        ),
    )
    await stage.chat.types("hello")
    assert texts((await second).listed) == ["hello"]


@pytest.mark.parametrize(("how", "seen"), [("twice", ["one", "two", "two"]),
                                           ("reversed", ["two", "one"])])  # fmt: skip
async def test_updates_can_be_delivered_badly(stage: Stage, how: str, seen: list[str]) -> None:
    await stage.driver.deliver_next("shop_bot", how)
    await stage.chat.types("one")
    await stage.chat.types("two")
    assert texts(await stage.updates()) == seen


async def test_updates_that_were_taken_can_come_once_more(stage: Stage) -> None:
    await stage.chat.types("one")
    await stage.updates()
    await stage.updates()
    await stage.driver.deliver_next("shop_bot", "again")
    assert texts(await stage.updates()) == ["one"]
    assert await stage.updates() == []


@dataclass(slots=True)
class Hook:
    """A bot's webhook that fails for a while."""

    url: str
    failures: int = 0
    secrets: list[str | None] = field(default_factory=list)
    came: asyncio.Queue[JsonObject] = field(default_factory=asyncio.Queue)
    answer: JsonObject = field(default_factory=dict)

    async def take(self, request: web.Request) -> web.Response:
        """Take an update, or fail."""
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        await self.came.put(await request.json())
        return web.json_response(self.answer)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        hook = Hook(f"http://127.0.0.1:{listener.getsockname()[1]}/hook")
        app = web.Application()
        app.add_routes([web.post("/hook", hook.take)])
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.SockSite(runner, listener).start()
        yield hook
        await runner.cleanup()


async def test_a_webhook_gets_updates_in_order_with_its_secret(stage: Stage, hook: Hook) -> None:
    assert (await stage.call("setWebhook", url=hook.url, secret_token=SECRET)).body["result"]
    await stage.chat.types("one")
    await stage.chat.types("two")
    async with asyncio.timeout(5):
        came = [await hook.came.get(), await hook.came.get()]
    assert texts(came) == ["one", "two"]
    assert set(hook.secrets) == {SECRET}


async def test_a_failed_delivery_is_tried_again_and_reported(stage: Stage, hook: Hook) -> None:
    hook.failures = 3
    await stage.call("setWebhook", url=hook.url)
    await stage.chat.types("one")
    async with asyncio.timeout(5):
        assert texts([await hook.came.get()]) == ["one"]
    info = (await stage.call("getWebhookInfo")).result
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert info["last_error_date"] == int(stage.time())
    assert len(hook.secrets) == 4


async def test_polling_is_refused_while_a_webhook_is_set(stage: Stage, hook: Hook) -> None:
    waiting = asyncio.create_task(stage.call("getUpdates", offset=stage.offset, timeout=20))
    await asyncio.sleep(0.02)
    await stage.call("setWebhook", url=hook.url)
    assert (await waiting).refusal == "Conflict: terminated by setWebhook request"
    refused = await stage.call("getUpdates")
    assert (refused.status, refused.refusal) == (
        409,
        (
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
            "delete the webhook first"
        ),
    )


async def test_dropping_the_webhook_may_drop_what_waits(stage: Stage, hook: Hook) -> None:
    hook.failures = 1_000_000
    await stage.call("setWebhook", url=hook.url)
    await stage.chat.types("one")
    info = (await stage.call("getWebhookInfo")).result
    assert (info["url"], info["pending_update_count"]) == (hook.url, 1)
    await stage.call("deleteWebhook", drop_pending_updates=True)
    await stage.chat.types("two")
    assert texts(await stage.updates()) == ["two"]


async def test_a_method_in_the_webhooks_answer_is_carried_out(stage: Stage, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": stage.olga.id, "text": "from the answer"}
    await stage.call("setWebhook", url=hook.url)
    await stage.chat.types("one")
    assert (await stage.chat.hears()).text == "from the answer"
    hook.answer = {"method": "sendMessage", "chat_id": 1, "text": "nobody"}
    await stage.chat.types("two")
    await stage.chat.types("three")
    async with asyncio.timeout(5):
        assert texts([await hook.came.get() for _ in range(3)])[2] == "three"


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"url": "http://example.com/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.com/", "secret_token": "no spaces"},
         "secret token contains unallowed characters"),
    ],
)  # fmt: skip
async def test_a_webhook_that_cannot_be_is_refused(
    stage: Stage, parameters: JsonObject, refusal: str
) -> None:
    assert (await stage.call("setWebhook", **parameters)).refusal == f"Bad Request: {refusal}"
