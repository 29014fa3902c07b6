"""A person before the bot, in a sandbox."""

import asyncio

from bot.settings import Settings
from sandbox.acting import Acting
from sandbox.server import SandboxServer
from sandbox.world import Chat
from tests.bot.fake_telegram import TOKEN


class Scene:
    """A person before the bot."""

    def __init__(self, server: SandboxServer) -> None:
        self.server = server
        self.sandbox = server.sandbox
        world = self.sandbox.world
        self.bot = world.add_bot("tilly_test_bot", token=TOKEN)
        self.olha = world.add_person("Olha", language_code="uk")
        self.chat = world.private_chat(self.bot.id, self.olha.id)

    def type(self, text: str, chat: Chat | None = None) -> None:
        Acting(self.sandbox, self.olha, chat or self.chat).type(
            text, reply_to=None, thread_id=None
        )

    def said(self, chat: Chat | None = None) -> list[object]:
        found = (chat or self.chat).messages.values()
        return [each.content.get("text") for each in found if each.by_bot is not None]

    async def hears(self, count: int, chat: Chat | None = None) -> list[object]:
        """Wait until the bot has said so much."""
        async with asyncio.timeout(10):
            while len(self.said(chat)) < count:
                events = self.sandbox.events
                await events.after(events.last, chat=None, seconds=10)
        return self.said(chat)

    def settings(self, **more: object) -> Settings:
        return Settings.model_validate(
            {
                "telegram_bot_token": self.bot.token,
                "telegram_api_url": self.server.base_url,
                "stop_seconds": 5,
                **more,
            }
        )
