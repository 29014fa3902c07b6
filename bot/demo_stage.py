"""The demo's stage: a sandbox with the shop's people, and the real bot over a seeded shop."""

import itertools
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from pydantic import SecretStr

from bot.app import App
from bot.clock import SystemClock
from bot.demo_crm import DemoCrm, month_ends_on
from bot.settings import Settings
from bot.wiring import equip
from sandbox.acting import Acting
from sandbox.server import SandboxServer
from sandbox.world import Bot, Chat
from services.demo.demo_papers import seed_month
from services.demo.demo_shop import PEOPLE, seed_demo
from services.filing.clerk import Clerk
from services.people import Role
from services.ports import Books
from storage.database import open_database
from storage.migrate import migrate

_TOKEN = "7000001:a-bot-of-the-sandbox"  # noqa: S105 - opens nothing
_USERNAME = "tilly_demo_bot"
_GROUP = "Teplo & Voda: leaders"
_SHOWN = (Role.CASHIER, Role.DIRECTOR, Role.ACCOUNTANT)
_EPOCH = 1_700_000_000


@dataclass(frozen=True, slots=True)
class Stage:
    """A running demo."""

    app: App
    server: SandboxServer
    url: str
    """The chat page with the shop's people side by side."""


@asynccontextmanager
async def demo_stage(database_url: str, *, port: int = 0) -> AsyncIterator[Stage]:
    """Set the demo up, let it run, and take it down again."""
    await migrate(database_url)
    server = SandboxServer(port=port)
    bot, group = _people_world(server)
    async with AsyncExitStack() as ending:
        await server.start()
        ending.push_async_callback(server.stop)
        database = await open_database(database_url)
        clock = SystemClock()
        equipment = equip()
        clerk = equipment.clerk()
        await database.write(lambda books: _seed(books, clerk, clock, group))
        today = await database.read(lambda books: month_ends_on(books, clock.now()))
        crm = DemoCrm(today, clock)
        await crm.start()
        ending.push_async_callback(crm.stop)
        settings = _settings(database_url, server.base_url, crm.webhook_url)
        app = App(settings, database, clock, equipment)
        ending.push_async_callback(app.stop)
        await crm.read_into(database, settings)
        await app.start(with_http=False)
        _greet(server, bot)
        yield Stage(app, server, _page(server))


def _people_world(server: SandboxServer) -> tuple[Bot, Chat]:
    """Make the bot, the people of the seeded shop, and their group."""
    world = server.sandbox.world
    bot = world.add_bot(_USERNAME, first_name="Tilly", token=_TOKEN)
    for each in PEOPLE:
        world.add_person(each.name, language_code=each.language, person_id=each.telegram_id)
        _number_anew(world.private_chat(bot.id, each.telegram_id))
    leaders = [each.telegram_id for each in reversed(PEOPLE) if each.role is not Role.CASHIER]
    group = world.add_group(
        _GROUP, kind="supergroup", members=leaders, bots=[bot.id], is_forum=False
    )
    _number_anew(group)
    return bot, group


def _number_anew(chat: Chat) -> None:
    """Number a chat's messages from where no earlier demo over kept books has been."""
    chat.numbers = itertools.count(int(time.time()) - _EPOCH)


def _seed(books: Books, clerk: Clerk, clock: SystemClock, group: Chat) -> None:
    seed_demo(books, clock.now())
    seed_month(books, clerk, clock.now())
    books.chats.make_leadership(group.id, group.title)


def _greet(server: SandboxServer, bot: Bot) -> None:
    """Have everybody open his chat with the bot."""
    world = server.sandbox.world
    for each in PEOPLE:
        chat = world.private_chat(bot.id, each.telegram_id)
        Acting(server.sandbox, world.people[each.telegram_id], chat).start("")


def _settings(database_url: str, api_url: str, crm_url: str) -> Settings:
    """Give settings of the demo alone, whatever the environment says."""
    return Settings.model_construct(
        telegram_bot_token=SecretStr(_TOKEN),
        telegram_api_url=api_url,
        bitrix24_webhook_url=SecretStr(crm_url),
        database_url=database_url,
        stop_seconds=5.0,
    )


def _page(server: SandboxServer) -> str:
    shown = [each.telegram_id for each in PEOPLE if each.role in _SHOWN]
    return f"{server.page_url}?" + "&".join(f"pane={each}:{_USERNAME}" for each in shown)
