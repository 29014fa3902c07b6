"""The control API's acts: everything that a person does in a chat."""

import asyncio

from aiohttp import BodyPartReader, web

from sandbox.acting import Acting
from sandbox.control_bodies import Asked, body_of, chat_under, number_in, person_under, text_in
from sandbox.errors import ControlError
from sandbox.sandbox import Sandbox
from sandbox.world import JsonObject, Message

ANSWER_SECONDS = 15.0
KINDS = frozenset({"photo", "document", "voice", "audio"})


class Acts:
    """Answers /sandbox/act and /sandbox/upload."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def act(self, request: web.Request) -> web.Response:
        """Do something as a person."""
        asked = await body_of(request)
        hands = self._hands(asked)
        do = str(asked["do"])
        if do == "press":
            return await self._press(hands, asked)
        sent = self._sent(hands, do, asked)
        if sent is not None:
            return web.json_response({"message": sent.shown()})
        self._done(hands, do, asked)
        return web.json_response({})

    def _sent(self, hands: Acting, do: str, asked: Asked) -> Message | None:
        """Do what leaves a message behind; nothing when it is no such act."""
        match do:
            case "text":
                return hands.type(
                    str(asked["text"]),
                    reply_to=number_in(asked, "reply_to"),
                    thread_id=number_in(asked, "thread_id"),
                )
            case "start":
                return hands.start(text_in(asked, "payload") or "")
            case "edit":
                return hands.edit(number_in(asked, "message_id") or 0, str(asked["text"]))
            case "contact":
                return hands.share_contact(str(asked["phone_number"]))
            case "forward":
                to = chat_under(self._sandbox.world, asked["to"])
                return hands.forward(number_in(asked, "message_id") or 0, to=to)
        return None

    def _done(self, hands: Acting, do: str, asked: Asked) -> None:
        message_id = number_in(asked, "message_id") or 0
        match do:
            case "delete":
                hands.delete(message_id)
            case "react":
                hands.react(message_id, text_in(asked, "emoji"))
            case "block" | "unblock":
                hands.block(blocked=do == "block")
            case unknown:
                message = f"nobody can {unknown!r}"
                raise ControlError(message)

    async def _press(self, hands: Acting, asked: Asked) -> web.Response:
        """Press a button and wait for the bot's answer."""
        before = self._sandbox.events.last
        query = hands.press(number_in(asked, "message_id") or 0, str(asked["data"]))
        seconds = float(str(asked.get("wait_seconds", ANSWER_SECONDS)))
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        events = self._sandbox.events
        while query.answer is None and not events.is_over and (left := deadline - loop.time()) > 0:
            await events.after(before, chat=query.chat.key, seconds=left)
            before = events.last
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
        kind = str(fields.get("kind", "document"))
        if kind not in KINDS or not parts:
            message = f"a file is needed, of a kind among {', '.join(sorted(KINDS))}"
            raise ControlError(message)
        sent = self._sent_files(self._hands(fields), kind, parts, fields)
        return web.json_response({"messages": [message.shown() for message in sent]})

    def _sent_files(
        self, hands: Acting, kind: str, parts: list[tuple[str, str, bytes]], fields: Asked
    ) -> list[Message]:
        album = f"album-{self._sandbox.events.last}" if len(parts) > 1 else None
        files = [
            self._sandbox.files.keep(
                data, kind=kind, name=name, type_=type_, seconds=number_in(fields, "duration")
            )
            for name, type_, data in parts
        ]
        under = number_in(fields, "caption_at") or 0
        return [
            hands.send_file(
                file,
                caption=str(fields.get("caption", "")) if place == under else "",
                reply_to=number_in(fields, "reply_to"),
                thread_id=number_in(fields, "thread_id"),
                album=album,
            )
            for place, file in enumerate(files)
        ]

    def _hands(self, asked: Asked) -> Acting:
        world = self._sandbox.world
        return Acting(
            self._sandbox, person_under(world, asked["as"]), chat_under(world, asked["chat"])
        )
