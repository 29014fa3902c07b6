"""The app against the sandbox: another hand's reading of the Bot API, over real HTTP."""

import socket

import pytest

from sandbox.acting import upgrade
from sandbox.faults import Fault
from services.messages import Cause, OutgoingMessage, QueuedMessage
from services.ports import Books
from tests.bot.bench import Bench, running
from tests.bot.conftest import TroubledDatabase
from tests.bot.fake_telegram import TOKEN
from tests.bot.scene import Scene
from tests.conftest import NOW


async def test_an_update_that_is_delivered_twice_counts_once(
    scene: Scene, database: TroubledDatabase
) -> None:
    bench = Bench()
    scene.sandbox.desk(scene.bot).queue.next_twice = True
    async with running(scene.settings(), database, bench):
        scene.type("once")
        scene.type("more")
        await scene.hears(2)
    assert bench.handled == ["once", "more"]
    assert scene.said() == ["got once", "got more"]


@pytest.mark.parametrize("kind", ["retry_after", "server_error", "bad_gateway", "drop_before"])
async def test_a_reply_survives_every_trouble_of_the_network(
    scene: Scene, database: TroubledDatabase, kind: str
) -> None:
    scene.sandbox.faults.order("sendMessage", Fault(kind, retry_after=1))
    async with running(scene.settings(), database, Bench()):
        scene.type("hello")
        assert await scene.hears(1) == ["got hello"]


async def test_an_answer_that_was_lost_is_sent_again_rather_than_not_at_all(
    scene: Scene, database: TroubledDatabase
) -> None:
    scene.sandbox.faults.order("sendMessage", Fault("drop_after"))
    async with running(scene.settings(), database, Bench()):
        scene.type("hello")
        assert await scene.hears(2) == ["got hello", "got hello"]


async def test_polling_outlives_troubles(scene: Scene, database: TroubledDatabase) -> None:
    for kind in ("drop_before", "bad_gateway", "drop_after"):
        scene.sandbox.faults.order("getUpdates", Fault(kind))
    async with running(scene.settings(), database, Bench()):
        scene.type("hello")
        assert await scene.hears(1) == ["got hello"]


async def test_a_webhook_brings_updates_and_brings_them_again_after_an_outage(
    scene: Scene, database: TroubledDatabase
) -> None:
    bench = Bench()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = scene.settings(
        public_url=f"http://127.0.0.1:{port}", http_port=port, webhook_secret=TOKEN[-20:]
    )
    async with running(settings, database, bench):
        scene.type("hello")
        await scene.hears(1)
        database.trouble = "full"
        scene.type("again")
        await scene.hears(2)
        database.trouble = None
        await scene.hears(3)
    assert scene.said() == ["got hello", "uk:storage-outage:", "got again"]
    assert bench.handled == ["hello", "again"]


async def test_a_group_is_followed_when_it_becomes_a_supergroup(
    scene: Scene, database: TroubledDatabase
) -> None:
    world = scene.sandbox.world
    group = world.add_group(
        "Leaders", kind="group", members=[scene.olha.id], bots=[scene.bot.id], is_forum=False
    )
    supergroup = upgrade(scene.sandbox, group)

    def queue(books: Books) -> tuple[QueuedMessage, ...]:
        return books.outbox.add((OutgoingMessage(group.id, "news"),), Cause("system", None, NOW))

    async with running(scene.settings(), database, Bench()) as app:
        app.announce(await database.write(queue))
        assert "news" in await scene.hears(2, supergroup)
