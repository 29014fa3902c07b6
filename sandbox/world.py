"""Who and what there is: people, bots, chats, their messages."""

import itertools
from collections import OrderedDict
from dataclasses import dataclass, field

from sandbox.errors import BadRequestError, ChatUpgradedError, ControlError, ForbiddenError

MESSAGES_PER_CHAT_MAX = 5_000
"""Older messages of a chat are forgotten."""

JsonObject = dict[str, object]


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    username: str | None
    language_code: str | None

    def as_user(self) -> JsonObject:
        """Show the person as the Bot API does."""
        user: JsonObject = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Bot:
    """A bot's account."""

    id: int
    username: str
    first_name: str
    token: str
    can_read_all: bool = False
    """Whether privacy mode is off: the bot sees everything in groups."""
    commands: dict[tuple[str, str], list[JsonObject]] = field(default_factory=dict)
    """Scope and language to command menu."""
    menu_buttons: dict[int | None, JsonObject] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description by language."""

    def as_user(self) -> JsonObject:
        """Show the bot as it stands in messages."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }


@dataclass(slots=True)
class Message:
    """A message: its Bot API form and what only the sandbox knows."""

    content: JsonObject
    by_bot: int | None
    """The bot that sent it."""
    reactions: list[JsonObject] = field(default_factory=list)
    is_deleted: bool = False

    @property
    def id(self) -> int:
        """Give the message id."""
        number = self.content["message_id"]
        assert isinstance(number, int)  # noqa: S101 - messages are numbered here
        return number

    @property
    def is_ephemeral(self) -> bool:
        """Say whether one member of a group alone sees it."""
        return "ephemeral_message_id" in self.content

    def shown(self) -> JsonObject:
        """Show the message to the page and the driver."""
        return self.content | {"reactions": self.reactions, "deleted": self.is_deleted}


@dataclass(slots=True)
class Chat:
    """A private chat of a person with a bot, or a group."""

    key: str
    id: int
    type: str
    title: str
    bots: set[int]
    members: dict[int, str] = field(default_factory=dict)
    """Person to "creator", "administrator" or "member"."""
    kicked_bots: set[int] = field(default_factory=set)
    admin_bots: set[int] = field(default_factory=set)
    """Bots that run the group: they see all, and may delete what others wrote."""
    is_forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    upgraded_to: int | None = None
    is_open: bool = True
    """For a private chat: whether the person has started the bot."""
    is_blocked: bool = False
    messages: OrderedDict[int, Message] = field(default_factory=OrderedDict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    pinned: int | None = None

    @property
    def is_private(self) -> bool:
        """Say whether this is a person's chat with a bot."""
        return self.type == "private"

    def keep(self, message: Message) -> None:
        """Keep a message, and no more of them than there is room for."""
        self.messages[message.id] = message
        if len(self.messages) > MESSAGES_PER_CHAT_MAX:
            self.messages.popitem(last=False)

    def find(self, message_id: int) -> Message | None:
        """Give a message that is still there."""
        message = self.messages.get(message_id)
        return None if message is None or message.is_deleted else message


class World:
    """All accounts and chats."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.bots: dict[int, Bot] = {}
        self.bots_by_token: dict[str, Bot] = {}
        self.chats: dict[str, Chat] = {}
        self._person_ids = itertools.count(1_001)
        self._bot_ids = itertools.count(7_000_001)
        self._group_ids = itertools.count(5_001)

    def add_person(
        self,
        first_name: str,
        *,
        username: str | None = None,
        language_code: str | None = None,
        person_id: int | None = None,
    ) -> Person:
        """Make an account; one that is there under this id already is given back."""
        if person_id in self.people:
            return self.people[person_id]
        number = person_id or next(free for free in self._person_ids if free not in self.people)
        person = Person(number, first_name, username, language_code)
        self.people[number] = person
        return person

    def add_bot(
        self,
        username: str,
        *,
        first_name: str | None = None,
        token: str | None = None,
        can_read_all: bool = False,
    ) -> Bot:
        """Make a bot; its id is the first part of its token."""
        number = int(token.partition(":")[0]) if token else next(self._bot_ids)
        token = token or f"{number}:sandbox-{username}"
        bot = Bot(number, username, first_name or username, token, can_read_all)
        self.bots[number] = bot
        self.bots_by_token[token] = bot
        return bot

    def private_chat(self, bot_id: int, person_id: int) -> Chat:
        """Give the chat of a person with a bot, not started yet when it is new."""
        key = f"p:{bot_id}:{person_id}"
        if key not in self.chats:
            person = self.people[person_id]
            chat = Chat(key, person_id, "private", person.first_name, {bot_id}, is_open=False)
            chat.members[person_id] = "member"
            self.chats[key] = chat
        return self.chats[key]

    def add_group(
        self, title: str, *, kind: str, members: list[int], bots: list[int], is_forum: bool
    ) -> Chat:
        """Make a group; its first member is the creator."""
        number = next(self._group_ids)
        chat_id = -(1_000_000_000_000 + number) if kind == "supergroup" else -number
        chat = Chat(f"g:{chat_id}", chat_id, kind, title, set(bots), is_forum=is_forum)
        for place, person_id in enumerate(members):
            chat.members[person_id] = "member" if place else "creator"
        self.chats[chat.key] = chat
        return chat

    def by_key(self, key: str) -> Chat:
        """Find a chat for the control API; a private one may be new."""
        if key in self.chats:
            return self.chats[key]
        kind, _, rest = key.partition(":")
        bot_id, _, person_id = rest.partition(":")
        if kind == "p" and bot_id.isdigit() and person_id.isdigit():
            known = int(bot_id) in self.bots and int(person_id) in self.people
            if known:
                return self.private_chat(int(bot_id), int(person_id))
        message = f"there is no chat {key!r}"
        raise ControlError(message)

    def chat_for_bot(self, bot: Bot, chat_id: int | str) -> Chat:
        """Find the chat that a bot names, and refuse what Telegram refuses.

        Raises:
            BotApiError: the chat is not there, blocked, kicked from, or upgraded.
        """
        number = self._number_of(chat_id)
        if number > 0:
            return self._private_for_bot(bot, number)
        chat = self.chats.get(f"g:{number}")
        if chat is None:
            raise BadRequestError("chat not found")
        if chat.upgraded_to is not None:
            raise ChatUpgradedError(chat.upgraded_to)
        name = "supergroup" if chat.type == "supergroup" else "group"
        if bot.id in chat.kicked_bots:
            raise ForbiddenError(f"bot was kicked from the {name} chat")
        if bot.id not in chat.bots:
            raise ForbiddenError(f"bot is not a member of the {name} chat")
        return chat

    def _number_of(self, chat_id: int | str) -> int:
        if isinstance(chat_id, int):
            return chat_id
        try:
            return int(chat_id)
        except ValueError:
            raise BadRequestError("chat not found") from None

    def _private_for_bot(self, bot: Bot, person_id: int) -> Chat:
        if person_id not in self.people:
            raise BadRequestError("chat not found")
        chat = self.private_chat(bot.id, person_id)
        if chat.is_blocked:
            raise ForbiddenError("bot was blocked by the user")
        if not chat.is_open:
            raise ForbiddenError("bot can't initiate conversation with a user")
        return chat

    def chat_object(self, chat: Chat) -> JsonObject:
        """Show a chat as it stands in messages."""
        shown: JsonObject = {"id": chat.id, "type": chat.type}
        if chat.is_private:
            person = self.people[chat.id]
            shown["first_name"] = person.first_name
            if person.username:
                shown["username"] = person.username
        else:
            shown["title"] = chat.title
            if chat.is_forum:
                shown["is_forum"] = True
        return shown
