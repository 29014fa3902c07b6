"""One call of a method: who calls, with what, on which sandbox."""

from dataclasses import dataclass

from sandbox.errors import BadRequestError
from sandbox.keyboards import checked_markup
from sandbox.parameters import Parameters, as_number
from sandbox.sandbox import Sandbox
from sandbox.world import Bot, Chat, JsonObject, Message


@dataclass(frozen=True, slots=True)
class Call:
    """A bot's request, read and recognised."""

    sandbox: Sandbox
    bot: Bot
    parameters: Parameters

    def chat(self) -> Chat:
        """Give the chat that is meant, or refuse as Telegram does."""
        return self.sandbox.world.chat_for_bot(self.bot, self.parameters.chat_id())

    def chat_to_send(self) -> Chat:
        """Give the chat to send to, counted against the limits."""
        chat = self.chat()
        if self.sandbox.limits is not None:
            self.sandbox.limits.count(chat.key, self.sandbox.clock())
        return chat

    def addressed(self, chat: Chat) -> JsonObject:
        """Read what every sending method takes: reply, topic, keyboard.

        Raises:
            BadRequestError: one of them cannot be.
        """
        content: JsonObject = {}
        markup = checked_markup(self.parameters.json("reply_markup"))
        if markup is not None:
            content["reply_markup"] = markup
        replied = self._replied(chat)
        if replied is not None:
            content["reply_to_message"] = {
                name: value
                for name, value in replied.content.items()
                if name != "reply_to_message"
            }
        thread = self.parameters.number("message_thread_id")
        if thread is not None:
            if thread not in chat.topics:
                raise BadRequestError("message thread not found")
            if thread in chat.closed_topics and self.bot.id not in chat.admin_bots:
                raise BadRequestError("TOPIC_CLOSED")
            content |= {"message_thread_id": thread, "is_topic_message": True}
        if self.parameters.flag("protect_content"):
            content["has_protected_content"] = True
        return content

    def for_one(self, chat: Chat) -> JsonObject:
        """Read who alone is to see a message in a group, if it is so.

        Raises:
            BadRequestError: there is no such member, or the press that it answers is too old.
        """
        wanted = self.parameters.json("ephemeral_message_parameters")
        if wanted is None:
            return {}
        receiver = as_number(wanted.get("receiver_user_id", 0)) if isinstance(wanted, dict) else 0
        if chat.is_private:
            raise BadRequestError("ephemeral messages can be sent to groups only")
        if receiver not in chat.members:
            raise BadRequestError("ephemeral message receiver not found")
        shown = self.sandbox.world.people[receiver].as_user()
        return {"receiver_user": shown, "ephemeral_message_id": self.sandbox.next_ephemeral()}

    def _replied(self, chat: Chat) -> Message | None:
        wanted = self.parameters.json("reply_parameters")
        is_optional = self.parameters.flag("allow_sending_without_reply")
        number = self.parameters.number("reply_to_message_id")
        if isinstance(wanted, dict):
            number = as_number(wanted.get("message_id", 0))
            is_optional = bool(wanted.get("allow_sending_without_reply"))
        if not number:
            return None
        found = chat.find(number)
        if found is None and not is_optional:
            raise BadRequestError("message to be replied not found")
        return found


def seen_by_bot(message: Message) -> JsonObject:
    """Show a message in an answer: a keyboard that is not inline is not told back.

    What one member alone sees has no number of its own in the chat.
    """
    if message.is_ephemeral:
        return message.content | {"message_id": 0}
    markup = message.content.get("reply_markup")
    if isinstance(markup, dict) and "inline_keyboard" not in markup:
        return {name: value for name, value in message.content.items() if name != "reply_markup"}
    return message.content
