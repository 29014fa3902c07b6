"""Play people in a sandbox from Python: type, tap, upload, and hear what the bot answers."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData

from sandbox.chat_side import ChatSide
from sandbox.driven import BotAccount, LoggedRequest, SandboxRefusedError
from sandbox.world import JsonObject

__all__ = ["Actor", "ChatSide", "Group", "SandboxDriver"]

POLL_SECONDS = 20
PAUSE_SECONDS = 0.2


class SandboxDriver:
    """A connection to a sandbox's control API; one long poll feeds every chat."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._session: ClientSession | None = None
        self._listening: asyncio.Task[None] | None = None
        self._sides: dict[str, dict[int, ChatSide]] = {}
        self._last = 0

    async def __aenter__(self) -> Self:
        self._session = ClientSession(self._base_url, timeout=ClientTimeout(total=60))
        state = await self.get("/sandbox/state")
        self._last = int(str(state["last"]))
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def bot(
        self,
        username: str,
        *,
        token: str | None = None,
        first_name: str | None = None,
        can_read_all: bool = False,
    ) -> BotAccount:
        """Register a bot; its token is made up unless given."""
        asked: JsonObject = {
            "username": username,
            "token": token,
            "first_name": first_name,
            "can_read_all": can_read_all,
        }
        made = await self.post("/sandbox/bots", asked)
        return BotAccount(int(str(made["id"])), username, str(made["token"]))

    async def person(
        self,
        first_name: str,
        *,
        language_code: str = "en",
        user_id: int | None = None,
        username: str | None = None,
    ) -> "Actor":
        """Make a person, or find the one with this id."""
        asked: JsonObject = {
            "first_name": first_name,
            "language_code": language_code,
            "id": user_id,
            "username": username,
        }
        made = await self.post("/sandbox/people", asked)
        return Actor(self, int(str(made["id"])), first_name)

    async def group(
        self,
        title: str,
        *,
        members: Sequence["Actor"],
        bots: Sequence[str] = (),
        kind: str = "group",
        is_forum: bool = False,
    ) -> "Group":
        """Make a group; its first member is the creator."""
        asked: JsonObject = {
            "title": title,
            "member_ids": [member.id for member in members],
            "bot_ids": [await self.bot_id(bot) for bot in bots],
            "type": "supergroup" if is_forum else kind,
            "is_forum": is_forum,
        }
        made = await self.post("/sandbox/groups", asked)
        return Group(self, str(made["key"]), int(str(made["id"])))

    async def bot_id(self, username: str) -> int:
        """Find a bot."""
        bots = (await self.get("/sandbox/state"))["bots"]
        assert isinstance(bots, list)  # noqa: S101 - the control API says so
        wanted = username.removeprefix("@").lower()
        return {str(bot["username"]).lower(): int(bot["id"]) for bot in bots}[wanted]

    async def fault(
        self, method: str, kind: str, *, times: int = 1, retry_after: int = 1, seconds: float = 1
    ) -> None:
        """Let the next calls of a method fail."""
        asked: JsonObject = {"method": method, "kind": kind, "times": times}
        await self.post(
            "/sandbox/faults", asked | {"retry_after": retry_after, "seconds": seconds}
        )

    async def clear_faults(self) -> None:
        """Forget every ordered fault."""
        async with self._http().delete("/sandbox/faults") as answer:
            _taken(await answer.json(), answer.status)

    async def deliver_next(self, bot: str, how: str, *, count: int = 1) -> None:
        """Have the next updates come "twice" or "reversed", or the last taken ones "again"."""
        asked: JsonObject = {"bot_id": await self.bot_id(bot), "next": how, "count": count}
        await self.post("/sandbox/delivery", asked)

    async def flood_limits(self, *, are_on: bool, **numbers: int) -> None:
        """Turn Telegram's flood limits on, perhaps with other numbers, or off."""
        await self.post("/sandbox/limits", {"on": are_on, **numbers})

    async def requests(self, *, after: int = 0) -> list[LoggedRequest]:
        """Give the requests after a number, with their answers."""
        found = (await self.get("/sandbox/log", after=str(after)))["requests"]
        assert isinstance(found, list)  # noqa: S101 - the control API says so
        return [LoggedRequest(**each) for each in found]

    async def log(self) -> list[JsonObject]:
        """Give the requests that bots made, with their answers."""
        requests = (await self.get("/sandbox/log"))["requests"]
        assert isinstance(requests, list)  # noqa: S101 - the control API says so
        return requests

    async def download(self, file_id: str) -> bytes:
        """Give a file's bytes."""
        async with self._http().get(f"/sandbox/files/{file_id}") as answer:
            return await answer.read()

    def chat(self, key: str, actor: "Actor") -> ChatSide:
        """Give a person's side of a chat; the same object for the same side."""
        sides = self._sides.setdefault(key, {})
        if actor.id not in sides:
            sides[actor.id] = ChatSide(self, key, actor.id)
        return sides[actor.id]

    async def get(self, path: str, **query: str) -> JsonObject:
        """Ask the control API.

        Raises:
            SandboxRefusedError: it says no.
        """
        async with self._http().get(path, params=query) as answer:
            return _taken(await answer.json(), answer.status)

    async def post(self, path: str, asked: JsonObject) -> JsonObject:
        """Tell the control API to do something.

        Raises:
            SandboxRefusedError: it says no.
        """
        async with self._http().post(path, json=asked) as answer:
            return _taken(await answer.json(), answer.status)

    async def upload(self, form: FormData) -> JsonObject:
        """Send files.

        Raises:
            SandboxRefusedError: it says no.
        """
        async with self._http().post("/sandbox/upload", data=form) as answer:
            return _taken(await answer.json(), answer.status)

    def _http(self) -> ClientSession:
        assert self._session is not None  # noqa: S101 - used inside "async with"
        return self._session

    async def _listen(self) -> None:
        while True:
            try:
                found = await self.get(
                    "/sandbox/events", after=str(self._last), timeout=str(POLL_SECONDS)
                )
            except (ClientError, TimeoutError):
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            self._last = int(str(found["last"]))
            events = found["events"]
            assert isinstance(events, list)  # noqa: S101 - the control API says so
            for event in events:
                for side in self._sides.get(str(event["chat"]), {}).values():
                    side.take(event)


class Actor:
    """A person to play."""

    def __init__(self, driver: SandboxDriver, person_id: int, name: str) -> None:
        self.driver = driver
        self.id = person_id
        self.name = name

    async def chat_with(self, bot: str) -> ChatSide:
        """Look at the private chat with a bot, without writing."""
        return self.driver.chat(f"p:{await self.driver.bot_id(bot)}:{self.id}", self)

    async def opens(self, bot: str, payload: str = "") -> ChatSide:
        """Press start in the private chat with a bot."""
        chat = await self.chat_with(bot)
        await chat.starts(payload)
        return chat

    async def opens_link(self, url: str) -> ChatSide:
        """Open a bot's t.me link and look at the chat that it leads to."""
        found = await self.driver.post("/sandbox/link", {"as": self.id, "url": url})
        return self.driver.chat(str(found["chat"]), self)


class Group:
    """A group of people and bots."""

    def __init__(self, driver: SandboxDriver, key: str, chat_id: int) -> None:
        self._driver = driver
        self.key = key
        self.id = chat_id

    def as_(self, actor: Actor) -> ChatSide:
        """Give a member's side of the group."""
        return self._driver.chat(self.key, actor)

    async def upgrade(self) -> "Group":
        """Make it a supergroup."""
        made = await self._driver.post(f"/sandbox/groups/{self.id}/upgrade", {})
        return Group(self._driver, str(made["key"]), int(str(made["id"])))

    async def add_topic(self, name: str) -> int:
        """Open a topic and give its thread's id."""
        made = await self._driver.post(f"/sandbox/groups/{self.id}/topics", {"name": name})
        return int(str(made["id"]))

    async def change_member(self, actor: Actor, action: str) -> None:
        """Let a person "join", "leave" or be "promote"d, or have him "kick_bot", "promote_bot"."""
        asked: JsonObject = {"user_id": actor.id, "action": action}
        await self._driver.post(f"/sandbox/groups/{self.id}/members", asked)


def _taken(body: object, status: int) -> JsonObject:
    if not isinstance(body, dict) or status != 200:  # noqa: PLR2004 - HTTP's own
        raise SandboxRefusedError(str(body))
    return body
