"""A scripted Bot API on loopback: answers well unless it was told otherwise."""

import asyncio
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

TOKEN = "123456:AAEfakefakefakefakefakefakefakefake"  # noqa: S105 - opens nothing


@dataclass(frozen=True)
class Call:
    method: str
    parameters: Mapping[str, object]


class FakeTelegram:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._updates: dict[int, dict[str, object]] = {}
        self._scripted: dict[str, deque[tuple[int, dict[str, object]]]] = defaultdict(deque)
        self._changed = asyncio.Condition()
        self._message_ids = itertools.count(500)
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        application = web.Application()
        application.router.add_post("/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def push(self, *updates: dict[str, object]) -> None:
        async with self._changed:
            for update in updates:
                number = update["update_id"]
                assert isinstance(number, int)
                self._updates[number] = update
            self._changed.notify_all()

    def script(self, method: str, status: int, description: str = "", **parameters: int) -> None:
        """Answer the next call of a method, after those scripted before, like this."""
        body: dict[str, object] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        self._scripted[method].append((status, body))

    def of(self, method: str) -> list[Mapping[str, object]]:
        return [call.parameters for call in self.calls if call.method == method]

    def texts(self, chat_id: int | None = None) -> list[object]:
        return [
            each["text"]
            for each in self.of("sendMessage")
            if chat_id is None or each["chat_id"] == chat_id
        ]

    async def heard(self, method: str, count: int = 1) -> list[Mapping[str, object]]:
        """Wait until a method was called so often."""
        async with asyncio.timeout(10), self._changed:
            await self._changed.wait_for(lambda: len(self.of(method)) >= count)
        return self.of(method)

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.content_type == "application/json":
            parameters = json.loads(await request.read())
        else:
            parameters = {
                name: value if isinstance(value, str) else "<file>"
                for name, value in (await request.post()).items()
            }
        async with self._changed:
            self.calls.append(Call(method, parameters))
            self._changed.notify_all()
        if self._scripted[method]:
            status, body = self._scripted[method].popleft()
            return web.json_response(body, status=status)
        if method == "getUpdates":
            return await self._give_updates(parameters)
        return web.json_response({"ok": True, "result": self._result(method)})

    def _result(self, method: str) -> object:
        if method == "getMe":
            return {"id": 123456, "is_bot": True, "first_name": "T", "username": "tilly_bot"}
        if method.startswith(("send", "edit")):
            return {"message_id": next(self._message_ids)}
        return True

    async def _give_updates(self, parameters: Mapping[str, object]) -> web.Response:
        offset, seconds = parameters.get("offset"), parameters.get("timeout")
        async with self._changed:
            if isinstance(offset, int):
                self._updates = {
                    number: kept for number, kept in self._updates.items() if number >= offset
                }
            try:
                async with asyncio.timeout(float(str(seconds or 0))):
                    await self._changed.wait_for(lambda: bool(self._updates))
            except TimeoutError:
                pass
            result = [self._updates[number] for number in sorted(self._updates)]
        return web.json_response({"ok": True, "result": result})


def message_update(
    number: int, text: str, *, chat_id: int = 7, language: str = "en"
) -> dict[str, object]:
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_760_000_000,
            "chat": {"id": chat_id, "type": "private" if chat_id > 0 else "group"},
            "from": {
                "id": abs(chat_id),
                "is_bot": False,
                "first_name": "Olha",
                "language_code": language,
            },
            "text": text,
        },
    }


def press_update(number: int, data: str, *, chat_id: int = 7) -> dict[str, object]:
    update = message_update(number, "card", chat_id=chat_id)
    message = update["message"]
    assert isinstance(message, dict)
    return {
        "update_id": number,
        "callback_query": {
            "id": f"press-{number}",
            "from": message["from"],
            "chat_instance": "1",
            "data": data,
            "message": message,
        },
    }
