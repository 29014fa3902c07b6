"""Methods about the bot, its updates, its menus, its chats, its files."""

from sandbox.errors import BadRequestError, ConflictError, ForbiddenError
from sandbox.files import DOWNLOAD_BYTES_MAX
from sandbox.methods.call import Call
from sandbox.sandbox import Webhook, bot_member
from sandbox.world import Chat, JsonObject

POLL_SECONDS_MAX = 50
UPDATES_LIMIT_MAX = 100


def get_me(call: Call) -> JsonObject:
    """Tell the bot who it is."""
    return call.bot.as_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.can_read_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


async def get_updates(call: Call) -> list[JsonObject]:
    """Give updates by long poll."""
    desk, parameters = call.sandbox.desk(call.bot), call.parameters
    if desk.webhook is not None:
        raise ConflictError(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete "
            "the webhook first"
        )
    if parameters.values.get("allowed_updates") is not None:
        desk.queue.allowed = frozenset(map(str, parameters.array("allowed_updates")))
    limit = parameters.number("limit") or UPDATES_LIMIT_MAX
    return await desk.queue.poll(
        offset=parameters.number("offset") or 0,
        limit=max(1, min(limit, UPDATES_LIMIT_MAX)),
        seconds=min(parameters.number("timeout") or 0, POLL_SECONDS_MAX),
    )


def set_webhook(call: Call) -> bool:
    """Have updates sent to an address."""
    desk, parameters = call.sandbox.desk(call.bot), call.parameters
    url = parameters.text("url") or ""
    if not url:
        return delete_webhook(call)
    if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise BadRequestError("bad webhook: An HTTPS URL must be provided for webhook")
    if parameters.flag("drop_pending_updates"):
        desk.queue.clear()
    if parameters.values.get("allowed_updates") is not None:
        desk.queue.allowed = frozenset(map(str, parameters.array("allowed_updates")))
    desk.webhook = Webhook(url, parameters.text("secret_token") or "")
    call.sandbox.webhook_changed(call.bot)
    return True


def delete_webhook(call: Call) -> bool:
    """Have updates kept for getUpdates."""
    desk = call.sandbox.desk(call.bot)
    if call.parameters.flag("drop_pending_updates"):
        desk.queue.clear()
    desk.webhook = None
    call.sandbox.webhook_changed(call.bot)
    return True


def get_webhook_info(call: Call) -> JsonObject:
    """Tell how the webhook does."""
    desk = call.sandbox.desk(call.bot)
    info: JsonObject = {
        "url": desk.webhook.url if desk.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(desk.queue),
    }
    if desk.webhook is not None:
        info["max_connections"] = desk.webhook.max_connections
        if desk.webhook.last_error_at is not None:
            info["last_error_date"] = desk.webhook.last_error_at
            info["last_error_message"] = desk.webhook.last_error
    return info


def always_true(_call: Call) -> bool:
    """Accept what the sandbox has no use for."""
    return True


def _scope_key(call: Call) -> tuple[str, str]:
    scope = call.parameters.json("scope")
    language = call.parameters.text("language_code") or ""
    if not isinstance(scope, dict):
        return "default", language
    named = [str(scope.get("type", "default"))]
    named += [str(scope[part]) for part in ("chat_id", "user_id") if part in scope]
    return ":".join(named), language


def set_my_commands(call: Call) -> bool:
    """Set a command menu for a scope and language."""
    commands: list[JsonObject] = []
    for command in call.parameters.array("commands"):
        if not isinstance(command, dict):
            raise BadRequestError("can't parse BotCommand: expected an Object")
        name, description = str(command.get("command")), str(command.get("description"))
        is_name = name.replace("_", "a").isalnum() and name == name.lower() and len(name) <= 32  # noqa: PLR2004 - the Bot API's limit
        if not is_name:
            raise BadRequestError("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:  # noqa: PLR2004 - the Bot API's limit
            raise BadRequestError("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name.removeprefix("/"), "description": description})
    call.bot.commands[_scope_key(call)] = commands
    call.sandbox.events.add("commands", "")
    return True


def get_my_commands(call: Call) -> list[JsonObject]:
    """Give a command menu."""
    return call.bot.commands.get(_scope_key(call), [])


def delete_my_commands(call: Call) -> bool:
    """Take a command menu away."""
    call.bot.commands.pop(_scope_key(call), None)
    call.sandbox.events.add("commands", "")
    return True


def set_chat_menu_button(call: Call) -> bool:
    """Set the button beside the composer."""
    button = call.parameters.json("menu_button")
    shown = button if isinstance(button, dict) else {"type": "default"}
    call.bot.menu_buttons[call.parameters.number("chat_id")] = shown
    return True


def get_chat_menu_button(call: Call) -> JsonObject:
    """Give the button beside the composer."""
    buttons = call.bot.menu_buttons
    return (
        buttons.get(call.parameters.number("chat_id")) or buttons.get(None) or {"type": "commands"}
    )


def get_chat(call: Call) -> JsonObject:
    """Tell about a chat."""
    chat = call.chat()
    return call.sandbox.world.chat_object(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


def _member(call: Call, chat: Chat, user_id: int) -> JsonObject:
    if user_id in call.sandbox.world.bots:
        status = "member" if user_id in chat.bots else "left"
        return bot_member(call.sandbox.world.bots[user_id], status)
    person = call.sandbox.world.people.get(user_id)
    if person is None:
        raise BadRequestError("user not found")
    status = chat.members.get(user_id, "left")
    shown: JsonObject = {"user": person.as_user(), "status": status}
    if status in {"creator", "administrator"}:
        shown["is_anonymous"] = False
    if status == "administrator":
        shown |= _ADMINISTRATOR
    return shown


_ADMINISTRATOR = {"can_be_edited": False} | dict.fromkeys(
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
    ),
    True,
)


def get_chat_member(call: Call) -> JsonObject:
    """Tell about a chat's member."""
    return _member(call, call.chat(), call.parameters.number("user_id") or 0)


def get_chat_administrators(call: Call) -> list[JsonObject]:
    """List who runs a chat."""
    chat = call.chat()
    return [
        _member(call, chat, person_id)
        for person_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]


def get_chat_member_count(call: Call) -> int:
    """Count a chat's members."""
    chat = call.chat()
    return len(chat.members) + len(chat.bots)


def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = call.chat()
    if chat.is_private:
        raise BadRequestError("chat member status can't be changed in private chats")
    chat.bots.discard(call.bot.id)
    call.sandbox.events.add("chat", chat.key)
    return True


def create_forum_topic(call: Call) -> JsonObject:
    """Open a topic in a forum."""
    chat = call.chat()
    name = call.parameters.required_text("name", "TOPIC_TITLE_EMPTY")
    if not chat.is_forum:
        raise BadRequestError("the chat is not a forum")
    if call.bot.id not in chat.bots:
        raise ForbiddenError("not enough rights to create a topic")
    return open_topic(call, chat, name)


def open_topic(call: Call, chat: Chat, name: str) -> JsonObject:
    """Open a topic as the bot."""
    message = call.sandbox.post_as_bot(
        call.bot, chat, {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    )
    chat.topics[message.id] = name
    return {"message_thread_id": message.id, "name": name, "icon_color": 7322096}


def edit_forum_topic(call: Call) -> bool:
    """Rename a topic."""
    chat = call.chat()
    thread = call.parameters.number("message_thread_id") or 0
    if thread not in chat.topics:
        raise BadRequestError("message thread not found")
    chat.topics[thread] = call.parameters.text("name") or chat.topics[thread]
    call.sandbox.events.add("chat", chat.key)
    return True


def get_file(call: Call) -> JsonObject:
    """Tell where a file is downloaded."""
    file = call.sandbox.files.find(call.parameters.text("file_id") or "")
    if len(file.data) > DOWNLOAD_BYTES_MAX:
        raise BadRequestError("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }
