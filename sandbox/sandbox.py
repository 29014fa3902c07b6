"""The sandbox as one object: the world, its queues and files, and how messages reach them."""

import itertools
import time
import zlib
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.limits import SendLimits
from sandbox.texts.styled import addressed
from sandbox.updates import UpdateQueue
from sandbox.world import Bot, Chat, JsonObject, Message, Person, World

LOG_MAX = 10_000
CALLBACKS_MAX = 10_000
UPDATE_EPOCH = 1_700_000_000
UPDATES_PER_SECOND = 5
"""Updates are numbered from the clock, so that a sandbox that is started again goes on upwards."""

CALLBACK_SECONDS = 15.0
"""How long a callback query may be answered."""


@dataclass(slots=True)
class CallbackQuery:
    """A pressed button that waits for its answer."""

    id: str
    bot_id: int
    person_id: int
    chat: Chat
    message_id: int
    pressed_at: float
    answer: JsonObject | None = None


@dataclass(slots=True)
class Webhook:
    """Where a bot wants its updates sent, and how that went."""

    url: str
    secret: str
    max_connections: int = 40
    last_error_at: int | None = None
    last_error: str = ""


@dataclass(slots=True)
class BotDesk:
    """What the sandbox keeps for one bot beside its account."""

    queue: UpdateQueue
    webhook: Webhook | None = None


class Sandbox:
    """Everything there is, without the HTTP around it."""

    def __init__(
        self, *, clock: Callable[[], float] = time.time, limits: SendLimits | None = None
    ) -> None:
        self.clock = clock
        self.limits = limits
        self.world = World()
        self.files = Files()
        self.events = Events()
        self.faults = Faults()
        self.callbacks: OrderedDict[str, CallbackQuery] = OrderedDict()
        self.log: deque[JsonObject] = deque(maxlen=LOG_MAX)
        self._desks: dict[int, BotDesk] = {}
        self._log_numbers = itertools.count(1)
        self._callback_numbers = itertools.count(4_000_000_001)
        self._ephemeral_numbers = itertools.count(1)
        self.callback_seconds = CALLBACK_SECONDS
        self.webhook_changed: Callable[[Bot], None] = lambda _: None

    def end(self) -> None:
        """Let every long poll go."""
        self.events.end()
        for desk in self._desks.values():
            desk.queue.wake()

    def now(self) -> int:
        """Give the time as Telegram does: whole seconds."""
        return int(self.clock())

    def next_ephemeral(self) -> int:
        """Number a message that one person alone sees."""
        return next(self._ephemeral_numbers)

    def desk(self, bot: Bot) -> BotDesk:
        """Give what is kept for a bot."""
        found = self._desks.get(bot.id)
        if found is None:
            first = max(1, (self.now() - UPDATE_EPOCH) * UPDATES_PER_SECOND)
            found = self._desks[bot.id] = BotDesk(UpdateQueue(first))
        return found

    def note(
        self, bot: Bot, method: str, request: JsonObject, answer: JsonObject, *, status: int
    ) -> None:
        """Keep a request and its answer in the log; status 0 is an answer that was never sent."""
        self.log.append(
            {
                "number": next(self._log_numbers),
                "bot_id": bot.id,
                "method": method,
                "parameters": request,
                "status": status,
                "answer": answer,
            }
        )

    def post_as_bot(self, bot: Bot, chat: Chat, content: JsonObject) -> Message:
        """Put a bot's message into a chat."""
        return self._post(chat, content | {"from": bot.as_user()}, by_bot=bot.id)

    def post_as_person(self, person: Person, chat: Chat, content: JsonObject) -> Message:
        """Put a person's message into a chat and tell the bots that may see it."""
        message = self._post(chat, {"from": person.as_user()} | content, by_bot=None)
        for bot_id in chat.bots:
            bot = self.world.bots[bot_id]
            if self._may_see(bot, chat, message.content):
                self.desk(bot).queue.add("message", message.content)
        return message

    def post_service(self, chat: Chat, person: Person, content: JsonObject) -> Message:
        """Put a service message into a chat; every bot there sees it."""
        message = self._post(chat, {"from": person.as_user()} | content, by_bot=None)
        for bot_id in chat.bots:
            self.desk(self.world.bots[bot_id]).queue.add("message", message.content)
        return message

    def edited_by_person(self, chat: Chat, message: Message) -> None:
        """Tell the bots that may see it that a person changed his message."""
        for bot_id in chat.bots:
            bot = self.world.bots[bot_id]
            if self._may_see(bot, chat, message.content):
                self.desk(bot).queue.add("edited_message", message.content)
        self.events.add("edited", chat.key, message=message.shown())

    def press(self, person: Person, chat: Chat, message: Message, data: str) -> CallbackQuery:
        """Press a button under a bot's message."""
        assert message.by_bot is not None  # noqa: S101 - the caller checked
        query = CallbackQuery(
            str(next(self._callback_numbers)),
            message.by_bot,
            person.id,
            chat,
            message.id,
            self.clock(),
        )
        self.callbacks[query.id] = query
        if len(self.callbacks) > CALLBACKS_MAX:
            self.callbacks.popitem(last=False)
        self.desk(self.world.bots[message.by_bot]).queue.add(
            "callback_query",
            {
                "id": query.id,
                "from": person.as_user(),
                "message": message.content,
                "chat_instance": str(zlib.crc32(chat.key.encode()) * 1_000_003),
                "data": data,
            },
        )
        return query

    def member_changed(self, chat: Chat, person: Person, *, bot: Bot, old: str, new: str) -> None:
        """Tell a bot that its own place in a chat changed."""
        change = self._change(chat, person, member(bot.as_user(), old), member(bot.as_user(), new))
        self.desk(bot).queue.add("my_chat_member", change)
        self.events.add("chat", chat.key)

    def person_changed(self, chat: Chat, person: Person, *, old: str, new: str) -> None:
        """Tell the bots that run a group that a person's place in it changed."""
        user = person.as_user()
        change = self._change(chat, person, member(user, old), member(user, new))
        for bot_id in chat.admin_bots:
            self.desk(self.world.bots[bot_id]).queue.add("chat_member", change)
        self.events.add("chat", chat.key)

    def _change(self, chat: Chat, person: Person, old: JsonObject, new: JsonObject) -> JsonObject:
        return {
            "chat": self.world.chat_object(chat),
            "from": person.as_user(),
            "date": self.now(),
            "old_chat_member": old,
            "new_chat_member": new,
        }

    def _post(self, chat: Chat, content: JsonObject, *, by_bot: int | None) -> Message:
        message = Message(
            {
                "message_id": next(chat.numbers),
                "date": self.now(),
                "chat": self.world.chat_object(chat),
            }
            | content,
            by_bot,
        )
        chat.keep(message)
        self.events.add("message", chat.key, message=message.shown())
        return message

    def _may_see(self, bot: Bot, chat: Chat, content: JsonObject) -> bool:
        """Decide as privacy mode does: in groups commands, mentions and replies only."""
        if chat.is_private or bot.can_read_all or bot.id in chat.admin_bots:
            return True
        replied = content.get("reply_to_message")
        if isinstance(replied, dict) and replied.get("from", {}).get("id") == bot.id:
            return True
        said = [
            *addressed(content.get("text"), content.get("entities")),
            *addressed(content.get("caption"), content.get("caption_entities")),
        ]
        return any(_is_for(bot, kind, words) for kind, words in said)


def _is_for(bot: Bot, kind: str, words: str) -> bool:
    """Say whether a command or mention is meant for a bot; a bare command is for every bot."""
    _, at, name = words.partition("@")
    if kind == "bot_command" and not at:
        return True
    return name.lower() == bot.username.lower()


_RIGHTS = dict.fromkeys(
    (
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
        "can_manage_topics",
        "can_send_welcome_messages",
    ),
    True,
)


def member(user: JsonObject, status: str) -> JsonObject:
    """Show somebody as a chat's member."""
    shown: JsonObject = {"user": user, "status": status}
    if status == "kicked":
        shown["until_date"] = 0
    if status in {"creator", "administrator"}:
        shown["is_anonymous"] = False
    if status == "administrator":
        shown |= {"can_be_edited": False} | _RIGHTS
    return shown
