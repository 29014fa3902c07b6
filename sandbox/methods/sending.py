"""Methods that send: texts, files, albums, copies."""

from sandbox.errors import BadRequestError
from sandbox.files import File, attached
from sandbox.methods.call import Call, seen_by_bot
from sandbox.texts.formatted import TEXT_MAX, caption_text, formatted, message_text
from sandbox.texts.styled import Styled
from sandbox.world import JsonObject, Message

ALBUM_MIN, ALBUM_MAX = 2, 10
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note".split()
)


def styled_fields(styled: Styled, name: str, entities_name: str) -> JsonObject:
    """Put a text and its entities under their names."""
    if not styled.text:
        return {}
    fields: JsonObject = {name: styled.text}
    if styled.entities:
        fields[entities_name] = styled.entities
    return fields


def send_message(call: Call) -> JsonObject:
    """Send a text."""
    parameters = call.parameters
    chat = call.chat_to_send()
    styled = message_text(
        parameters.text("text") or "",
        parameters.text("parse_mode"),
        parameters.array("entities"),
    )
    content = call.addressed(chat) | styled_fields(styled, "text", "entities")
    content |= call.for_one(chat)
    return seen_by_bot(call.sandbox.post_as_bot(call.bot, chat, content))


def send_message_draft(call: Call) -> bool:
    """Show a text that is still being written."""
    chat = call.chat()
    if not chat.is_private:
        raise BadRequestError("drafts can be sent to private chats only")
    parameters = call.parameters
    draft = parameters.number("draft_id")
    if not draft:
        raise BadRequestError("draft identifier must be non-zero")
    styled = formatted(
        parameters.text("text") or "",
        parameters.text("parse_mode"),
        parameters.array("entities"),
    )
    if len(styled.text) > TEXT_MAX:
        raise BadRequestError("message is too long")
    call.sandbox.events.add("action", chat.key, action="typing")
    call.sandbox.events.add(
        "draft", chat.key, draft_id=draft, text=styled.text, entities=styled.entities
    )
    return True


def given_file(call: Call, named: str | None, kind: str) -> File:
    """Find a file that was uploaded, attached by name, or sent before.

    Raises:
        BadRequestError: there is none, or it is an address: the sandbox has no outside.
    """
    uploads, files = call.parameters.uploads, call.sandbox.files
    upload = uploads.get(kind)
    if named and named.startswith("attach://"):
        upload = uploads.get(named.removeprefix("attach://"))
        if upload is None:
            raise BadRequestError("wrong file identifier/HTTP URL specified")
    elif named and named.startswith(("http://", "https://")):
        raise BadRequestError("failed to get HTTP URL content")
    elif named:
        return files.find(named)
    if upload is None:
        raise BadRequestError(f"there is no {kind} in the request")
    return files.keep(upload.data, kind=kind, name=upload.name, type_=upload.type)


def _send_file(call: Call, kind: str) -> JsonObject:
    parameters = call.parameters
    chat = call.chat_to_send()
    caption = _caption(call)
    content = call.addressed(chat)
    content |= attached(given_file(call, parameters.text(kind), kind))
    content |= styled_fields(caption, "caption", "caption_entities")
    return seen_by_bot(call.sandbox.post_as_bot(call.bot, chat, content))


def _caption(call: Call) -> Styled:
    parameters = call.parameters
    return caption_text(
        parameters.text("caption") or "",
        parameters.text("parse_mode"),
        parameters.array("caption_entities"),
    )


def send_photo(call: Call) -> JsonObject:
    """Send a photo."""
    return _send_file(call, "photo")


def send_document(call: Call) -> JsonObject:
    """Send a document."""
    return _send_file(call, "document")


def send_voice(call: Call) -> JsonObject:
    """Send a voice note."""
    return _send_file(call, "voice")


def send_audio(call: Call) -> JsonObject:
    """Send a sound file."""
    return _send_file(call, "audio")


def send_media_group(call: Call) -> list[JsonObject]:
    """Send an album."""
    chat = call.chat_to_send()
    media = call.parameters.array("media")
    if not ALBUM_MIN <= len(media) <= ALBUM_MAX:
        raise BadRequestError("media group must include 2-10 items")
    shared = call.addressed(chat)
    album = str(call.sandbox.now() * 1_000 + len(chat.messages))
    contents = [album_item(call, item) for item in media]
    return [
        seen_by_bot(
            call.sandbox.post_as_bot(call.bot, chat, shared | content | {"media_group_id": album})
        )
        for content in contents
    ]


def album_item(call: Call, item: object) -> JsonObject:
    """Read one InputMedia.

    Raises:
        BadRequestError: it is none, or its file is not there.
    """
    if not isinstance(item, dict) or item.get("type") not in {"photo", "document", "audio"}:
        raise BadRequestError("can't parse InputMedia: unsupported type")
    file = given_file(call, str(item.get("media", "")), str(item["type"]))
    entities = item.get("caption_entities")
    caption = caption_text(
        str(item.get("caption") or ""),
        item.get("parse_mode"),
        entities if isinstance(entities, list) else None,
    )
    return attached(file) | styled_fields(caption, "caption", "caption_entities")


def send_chat_action(call: Call) -> bool:
    """Show that the bot is doing something."""
    chat = call.chat()
    action = call.parameters.text("action")
    if action not in ACTIONS:
        raise BadRequestError("wrong parameter action in request")
    call.sandbox.events.add("action", chat.key, action=action)
    return True


_NOT_COPIED = frozenset(
    {"message_id", "date", "chat", "from", "reply_to_message", "reply_markup", "edit_date",
     "forward_origin", "message_thread_id", "is_topic_message"}
)  # fmt: skip


def _source(call: Call) -> Message:
    from_chat = call.parameters.values.get("from_chat_id")
    if from_chat is None:
        raise BadRequestError("from_chat_id is empty")
    named = from_chat if isinstance(from_chat, int) else str(from_chat)
    chat = call.sandbox.world.chat_for_bot(call.bot, named)
    return _there(chat.find(call.parameters.number("message_id") or 0), "forward")


def _there(message: Message | None, what: str) -> Message:
    if message is None:
        raise BadRequestError(f"message to {what} not found")
    return message


def forward_message(call: Call) -> JsonObject:
    """Forward a message."""
    source, chat = _source(call), call.chat_to_send()
    content = {name: value for name, value in source.content.items() if name not in _NOT_COPIED}
    if source.content.get("has_protected_content"):
        raise BadRequestError("message has protected content and can't be forwarded")
    content["forward_origin"] = source.content.get("forward_origin") or {
        "type": "user",
        "sender_user": source.content["from"],
        "date": source.content["date"],
    }
    return seen_by_bot(call.sandbox.post_as_bot(call.bot, chat, content))


def copy_message(call: Call) -> JsonObject:
    """Copy a message without saying whose it was."""
    source, chat = _source(call), call.chat_to_send()
    content = {name: value for name, value in source.content.items() if name not in _NOT_COPIED}
    if call.parameters.values.get("caption") is not None and "text" not in content:
        content = {
            name: value
            for name, value in content.items()
            if name not in {"caption", "caption_entities"}
        } | styled_fields(_caption(call), "caption", "caption_entities")
    content |= call.addressed(chat)
    return {"message_id": call.sandbox.post_as_bot(call.bot, chat, content).id}
