"""Methods about a forum's topics."""

from sandbox.errors import BadRequestError
from sandbox.methods.call import Call
from sandbox.world import Chat, JsonObject

NAME_MAX = 128
ICON_COLOR = 7_322_096


def create_forum_topic(call: Call) -> JsonObject:
    """Open a topic in a forum."""
    chat, name = _forum(call), _name(call)
    icon = {"name": name, "icon_color": ICON_COLOR}
    message = call.sandbox.post_as_bot(call.bot, chat, {"forum_topic_created": icon})
    message.content |= {"message_thread_id": message.id, "is_topic_message": True}
    chat.topics[message.id] = name
    call.sandbox.events.add("chat", chat.key)
    return {"message_thread_id": message.id, **icon}


def edit_forum_topic(call: Call) -> bool:
    """Rename a topic."""
    chat = _forum(call)
    thread = _thread(call, chat)
    if call.parameters.text("name"):
        chat.topics[thread] = _name(call)
    call.sandbox.events.add("chat", chat.key)
    return True


def close_forum_topic(call: Call) -> bool:
    """Close a topic: bots may no longer write there."""
    chat = _forum(call)
    thread = _thread(call, chat)
    if thread in chat.closed_topics:
        raise BadRequestError("TOPIC_NOT_MODIFIED")
    chat.closed_topics.add(thread)
    call.sandbox.events.add("chat", chat.key)
    return True


def reopen_forum_topic(call: Call) -> bool:
    """Open a closed topic again."""
    chat = _forum(call)
    thread = _thread(call, chat)
    if thread not in chat.closed_topics:
        raise BadRequestError("TOPIC_NOT_MODIFIED")
    chat.closed_topics.discard(thread)
    call.sandbox.events.add("chat", chat.key)
    return True


def _forum(call: Call) -> Chat:
    chat = call.chat()
    if not chat.is_forum:
        raise BadRequestError("the chat is not a forum")
    return chat


def _thread(call: Call, chat: Chat) -> int:
    thread = call.parameters.number("message_thread_id") or 0
    if thread not in chat.topics:
        raise BadRequestError("message thread not found")
    return thread


def _name(call: Call) -> str:
    name = call.parameters.required_text("name", "TOPIC_TITLE_EMPTY")
    return name[:NAME_MAX]
