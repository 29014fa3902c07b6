"""Methods that change what was sent: edits, deletions, pins, reactions."""

from collections.abc import Sequence

from sandbox.errors import BadRequestError
from sandbox.keyboards import checked_markup
from sandbox.methods.call import Call, seen_by_bot
from sandbox.methods.rich import rich_message
from sandbox.methods.sending import album_item, styled_fields
from sandbox.parameters import as_number
from sandbox.texts.formatted import caption_text, message_text
from sandbox.world import Chat, JsonObject, Message

REACTIONS = frozenset(
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 😡".split()
)
"""What may stand under a message without a subscription."""
DELETABLE_SECONDS = 48 * 3_600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_WORDS = ("text", "entities", "rich_message")
_MEDIA = ("photo", "document", "audio", "voice")


def _to_edit(call: Call) -> tuple[Chat, Message]:
    if call.parameters.text("inline_message_id"):
        raise BadRequestError("message to edit not found")
    chat = call.chat()
    message = chat.find(call.parameters.number("message_id") or 0)
    if message is None or message.is_ephemeral:
        raise BadRequestError("message to edit not found")
    if message.by_bot != call.bot.id:
        raise BadRequestError("message can't be edited")
    return chat, message


def _changed(
    call: Call, chat: Chat, message: Message, fields: JsonObject, *, without: Sequence[str]
) -> JsonObject:
    """Give a message new fields in place of old ones, if that changes anything."""
    markup = checked_markup(call.parameters.json("reply_markup"))
    content = {
        name: value
        for name, value in message.content.items()
        if name not in {*without, "reply_markup", "edit_date"}
    } | fields
    if markup is not None:
        content["reply_markup"] = markup
    before = {name: value for name, value in message.content.items() if name != "edit_date"}
    if content == before:
        raise BadRequestError(_NOT_MODIFIED)
    content["edit_date"] = call.sandbox.now()
    message.content = content
    call.sandbox.events.add("edited", chat.key, message=message.shown())
    return seen_by_bot(message)


def edit_message_text(call: Call) -> JsonObject:
    """Change a message's text."""
    chat, message = _to_edit(call)
    if not {"text", "rich_message"} & message.content.keys():
        raise BadRequestError("there is no text in the message to edit")
    parameters = call.parameters
    if parameters.values.get("rich_message") is not None:
        return _changed(call, chat, message, {"rich_message": rich_message(call)}, without=_WORDS)
    styled = message_text(
        parameters.text("text") or "",
        parameters.text("parse_mode"),
        parameters.array("entities"),
    )
    fields = styled_fields(styled, "text", "entities")
    return _changed(call, chat, message, fields, without=_WORDS)


def edit_message_caption(call: Call) -> JsonObject:
    """Change a caption."""
    chat, message = _to_edit(call)
    if not any(kind in message.content for kind in _MEDIA):
        raise BadRequestError("there is no caption in the message to edit")
    parameters = call.parameters
    styled = caption_text(
        parameters.text("caption") or "",
        parameters.text("parse_mode"),
        parameters.array("caption_entities"),
    )
    fields = styled_fields(styled, "caption", "caption_entities")
    return _changed(call, chat, message, fields, without=("caption", "caption_entities"))


def edit_message_reply_markup(call: Call) -> JsonObject:
    """Change a message's buttons."""
    chat, message = _to_edit(call)
    return _changed(call, chat, message, {}, without=())


def edit_message_media(call: Call) -> JsonObject:
    """Change a message's photo or file."""
    chat, message = _to_edit(call)
    media = call.parameters.json("media")
    fields = album_item(call, media)
    gone = (*_MEDIA, "caption", "caption_entities", "text", "entities")
    return _changed(call, chat, message, fields, without=gone)


def _delete(call: Call, chat: Chat, message_id: int) -> None:
    message = chat.find(message_id)
    if message is None:
        raise BadRequestError("message to delete not found")
    is_old = call.sandbox.now() - int(str(message.content["date"])) > DELETABLE_SECONDS
    is_own = message.by_bot == call.bot.id or chat.is_private
    may_delete_any = call.bot.id in chat.admin_bots
    if not may_delete_any and (is_old or not is_own):
        raise BadRequestError("message can't be deleted for everyone")
    message.is_deleted = True
    call.sandbox.events.add("deleted", chat.key, message=message.shown())


def delete_message(call: Call) -> bool:
    """Delete a message."""
    _delete(call, call.chat(), call.parameters.number("message_id") or 0)
    return True


def delete_messages(call: Call) -> bool:
    """Delete several messages; those that are not there are passed over."""
    chat = call.chat()
    for message_id in call.parameters.array("message_ids"):
        if chat.find(as_number(message_id)) is not None:
            _delete(call, chat, as_number(message_id))
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = call.chat()
    message = chat.find(call.parameters.number("message_id") or 0)
    if message is None:
        raise BadRequestError("message to pin not found")
    chat.pinned = message.id
    pinned = {name: value for name, value in message.content.items() if name != "reply_to_message"}
    note = call.sandbox.post_as_bot(call.bot, chat, {"pinned_message": pinned})
    call.sandbox.desk(call.bot).queue.add("message", note.content)
    call.sandbox.events.add("chat", chat.key)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin."""
    chat = call.chat()
    message_id = call.parameters.number("message_id")
    if chat.pinned is None or message_id not in {None, chat.pinned}:
        raise BadRequestError("message to unpin not found")
    chat.pinned = None
    call.sandbox.events.add("chat", chat.key)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin whatever is pinned."""
    chat = call.chat()
    chat.pinned = None
    call.sandbox.events.add("chat", chat.key)
    return True


def set_message_reaction(call: Call) -> bool:
    """Set the bot's reaction."""
    chat = call.chat()
    message = chat.find(call.parameters.number("message_id") or 0)
    if message is None:
        raise BadRequestError("message to react not found")
    wanted = call.parameters.array("reaction")
    emoji = [str(each.get("emoji")) for each in wanted if isinstance(each, dict)]
    if len(emoji) > 1:
        raise BadRequestError("REACTIONS_TOO_MANY")
    if any(each not in REACTIONS for each in emoji):
        raise BadRequestError("REACTION_INVALID")
    message.reactions = [
        *(each for each in message.reactions if each["user_id"] != call.bot.id),
        *({"emoji": each, "user_id": call.bot.id} for each in emoji),
    ]
    call.sandbox.events.add("reactions", chat.key, message=message.shown())
    return True


def answer_callback_query(call: Call) -> bool:
    """Answer a pressed button, once and in time."""
    query = call.sandbox.callbacks.get(call.parameters.text("callback_query_id") or "")
    text = call.parameters.text("text") or ""
    if query is None or query.bot_id != call.bot.id or query.answer is not None:
        _too_old()
    assert query is not None  # noqa: S101 - refused above
    if call.sandbox.clock() - query.pressed_at > call.sandbox.callback_seconds:
        _too_old()
    if len(text) > 200:  # noqa: PLR2004 - the Bot API's limit
        raise BadRequestError("MESSAGE_TOO_LONG")
    query.answer = {
        "text": text,
        "show_alert": call.parameters.flag("show_alert"),
        "url": call.parameters.text("url") or "",
    }
    call.sandbox.events.add(
        "callback_answer",
        query.chat.key,
        user_id=query.person_id,
        message_id=query.message_id,
        query_id=query.id,
        **query.answer,
    )
    return True


def _too_old() -> None:
    raise BadRequestError("query is too old and response timeout expired or query ID is invalid")
