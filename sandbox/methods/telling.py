"""Methods about the bot, its updates, its menus, its chats, its files."""

import re

from sandbox.errors import BadRequestError, ConflictError
from sandbox.files import DOWNLOAD_BYTES_MAX
from sandbox.methods.call import Call
from sandbox.sandbox import Webhook
from sandbox.world import Bot, JsonObject

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_COMMAND = re.compile(r"/?([a-z0-9_]{1,32})")
POLL_SECONDS_MAX = 50
COMMANDS_MAX = 100
DESCRIPTION_MAX = 256
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
    _remember_allowed(call)
    limit = parameters.number("limit") or UPDATES_LIMIT_MAX
    return await desk.queue.poll(
        offset=parameters.number("offset") or 0,
        limit=max(1, min(limit, UPDATES_LIMIT_MAX)),
        seconds=min(parameters.number("timeout") or 0, POLL_SECONDS_MAX),
    )


def _remember_allowed(call: Call) -> None:
    if call.parameters.values.get("allowed_updates") is not None:
        kinds = call.parameters.array("allowed_updates")
        call.sandbox.desk(call.bot).queue.allowed = frozenset(map(str, kinds))


def set_webhook(call: Call) -> bool:
    """Have updates sent to an address."""
    desk, parameters = call.sandbox.desk(call.bot), call.parameters
    url = parameters.text("url") or ""
    if not url:
        return delete_webhook(call)
    if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise BadRequestError("bad webhook: An HTTPS URL must be provided for webhook")
    secret = parameters.text("secret_token") or ""
    if secret and not _SECRET.fullmatch(secret):
        raise BadRequestError("secret token contains unallowed characters")
    _remember_allowed(call)
    if parameters.flag("drop_pending_updates"):
        desk.queue.clear()
    desk.webhook = Webhook(url, secret, parameters.number("max_connections") or 40)
    desk.queue.terminate("terminated by setWebhook request")
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
        if desk.queue.allowed:
            info["allowed_updates"] = sorted(desk.queue.allowed)
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
    asked = call.parameters.array("commands")
    if len(asked) > COMMANDS_MAX:
        raise BadRequestError("BOT_COMMANDS_TOO_MUCH")
    for command in asked:
        if not isinstance(command, dict):
            raise BadRequestError("can't parse BotCommand: expected an Object")
        name = _COMMAND.fullmatch(str(command.get("command")))
        description = str(command.get("description", ""))
        if name is None:
            raise BadRequestError("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= DESCRIPTION_MAX:
            raise BadRequestError("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name.group(1), "description": description})
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


_TEXT_MAX = {"name": 64, "description": 512, "short_description": 120}


def _set_text(call: Call, kind: str) -> bool:
    text = call.parameters.text(kind) or ""
    if len(text) > _TEXT_MAX[kind]:
        raise BadRequestError(f"{kind.upper()}_TOO_LONG")
    call.bot.texts[kind, call.parameters.text("language_code") or ""] = text
    return True


def _get_text(call: Call, kind: str) -> JsonObject:
    texts = call.bot.texts
    language = call.parameters.text("language_code") or ""
    return {kind: texts.get((kind, language)) or texts.get((kind, "")) or _unset(call.bot, kind)}


def _unset(bot: Bot, kind: str) -> str:
    return bot.first_name if kind == "name" else ""


def set_my_name(call: Call) -> bool:
    """Set the bot's name."""
    return _set_text(call, "name")


def get_my_name(call: Call) -> JsonObject:
    """Give the bot's name."""
    return _get_text(call, "name")


def set_my_description(call: Call) -> bool:
    """Set what an empty chat with the bot shows."""
    return _set_text(call, "description")


def get_my_description(call: Call) -> JsonObject:
    """Give what an empty chat with the bot shows."""
    return _get_text(call, "description")


def set_my_short_description(call: Call) -> bool:
    """Set what the bot's profile shows."""
    return _set_text(call, "short_description")


def get_my_short_description(call: Call) -> JsonObject:
    """Give what the bot's profile shows."""
    return _get_text(call, "short_description")


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
