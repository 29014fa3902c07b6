"""The control API: what the chat page and the driver use; CONTROL.md documents it."""

import json
from collections.abc import Awaitable, Callable
from itertools import islice

from aiohttp import web

from sandbox.acting import change_membership, open_group, open_link, upgrade, visible_commands
from sandbox.control_acts import Acts
from sandbox.control_bodies import (
    body_of,
    chat_shown,
    number_in,
    numbers_in,
    person_under,
    text_in,
)
from sandbox.errors import BotApiError, ControlError
from sandbox.faults import Fault
from sandbox.limits import SendLimits
from sandbox.sandbox import Sandbox
from sandbox.world import Chat

EVENT_SECONDS_MAX = 50.0
MESSAGES_SHOWN = 200
STREAM_SECONDS = 15.0
_SHOWN = {"photo": "image/png", "voice": "audio/ogg", "audio": "audio/mpeg"}
"""What a page may show itself; a browser tells a JPEG by its first bytes."""

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
        acts = Acts(self._sandbox)
        return [
            web.get("/sandbox/state", self.state),
            web.post("/sandbox/bots", self.add_bot),
            web.post("/sandbox/people", self.add_person),
            web.post("/sandbox/groups", self.add_group),
            web.post("/sandbox/groups/{id}/upgrade", self.upgrade_group),
            web.post("/sandbox/groups/{id}/members", self.change_members),
            web.post("/sandbox/groups/{id}/topics", self.add_topic),
            web.post("/sandbox/act", acts.act),
            web.post("/sandbox/upload", acts.upload),
            web.post("/sandbox/link", self.link),
            web.get("/sandbox/messages", self.messages),
            web.get("/sandbox/events", self.events),
            web.get("/sandbox/stream", self.stream),
            web.get("/sandbox/commands", self.commands),
            web.get("/sandbox/files/{id}", self.file),
            web.post("/sandbox/faults", self.order_fault),
            web.delete("/sandbox/faults", self.clear_faults),
            web.post("/sandbox/delivery", self.delivery),
            web.post("/sandbox/limits", self.limits),
            web.get("/sandbox/log", self.log),
        ]

    async def state(self, _request: web.Request) -> web.Response:
        """Tell everything there is but the messages."""
        return web.json_response(
            {
                "bots": [bot.as_user() for bot in self._world.bots.values()],
                "people": [person.as_user() for person in self._world.people.values()],
                "chats": [chat_shown(chat) for chat in self._world.chats.values()],
                "last": self._sandbox.events.last,
            }
        )

    async def add_bot(self, request: web.Request) -> web.Response:
        """Make a bot."""
        asked = await body_of(request)
        bot = self._world.add_bot(
            str(asked["username"]),
            first_name=text_in(asked, "first_name"),
            token=text_in(asked, "token"),
            can_read_all=bool(asked.get("can_read_all")),
        )
        self._sandbox.events.add("person", "")
        return web.json_response(bot.as_user() | {"token": bot.token})

    async def add_person(self, request: web.Request) -> web.Response:
        """Make a person."""
        asked = await body_of(request)
        person = self._world.add_person(
            str(asked["first_name"]),
            username=text_in(asked, "username"),
            language_code=text_in(asked, "language_code"),
            person_id=number_in(asked, "id"),
        )
        self._sandbox.events.add("person", "")
        return web.json_response(person.as_user())

    async def add_group(self, request: web.Request) -> web.Response:
        """Make a group."""
        asked = await body_of(request)
        is_forum, members = bool(asked.get("is_forum")), numbers_in(asked, "member_ids")
        if not members:
            message = "a group needs a member"
            raise ControlError(message)
        chat = self._world.add_group(
            str(asked["title"]),
            kind=text_in(asked, "type") or ("supergroup" if is_forum else "group"),
            members=members,
            bots=numbers_in(asked, "bot_ids"),
            is_forum=is_forum,
        )
        open_group(self._sandbox, chat)
        return web.json_response(chat_shown(chat))

    async def upgrade_group(self, request: web.Request) -> web.Response:
        """Make a group a supergroup."""
        return web.json_response(chat_shown(upgrade(self._sandbox, self._group(request))))

    async def change_members(self, request: web.Request) -> web.Response:
        """Let somebody join, leave or be promoted."""
        asked, chat = await body_of(request), self._group(request)
        person = person_under(self._world, asked["user_id"])
        change_membership(self._sandbox, chat, person, str(asked["action"]))
        return web.json_response(chat_shown(chat))

    async def add_topic(self, request: web.Request) -> web.Response:
        """Open a topic as the group's creator."""
        asked, chat = await body_of(request), self._group(request)
        creator = self._world.people[next(iter(chat.members))]
        name = str(asked["name"])
        chat.is_forum = True
        message = self._sandbox.post_service(
            chat, creator, {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        )
        chat.topics[message.id] = name
        self._sandbox.events.add("chat", chat.key)
        return web.json_response({"id": message.id, "name": name})

    async def link(self, request: web.Request) -> web.Response:
        """Open a t.me link as a person."""
        asked = await body_of(request)
        group = self._world.by_key(str(asked["chat"])) if asked.get("chat") else None
        person = person_under(self._world, asked["as"])
        chat = open_link(self._sandbox, person, str(asked["url"]), group)
        return web.json_response({"chat": chat.key})

    async def messages(self, request: web.Request) -> web.Response:
        """Give the newest messages of a chat, the oldest first."""
        chat = self._world.by_key(request.query["chat"])
        limit = max(1, _whole(request, "limit", MESSAGES_SHOWN))
        newest = list(islice(reversed(chat.messages.values()), limit))
        shown = [message.shown() for message in reversed(newest)]
        return web.json_response({"messages": shown, "last": self._sandbox.events.last})

    async def events(self, request: web.Request) -> web.Response:
        """Give what happened after a number; wait while nothing has."""
        found = await self._sandbox.events.after(
            _whole(request, "after", 0),
            chat=request.query.get("chat"),
            seconds=min(float(_whole(request, "timeout", 25)), EVENT_SECONDS_MAX),
        )
        last = found[-1]["seq"] if found else self._sandbox.events.last
        return web.json_response({"events": found, "last": last})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Stream what happens, as server-sent events."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        resumed = request.headers.get("Last-Event-ID", "")
        last = int(resumed) if resumed.isdigit() else _whole(request, "after", 0)
        events = self._sandbox.events
        while not events.is_over:
            found = await events.after(last, chat=None, seconds=STREAM_SECONDS)
            lines = [f"id: {event['seq']}\ndata: {json.dumps(event)}\n\n" for event in found]
            last = int(str(found[-1]["seq"])) if found else last
            try:
                await response.write("".join(lines or [": still here\n\n"]).encode())
            except ConnectionError:
                break
        return response

    async def commands(self, request: web.Request) -> web.Response:
        """Give the command menu as a person sees it."""
        person = person_under(self._world, request.query["as"])
        chat = self._world.by_key(request.query["chat"])
        return web.json_response({"commands": visible_commands(self._sandbox, chat, person)})

    async def file(self, request: web.Request) -> web.Response:
        """Give a file's bytes; what is no picture or sound is only ever downloaded."""
        file = self._sandbox.files.find(request.match_info["id"])
        name = file.name.encode("ascii", "replace").decode().replace('"', "_")
        name = "".join(character for character in name if character.isprintable())
        is_shown = file.kind in _SHOWN
        return web.Response(
            body=file.data,
            headers={
                "Content-Type": _SHOWN[file.kind] if is_shown else "application/octet-stream",
                "Content-Disposition": f"{'inline' if is_shown else 'attachment'}; "
                f'filename="{name}"',
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "max-age=86400, immutable",
            },
        )

    async def order_fault(self, request: web.Request) -> web.Response:
        """Let the next calls of a method fail."""
        asked = await body_of(request)
        self._sandbox.faults.order(
            str(asked["method"]),
            Fault(
                str(asked["kind"]),
                retry_after=number_in(asked, "retry_after") or 1,
                seconds=float(str(asked.get("seconds") or 1)),
            ),
            times=number_in(asked, "times") or 1,
        )
        return web.json_response({})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """Forget every fault."""
        self._sandbox.faults.clear()
        return web.json_response({})

    async def delivery(self, request: web.Request) -> web.Response:
        """Decide how the next updates are delivered."""
        asked = await body_of(request)
        queue = self._sandbox.desk(self._world.bots[int(str(asked["bot_id"]))]).queue
        match asked["next"]:
            case "twice":
                queue.next_twice = True
            case "reversed":
                queue.next_reversed = True
            case "again":
                queue.next_again = number_in(asked, "count") or 1
                queue.wake()
            case unknown:
                message = f"updates cannot be delivered {unknown!r}"
                raise ControlError(message)
        return web.json_response({})

    async def limits(self, request: web.Request) -> web.Response:
        """Turn Telegram's flood limits on, with numbers of one's own or Telegram's, or off."""
        asked = await body_of(request)
        self._sandbox.limits = (
            SendLimits(
                overall_per_second=number_in(asked, "overall_per_second") or 30,
                chat_per_second=number_in(asked, "chat_per_second") or 1,
                group_per_minute=number_in(asked, "group_per_minute") or 20,
            )
            if asked.get("on")
            else None
        )
        return web.json_response({})

    async def log(self, request: web.Request) -> web.Response:
        """Give requests and answers."""
        log = self._sandbox.log
        first = int(str(log[0]["number"])) if log else 1
        start = max(0, _whole(request, "after", 0) - first + 1)
        return web.json_response({"requests": list(islice(log, start, None))}, dumps=_dumps)

    def _group(self, request: web.Request) -> Chat:
        return self._world.by_key(f"g:{request.match_info['id']}")


def _whole(request: web.Request, name: str, otherwise: int) -> int:
    found = number_in(dict(request.query), name)
    return otherwise if found is None else found


def _dumps(value: object) -> str:
    return json.dumps(value, default=str)
