"""What people do: type, edit, delete, press, react, upload, start, block, join, upgrade."""

import re

from sandbox.errors import ControlError
from sandbox.files import File, attached
from sandbox.sandbox import CallbackQuery, Sandbox
from sandbox.texts.styled import Styled, whole, with_detected
from sandbox.world import Bot, Chat, JsonObject, Message, Person


class Acting:
    """One person's hands in one chat.

    Raises:
        ControlError: the person is not in the chat, or what he does cannot be.
    """

    def __init__(self, sandbox: Sandbox, person: Person, chat: Chat) -> None:
        if person.id not in chat.members:
            message = f"{person.first_name} is not in this chat"
            raise ControlError(message)
        self._sandbox = sandbox
        self._person = person
        self._chat = chat

    def type(self, text: str, *, reply_to: int | None, thread_id: int | None) -> Message:
        """Send a text."""
        if self._chat.upgraded_to is not None:
            message = "this group was upgraded: write in the supergroup"
            raise ControlError(message)
        styled = with_detected(Styled(whole(text).strip()))
        if not styled.text:
            message = "an empty message cannot be sent"
            raise ControlError(message)
        if self._chat.is_private and self._chat.is_blocked:
            message = "the bot is blocked: unblock it first"
            raise ControlError(message)
        self._chat.is_open = True
        content: JsonObject = {"text": styled.text}
        if styled.entities:
            content["entities"] = styled.entities
        content |= self._addressed(reply_to, thread_id)
        return self._sandbox.post_as_person(self._person, self._chat, content)

    def start(self, payload: str) -> Message:
        """Press start, or open a deep link; a blocked bot is unblocked by it."""
        if self._chat.is_private and self._chat.is_blocked:
            self.block(blocked=False)
        return self.type(f"/start {payload}".strip(), reply_to=None, thread_id=None)

    def send_file(
        self, file: File, *, caption: str, reply_to: int | None, thread_id: int | None,
        album: str | None,
    ) -> Message:  # fmt: skip
        """Send a photo, document or voice note."""
        content: JsonObject = attached(file)
        if caption:
            styled = with_detected(Styled(whole(caption).strip()))
            content["caption"] = styled.text
            if styled.entities:
                content["caption_entities"] = styled.entities
        if album:
            content["media_group_id"] = album
        self._chat.is_open = True
        content |= self._addressed(reply_to, thread_id)
        return self._sandbox.post_as_person(self._person, self._chat, content)

    def share_contact(self, phone_number: str) -> Message:
        """Send one's own contact."""
        contact: JsonObject = {
            "phone_number": phone_number,
            "first_name": self._person.first_name,
            "user_id": self._person.id,
        }
        self._chat.is_open = True
        return self._sandbox.post_as_person(self._person, self._chat, {"contact": contact})

    def forward(self, message_id: int, *, to: Chat) -> Message:
        """Forward a message into another chat of one's own."""
        source = self._there(message_id).content
        content = {name: source[name] for name in _FORWARDED if name in source}
        content["forward_origin"] = source.get("forward_origin") or {
            "type": "user",
            "sender_user": source["from"],
            "date": source["date"],
        }
        Acting(self._sandbox, self._person, to)
        to.is_open = True
        return self._sandbox.post_as_person(self._person, to, content)

    def edit(self, message_id: int, text: str) -> Message:
        """Change a message of one's own."""
        message = self._own(message_id)
        styled = with_detected(Styled(whole(text).strip()))
        if not styled.text and "text" in message.content:
            said = "an empty message cannot be sent"
            raise ControlError(said)
        field, entities = (
            ("text", "entities") if "text" in message.content else ("caption", "caption_entities")
        )
        content = {name: value for name, value in message.content.items() if name != entities}
        content |= {field: styled.text, "edit_date": self._sandbox.now()}
        if styled.entities:
            content[entities] = styled.entities
        message.content = content
        self._sandbox.edited_by_person(self._chat, message)
        return message

    def delete(self, message_id: int) -> None:
        """Delete a message; no bot hears of it."""
        message = self._there(message_id)
        message.is_deleted = True
        self._sandbox.events.add("deleted", self._chat.key, message=message.shown())

    def press(self, message_id: int, data: str) -> CallbackQuery:
        """Press an inline button by its data."""
        message = self._there(message_id)
        markup = message.content.get("reply_markup")
        rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
        if not any(button.get("callback_data") == data for row in rows for button in row):
            said = "there is no such button under this message"
            raise ControlError(said)
        return self._sandbox.press(self._person, self._chat, message, data)

    def react(self, message_id: int, emoji: str | None) -> None:
        """Set or take away a reaction."""
        message = self._there(message_id)
        old = [each for each in message.reactions if each["user_id"] == self._person.id]
        new = [{"emoji": emoji, "user_id": self._person.id}] if emoji else []
        message.reactions = [
            *(each for each in message.reactions if each["user_id"] != self._person.id),
            *new,
        ]
        self._sandbox.events.add("reactions", self._chat.key, message=message.shown())
        told = self._chat.bots if self._chat.is_private else self._chat.admin_bots
        for bot_id in told:
            self._sandbox.desk(self._sandbox.world.bots[bot_id]).queue.add(
                "message_reaction",
                {
                    "chat": self._sandbox.world.chat_object(self._chat),
                    "message_id": message_id,
                    "user": self._person.as_user(),
                    "date": self._sandbox.now(),
                    "old_reaction": [_reaction(each) for each in old],
                    "new_reaction": [_reaction(each) for each in new],
                },
            )

    def block(self, *, blocked: bool) -> None:
        """Block or unblock the bot of a private chat."""
        if not self._chat.is_private:
            message = "only a private chat's bot can be blocked"
            raise ControlError(message)
        if self._chat.is_blocked == blocked:
            return
        self._chat.is_blocked = blocked
        bot = self._sandbox.world.bots[next(iter(self._chat.bots))]
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self._sandbox.member_changed(self._chat, self._person, bot=bot, old=old, new=new)

    def _addressed(self, reply_to: int | None, thread_id: int | None) -> JsonObject:
        content: JsonObject = {}
        if reply_to is not None:
            replied = self._there(reply_to)
            content["reply_to_message"] = {
                name: value
                for name, value in replied.content.items()
                if name != "reply_to_message"
            }
        if thread_id is not None:
            if thread_id not in self._chat.topics:
                message = f"there is no topic {thread_id}"
                raise ControlError(message)
            content |= {"message_thread_id": thread_id, "is_topic_message": True}
        return content

    def _there(self, message_id: int) -> Message:
        message = self._chat.find(message_id)
        if message is None:
            said = f"there is no message {message_id}"
            raise ControlError(said)
        return message

    def _own(self, message_id: int) -> Message:
        message = self._there(message_id)
        sender = message.content.get("from")
        if not isinstance(sender, dict) or sender.get("id") != self._person.id:
            said = "only one's own message can be changed"
            raise ControlError(said)
        return message


_FORWARDED = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "document",
    "voice",
    "audio",
    "contact",
)


def _reaction(each: JsonObject) -> JsonObject:
    return {"type": "emoji", "emoji": each["emoji"]}


def upgrade(sandbox: Sandbox, group: Chat) -> Chat:
    """Make a group a supergroup: a new id, and a service message in both."""
    if group.type != "group" or group.upgraded_to is not None:
        message = "only a plain group can be upgraded"
        raise ControlError(message)
    members = list(group.members)
    new = sandbox.world.add_group(
        group.title,
        kind="supergroup",
        members=members,
        bots=list(group.bots),
        is_forum=group.is_forum,
    )
    new.members = dict(group.members)
    new.admin_bots = set(group.admin_bots)
    new.kicked_bots = set(group.kicked_bots)
    creator = sandbox.world.people[members[0]]
    sandbox.post_service(group, creator, {"migrate_to_chat_id": new.id})
    group.upgraded_to = new.id
    sandbox.post_service(new, creator, {"migrate_from_chat_id": group.id})
    sandbox.events.add("chat", group.key)
    return new


def change_membership(sandbox: Sandbox, chat: Chat, person: Person, action: str) -> None:
    """Let a person join, leave or be promoted, or the group's bots be thrown out.

    Raises:
        ControlError: there is no such action.
    """
    match action:
        case "join":
            chat.members[person.id] = "member"
            sandbox.person_changed(chat, person, old="left", new="member")
            sandbox.post_service(chat, person, {"new_chat_members": [person.as_user()]})
        case "leave":
            sandbox.post_service(chat, person, {"left_chat_member": person.as_user()})
            old = chat.members.pop(person.id, "left")
            sandbox.person_changed(chat, person, old=old, new="left")
        case "promote":
            old = chat.members.get(person.id, "left")
            chat.members[person.id] = "administrator"
            sandbox.person_changed(chat, person, old=old, new="administrator")
        case "kick_bot" | "promote_bot" | "demote_bot":
            for bot_id in list(chat.bots):
                _change_bot(sandbox, chat, person, bot_id, action)
        case _:
            message = f"there is no action {action!r}"
            raise ControlError(message)
    sandbox.events.add("chat", chat.key)


def _change_bot(sandbox: Sandbox, chat: Chat, person: Person, bot_id: int, action: str) -> None:
    bot = sandbox.world.bots[bot_id]
    old = "administrator" if bot_id in chat.admin_bots else "member"
    new = {"kick_bot": "kicked", "promote_bot": "administrator", "demote_bot": "member"}[action]
    chat.admin_bots.discard(bot_id)
    if new == "administrator":
        chat.admin_bots.add(bot_id)
    if new == "kicked":
        sandbox.post_service(chat, person, {"left_chat_member": bot.as_user()})
        chat.bots.discard(bot_id)
        chat.kicked_bots.add(bot_id)
    sandbox.member_changed(chat, person, bot=bot, old=old, new=new)


def add_bot_to_group(sandbox: Sandbox, chat: Chat, person: Person, bot: Bot) -> None:
    """Take a bot into a group."""
    old = "kicked" if bot.id in chat.kicked_bots else "left"
    if bot.id in chat.bots:
        return
    chat.kicked_bots.discard(bot.id)
    chat.bots.add(bot.id)
    sandbox.member_changed(chat, person, bot=bot, old=old, new="member")
    sandbox.post_service(chat, person, {"new_chat_members": [bot.as_user()]})


_LINK = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me)/(?P<bot>\w+)"
    r"(?:\?(?P<kind>start|startgroup)=?(?P<payload>[\w-]{0,64}))?$"
)


def open_link(sandbox: Sandbox, person: Person, url: str, group: Chat | None) -> Chat:
    """Open a t.me link: a bot's chat, started when the link says so, or a bot into a group.

    Raises:
        ControlError: it is no link to a bot that is here.
    """
    match = _LINK.match(url.strip())
    bots = {bot.username.lower(): bot for bot in sandbox.world.bots.values()}
    bot = bots.get(match.group("bot").lower()) if match else None
    if match is None or bot is None:
        message = f"{url!r} leads to no bot of this sandbox"
        raise ControlError(message)
    payload = match.group("payload") or ""
    if match.group("kind") == "startgroup":
        if group is None or group.is_private:
            message = "name the group that the bot is to be taken into"
            raise ControlError(message)
        add_bot_to_group(sandbox, group, person, bot)
        command = f"/start@{bot.username} {payload}".strip()
        Acting(sandbox, person, group).type(command, reply_to=None, thread_id=None)
        return group
    chat = sandbox.world.private_chat(bot.id, person.id)
    if match.group("kind") == "start":
        Acting(sandbox, person, chat).start(payload)
    return chat


def open_group(sandbox: Sandbox, chat: Chat) -> None:
    """Tell the bots of a new group that they were taken in."""
    creator = sandbox.world.people[next(iter(chat.members))]
    for bot_id in chat.bots:
        bot = sandbox.world.bots[bot_id]
        sandbox.member_changed(chat, creator, bot=bot, old="left", new="member")


def visible_commands(sandbox: Sandbox, chat: Chat, person: Person) -> list[JsonObject]:
    """Choose the command menu that a person sees: the narrowest scope, his language first."""
    wanted = [f"chat_member:{chat.id}:{person.id}", f"chat:{chat.id}"]
    if chat.is_private:
        wanted.append("all_private_chats")
    elif chat.members.get(person.id) in {"creator", "administrator"}:
        wanted += ["all_chat_administrators", "all_group_chats"]
    else:
        wanted.append("all_group_chats")
    wanted.append("default")
    shown: list[JsonObject] = []
    for bot_id in chat.bots:
        menus = sandbox.world.bots[bot_id].commands
        languages = (person.language_code or "", "")
        keys = [(scope, language) for scope in wanted for language in languages]
        shown += next((menus[key] for key in keys if key in menus), [])
    return shown
