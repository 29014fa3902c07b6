"""The control API: what the chat page and the driver use; CONTROL.md documents it."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import BodyPartReader, web

from sandbox.acting import Acting, change_membership, open_group, upgrade, visible_commands
from sandbox.errors import BotApiError, ControlError
from sandbox.faults import Fault
from sandbox.sandbox import Sandbox
from sandbox.world import Chat, JsonObject, Person

EVENT_SECONDS_MAX = 50.0
MESSAGES_SHOWN = 200
ANSWER_SECONDS = 15.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def errors_in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what cannot be into a sentence."""
    try:
        return await handler(request)
    except (ControlError, BotApiError) as error:
        return web.json_response({"error": str(error)}, status=400)
    except KeyError as error:
        return web.json_response({"error": f"{error} is missing or unknown"}, status=404)


class Control:
    """Answers the page and the driver."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._world = sandbox.world

    def routes(self) -> list[web.AbstractRouteDef]:
        """Give the routes."""
        return [
            web.get("/sandbox/state", self.state),
            web.post("/sandbox/bots", self.add_bot),
            web.post("/sandbox/people", self.add_person),
            web.post("/sandbox/groups", self.add_group),
            web.post("/sandbox/groups/{id}/upgrade", self.upgrade_group),
            web.post("/sandbox/groups/{id}/members", self.change_members),
            web.post("/sandbox/groups/{id}/topics", self.add_topic),
            web.post("/sandbox/act", self.act),
            web.post("/sandbox/upload", self.upload),
            web.get("/sandbox/messages", self.messages),
            web.get("/sandbox/events", self.events),
            web.get("/sandbox/commands", self.commands),
            web.get("/sandbox/files/{id}", self.file),
            web.post("/sandbox/faults", self.order_fault),
            web.delete("/sandbox/faults", self.clear_faults),
            web.post("/sandbox/delivery", self.delivery),
            web.get("/sandbox/log", self.log),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Tell everything there is but the messages."""
        return web.json_response(
            {
                "bots": [bot.as_user() for bot in self._world.bots.values()],
                "people": [person.as_user() for person in self._world.people.values()],
                "chats": [self._shown(chat) for chat in self._world.chats.values()],
                "last": self._sandbox.events.last,
            }
        )

    async def add_bot(self, request: web.Request) -> web.Response:
        """Make a bot."""
        asked = await _body(request)
        bot = self._world.add_bot(
            str(asked["username"]),
            first_name=_text(asked, "first_name"),
            token=_text(asked, "token"),
            can_read_all=bool(asked.get("can_read_all")),
        )
        self._sandbox.events.add("person", "")
        return web.json_response(bot.as_user() | {"token": bot.token})

    async def add_person(self, request: web.Request) -> web.Response:
        """Make a person."""
        asked = await _body(request)
        person = self._world.add_person(
            str(asked["first_name"]),
            username=_text(asked, "username"),
            language_code=_text(asked, "language_code"),
            person_id=_number(asked, "id"),
        )
        self._sandbox.events.add("person", "")
        return web.json_response(person.as_user())

    async def add_group(self, request: web.Request) -> web.Response:
        """Make a group."""
        asked = await _body(request)
        chat = self._world.add_group(
            str(asked["title"]),
            kind=_text(asked, "type") or "group",
            members=_numbers(asked, "member_ids"),
            bots=_numbers(asked, "bot_ids"),
            is_forum=bool(asked.get("is_forum")),
        )
        open_group(self._sandbox, chat)
        return web.json_response(self._shown(chat))

    async def upgrade_group(self, request: web.Request) -> web.Response:
        """Make a group a supergroup."""
        return web.json_response(self._shown(upgrade(self._sandbox, self._group(request))))

    async def change_members(self, request: web.Request) -> web.Response:
        """Let somebody join, leave or be promoted."""
        asked, chat = await _body(request), self._group(request)
        person = self._world.people[int(str(asked["user_id"]))]
        change_membership(self._sandbox, chat, person, str(asked["action"]))
        return web.json_response(self._shown(chat))

    async def add_topic(self, request: web.Request) -> web.Response:
        """Open a topic as the group's creator."""
        asked, chat = await _body(request), self._group(request)
        creator = self._world.people[next(iter(chat.members))]
        name = str(asked["name"])
        chat.is_forum = True
        message = self._sandbox.post_service(
            chat, creator, {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        )
        chat.topics[message.id] = name
        self._sandbox.events.add("chat", chat.key)
        return web.json_response({"id": message.id, "name": name})

    async def act(self, request: web.Request) -> web.Response:
        """Do something as a person."""
        asked = await _body(request)
        person, chat = self._who_and_where(asked["as"], asked["chat"])
        hands = Acting(self._sandbox, person, chat)
        message_id = _number(asked, "message_id") or 0
        match asked["do"]:
            case "text":
                sent = hands.type(
                    str(asked["text"]),
                    reply_to=_number(asked, "reply_to"),
                    thread_id=_number(asked, "thread_id"),
                )
                return web.json_response({"message": sent.shown()})
            case "start":
                sent = hands.start(_text(asked, "payload") or "")
                return web.json_response({"message": sent.shown()})
            case "edit":
                changed = hands.edit(message_id, str(asked["text"]))
                return web.json_response({"message": changed.shown()})
            case "press":
                return await self._press(hands, asked, message_id)
            case "delete":
                hands.delete(message_id)
            case "react":
                hands.react(message_id, _text(asked, "emoji"))
            case "block" | "unblock":
                hands.block(blocked=asked["do"] == "block")
            case unknown:
                message = f"nobody can {unknown!r}"
                raise ControlError(message)
        return web.json_response({})

    async def _press(self, hands: Acting, asked: JsonObject, message_id: int) -> web.Response:
        """Press a button and wait for the bot's answer."""
        before = self._sandbox.events.last
        query = hands.press(message_id, str(asked["data"]))
        seconds = float(str(asked.get("wait_seconds", ANSWER_SECONDS)))
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while query.answer is None and (left := deadline - loop.time()) > 0:
            await self._sandbox.events.after(before, chat=query.chat.key, seconds=left)
            before = self._sandbox.events.last
        answer = query.answer or {"text": "", "show_alert": False, "url": ""}
        return web.json_response({"answered": query.answer is not None} | answer)

    async def upload(self, request: web.Request) -> web.Response:
        """Send files as a person."""
        fields: JsonObject = {}
        parts: list[tuple[str, str, bytes]] = []
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or not part.name:
                continue
            data = bytes(await part.read())
            if part.filename is None:
                fields[part.name] = data.decode()
            else:
                type_ = part.headers.get("Content-Type", "application/octet-stream")
                parts.append((part.filename, type_, data))
        person, chat = self._who_and_where(fields["as"], fields["chat"])
        hands = Acting(self._sandbox, person, chat)
        album = f"album-{self._sandbox.events.last}" if len(parts) > 1 else None
        sent = []
        for place, (name, type_, data) in enumerate(parts):
            file = self._sandbox.files.keep(
                data, kind=str(fields.get("kind", "document")), name=name, type_=type_
            )
            message = hands.send_file(
                file,
                caption=str(fields.get("caption", "")) if place == 0 else "",
                reply_to=_number(fields, "reply_to"),
                thread_id=_number(fields, "thread_id"),
                album=album,
            )
            sent.append(message.shown())
        return web.json_response({"messages": sent})

    async def messages(self, request: web.Request) -> web.Response:
        """Give the newest messages of a chat, the oldest first."""
        chat = self._world.by_key(request.query["chat"])
        limit = int(request.query.get("limit", MESSAGES_SHOWN))
        shown = [message.shown() for message in list(chat.messages.values())[-limit:]]
        return web.json_response({"messages": shown, "last": self._sandbox.events.last})

    async def events(self, request: web.Request) -> web.Response:
        """Give what happened after a number; wait while nothing has."""
        found = await self._sandbox.events.after(
            int(request.query.get("after", 0)),
            chat=request.query.get("chat"),
            seconds=min(float(request.query.get("timeout", 25)), EVENT_SECONDS_MAX),
        )
        last = found[-1]["seq"] if found else self._sandbox.events.last
        return web.json_response({"events": found, "last": last})

    async def commands(self, request: web.Request) -> web.Response:
        """Give the command menu as a person sees it."""
        person, chat = self._who_and_where(request.query["as"], request.query["chat"])
        return web.json_response({"commands": visible_commands(self._sandbox, chat, person)})

    async def file(self, request: web.Request) -> web.Response:
        """Give a file's bytes."""
        file = self._sandbox.files.find(request.match_info["id"])
        name = file.name.encode("ascii", "replace").decode().replace('"', "_")
        return web.Response(
            body=file.data,
            headers={
                "Content-Type": file.type,
                "Content-Disposition": f'inline; filename="{name}"',
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def order_fault(self, request: web.Request) -> web.Response:
        """Let the next calls of a method fail."""
        asked = await _body(request)
        self._sandbox.faults.order(
            str(asked["method"]),
            Fault(
                str(asked["kind"]),
                retry_after=_number(asked, "retry_after") or 1,
                seconds=float(str(asked.get("seconds") or 1)),
            ),
            times=_number(asked, "times") or 1,
        )
        return web.json_response({})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """Forget every fault."""
        self._sandbox.faults.clear()
        return web.json_response({})

    async def delivery(self, request: web.Request) -> web.Response:
        """Decide how the next updates are delivered."""
        asked = await _body(request)
        queue = self._sandbox.desk(self._world.bots[int(str(asked["bot_id"]))]).queue
        match asked["next"]:
            case "twice":
                queue.next_twice = True
            case "reversed":
                queue.next_reversed = True
            case unknown:
                message = f"updates cannot be delivered {unknown!r}"
                raise ControlError(message)
        return web.json_response({})

    async def log(self, request: web.Request) -> web.Response:
        """Give requests and answers."""
        after = int(request.query.get("after", 0))
        found = [each for each in self._sandbox.log if int(str(each["number"])) > after]
        return web.json_response({"requests": found}, dumps=_dumps)

    def _group(self, request: web.Request) -> Chat:
        return self._world.by_key(f"g:{request.match_info['id']}")

    def _who_and_where(self, person_id: object, key: object) -> tuple[Person, Chat]:
        return self._world.people[int(str(person_id))], self._world.by_key(str(key))

    def _shown(self, chat: Chat) -> JsonObject:
        bots = sorted(chat.bots)
        shown: JsonObject = {
            "key": chat.key,
            "id": chat.id,
            "type": chat.type,
            "title": chat.title,
            "is_forum": chat.is_forum,
            "member_ids": list(chat.members),
            "bot_ids": bots,
            "topics": [{"id": number, "name": name} for number, name in chat.topics.items()],
            "migrated_to": chat.upgraded_to,
        }
        if chat.is_private:
            shown |= {"bot_id": bots[0], "user_id": chat.id, "blocked": chat.is_blocked}
        return shown


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


async def _body(request: web.Request) -> JsonObject:
    try:
        asked = await request.json()
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        message = "a JSON object is expected"
        raise ControlError(message)
    return asked


def _text(asked: JsonObject, name: str) -> str | None:
    value = asked.get(name)
    return None if value is None else str(value)


def _number(asked: JsonObject, name: str) -> int | None:
    value = asked.get(name)
    return None if value in {None, ""} else int(str(value))


def _numbers(asked: JsonObject, name: str) -> list[int]:
    values = asked.get(name)
    return [int(str(value)) for value in values] if isinstance(values, list) else []
