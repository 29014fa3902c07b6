"""Play people in a sandbox from Python: type, tap, upload, and hear what the bot answers."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, ClientTimeout, FormData

from sandbox.driven import (
    CallbackAnswer,
    NothingHeardError,
    SandboxRefusedError,
    Seen,
    seen,
)
from sandbox.world import JsonObject

HEAR_SECONDS = 5.0
POLL_SECONDS = 20


class SandboxDriver:
    """A connection to a sandbox's control API; one long poll feeds every chat."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._session: ClientSession | None = None
        self._listening: asyncio.Task[None] | None = None
        self._chats: dict[str, ChatSide] = {}
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

    async def person(
        self, first_name: str, *, language_code: str = "en", user_id: int | None = None
    ) -> "Actor":
        """Make a person, or find the one with this id."""
        asked: JsonObject = {
            "first_name": first_name,
            "language_code": language_code,
            "id": user_id,
        }
        made = await self.post("/sandbox/people", asked)
        return Actor(self, int(str(made["id"])), first_name)

    async def group(
        self,
        title: str,
        *,
        members: Sequence["Actor"],
        bots: Sequence[str],
        kind: str = "group",
        is_forum: bool = False,
    ) -> "Group":
        """Make a group; its first member is the creator."""
        asked: JsonObject = {
            "title": title,
            "member_ids": [member.id for member in members],
            "bot_ids": [await self.bot_id(bot) for bot in bots],
            "type": kind,
            "is_forum": is_forum,
        }
        made = await self.post("/sandbox/groups", asked)
        return Group(self, str(made["key"]), int(str(made["id"])))

    async def bot_id(self, username: str) -> int:
        """Find a bot."""
        bots = (await self.get("/sandbox/state"))["bots"]
        assert isinstance(bots, list)  # noqa: S101 - the control API says so
        return next(int(bot["id"]) for bot in bots if bot["username"] == username)

    async def fault(
        self, method: str, kind: str, *, times: int = 1, retry_after: int = 1, seconds: float = 1
    ) -> None:
        """Let the next calls of a method fail."""
        asked: JsonObject = {"method": method, "kind": kind, "times": times}
        await self.post(
            "/sandbox/faults", asked | {"retry_after": retry_after, "seconds": seconds}
        )

    async def log(self) -> list[JsonObject]:
        """Give the requests that bots made, with their answers."""
        requests = (await self.get("/sandbox/log"))["requests"]
        assert isinstance(requests, list)  # noqa: S101 - the control API says so
        return requests

    async def download(self, file_id: str) -> bytes:
        """Give a file's bytes."""
        async with self._http().get(f"/sandbox/files/{file_id}") as answer:
            return await answer.read()

    def chat(self, key: str, actor: "Actor") -> "ChatSide":
        """Give a person's side of a chat; the same object for the same side."""
        name = f"{key}@{actor.id}"
        if name not in self._chats:
            self._chats[name] = ChatSide(self, key, actor)
        return self._chats[name]

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
            found = await self.get(
                "/sandbox/events", after=str(self._last), timeout=str(POLL_SECONDS)
            )
            self._last = int(str(found["last"]))
            events = found["events"]
            assert isinstance(events, list)  # noqa: S101 - the control API says so
            for event in events:
                for chat in self._chats.values():
                    if chat.key == event["chat"]:
                        chat.take(event)


class Actor:
    """A person to play."""

    def __init__(self, driver: SandboxDriver, person_id: int, name: str) -> None:
        self.driver = driver
        self.id = person_id
        self.name = name

    async def chat_with(self, bot: str) -> "ChatSide":
        """Look at the private chat with a bot, without writing."""
        return self.driver.chat(f"p:{await self.driver.bot_id(bot)}:{self.id}", self)

    async def opens(self, bot: str, payload: str = "") -> "ChatSide":
        """Press start in the private chat with a bot."""
        chat = await self.chat_with(bot)
        await chat.act("start", payload=payload)
        return chat


class Group:
    """A group of people and bots."""

    def __init__(self, driver: SandboxDriver, key: str, chat_id: int) -> None:
        self._driver = driver
        self.key = key
        self.id = chat_id

    def as_(self, actor: Actor) -> "ChatSide":
        """Give a member's side of the group."""
        return self._driver.chat(self.key, actor)

    async def upgrade(self) -> "Group":
        """Make it a supergroup."""
        made = await self._driver.post(f"/sandbox/groups/{self.id}/upgrade", {})
        return Group(self._driver, str(made["key"]), int(str(made["id"])))


class ChatSide:
    """A person's side of a chat."""

    def __init__(self, driver: SandboxDriver, key: str, actor: Actor) -> None:
        self.key = key
        self._driver = driver
        self._actor = actor
        self._heard: deque[Seen] = deque()
        self._forms: dict[int, deque[Seen]] = {}
        self._changed = asyncio.Event()

    async def types(self, text: str, *, thread_id: int | None = None) -> Seen:
        """Type a message."""
        return await self._sent("text", text=text, thread_id=thread_id)

    async def replies(self, to: Seen, text: str) -> Seen:
        """Type a reply."""
        return await self._sent("text", text=text, reply_to=to.message_id)

    async def edits(self, message: Seen, text: str) -> Seen:
        """Change one's own message."""
        return await self._sent("edit", message_id=message.message_id, text=text)

    async def deletes(self, message: Seen) -> None:
        """Delete a message."""
        await self.act("delete", message_id=message.message_id)

    async def reacts(self, message: Seen, emoji: str | None) -> None:
        """React to a message."""
        await self.act("react", message_id=message.message_id, emoji=emoji)

    async def blocks(self) -> None:
        """Block the bot."""
        await self.act("block")

    async def unblocks(self) -> None:
        """Unblock the bot."""
        await self.act("unblock")

    async def presses(self, message: Seen, label: str) -> CallbackAnswer:
        """Press a button by its label, or by a part of it that no other has.

        Raises:
            KeyError: no button, or more than one, has it.
        """
        data = message.button(label).data
        answer = await self.act("press", message_id=message.message_id, data=data)
        return CallbackAnswer(
            is_answered=bool(answer["answered"]),
            text=str(answer["text"]),
            is_alert=bool(answer["show_alert"]),
        )

    async def sends(
        self, data: bytes, *, kind: str = "photo", name: str = "file", caption: str = ""
    ) -> None:
        """Send a photo, document or voice note."""
        form = FormData()
        for field, value in (
            ("as", str(self._actor.id)),
            ("chat", self.key),
            ("kind", kind),
            ("caption", caption),
        ):
            form.add_field(field, value)
        form.add_field("file", data, filename=name)
        await self._driver.upload(form)

    async def opens_link(self, url: str) -> None:
        """Open a deep link of a bot, as its own private chat."""
        username, _, query = url.rpartition("/")[2].partition("?start=")
        await self._actor.opens(username, query)

    async def hears(self, timeout_seconds: float = HEAR_SECONDS) -> Seen:
        """Give the next message of a bot that was not heard yet.

        Raises:
            NothingHeardError: none came in time.
        """
        await self._until(lambda: bool(self._heard), timeout_seconds, "a message")
        return self._heard.popleft()

    async def hears_nothing(self, for_seconds: float = 0.3) -> None:
        """Make sure that no bot says anything for a while."""
        await asyncio.sleep(for_seconds)
        if self._heard:
            message = f"heard {self._heard[0].text!r}"
            raise AssertionError(message)

    async def sees_edit(self, message: Seen, timeout_seconds: float = HEAR_SECONDS) -> Seen:
        """Give the next form of a message that was not seen yet.

        Raises:
            NothingHeardError: it was not changed in time.
        """
        forms = self._forms.setdefault(message.message_id, deque())
        await self._until(lambda: bool(forms), timeout_seconds, "an edit")
        return forms.popleft()

    async def transcript(self) -> list[Seen]:
        """Give the newest messages of the chat, the oldest first."""
        found = (await self._driver.get("/sandbox/messages", chat=self.key))["messages"]
        assert isinstance(found, list)  # noqa: S101 - the control API says so
        return [seen(message) for message in found]

    async def commands(self) -> list[str]:
        """Give the commands of the menu as this person sees it."""
        found = await self._driver.get(
            "/sandbox/commands", chat=self.key, **{"as": str(self._actor.id)}
        )
        listed = found["commands"]
        assert isinstance(listed, list)  # noqa: S101 - the control API says so
        return [str(each["command"]) for each in listed]

    async def act(self, what: str, **how: object) -> JsonObject:
        """Do something by its name in the control API."""
        asked: JsonObject = {"as": self._actor.id, "chat": self.key, "do": what, **how}
        return await self._driver.post("/sandbox/act", asked)

    def take(self, event: JsonObject) -> None:
        """Take in what happened in this chat."""
        message = event.get("message")
        if isinstance(message, dict) and message["from"]["is_bot"]:
            if event["type"] == "message":
                self._heard.append(seen(message))
            elif event["type"] == "edited":
                self._forms.setdefault(message["message_id"], deque()).append(seen(message))
        self._changed.set()

    async def _sent(self, what: str, **how: object) -> Seen:
        message = (await self.act(what, **how))["message"]
        assert isinstance(message, dict)  # noqa: S101 - the control API says so
        return seen(message)

    async def _until(self, is_there: Callable[[], bool], seconds: float, what: str) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not is_there():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            lines = [f"{each.sender}: {each.text}" for each in (await self.transcript())[-6:]]
            raise NothingHeardError(what, lines) from None


def _taken(body: object, status: int) -> JsonObject:
    if not isinstance(body, dict) or status != 200:  # noqa: PLR2004 - HTTP's own
        raise SandboxRefusedError(str(body))
    return body
