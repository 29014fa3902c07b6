"""Delivery by webhook: in order, with the secret, again and again until it is taken."""

import asyncio
import inspect
import json

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.errors import BotApiError
from sandbox.methods.call import Call
from sandbox.methods.registry import METHODS
from sandbox.parameters import Parameters
from sandbox.sandbox import Sandbox, Webhook
from sandbox.world import Bot, JsonObject

IDLE_SECONDS = 30.0
ANSWER_SECONDS = 20.0
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 60.0
_TAKEN = range(200, 300)


class Webhooks:
    """One delivering task for each bot that has a webhook."""

    def __init__(self, sandbox: Sandbox, *, first_pause_seconds: float) -> None:
        self._sandbox = sandbox
        self._first_pause = first_pause_seconds
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._session: ClientSession | None = None
        sandbox.webhook_changed = self.changed

    def changed(self, bot: Bot) -> None:
        """Begin or end delivering."""
        task = self._tasks.pop(bot.id, None)
        if task is not None:
            task.cancel()
        webhook = self._sandbox.desk(bot).webhook
        if webhook is not None:
            loop = asyncio.get_running_loop()
            self._tasks[bot.id] = loop.create_task(self._deliver(bot, webhook))

    async def close(self) -> None:
        """End every delivery."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _deliver(self, bot: Bot, webhook: Webhook) -> None:
        queue, pause = self._sandbox.desk(bot).queue, self._first_pause
        while True:
            update = queue.first()
            if update is None:
                await queue.changed(IDLE_SECONDS)
                continue
            if await self._offer(bot, webhook, update):
                queue.delivered(update)
                pause = self._first_pause
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _offer(self, bot: Bot, webhook: Webhook, update: JsonObject) -> bool:
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS))
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        try:
            async with self._session.post(
                webhook.url, data=json.dumps(update), headers=headers
            ) as answer:
                body = await answer.read()
                if answer.status in _TAKEN:
                    await self._carry_out(bot, body)
                    return True
                self._failed(
                    webhook, f"Wrong response from the webhook: {answer.status} {answer.reason}"
                )
        except (ClientError, TimeoutError, OSError) as error:
            self._failed(webhook, str(error) or "Connection timed out")
        return False

    def _failed(self, webhook: Webhook, reason: str) -> None:
        webhook.last_error_at = self._sandbox.now()
        webhook.last_error = reason

    async def _carry_out(self, bot: Bot, body: bytes) -> None:
        """Call the method that a bot put into its answer, as Telegram does; its result is lost."""
        asked = _asked(body)
        name = str(asked.pop("method", ""))
        method = METHODS.get(name.lower())
        if method is None:
            return
        try:
            result = method(Call(self._sandbox, bot, Parameters(asked, {})))
            if inspect.isawaitable(result):
                result = await result
            answer: JsonObject = {"ok": True, "result": result}
            status = 200
        except BotApiError as error:
            answer, status = error.body(), error.code
        self._sandbox.note(bot, name, asked, answer, status=status)


def _asked(body: bytes) -> JsonObject:
    try:
        asked = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}
