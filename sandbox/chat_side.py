"""A person's side of a chat, for the driver: type, tap, upload, and hear what the bot answers."""

import asyncio
import io
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from mimetypes import guess_type
from typing import Protocol

from aiohttp import FormData

from sandbox.driven import CallbackAnswer, NothingHeardError, Seen, seen
from sandbox.world import JsonObject

HEAR_SECONDS = 20.0
"""Long enough for a bot that draws its first picture on a busy machine."""
KEPT_MAX = 5_000
"""Messages that nobody asked for are forgotten past this."""

_TYPES = {"photo": "image/png", "voice": "audio/ogg", "audio": "audio/mpeg"}


class ControlApi(Protocol):
    """What a side needs of the driver."""

    async def get(self, path: str, **query: str) -> JsonObject:
        """Ask the control API."""

    async def post(self, path: str, asked: JsonObject) -> JsonObject:
        """Tell the control API to do something."""

    async def upload(self, form: FormData) -> JsonObject:
        """Send files."""


class ChatSide:
    """A person's side of a chat."""

    def __init__(self, control: ControlApi, key: str, person_id: int) -> None:
        self.key = key
        self.person_id = person_id
        self._control = control
        self._heard: deque[Seen] = deque(maxlen=KEPT_MAX)
        self._forms: OrderedDict[int, deque[Seen]] = OrderedDict()
        self._changed = asyncio.Event()

    async def types(
        self, text: str, *, thread_id: int | None = None, reply_to: Seen | None = None
    ) -> Seen:
        """Type a message."""
        replied = None if reply_to is None else reply_to.message_id
        return await self._sent("text", text=text, thread_id=thread_id, reply_to=replied)

    async def replies(self, to: Seen, text: str) -> Seen:
        """Type a reply."""
        return await self.types(text, reply_to=to, thread_id=to.thread_id)

    async def starts(self, payload: str = "") -> Seen:
        """Press start, with the payload of a deep link."""
        return await self._sent("start", payload=payload)

    async def edits(self, message: Seen, text: str) -> Seen:
        """Change one's own message."""
        return await self._sent("edit", message_id=message.message_id, text=text)

    async def deletes(self, message: Seen) -> None:
        """Delete a message."""
        await self.act("delete", message_id=message.message_id)

    async def reacts(self, message: Seen, emoji: str | None) -> None:
        """React to a message."""
        await self.act("react", message_id=message.message_id, emoji=emoji)

    async def forwards(self, message: Seen, to: "ChatSide") -> Seen:
        """Forward a message into another chat."""
        return await self._sent("forward", message_id=message.message_id, to=to.key)

    async def shares_contact(self, phone_number: str) -> Seen:
        """Send one's own contact."""
        return await self._sent("contact", phone_number=phone_number)

    async def blocks(self) -> None:
        """Block the bot."""
        await self.act("block")

    async def unblocks(self) -> None:
        """Unblock the bot."""
        await self.act("unblock")

    async def presses(
        self, message: Seen, label: str, *, wait_seconds: float = 15.0
    ) -> CallbackAnswer:
        """Press a button by its label, its data, or by a part of the label that no other has.

        Raises:
            KeyError: no button, or more than one, has it; or it has no data to send.
        """
        data = message.button(label).data
        if not data:
            wrong = f"{label!r} does not call back"
            raise KeyError(wrong)
        answer = await self.act(
            "press", message_id=message.message_id, data=data, wait_seconds=wait_seconds
        )
        return CallbackAnswer(
            is_answered=bool(answer["answered"]),
            text=str(answer["text"]),
            is_alert=bool(answer["show_alert"]),
            url=str(answer["url"]),
        )

    async def sends(
        self,
        data: bytes,
        *,
        kind: str = "photo",
        name: str = "file",
        caption: str = "",
        reply_to: Seen | None = None,
        seconds: int | None = None,
    ) -> Seen:
        """Send a photo, document or voice note; a sound may tell for how many seconds it plays."""
        told = [("duration", str(seconds))] if seconds is not None else []
        return (await self._upload(kind, [(name, data)], caption, reply_to=reply_to, more=told))[0]

    async def sends_photo(
        self, data: bytes, *, caption: str = "", reply_to: Seen | None = None
    ) -> Seen:
        """Send a photo."""
        return await self.sends(data, name="photo.png", caption=caption, reply_to=reply_to)

    async def sends_document(
        self, data: bytes, *, name: str = "document.bin", caption: str = ""
    ) -> Seen:
        """Send a file; as from Telegram's apps, its type is told by its name alone."""
        return await self.sends(data, kind="document", name=name, caption=caption)

    async def sends_voice(
        self, data: bytes, *, seconds: int | None = None, reply_to: Seen | None = None
    ) -> Seen:
        """Send a voice note."""
        return await self.sends(
            data, kind="voice", name="voice.ogg", seconds=seconds, reply_to=reply_to
        )

    async def sends_album(
        self, photos: Sequence[bytes], *, caption: str = "", caption_at: int = 0
    ) -> list[Seen]:
        """Send several photos as one album, with the caption under one of them."""
        named = [(f"photo{place}.png", data) for place, data in enumerate(photos)]
        more = [("caption_at", str(caption_at))]
        return await self._upload("photo", named, caption, more=more)

    async def opens_link(self, url: str) -> None:
        """Open a bot's t.me link; startgroup takes the bot into this group."""
        asked: JsonObject = {"as": self.person_id, "url": url, "chat": self.key}
        await self._control.post("/sandbox/link", asked)

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

    def _is_shown(self, message: JsonObject) -> bool:
        """Say whether this person sees it: some messages of a group only one member does."""
        receiver = message.get("receiver_user")
        return not isinstance(receiver, dict) or receiver["id"] == self.person_id

    async def transcript(self) -> list[Seen]:
        """Give the newest messages of the chat, the oldest first."""
        found = (await self._control.get("/sandbox/messages", chat=self.key))["messages"]
        assert isinstance(found, list)  # noqa: S101 - the control API says so
        return [seen(message) for message in found if self._is_shown(message)]

    async def commands(self) -> list[str]:
        """Give the commands of the menu as this person sees it."""
        found = await self._control.get(
            "/sandbox/commands", chat=self.key, **{"as": str(self.person_id)}
        )
        listed = found["commands"]
        assert isinstance(listed, list)  # noqa: S101 - the control API says so
        return [str(each["command"]) for each in listed]

    async def act(self, what: str, **how: object) -> JsonObject:
        """Do something by its name in the control API."""
        asked: JsonObject = {"as": self.person_id, "chat": self.key, "do": what, **how}
        return await self._control.post("/sandbox/act", asked)

    def take(self, event: JsonObject) -> None:
        """Take in what happened in this chat."""
        message = event.get("message")
        if isinstance(message, dict) and not self._is_shown(message):
            return
        if isinstance(message, dict) and message["from"]["is_bot"]:
            if event["type"] == "message":
                self._heard.append(seen(message))
            elif event["type"] == "edited":
                self._forms.setdefault(message["message_id"], deque()).append(seen(message))
                if len(self._forms) > KEPT_MAX:
                    self._forms.popitem(last=False)
        self._changed.set()

    async def _sent(self, what: str, **how: object) -> Seen:
        message = (await self.act(what, **how))["message"]
        assert isinstance(message, dict)  # noqa: S101 - the control API says so
        return seen(message)

    async def _upload(
        self,
        kind: str,
        files: Sequence[tuple[str, bytes]],
        caption: str,
        *,
        reply_to: Seen | None = None,
        more: Sequence[tuple[str, str]] = (),
    ) -> list[Seen]:
        form = FormData(quote_fields=False, default_to_multipart=True)
        for field, value in (
            ("as", str(self.person_id)),
            ("chat", self.key),
            ("kind", kind),
            ("caption", caption),
            *([] if reply_to is None else [("reply_to", str(reply_to.message_id))]),
            *more,
        ):
            form.add_field(field, value)
        for name, data in files:
            type_ = _TYPES.get(kind) or guess_type(name)[0] or "application/octet-stream"
            form.add_field("file", io.BytesIO(data), filename=name, content_type=type_)
        sent = (await self._control.upload(form))["messages"]
        assert isinstance(sent, list)  # noqa: S101 - the control API says so
        return [seen(message) for message in sent]

    async def _until(self, is_there: Callable[[], bool], seconds: float, what: str) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not is_there():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            lines = [f"{each.sender}: {each.text}" for each in (await self.transcript())[-6:]]
            raise NothingHeardError(what, lines) from None
